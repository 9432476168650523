package store

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// Intact reports whether a file is as it was written.
func Intact(folder string, file File) bool {
	opened, err := os.Open(filepath.Join(folder, filepath.FromSlash(file.Name)))
	if err != nil {
		return false
	}
	defer opened.Close()
	if info, err := opened.Stat(); err != nil || info.Size() != file.Bytes {
		return false
	}
	hash := sha256.New()
	if _, err := io.Copy(hash, opened); err != nil {
		return false
	}
	return hex.EncodeToString(hash.Sum(nil)) == file.SHA256
}

// syncFolder has the disk remember the names in a folder. Where a folder cannot be
// opened, as on Windows, the system sees to that itself.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	defer folder.Close()
	return folder.Sync()
}

// checksummed reads from a file and remembers the checksum of what was read.
type checksummed struct {
	from   io.Reader
	hash   hash.Hash
	failed error // of from
}

func newChecksummed(from io.Reader) *checksummed { return &checksummed{from: from, hash: sha256.New()} }

func (c *checksummed) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	if err != nil && err != io.EOF {
		c.failed = err
	}
	c.hash.Write(p[:n])
	return n, err
}

func (c *checksummed) hex() string {
	return hex.EncodeToString(c.hash.Sum(nil))
}
