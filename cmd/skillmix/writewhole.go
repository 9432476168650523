package main

import (
	"errors"
	"os"
	"path/filepath"
)

// writeWhole writes a file whole or not at all: what was there stays until the
// new content is complete.
func writeWhole(name string, content []byte) error {
	partial, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*")
	if err != nil {
		return err
	}
	_, err = partial.Write(content)
	if err = errors.Join(err, partial.Chmod(0o644), partial.Close()); err == nil {
		err = os.Rename(partial.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(partial.Name()))
	}
	return nil
}
