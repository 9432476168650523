package store

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
)

// A Build says which program made a result, and for which machine it was
// compiled: the last bits of a number may depend on both.
type Build struct {
	Version string `json:"version"`
	Commit  string `json:"commit"` // "unknown" where the compiler did not record it; "+changes" if the tree was changed
	Go      string `json:"go"`
	OS      string `json:"os"`
	Arch    string `json:"arch"`
	GOAMD64 string `json:"goamd64,omitempty"`
}

// CurrentBuild describes the running program, whose version is given.
func CurrentBuild(version string) Build {
	build := Build{Version: version, Commit: "unknown", Go: runtime.Version(), OS: runtime.GOOS, Arch: runtime.GOARCH}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return build
	}
	changed := false
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			build.Commit = setting.Value
		case "vcs.modified":
			changed = setting.Value == "true"
		case "GOAMD64":
			build.GOAMD64 = setting.Value
		}
	}
	if changed && build.Commit != "unknown" {
		build.Commit += "+changes"
	}
	return build
}

// Program returns the SHA-256 of the running program's file. Parts of one result are
// made by one program: another may have changed what the model does.
func Program() (string, error) { return program() }

// program reads the file once: it may be replaced while the program runs.
var program = sync.OnceValues(func() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
})
