package scenarios

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzLoad feeds the reader with any text as a file and as a setting. It must
// never panic, and what it accepts must survive being written and read again.
func FuzzLoad(f *testing.F) {
	for _, pattern := range []string{"builtin/*.toml", "testdata/bad/*.toml", "testdata/good/*.toml"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text, "parameters.q0={low=0.2,default=0.6,high=1.0}")
		}
	}
	f.Add([]byte("x=[\n"), "funding.routes=[")
	f.Fuzz(func(t *testing.T, text []byte, set string) {
		indexPlaces(string(text)) // must end on any text
		only := func(text []byte) loader {
			return loader{read: func(path string) ([]byte, error) {
				if path == "fuzz.toml" {
					return text, nil
				}
				return nil, fs.ErrNotExist
			}}
		}
		s, err := only(text).load("fuzz.toml", []string{set})
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without a message")
			}
			return
		}
		again, err := only(s.Resolved()).load("fuzz.toml", nil)
		if err != nil {
			t.Fatalf("the resolved file is refused: %v\n%s", err, s.Resolved())
		}
		if difference := cmp.Diff(s, again); difference != "" {
			t.Error(difference)
		}
	})
}
