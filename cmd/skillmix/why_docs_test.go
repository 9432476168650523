package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"skillmix/answer"
)

// The example of docs/why.md is run as it stands there, and gives what it shows.
func TestTheManualShowsWhatWhySays(t *testing.T) {
	at := newPlace(t)
	page := filepath.Join("..", "..", "docs", "why.md")
	content, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	text := string(content)
	begin, end := "<!-- output: why answer -->\n```\n", "```\n<!-- end -->"
	before, after, found := strings.Cut(text, begin)
	shown, rest, ended := strings.Cut(after, end)
	if !found || !ended {
		t.Fatal("the page has no place for what why says")
	}
	said := ""
	for line := range strings.Lines(before) {
		words, command := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "    skillmix ")
		if !command {
			continue
		}
		args := strings.Fields(strings.ReplaceAll(words, "answer", "./answer"))
		said = at.run(args...).stdout
	}
	if said = strings.ReplaceAll(said, "./answer", "answer"); said == shown {
		return
	}
	if !*update {
		t.Fatalf("docs/why.md shows other words than its commands give: run make golden\n%s", said)
	}
	if err := os.WriteFile(page, []byte(before+begin+said+end+rest), 0o644); err != nil {
		t.Fatal(err)
	}
}

// What "open" means is said in the manual as in the answer.
func TestTheManualSaysWhatOpenMeans(t *testing.T) {
	content, err := os.ReadFile(filepath.Join("..", "..", "docs", "why.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, barrier := range answer.LedgerBarriers {
		row := "| " + barrier.Name + " | " + strings.Join(barrier.Gates, ", ") + " | " + barrier.Open + " |"
		if !strings.Contains(string(content), row) {
			t.Errorf("docs/why.md has no row %s", row)
		}
	}
}
