package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"skillmix/answer/facts"
)

// page is the manual's page about JSON.
var page = filepath.Join("..", "..", "docs", "json.md")

var (
	exampleFile = regexp.MustCompile("(?s)<!-- file: (\\S+) -->\n\n```toml\n(.*?)```\n")
	example     = regexp.MustCompile("(?s)<!-- example: (.*?) -->\n\n```json\n(.*?)```\n")
)

// TestJSONExamples runs the examples of the manual and compares what they give with what
// stands there.
func TestJSONExamples(t *testing.T) {
	unlessShort(t)
	whole, err := filepath.Abs(page)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	files, examples := exampleFile.FindAllStringSubmatch(string(text), -1), example.FindAllStringSubmatch(string(text), -1)
	if len(examples) < 4 || len(files) < 2 {
		t.Fatalf("%s has %d examples and %d files, want four and two at least", page, len(examples), len(files))
	}
	t.Chdir(t.TempDir())
	for _, file := range files {
		if err := os.WriteFile(file[1], []byte(file[2]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	fresh := string(text)
	for _, e := range examples {
		var stdout, stderr bytes.Buffer
		p := &program{args: strings.Fields(e[1]), stdout: &stdout, stderr: &stderr, getenv: func(string) string { return "" }}
		p.runIn(t.Context())
		if *update {
			fresh = strings.Replace(fresh, e[0], strings.Replace(e[0], "```json\n"+e[2], "```json\n"+stdout.String(), 1), 1)
			continue
		}
		var got, want any
		if err := json.Unmarshal(stdout.Bytes(), &got); err != nil {
			t.Errorf("skillmix %s gives no JSON: %v\n%s%s", e[1], err, stdout.String(), stderr.String())
			continue
		}
		if err := json.Unmarshal([]byte(e[2]), &want); err != nil {
			t.Errorf("the manual's answer to skillmix %s is no JSON: %v", e[1], err)
			continue
		}
		if difference := unlike("", want, got); difference != "" {
			t.Errorf("skillmix %s: %s; if that is meant, run make golden", e[1], difference)
		}
	}
	if *update {
		if err := os.WriteFile(whole, []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// unlike returns the first difference between two documents. Numbers may differ by
// rounding, as between machines; what a run would take, and checksums of pictures and
// tables, which rounding changes, must only be of the same kind.
func unlike(at string, want, got any) string {
	if fmt.Sprintf("%T", want) != fmt.Sprintf("%T", got) {
		return fmt.Sprintf("%s is %v, the manual has %v", at, got, want)
	}
	switch want := want.(type) {
	case map[string]any:
		got := got.(map[string]any)
		for key := range got {
			if _, known := want[key]; !known {
				return fmt.Sprintf("%s.%s is not in the manual", at, key)
			}
		}
		for key := range want {
			if _, there := got[key]; !there {
				return fmt.Sprintf("%s.%s is in the manual only", at, key)
			}
			if difference := unlike(at+"."+key, want[key], got[key]); difference != "" {
				return difference
			}
		}
	case []any:
		got := got.([]any)
		if len(want) != len(got) {
			return fmt.Sprintf("%s has %d elements, in the manual %d", at, len(got), len(want))
		}
		for i := range want {
			if difference := unlike(fmt.Sprintf("%s[%d]", at, i), want[i], got[i]); difference != "" {
				return difference
			}
		}
	case float64:
		got := got.(float64)
		if !machine.MatchString(at) && math.Abs(want-got) > 1e-9*math.Abs(want) {
			return fmt.Sprintf("%s is %v, the manual has %v", at, got, want)
		}
	default:
		if !machine.MatchString(at) && want != got {
			return fmt.Sprintf("%s is %v, the manual has %v", at, got, want)
		}
	}
	return ""
}

// machine matches what depends on the machine.
var machine = regexp.MustCompile(`\.takes\.|\.files\[\d+\]\.(bytes|sha256)$`)

func TestUnlikeFindsDifferences(t *testing.T) {
	for _, c := range []struct {
		want, got string
		same      bool
		reason    string
	}{
		{`{"a":1}`, `{"a":1.0000000001}`, true, "rounding"},
		{`{"a":1}`, `{"a":1.001}`, false, "more than rounding"},
		{`{"a":1}`, `{"a":"1"}`, false, "another kind"},
		{`{"a":1}`, `{"a":1,"b":2}`, false, "a field that the manual does not know"},
		{`{"a":1,"b":2}`, `{"a":1}`, false, "a field that is gone"},
		{`{"a":[1,2]}`, `{"a":[1]}`, false, "an element that is gone"},
		{`{"a":null}`, `{"a":1}`, false, "null is of a kind of its own"},
		{`{"takes":{"seconds":1}}`, `{"takes":{"seconds":2}}`, true, "what depends on the machine"},
		{`{"takes":{"seconds":1}}`, `{"takes":{"seconds":null}}`, false, "but not its kind"},
	} {
		var want, got any
		if err := json.Unmarshal([]byte(c.want), &want); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(c.got), &got); err != nil {
			t.Fatal(err)
		}
		if difference := unlike("", want, got); (difference == "") != c.same {
			t.Errorf("%s and %s: %q: %s", c.want, c.got, difference, c.reason)
		}
	}
}

// TestOneVersion holds all verbs to one version of JSON.
func TestOneVersion(t *testing.T) {
	if jsonVersion != facts.JSONVersion {
		t.Errorf("JSON has version %d, and that of facts %d", jsonVersion, facts.JSONVersion)
	}
}
