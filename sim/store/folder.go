package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Folder is a result being written. Until Commit it lives under a hidden
// name beside its target; Abort removes it and whatever Open made for it.
type Folder struct {
	shown   string   // the target as the user wrote it
	target  string   // the target, absolute and without links
	partial string   // where the files are until Commit
	parents []string // folders made to hold the target, outermost first
	inputs  string
	force   bool
	files   []File
	open    bool // neither committed nor aborted
}

// A File is one file of a result.
type File struct {
	Name   string `json:"name"` // relative to the result, with forward slashes
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Open prepares to write the result of the given inputs (a hash, see
// Inputs.Hash) to target. It makes missing parent folders. A folder that
// holds a result of the same inputs will be replaced; one of other inputs
// only if force is true; anything else is refused and left alone. Every
// error is a *TargetError.
func Open(target, inputs string, force bool) (*Folder, error) {
	folder := &Folder{shown: target, inputs: inputs, force: force}
	if err := folder.prepare(); err != nil {
		folder.Abort()
		return nil, &TargetError{Path: target, Cause: plain(err)}
	}
	return folder, nil
}

func (f *Folder) prepare() (err error) {
	if f.target, err = filepath.Abs(f.shown); err != nil {
		return err
	}
	if resolved, err := filepath.EvalSymlinks(f.target); err == nil {
		f.target = resolved
	}
	if err := replaceable(f.target, f.inputs, f.force); err != nil {
		return err
	}
	parent := filepath.Dir(f.target)
	if err := f.makeParents(parent); err != nil {
		return err
	}
	// The process number keeps two runs at the same time apart.
	partial := filepath.Join(parent, fmt.Sprintf(".%s.partial-%d", filepath.Base(f.target), os.Getpid()))
	if err := os.Mkdir(partial, 0o777); err != nil {
		return err
	}
	f.partial, f.open = partial, true
	return nil
}

// makeParents is os.MkdirAll, but remembers what it made.
func (f *Folder) makeParents(parent string) error {
	var missing []string
	for at := parent; ; at = filepath.Dir(at) {
		info, err := os.Stat(at)
		if err == nil && !info.IsDir() {
			return fmt.Errorf("%s is a file, not a folder", at)
		}
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at) {
			return err
		}
		missing = append(missing, at)
	}
	slices.Reverse(missing)
	for _, at := range missing {
		if err := os.Mkdir(at, 0o777); err != nil {
			return err
		}
		f.parents = append(f.parents, at)
	}
	return nil
}

// Write creates a file of the result. Name is relative, with forward
// slashes; its folders are made. What fill writes is the file's content; the
// file is on the disk when Write returns. The error is a *TargetError unless
// it is fill's own.
func (f *Folder) Write(name string, fill func(io.Writer) error) error {
	path := filepath.Join(f.partial, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return f.failed(name, err)
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return f.failed(name, err)
	}
	defer file.Close()
	counted := &counter{file: file, hash: sha256.New()}
	if err := fill(counted); err != nil && counted.failed == nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if counted.failed != nil {
		return f.failed(name, counted.failed)
	}
	if err := errors.Join(file.Sync(), file.Close()); err != nil {
		return f.failed(name, err)
	}
	f.files = append(f.files, File{Name: name, Bytes: counted.bytes, SHA256: hex.EncodeToString(counted.hash.Sum(nil))})
	return nil
}

// Files lists the files written so far, by name.
func (f *Folder) Files() []File {
	files := slices.Clone(f.files)
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return files
}

// Commit gives the result its name, replacing an older one. If that fails
// the older one is put back and the new one removed.
func (f *Folder) Commit() error {
	// A run can take hours: somebody may have put something there meanwhile.
	if err := replaceable(f.target, f.inputs, f.force); err != nil {
		f.Abort()
		return &TargetError{Path: f.shown, Cause: plain(err)}
	}
	old := filepath.Join(filepath.Dir(f.target), fmt.Sprintf(".%s.replaced-%d", filepath.Base(f.target), os.Getpid()))
	err := os.Rename(f.target, old)
	replaced := err == nil
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		err = os.Rename(f.partial, f.target)
	}
	if err != nil {
		if replaced {
			err = errors.Join(err, os.Rename(old, f.target))
		}
		f.Abort()
		return &TargetError{Path: f.shown, Cause: plain(err)}
	}
	f.open = false
	if replaced {
		if err := os.RemoveAll(old); err != nil {
			return &TargetError{Path: f.shown, Cause: fmt.Errorf("the new result is in place, but the replaced one could not be removed: %w", err)}
		}
	}
	return nil
}

// Abort removes what has been written, and the folders made for it. After
// Commit it does nothing, so that it can be deferred.
func (f *Folder) Abort() {
	if f.open {
		os.RemoveAll(f.partial)
	}
	if f.open || f.partial == "" {
		for _, parent := range slices.Backward(f.parents) {
			os.Remove(parent) // fails, as it should, if somebody else has put something there
		}
	}
	f.open = false
}

func (f *Folder) failed(name string, err error) error {
	return &TargetError{Path: f.shown, Cause: fmt.Errorf("%s: %w", name, plain(err))}
}

// plain drops the operation and path of a file error: the message around it
// names the place in the user's own words.
func plain(err error) error {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return path.Err
	}
	if link := (*os.LinkError)(nil); errors.As(err, &link) {
		return link.Err
	}
	return err
}

// counter counts and hashes what passes through to a file.
type counter struct {
	file   *os.File
	hash   hash.Hash
	bytes  int64
	failed error // of the file
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.file.Write(p)
	if err != nil {
		c.failed = err
	}
	c.bytes += int64(n)
	c.hash.Write(p[:n])
	return n, err
}
