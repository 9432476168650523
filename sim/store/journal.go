package store

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// journalName is the name of the journal in an unfinished result.
const journalName = "unfinished.jsonl"

// A journal lists the parts of an unfinished result as they come into place: a
// line in JSON for what the result is of, then a line for each part. A line that
// was cut off by the end of the program does not count.
type journal struct {
	path  string
	head  journalHead
	lock  sync.Mutex // of file
	file  *os.File
	known sync.RWMutex // of parts
	parts map[int]*journalEntry
}

type journalHead struct {
	Tool    string   `json:"tool"`
	Inputs  string   `json:"inputs"`
	Program string   `json:"program"`
	Parts   int      `json:"parts"` // that the result will have
	Command []string `json:"command"`
}

// headOf begins the journal of a result of which no more is known.
func headOf(identity Identity) journalHead {
	return journalHead{Tool: Tool, Inputs: identity.Inputs, Program: identity.Program}
}

type journalEntry struct {
	Part  int    `json:"part"`
	Files []File `json:"files"`
}

// openJournal reads the journal at path, or begins one. It fails with ErrForeign
// if the file is something else, ErrOther if it is of other inputs and ErrBuild if
// another build of the program began it.
func openJournal(path string, identity Identity) (*journal, error) {
	j := &journal{path: path, head: headOf(identity), parts: map[int]*journalEntry{}}
	text, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if bytes.IndexByte(text, '\n') >= 0 {
		if err := j.read(text, identity); err != nil {
			return nil, err
		}
	}
	return j, j.rewrite() // without what was cut off
}

// rewrite writes the journal anew, and opens it for what is to come.
func (j *journal) rewrite() (err error) {
	j.close()
	if err := writeJournalEntries(j.path, j.head, j.sorted()); err != nil {
		return err
	}
	j.file, err = os.OpenFile(j.path, os.O_APPEND|os.O_WRONLY, 0o666)
	return err
}

func (j *journal) read(text []byte, identity Identity) error {
	if err := j.parse(text); err != nil {
		return err
	}
	switch {
	case j.head.Inputs != identity.Inputs:
		return ErrOther
	case j.head.Program != identity.Program:
		return ErrBuild
	}
	return nil
}

// parse reads a journal of any identity.
func (j *journal) parse(text []byte) error {
	lines := bufio.NewScanner(bytes.NewReader(text))
	lines.Buffer(nil, len(text)+1)
	if lines.Scan(); json.Unmarshal(lines.Bytes(), &j.head) != nil || j.head.Tool != Tool {
		return ErrForeign
	}
	for lines.Scan() {
		entry := &journalEntry{}
		if json.Unmarshal(lines.Bytes(), entry) == nil && len(entry.Files) > 0 {
			j.parts[entry.Part] = entry
		}
	}
	return lines.Err()
}

// sorted returns the entries by part.
func (j *journal) sorted() (entries []*journalEntry) {
	for _, part := range slices.Sorted(maps.Keys(j.parts)) {
		entries = append(entries, j.parts[part])
	}
	return entries
}

// add notes that a part is in place. Calls may overlap.
func (j *journal) add(entry *journalEntry) error {
	j.lock.Lock()
	defer j.lock.Unlock()
	line, err := json.Marshal(entry)
	if err != nil {
		return err
	}
	if _, err := j.file.Write(append(line, '\n')); err != nil {
		return err
	}
	if err := j.file.Sync(); err != nil {
		return err
	}
	j.known.Lock()
	defer j.known.Unlock()
	j.parts[entry.Part] = entry
	return nil
}

// has reports whether a part is in place. It does not wait for the disk.
func (j *journal) has(part int) bool {
	j.known.RLock()
	defer j.known.RUnlock()
	return j.parts[part] != nil
}

func (j *journal) close() {
	if j.file != nil {
		j.file.Close()
		j.file = nil
	}
}

// writeJournal writes a journal of files that are parts, as a manifest lists them.
func writeJournal(path string, identity Identity, files []File) error {
	j := &journal{parts: map[int]*journalEntry{}}
	for _, file := range files {
		if part, found := partOf(file.Name); found {
			if j.parts[part] == nil {
				j.parts[part] = &journalEntry{Part: part}
			}
			entry := j.parts[part]
			entry.Files = append(entry.Files, file)
		}
	}
	return writeJournalEntries(path, headOf(identity), j.sorted())
}

func writeJournalEntries(path string, head journalHead, entries []*journalEntry) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	err := encoder.Encode(head)
	for _, entry := range entries {
		err = errors.Join(err, encoder.Encode(entry))
	}
	if err != nil {
		return err
	}
	partial := path + partialSuffix
	if err := os.WriteFile(partial, text.Bytes(), 0o666); err != nil {
		return errors.Join(err, os.Remove(partial))
	}
	return os.Rename(partial, path)
}

// partOf tells of which part a file is, if it is one.
func partOf(name string) (part int, found bool) {
	table, rest, _ := strings.Cut(name, "/")
	digits, isPart := strings.CutPrefix(strings.TrimSuffix(rest, ".parquet"), "part-")
	part, err := strconv.Atoi(digits)
	return part, isPart && err == nil && slices.Contains([]string{RunsTable, SeriesTable, UnitsTable}, table)
}

// An Unfinished tells of a result on its way.
type Unfinished struct {
	Made, Parts int
	Command     []string // that began it, and goes on with it
	Inputs      string
}

// ReadUnfinished reads what is there of the unfinished result of a target. It fails
// with an error like fs.ErrNotExist if there is none.
func ReadUnfinished(target string) (*Unfinished, error) {
	place, err := resolve(target)
	if err != nil {
		return nil, &ReadError{Path: target, Cause: err}
	}
	text, err := os.ReadFile(filepath.Join(place+unfinished, journalName))
	if err != nil {
		return nil, err
	}
	j := &journal{parts: map[int]*journalEntry{}}
	if err := j.parse(text); err != nil {
		return nil, &ReadError{Path: target + unfinished, Cause: err}
	}
	return &Unfinished{Made: len(j.parts), Parts: j.head.Parts, Command: j.head.Command, Inputs: j.head.Inputs}, nil
}
