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
	"runtime"
	"slices"
	"strings"

	"github.com/gofrs/flock"
)

// An Identity says what a result is made from. What is there of the same identity is
// continued; anything else is kept apart.
type Identity struct {
	Inputs  string // Inputs.Hash
	Program string // Program, of the one that makes it
}

// A Folder is a result being made. Until Commit it lives beside its target under
// the target's name and ".unfinished". Parts that are in place survive whatever
// ends the program; the next Open of the same identity takes them up.
type Folder struct {
	shown    string   // the target as the user wrote it
	target   string   // the target, absolute and without links
	work     string   // where the files are until Commit
	parents  []string // folders made to hold the target, outermost first
	identity Identity
	force    bool
	lock     *flock.Flock
	journal  *journal
	files    []File // whole ones, other than parts
	damaged  []string
	complete *Manifest // of a result that is there whole
	made     bool      // the work folder is this one's: nothing was there before
	open     bool      // neither committed nor left
}

// A File is one file of a result.
type File struct {
	Name   string `json:"name"` // relative to the result, with forward slashes
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

const unfinished = ".unfinished"

// Open prepares to make a result of the given identity at target. It makes missing
// parent folders. What an earlier program left unfinished is continued, a whole
// result of the same identity is found complete (see Complete) or, if files of it
// are damaged, mended; a result of the same inputs by another build is made anew
// and then replaced. One of other inputs is replaced only if force is true; anything
// else is refused and left alone. Every error is a *TargetError.
func Open(target string, identity Identity, force bool) (*Folder, error) {
	folder := &Folder{shown: target, identity: identity, force: force}
	if err := folder.prepare(); err != nil {
		folder.Leave()
		if where := (*TargetError)(nil); errors.As(err, &where) {
			return nil, where
		}
		return nil, &TargetError{Path: target, Cause: plain(err)}
	}
	return folder, nil
}

func (f *Folder) prepare() (err error) {
	if f.target, err = resolve(f.shown); err != nil {
		return err
	}
	f.work = f.target + unfinished
	if err := reserved(f.target); err != nil {
		return err
	}
	if err := replaceable(f.target, f.identity.Inputs, f.force); err != nil {
		return err
	}
	if err := discardable(f.target + replaced); err != nil {
		return &TargetError{Path: f.shown, Cause: err}
	}
	if err := f.makeParents(filepath.Dir(f.target)); err != nil {
		return err
	}
	if done, err := f.alreadyThere(); done || err != nil {
		return err
	}
	switch err := os.Mkdir(f.work, 0o777); {
	case err == nil:
		f.made = true
	case !errors.Is(err, fs.ErrExist):
		return err
	}
	if info, err := os.Stat(f.work); err == nil && !info.IsDir() {
		return &TargetError{Path: f.shown + unfinished, Cause: ErrFile}
	}
	if err := f.own(); err != nil {
		return err
	}
	if err := f.takeUp(); err != nil {
		// It is about a folder that the user did not name.
		return &TargetError{Path: f.shown + unfinished, Cause: plain(err)}
	}
	f.open = true
	return nil
}

// alreadyThere looks at a result of the same identity at the target. If it is whole
// there is nothing to do. If it is damaged it becomes the work folder again, to be
// mended.
func (f *Folder) alreadyThere() (done bool, err error) {
	manifest, err := readManifest(f.target)
	if err != nil || manifest.Inputs != f.identity.Inputs || manifest.Execution.Program != f.identity.Program {
		return false, nil // replaceable has judged it
	}
	var damaged []string
	for _, file := range manifest.Files {
		if !Intact(f.target, file) {
			damaged = append(damaged, file.Name)
		}
	}
	if len(damaged) == 0 {
		f.complete = manifest
		// What a program left that was killed after the result got its name. If it
		// cannot be removed it harms nobody.
		os.Remove(filepath.Join(f.target, lockName))
		discard(f.target + replaced)
		return true, nil
	}
	// So named it is as if it had ended before it got its name, which takeUp knows. If
	// there is an unfinished one already, that goes on instead.
	err = os.Rename(f.target, f.work)
	if errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	f.damaged = damaged
	return false, err
}

// takeUp reads the journal of a work folder, keeps what is whole, and goes on
// with it.
func (f *Folder) takeUp() error {
	path := filepath.Join(f.work, journalName)
	if _, err := os.Stat(path); err != nil && !f.made {
		if err := f.withoutJournal(path); err != nil {
			return err
		}
	}
	journal, err := openJournal(path, f.identity)
	if err != nil && f.force && !errors.Is(err, ErrForeign) {
		if err := f.empty(); err != nil {
			return err
		}
		journal, err = openJournal(path, f.identity)
	}
	if err != nil {
		return err
	}
	f.journal = journal
	for number, entry := range journal.parts {
		for _, file := range entry.Files {
			if !Intact(f.work, file) {
				f.damaged = append(f.damaged, file.Name)
				delete(journal.parts, number)
			}
		}
	}
	slices.Sort(f.damaged)
	f.damaged = slices.Compact(f.damaged)
	return nil
}

// withoutJournal makes a journal for a work folder that has none: the program ended
// before it wrote one, or as the folder was about to get its name.
func (f *Folder) withoutJournal(path string) error {
	manifest, err := readManifest(f.work)
	if err == nil {
		return writeJournal(path, Identity{manifest.Inputs, manifest.Execution.Program}, manifest.Files)
	}
	entries, err := os.ReadDir(f.work)
	for _, entry := range entries {
		if entry.Name() != lockName && !strings.HasSuffix(entry.Name(), partialSuffix) {
			return ErrForeign
		}
	}
	return err
}

// empty removes what the work folder holds, but for its lock.
func (f *Folder) empty() error {
	entries, err := os.ReadDir(f.work)
	for _, entry := range entries {
		if entry.Name() != lockName {
			err = errors.Join(err, os.RemoveAll(filepath.Join(f.work, entry.Name())))
		}
	}
	return err
}

// Complete returns the manifest of a result that is already there, whole and of the
// same identity, or nil. Then there is nothing to do, and nothing may be written.
func (f *Folder) Complete() *Manifest { return f.complete }

// Damaged lists files that were found to be other than they were written. They
// are made anew.
func (f *Folder) Damaged() []string { return f.damaged }

// Path returns where the files are now.
func (f *Folder) Path() string {
	if f.open {
		return f.work
	}
	return f.target
}

// Expect notes how many parts the result will have and which command makes them, for
// who asks after an unfinished one.
func (f *Folder) Expect(parts int, command []string) error {
	f.journal.head.Parts, f.journal.head.Command = parts, command
	if err := f.journal.rewrite(); err != nil {
		return f.failed(journalName, err)
	}
	return nil
}

// Has reports whether a part is in place.
func (f *Folder) Has(part int) bool { return f.journal.has(part) }

// Parts returns the number of parts that are in place.
func (f *Folder) Parts() int { return len(f.journal.parts) }

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
		if err := os.Mkdir(at, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		f.parents = append(f.parents, at)
	}
	return nil
}

