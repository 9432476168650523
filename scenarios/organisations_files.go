package scenarios

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"

	"skillmix/model"
)

// OwnOrganisations is the name of a population that comes from a user's own
// files.
const OwnOrganisations = "own organisations"

// An OrganisationsFile is a table of a user's own organisations.
type OrganisationsFile struct {
	Key     string            // such as population.trusts_file
	Path    string            // where it was read, as errors name it
	Copy    string            // what a copy beside a resolved scenario is called
	Content []byte            // the file as it is
	Columns map[string]string // from our names of columns to the file's, where they differ
	Rows    int               // organisations read
	LeftOut int               // rows left out because a needed cell is empty
}

// SHA256 returns the hash of the file's content in hexadecimal.
func (f *OrganisationsFile) SHA256() string {
	sum := sha256.Sum256(f.Content)
	return hex.EncodeToString(sum[:])
}

// People returns the population of the scenario for the model.
func (s *Scenario) People() model.Population {
	if s.Organisations != nil {
		return model.Population{Preset: OwnOrganisations, Given: s.Organisations}
	}
	return model.Population{Preset: s.Preset, Redraw: s.Redraw}
}

// OtherOrganisations tells in which way another scenario's own organisations
// are not the same as this one's; it returns "" if they are, or if both
// scenarios have a preset's.
func (s *Scenario) OtherOrganisations(other *Scenario) string {
	for _, side := range sides() {
		a, b := s.file(side), other.file(side)
		key := side.key()
		switch {
		case a == nil && b == nil:
		case a == nil || b == nil:
			return fmt.Sprintf("%s is %s in one and %s in the other", key, a.shown(), b.shown())
		case a.SHA256() != b.SHA256():
			return fmt.Sprintf("%s is %s in one and %s, of other content, in the other", key, a.shown(), b.shown())
		case !maps.Equal(a.Columns, b.Columns):
			return fmt.Sprintf("population.columns.%s differs", side.name)
		}
	}
	if s.Organisations != nil && s.SkipIncomplete != other.SkipIncomplete {
		return "population.skip_incomplete differs"
	}
	return ""
}

// file returns a scenario's table, or nil.
func (s *Scenario) file(side side) *OrganisationsFile {
	for i := range s.Files {
		if s.Files[i].Key == side.key() {
			return &s.Files[i]
		}
	}
	return nil
}

func (f *OrganisationsFile) shown() string {
	if f == nil {
		return "not given"
	}
	return f.Path
}

// readTable reads a table, and no more of it than shows that it is too large.
func readTable(path string) ([]byte, error) {
	// A pipe or a device might never end.
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, errors.New("not a file")
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, maxTableBytes+1))
}

// noTables is how a loader without a file system reads tables.
func noTables(string) ([]byte, error) { return nil, fs.ErrNotExist }

// population writes which organisations the scenario has.
func (w *writer) population(s *Scenario) {
	w.section("population")
	if s.Organisations == nil {
		w.line("preset = %q", s.Preset)
		w.line("redraw = %t", s.Redraw)
		return
	}
	for i := range s.Files {
		w.line("%s_file = %q # SHA-256 %s", s.Files[i].side(), s.Files[i].Copy, s.Files[i].SHA256())
	}
	w.line("skip_incomplete = %t", s.SkipIncomplete)
	for i := range s.Files {
		if len(s.Files[i].Columns) == 0 {
			continue
		}
		w.section("population.columns." + s.Files[i].side())
		for _, name := range slices.Sorted(maps.Keys(s.Files[i].Columns)) {
			w.line("%s = %s", name, tomlText(s.Files[i].Columns[name]))
		}
	}
}

// side returns the name of the file's side.
func (f *OrganisationsFile) side() string {
	for _, side := range sides() {
		if side.key() == f.Key {
			return side.name
		}
	}
	return ""
}
