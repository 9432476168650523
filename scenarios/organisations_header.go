package scenarios

import (
	"fmt"
	"slices"
	"strings"
)

// heads names columns, each as the file does.
func (t *table) heads(columns []string) string {
	names := make([]string, len(columns))
	for i, column := range columns {
		names[i] = t.header[t.at[column]]
	}
	return strings.Join(names, ", ")
}

// needed lists the columns that a table must have.
func (t *table) needed() []string {
	var names []string
	for _, column := range t.columns {
		if column.Needed {
			names = append(names, column.Name)
		}
	}
	return names
}

// known lists all columns that a table may have.
func (s side) known() []string {
	var names []string
	for _, column := range s.columns {
		if column.Name != postsPrefix+"ROLE" {
			names = append(names, column.Name)
			continue
		}
		for _, role := range roles() {
			names = append(names, postsPrefix+role)
		}
	}
	return names
}

// index notes which field holds which column. Columns of other names are left
// alone unless they look like a slip.
func (t *table) index(header []string, line int) {
	t.at = map[string]int{}
	first := map[string]int{}
	for i := range header {
		header[i] = strings.TrimSpace(header[i])
		if before, twice := first[header[i]]; twice && header[i] != "" {
			t.fail(line, header[i], "stands at the head of two columns, %d and %d; rename one", before+1, i+1)
			t.point(t.places[i], header[i])
			continue
		}
		first[header[i]] = i
	}
	t.header = header
	known := t.known()
	used := map[string]bool{}
	for _, name := range known {
		wanted, mapped := t.mapping[name]
		if !mapped {
			wanted = name
		}
		i, found := first[wanted]
		switch {
		case found:
			t.at[name] = i
			used[wanted] = true
		case mapped:
			t.fail(line, name, "no such column, though population.columns.%s names it%s", t.name, suggestion(wanted, header))
		case slices.Contains(t.needed(), name):
			t.fail(line, name, "no such column%s", t.adviceOnMissing(name))
		}
	}
	for i, name := range header {
		if used[name] {
			continue
		}
		if near := Nearest(name, known); near != "" && near != name && t.isAbsent(near) {
			t.fail(line, name, "unknown column; did you mean %q? otherwise give it a name less like it", near)
			t.point(t.places[i], name)
		} else if strings.HasPrefix(name, postsPrefix) && slices.Contains(t.known(), postsPrefix+roles()[0]) {
			t.fail(line, name, "there is no role %q%s", strings.TrimPrefix(name, postsPrefix), adviceOn(strings.TrimPrefix(name, postsPrefix), roles()))
			t.point(t.places[i], name)
		}
	}
}

// isAbsent reports whether the table has no such column, and may do without:
// a missing needed column is told already.
func (t *table) isAbsent(name string) bool {
	_, found := t.at[name]
	return !found && !slices.Contains(t.needed(), name)
}

// adviceOnMissing says what to do about a missing column.
func (t *table) adviceOnMissing(name string) string {
	switch {
	case len(t.header) == 1 && strings.ContainsAny(t.header[0], ";\t"):
		return "; columns are divided by commas, not by semicolons or tabs"
	case Nearest(name, t.header) != "":
		return suggestion(name, t.header)
	}
	return fmt.Sprintf("; if it has another name, say which: population.columns.%s.%s = \"...\"; there are %s", t.name, name, shortened(t.header))
}

// shortened quotes names, a few at most.
func shortened(names []string) string {
	if len(names) > 8 {
		return quoted(names[:8]) + " and others"
	}
	return quoted(names)
}
