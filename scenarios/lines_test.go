package scenarios

import (
	"strings"
	"testing"
)

func TestLineIndex(t *testing.T) {
	text := strings.Join([]string{
		`# [not.a.table]`,                     // 1
		`title = "a # no comment [x]"`,        // 2
		`time.start = "2019-04" # y = 3`,      // 3
		`"quoted.key".'lit' = 1`,              // 4
		`long = """`,                          // 5
		`fake = 1 \"""`,                       // 6
		`""""`,                                // 7
		`raw = '''`,                           // 8
		`fake = 2 '' '''`,                     // 9
		`after = [ # list`,                    // 10
		`  "one", 'two]',`,                    // 11
		`  { k = 1, "m" = { n = [3] } },`,     // 12
		`]`,                                   // 13
		`  [ funding . "x y" ]`,               // 14
		`offered = 2019-04-01 10:00:00`,       // 15
		`empty = ''`,                          // 16
		`[[support]]`,                         // 17
		`clarity = 1`,                         // 18
		`[[support]] # second`,                // 19
		`clarity = 2`,                         // 20
		`[support.inner]`,                     // 21
		`deep = {}`,                           // 22
		`[[support.list]]`,                    // 23
		`z = [[], [1, 2]]`,                    // 24
		"[last]\r\nwin = 1\r\n\u00e9x = \"\"", // 25
	}, "\n")
	lines := indexLines(text)
	for _, test := range []struct {
		path   string
		line   int
		reason string
	}{
		{"title", 2, "brackets in a comment and in text are no tables"},
		{"time", 3, "a table that only a dotted key makes"},
		{"time|start", 3, "a dotted key"},
		{"quoted.key|lit", 4, "a dot in quotes does not divide"},
		{"long", 5, "text of several lines"},
		{"raw", 8, "literal text of several lines, after four closing quotation marks"},
		{"after", 10, "a list"},
		{"after|[0]", 11, "its elements"},
		{"after|[1]", 11, "a bracket in text does not close a list"},
		{"after|[2]|k", 12, "a key of an inline table in a list"},
		{"after|[2]|m|n|[0]", 12, "inline tables within each other"},
		{"funding|x y", 14, "a heading with blanks and quotes"},
		{"funding|x y|offered", 15, "a date with a blank in it"},
		{"funding|x y|empty", 16, "empty text"},
		{"support|[0]|clarity", 18, "first of an array of tables"},
		{"support|[1]", 19, "second"},
		{"support|[1]|clarity", 20, "its key"},
		{"support|[1]|inner|deep", 22, "a table below the last element"},
		{"support|[1]|list|[0]|z|[1]|[1]", 24, "an array of tables below it, with lists in lists"},
		{"last|win", 26, "Windows line ends"},
		{"last|unknown", 25, "what is not there has the line of the table around it"},
		{"fake", 0, "text is not searched for keys"},
	} {
		if got := lines.line(strings.Split(test.path, "|")); got != test.line {
			t.Errorf("%s: line %d, want %d: %s", test.path, got, test.line, test.reason)
		}
	}
	if _, problem := parse("test", 0, []byte(strings.Replace(text, "\u00e9x", "ex", 1))); problem != nil {
		t.Errorf("the text is not valid TOML: %v", problem)
	}
}

func TestNearest(t *testing.T) {
	known := []string{"baseline", "new-money", "q0", "offered"}
	for _, test := range []struct{ name, want, reason string }{
		{"new-mony", "new-money", "a letter left out"},
		{"NEW-MONEY", "new-money", "capitals"},
		{"basleine", "baseline", "neighbours swapped"},
		{"bslnie", "", "three away"},
		{"qo", "q0", "one of two letters"},
		{"xy", "", "everything would change"},
		{"", "", "nothing is near nothing"},
	} {
		if got := nearest(test.name, known); got != test.want {
			t.Errorf("nearest(%q) = %q, want %q: %s", test.name, got, test.want, test.reason)
		}
	}
}
