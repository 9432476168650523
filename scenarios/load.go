package scenarios

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Load reads a scenario: a built-in by its name, or a file by its path. A
// name that is both means the built-in; write ./name for the file. Each of
// sets is "key=value" and overrules the files, later ones those before.
//
// The error wraps ErrNotFound if there is neither a built-in nor a file, is
// an Errors if the scenario is invalid, and otherwise tells why an existing
// file cannot be read.
func Load(reference string, sets []string) (*Scenario, error) {
	return loader{read: readFile, table: readTable}.load(reference, sets)
}

// A loader reads scenarios with the files that read gives.
type loader struct {
	read  func(path string) ([]byte, error) // scenario files
	table func(path string) ([]byte, error) // tables of organisations; nil if there are none
}

// readFile reads a file, and no more of it than shows that it is too large.
func readFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, maxBytes+1))
}

// A source is the text of a scenario before it is parsed.
type source struct {
	name   string // of the scenario
	file   string // as errors name it
	folder string // to which its parent's path is relative
	id     string // the same for the same file, however it was referred to
	text   []byte
}

// find returns the text of a scenario referred to from a folder. It returns
// nil if there is neither a built-in nor a file.
func (l loader) find(reference, folder string) (*source, error) {
	if slices.Contains(builtins(), reference) {
		text, err := Source(reference)
		return &source{name: reference, file: reference + ".toml (built in)", id: reference, text: text}, err
	}
	if reference == "" || strings.ContainsRune(reference, 0) {
		return nil, nil
	}
	file := reference
	if !filepath.IsAbs(file) && folder != "" && folder != "." {
		file = filepath.Join(folder, file)
	}
	text, err := l.read(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("scenario file %s cannot be read: %w", file, cause(err))
	}
	base := filepath.Base(file)
	return &source{
		name:   strings.TrimSuffix(base, filepath.Ext(base)),
		file:   file,
		folder: filepath.Dir(file),
		id:     identity(file),
		text:   text,
	}, nil
}

// cause drops the path from an error of the file system, which the message
// names already.
func cause(err error) error {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		return inner.Err
	}
	return err
}

// identity returns the path of a file free of links and of dots, as far as
// the file system will tell.
func identity(file string) string {
	if resolved, err := filepath.EvalSymlinks(file); err == nil {
		file = resolved
	}
	if absolute, err := filepath.Abs(file); err == nil {
		file = absolute
	}
	return file
}

func (l loader) load(reference string, sets []string) (*Scenario, error) {
	d, err := l.draft(reference, sets)
	if err != nil {
		return nil, err
	}
	return d.finish()
}

// draft reads the documents of a scenario, from the farthest parent to the last
// setting.
func (l loader) draft(reference string, sets []string) (*draft, error) {
	first, err := l.find(reference, "")
	if err != nil {
		return nil, err
	}
	if first == nil {
		return nil, fmt.Errorf("%w: %q is neither a built-in scenario nor a file%s", ErrNotFound, reference, adviceOnScenario(reference))
	}
	d := newDraft(first.name)
	if d.readTable = l.table; l.table == nil {
		d.readTable = noTables
	}
	chain, err := l.follow(d, first)
	if err != nil {
		return nil, err
	}
	for i, document := range slices.Backward(chain) {
		document.layer = len(chain) - i
		if i > 0 {
			// A title speaks of its own file only.
			delete(document.tree, "title")
			delete(document.tree, "summary")
		}
		d.apply(document)
	}
	for i, option := range sets {
		document, problem := parseSet(option, len(chain)+1)
		if problem != nil {
			d.errors = append(d.errors, *problem)
			continue
		}
		document.layer = len(chain) + 1 + i
		d.apply(document)
	}
	return d, nil
}

// follow parses a file and those it extends, the file itself first. Problems
// of syntax and of extends go to the draft; the error is of the file system.
func (l loader) follow(d *draft, s *source) ([]*document, error) {
	var chain []*document
	visited := map[string]bool{}
	for {
		visited[s.id] = true
		document, problem := parse(s.file, len(chain), s.text)
		if problem != nil {
			d.errors = append(d.errors, *problem)
			d.broken = true
			return chain, nil
		}
		document.folder = s.folder
		chain = append(chain, document)
		raw, extends := document.tree["extends"]
		if !extends {
			return chain, nil
		}
		e := entry{document: document, path: path{"extends"}, raw: raw}
		reference, isText := raw.(string)
		if !isText {
			d.fail(e, "%s, not text; the name of a built-in scenario or the path of a file, in quotes", kind(raw))
			d.broken = true
			return chain, nil
		}
		parent, err := l.find(reference, s.folder)
		switch {
		case err != nil:
			return nil, fmt.Errorf("%s: extends: %w", s.file, err)
		case parent == nil:
			d.fail(e, "%q is neither a built-in scenario nor a file%s", reference, adviceOnScenario(reference))
		case visited[parent.id]:
			d.fail(e, "%q leads back to a file of the same chain; a scenario cannot extend itself", reference)
		default:
			s = parent
			continue
		}
		d.broken = true
		return chain, nil
	}
}
