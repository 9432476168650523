package house

import (
	"fmt"
	"os"
	"path"
	"regexp"
	"strings"
)

// place matches the beginning of a path in somebody's own folders, on Unix
// and on Windows. The character before it must not continue another path or
// an address.
var place = regexp.MustCompile(`(?i)(^|[^\w.:/~-])(/(home|users|root|work|workspace|mnt|media|private)/[\w.]|[a-z]:\\{1,2}users\\)`)

// upwards matches a relative path that climbs.
var upwards = regexp.MustCompile(`(?:\.\./)+`)

// places complains of lines that name a place on one machine or a file
// outside the repository. own are folders of the machine at hand.
func places(f file, own []string) []string {
	if strings.ContainsRune(f.text, 0) {
		return nil // not text
	}
	depth := 0
	if folder := path.Dir(f.path); folder != "." {
		depth = strings.Count(folder, "/") + 1
	}
	var complaints []string
	for i, line := range strings.Split(f.text, "\n") {
		complain := func(what string) {
			complaints = append(complaints, fmt.Sprintf("%s:%d: names %s", f.path, i+1, what))
		}
		if found := place.FindString(line); found != "" {
			complain("a place on one machine: " + strings.TrimSpace(found))
		}
		for _, folder := range own {
			if strings.Contains(line, folder) {
				complain("a folder of this machine: " + folder)
			}
		}
		for _, climb := range upwards.FindAllString(line, -1) {
			if strings.Count(climb, "../") > depth {
				complain("a file outside the repository: " + climb)
			}
		}
	}
	return complaints
}

// ownFolders returns the folders of this machine that no file may name: the
// repository's and the user's. A folder directly below the root has too
// short a name to tell a path from other text.
func ownFolders(top string) []string {
	var folders []string
	home, err := os.UserHomeDir()
	if err != nil {
		home = "" // a machine without one cannot leak it
	}
	for _, folder := range []string{top, home} {
		if strings.Count(strings.ReplaceAll(folder, `\`, "/"), "/") >= 2 {
			folders = append(folders, folder)
		}
	}
	return folders
}
