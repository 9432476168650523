package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"skillmix/answer/ledger"
)

// shown is a place of the manual in which the output of a command stands, or so many
// of its first paragraphs.
var shown = regexp.MustCompile("(?s)(<!-- output: ([^\n]*?)(?:, first ([0-9]+) paragraphs)? -->\n```\n)(.*?)(```\n<!-- end -->)")

// The commands of docs/why.md are run one after the other as they stand there, and give
// what it shows.
func TestTheManualShowsWhatWhySays(t *testing.T) {
	unlessShort(t)
	at := newPlace(t)
	page := filepath.Join("..", "..", "docs", "why.md")
	content, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	here := regexp.MustCompile(`\banswer\b`)
	said := map[string]string{}
	for line := range strings.Lines(string(content)) {
		words, command := strings.CutPrefix(strings.TrimSpace(line), "skillmix ")
		if !command || !strings.HasPrefix(line, "    ") {
			continue
		}
		got := at.run(strings.Fields(here.ReplaceAllString(words, "./answer"))...)
		got.ends(exitDone)
		said[words] = strings.ReplaceAll(got.stdout, "./answer", "answer")
	}
	places := 0
	text := shown.ReplaceAllStringFunc(string(content), func(place string) string {
		places++
		part := shown.FindStringSubmatch(place)
		output, ran := said[part[2]]
		if !ran {
			t.Fatalf("the page shows what %q says and does not tell to run it", part[2])
		}
		if part[3] != "" {
			count, _ := strconv.Atoi(part[3])
			paragraphs := strings.SplitAfter(output, "\n\n")
			output = strings.Join(paragraphs[:min(count, len(paragraphs))], "") + "...\n"
		}
		return part[1] + output + part[5]
	})
	if places != strings.Count(string(content), "<!-- output: ") || places == 0 {
		t.Fatalf("the page has %d places for output that are not of this form", strings.Count(string(content), "<!-- output: ")-places)
	}
	if text == string(content) {
		return
	}
	if !*update {
		t.Fatalf("docs/why.md shows other words than its commands give: run make golden\n%s", text)
	}
	if err := os.WriteFile(page, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// What "open" means is said in the manual as in the answer.
func TestTheManualSaysWhatOpenMeans(t *testing.T) {
	content, err := os.ReadFile(filepath.Join("..", "..", "docs", "why.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, barrier := range ledger.Barriers {
		row := "| " + barrier.Name + " | " + strings.Join(barrier.Gates, ", ") + " | " + barrier.Open + " |"
		if !strings.Contains(string(content), row) {
			t.Errorf("docs/why.md has no row %s", row)
		}
	}
}
