package store

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// replaceable says whether a result of the given inputs may take the place
// of what is at target (absolute): nil if there is nothing, an empty folder
// or a result that may be replaced; else why not.
func replaceable(target, inputs string, force bool) error {
	info, err := os.Stat(target)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return ErrFile
	}
	if err := outside(target); err != nil {
		return err
	}
	entries, err := os.ReadDir(target)
	if err != nil || len(entries) == 0 {
		return err
	}
	manifest, err := readManifest(target)
	if err != nil {
		return err
	}
	if manifest.Inputs != inputs && !force {
		return ErrOther
	}
	return onlyOurs(target, manifest)
}

// outside fails if the current folder is target or lies within it.
func outside(target string) error {
	here, err := os.Getwd()
	if err != nil {
		return err
	}
	if resolved, err := filepath.EvalSymlinks(here); err == nil {
		here = resolved
	}
	within, err := filepath.Rel(target, here)
	if err == nil && within != ".." && !strings.HasPrefix(within, ".."+string(filepath.Separator)) {
		return ErrInside
	}
	return nil
}

// readManifest reads the manifest of a folder. It fails with ErrForeign if it is not
// one of ours, since web pages have a file of that name too, and with ErrSpoiled if it
// is other than it was written.
func readManifest(target string) (*Manifest, error) {
	text, err := os.ReadFile(filepath.Join(target, ManifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrForeign
	}
	if err != nil {
		return nil, err
	}
	manifest := &Manifest{}
	if json.Unmarshal(text, manifest) != nil || manifest.Tool != Tool || manifest.Inputs == "" {
		return nil, ErrForeign
	}
	if seal := manifest.Execution.Seal; seal != "" && seal != sealOf(text) {
		return nil, ErrSpoiled
	}
	return manifest, nil
}

// onlyOurs fails with ErrAdded if the folder holds a file that its manifest
// does not list and that is none of those besides, because replacing the folder
// would destroy it. An empty lock is that of a program that ended just after it gave
// the folder its name.
func onlyOurs(target string, manifest *Manifest, besides ...string) error {
	ours := map[string]bool{ManifestName: true}
	for _, name := range besides {
		ours[name] = true
	}
	for _, file := range manifest.Files {
		ours[file.Name] = true
	}
	return filepath.WalkDir(target, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(target, path)
		if err != nil || ours[filepath.ToSlash(name)] {
			return err
		}
		if info, err := entry.Info(); err == nil && name == lockName && info.Size() == 0 {
			return nil
		}
		return ErrAdded
	})
}
