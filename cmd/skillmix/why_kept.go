package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"skillmix/sim/store"
)

// A keptAnswer is an answer about twins in files: a document that says from which inputs
// it was made, and what goes with it.
type keptAnswer struct {
	head     twinsHead
	folder   string // as the user wrote it
	document string // name of the file
	others   []string
}

// keeper says where an answer is kept, and fails where it must not be: in the result, or
// in the place of files that were made from other inputs. The error is a
// *store.TargetError. Nothing is written.
func (q *question) keeper(about, stem, code string, others ...string) (*keptAnswer, error) {
	k := &keptAnswer{head: q.twinsHead(about, code, others), folder: q.options.out, document: stem + ".json", others: others}
	within, err := inside(q.folder, k.folder)
	if err != nil {
		return nil, k.failed(err)
	}
	if within {
		return nil, k.failed(errors.New("it is in the result, which is only read; name a folder beside it"))
	}
	if info, err := os.Stat(k.folder); err == nil && !info.IsDir() {
		return nil, k.failed(store.ErrFile)
	}
	if q.options.force {
		return k, nil
	}
	return k, k.replaceable()
}

// replaceable fails if files are there that were made from other inputs, or of which it is
// not known.
func (k *keptAnswer) replaceable() error {
	text, err := os.ReadFile(filepath.Join(k.folder, k.document))
	if errors.Is(err, fs.ErrNotExist) {
		for _, name := range k.others {
			if _, err := os.Lstat(filepath.Join(k.folder, name)); err == nil {
				return k.failed(fmt.Errorf("it holds %s and no %s that tells what it was made from; name another folder with --out, or give --force to replace it", name, k.document))
			}
		}
		return nil
	}
	if err != nil {
		return err
	}
	var there twinsHead
	if json.Unmarshal(text, &there) != nil || there.Inputs != k.head.Inputs {
		return k.failed(fmt.Errorf("its %s was made from other inputs (another result or other scenarios); name another folder with --out, or give --force to replace it", k.document))
	}
	return nil
}

// write writes the document and what goes with it, each file whole, when all of them have
// been made. The document is taken away first and comes last, so that it never tells of
// other files.
func (k *keptAnswer) write(document any, fill ...func(io.Writer) error) error {
	contents := make([]bytes.Buffer, len(fill)+1)
	for i := range fill {
		if err := fill[i](&contents[i]); err != nil {
			return err
		}
	}
	text, err := encodeJSON(document)
	if err != nil {
		return err
	}
	contents[len(fill)].Write(text)
	if err := os.MkdirAll(k.folder, 0o777); err != nil {
		return err
	}
	paths := k.paths()
	if err := os.Remove(paths[len(fill)]); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for i, path := range paths {
		if err := writeWhole(path, contents[i].Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// paths are those of all files, the document's last.
func (k *keptAnswer) paths() (paths []string) {
	for _, name := range append(k.others[:len(k.others):len(k.others)], k.document) {
		paths = append(paths, filepath.Join(k.folder, name))
	}
	return paths
}

func (k *keptAnswer) failed(err error) error {
	return &store.TargetError{Path: k.folder, Cause: err}
}