// Write creates a file of the result. Name is relative, with forward
// slashes; its folders are made. What fill writes is the file's content; the
// file is on the disk, whole, when Write returns. The error is a *TargetError
// unless it is fill's own.
func (f *Folder) Write(name string, fill func(io.Writer) error) error {
	file, err := f.put(name, fill)
	if err != nil {
		return err
	}
	f.files = append(f.files, file)
	return nil
}

// put writes a file under a temporary name, and gives it its own when it is whole
// and on the disk. Calls may overlap.
func (f *Folder) put(name string, fill func(io.Writer) error) (File, error) {
	path := filepath.Join(f.work, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return File{}, f.failed(name, err)
	}
	partial := filepath.Join(filepath.Dir(path), filepath.Base(path)+partialSuffix)
	file, err := os.OpenFile(partial, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o666)
	if err != nil {
		return File{}, f.failed(name, err)
	}
	defer os.Remove(partial) // fails, as it should, once it has its name
	defer file.Close()
	counted := &counter{file: file, hash: sha256.New()}
	if err := fill(counted); err != nil && counted.failed == nil {
		return File{}, fmt.Errorf("%s: %w", name, err)
	}
	if counted.failed != nil {
		return File{}, f.failed(name, counted.failed)
	}
	if err := errors.Join(file.Sync(), file.Close()); err != nil {
		return File{}, f.failed(name, err)
	}
	if err := os.Rename(partial, path); err != nil {
		return File{}, f.failed(name, err)
	}
	return File{Name: name, Bytes: counted.bytes, SHA256: hex.EncodeToString(counted.hash.Sum(nil))}, nil
}

