package scenarios

import (
	"strings"
	"testing"

	"skillmix/model"
)

func TestPlaceIndex(t *testing.T) {
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
	places := indexPlaces(text)
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
		if got := places.line(strings.Split(test.path, "|")); got != test.line {
			t.Errorf("%s: line %d, want %d: %s", test.path, got, test.line, test.reason)
		}
	}
	if _, problem := parse("test", 0, []byte(strings.Replace(text, "\u00e9x", "ex", 1))); problem != nil {
		t.Errorf("the text is not valid TOML: %v", problem)
	}
}

// Keys and values have the place of what they are written as, without blanks
// and comments around it.
func TestPlacesOfKeysAndValues(t *testing.T) {
	text := strings.Join([]string{
		`[ funding . "x y" ]`,
		`  offered = -5 # pounds`,
		`routes = [ "a", "b" ]`,
		`time.start = "2019-04"`,
		`[[support]]`,
		`when = { from = 2019-04-01 10:00:00 , until = '' }`,
	}, "\n")
	places := indexPlaces(text)
	for _, test := range []struct{ path, key, value, reason string }{
		{"funding", "funding", "funding", "a table has its heading"},
		{"funding|x y", `"x y"`, `"x y"`, "a quoted part of a heading"},
		{"funding|x y|offered", "offered", "-5", "no blanks, no comment"},
		{"funding|x y|routes|[1]", `"b"`, `"b"`, "an element has no key"},
		{"funding|x y|time|start", "start", `"2019-04"`, "the last part of a dotted key"},
		{"funding|x y|time", "time", "time", "a table that only a dotted key makes"},
		{"support|[0]", "support", "support", "an element of an array of tables"},
		{"support|[0]|when", "when", "{ from = 2019-04-01 10:00:00 , until = '' }", "an inline table"},
		{"support|[0]|when|from", "from", "2019-04-01 10:00:00", "a value with a blank in it"},
		{"support|[0]|when|until", "until", "''", "empty text"},
		{"support|[0]|when|strange", "when", "when", "what is not there has the table around it"},
	} {
		p := strings.Split(test.path, "|")
		key, _ := places.key(p)
		value, known := places.value(p)
		if got := text[key.from:key.to]; got != test.key && test.path != "support|[0]|when|strange" {
			t.Errorf("%s: key %q, want %q: %s", test.path, got, test.key, test.reason)
		}
		if got := text[value.from:value.to]; got != test.value || !known {
			t.Errorf("%s: value %q, want %q: %s", test.path, got, test.value, test.reason)
		}
	}
	if _, known := places.value(path{"nothing"}); known {
		t.Error("what is nowhere has a place")
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
		if got := Nearest(test.name, known); got != test.want {
			t.Errorf("Nearest(%q) = %q, want %q: %s", test.name, got, test.want, test.reason)
		}
	}
}

// In every block a key with one letter left out, doubled, exchanged or swapped
// with its neighbour is found again, and one with two such slips if it is long
// enough for two to be a slip; unless another key is as near.
func TestSlipsAreFoundInEveryBlock(t *testing.T) {
	blocks := map[string][]string{
		"support": fieldNames(supportFields()), "change": fieldNames(changeFields()), "cap": fieldNames(capFields()), "range": rangeKeys, "facts": factKeys, "sections": sections(),
		"parameters": nil, "mechanisms": nil, "role": nil,
	}
	for _, key := range keys() {
		blocks[key.section] = append(blocks[key.section], key.name)
	}
	for i := range model.Catalogue {
		blocks["parameters"] = append(blocks["parameters"], model.Catalogue[i].Name)
	}
	for i := range model.Mechanisms {
		blocks["mechanisms"] = append(blocks["mechanisms"], model.Mechanisms[i].Name)
	}
	for _, field := range roleFields() {
		blocks["role"] = append(blocks["role"], field.name)
	}
	slips := func(name string) []string {
		var all []string
		for i := range name {
			all = append(all, name[:i]+name[i+1:], name[:i]+name[i:i+1]+name[i:], name[:i]+"x"+name[i+1:])
			if i > 0 {
				all = append(all, name[:i-1]+name[i:i+1]+name[i-1:i]+name[i+1:])
			}
		}
		return all
	}
	found, tied := 0, 0
	for block, known := range blocks {
		for _, name := range known {
			once := slips(name)
			if len(name) >= 6 {
				for i, slip := range slips(name) {
					if i%7 == 0 { // a sample: there are a million
						twice := slips(slip)
						once = append(once, twice[i%len(twice)], twice[(i*i+1)%len(twice)])
					}
				}
			}
			for _, slip := range once {
				if len(name) < 2 || contains(known, slip) || distance(slip, name) > farthest {
					continue // a swap beside a letter left out moves a letter by two
				}
				switch near := Nearest(slip, known); {
				case near == name:
					found++
				case near != "" && distance(slip, near) <= distance(slip, name):
					tied++
				default:
					t.Fatalf("%s: %q is taken for %q, meant was %q", block, slip, near, name)
				}
			}
		}
	}
	if tied > found/20 {
		t.Errorf("%d slips found, %d are as near to another key", found, tied)
	}
	t.Logf("%d slips found, %d as near to another key", found, tied)
}
