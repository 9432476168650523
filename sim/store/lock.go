package store

import (
	"os"
	"path/filepath"
	"runtime"

	"github.com/gofrs/flock"
)

// lockName is the name of the lock in an unfinished result. It keeps its folder from
// a second program until the folder has its name, and is empty.
const lockName = "lock"

// own locks the work folder, so that two programs do not write to it.
func (f *Folder) own() error {
	lock := flock.New(filepath.Join(f.work, lockName))
	locked, err := lock.TryLock()
	if err != nil {
		return err
	}
	if locked && !stillThere(lock) {
		lock.Unlock()
		locked = false
	}
	if !locked {
		return ErrBusy
	}
	f.lock = lock
	return nil
}

// stillThere reports whether a lock is on the file that now has its name. Between
// opening and locking it another program may have finished, or begun again.
func stillThere(lock *flock.Flock) bool {
	held, err := lock.Stat()
	if err != nil {
		return false
	}
	now, err := os.Stat(lock.Path())
	return err == nil && os.SameFile(held, now)
}

// release gives up the lock, which is now in the given folder. Its file goes while it
// is locked, or another program might lock one that is about to go; Windows removes
// no open file.
func (f *Folder) release(folder string) {
	if f.lock == nil {
		return
	}
	path := filepath.Join(folder, lockName)
	if runtime.GOOS == "windows" {
		f.lock.Unlock()
		os.Remove(path)
	} else {
		os.Remove(path)
		f.lock.Unlock()
	}
	f.lock = nil
}