// partialSuffix ends the names of files that are not whole.
const partialSuffix = ".partial"

// Files lists the files in place, parts too, by name.
func (f *Folder) Files() []File {
	files := slices.Clone(f.files)
	for _, entry := range f.journal.parts {
		files = append(files, entry.Files...)
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return files
}

// Commit writes the manifest and gives the result its name, replacing an older
// one. If that fails the older one is put back, and the new one stays unfinished.
func (f *Folder) Commit(manifest *Manifest) error {
	if err := f.Write(ManifestName, manifest.Write); err != nil {
		return err
	}
	if err := f.commit(manifest); err != nil {
		return &TargetError{Path: f.shown, Cause: plain(err)}
	}
	return nil
}

func (f *Folder) commit(manifest *Manifest) error {
	// A run can take hours: somebody may have put something there meanwhile.
	if err := replaceable(f.target, f.identity.Inputs, f.force); err != nil {
		return err
	}
	f.journal.close()
	if err := f.tidy(manifest); err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(f.work, journalName)); err != nil {
		return err
	}
	if runtime.GOOS == "windows" {
		f.release(f.work) // there a folder that holds an open file cannot get another name
	}
	if err := f.rename(); err != nil {
		return err
	}
	f.open = false
	f.release(f.target)
	if err := syncFolder(filepath.Dir(f.target)); err != nil {
		return err
	}
	if err := discard(f.target + replaced); err != nil {
		return fmt.Errorf("the new result is in place, but the replaced one could not be removed: %w", err)
	}
	return nil
}

// rename gives the work folder its name. An older result steps aside, and back if
// that fails.
func (f *Folder) rename() error {
	old := f.target + replaced
	_, err := os.Lstat(f.target)
	aside := err == nil
	if aside {
		if err := discard(old); err != nil { // of a program that ended as it cleaned up
			return err
		}
		if err := os.Rename(f.target, old); err != nil {
			return err
		}
	}
	err = os.Rename(f.work, f.target)
	if err != nil && aside {
		err = errors.Join(err, os.Rename(old, f.target))
	}
	return err
}

// tidy removes what an ended program left half-written, and refuses to carry along
// what is not ours.
func (f *Folder) tidy(manifest *Manifest) error {
	err := filepath.WalkDir(f.work, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.HasSuffix(entry.Name(), partialSuffix) {
			return os.Remove(path)
		}
		return err
	})
	if err != nil {
		return err
	}
	return onlyOurs(f.work, manifest, journalName, lockName)
}

// Leave ends the work on the folder. If it holds parts they stay, for the same
// command to go on with; if it holds none, it and the folders made for it are
// removed. What Open refused to take up stays as it is. After Commit it does
// nothing, so that it can be deferred. It reports whether anything stays.
func (f *Folder) Leave() (stays bool) {
	if f.complete != nil {
		return false
	}
	if f.journal != nil {
		stays = f.open && len(f.journal.parts) > 0
		f.journal.close()
	}
	if f.lock != nil && !stays && (f.open || f.made) {
		f.empty()
		f.release(f.work)
		os.Remove(f.work) // fails, as it should, if somebody has locked it meanwhile
	}
	f.release(f.work)
	if !stays {
		for _, parent := range slices.Backward(f.parents) {
			os.Remove(parent) // fails, as it should, if somebody else has put something there
		}
	}
	f.open = false
	return stays
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
