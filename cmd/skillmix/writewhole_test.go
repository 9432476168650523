package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWriteWhole(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "fitted.toml")
	for _, content := range []string{"first", "second"} {
		if err := writeWhole(name, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != content {
			t.Fatalf("%q, %v", got, err)
		}
	}
	taken := filepath.Join(folder, "taken") // a folder cannot be replaced by a file
	if err := os.MkdirAll(filepath.Join(taken, "inside"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := writeWhole(taken, []byte("x")); err == nil {
		t.Error("a folder was replaced")
	}
	if left, _ := os.ReadDir(folder); len(left) != 2 {
		t.Errorf("%d entries left: the partial file is to go", len(left))
	}
	if err := writeWhole(filepath.Join(folder, "none", "x"), nil); err == nil {
		t.Error("written into a folder that is not there")
	}
}
