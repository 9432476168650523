package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// replaced ends the name of an older result that stepped aside, until it is removed.
const replaced = ".replaced"

// discardable fails with ErrInTheWay unless what is at old is nothing, or what a
// program that was killed left of a result that it replaced.
func discardable(old string) error {
	if _, err := os.Lstat(old); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	manifest, err := readManifest(old)
	if errors.Is(err, ErrForeign) {
		manifest = &Manifest{} // of an empty folder, or one that is about to go
	} else if err != nil {
		return err
	}
	if onlyOurs(old, manifest) != nil {
		return ErrInTheWay
	}
	return nil
}

// discard removes a result that stepped aside. The manifest goes last: by it one knows
// what the rest is, should the program end midway.
func discard(old string) error {
	if err := discardable(old); err != nil {
		return err
	}
	entries, err := os.ReadDir(old)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, entry := range entries {
		if entry.Name() != ManifestName {
			err = errors.Join(err, os.RemoveAll(filepath.Join(old, entry.Name())))
		}
	}
	if err != nil {
		return err
	}
	return os.RemoveAll(old)
}

// reserved fails with ErrReserved if target (absolute) has a name that this package
// gives itself, or lies in an unfinished result.
func reserved(target string) error {
	for _, suffix := range []string{unfinished, replaced} {
		if strings.HasSuffix(target, suffix) {
			return ErrReserved
		}
	}
	for at := filepath.Dir(target); at != filepath.Dir(at); at = filepath.Dir(at) {
		if !strings.HasSuffix(at, unfinished) {
			continue
		}
		if _, err := os.Stat(filepath.Join(at, journalName)); err == nil {
			return ErrReserved
		}
	}
	return nil
}

// resolve returns a target as an absolute path without links.
func resolve(shown string) (string, error) {
	target, err := filepath.Abs(shown)
	if err != nil {
		return "", err
	}
	resolved, err := filepath.EvalSymlinks(target)
	if err == nil {
		return resolved, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return target, nil // what is wrong shows when it is used
	}
	if _, err := os.Lstat(target); err == nil {
		return "", ErrNowhere
	}
	return target, nil
}
