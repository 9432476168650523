package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// emitted runs the program and returns what it prints.
func emitted(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := runIn(context.Background(), args, &stdout, &stderr); code != exitDone {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	return stdout.String()
}

// The words of a command reach the program as they were typed, whatever a shell or
// Kubernetes makes of them, and the flags of shards come before the end of flags.
var emits = []struct {
	args, want []string
}{
	{[]string{"new-money", "--out", "x"}, []string{"run", "new-money", "--out", "x"}},
	{[]string{"--out=my $HOME's \"place\" é;#", "new-money"}, []string{"run", "--out=my $HOME's \"place\" é;#", "new-money"}},
	{[]string{"--out", "$(HOME) $$", "new-money"}, []string{"run", "--out", "$(HOME) $$", "new-money"}},
	{[]string{"--out", "x", "--", "new-money"}, []string{"run", "--out", "x", "FLAGS", "--", "new-money"}},
}

// wanted puts flags into words.
func wanted(words []string, flags ...string) []string {
	var all []string
	for _, word := range words {
		if word == "FLAGS" {
			all = append(all, flags...)
			flags = nil
			continue
		}
		all = append(all, word)
	}
	return append(all, flags...)
}

func TestEmitSlurm(t *testing.T) {
	shell, err := exec.LookPath("bash")
	if err != nil {
		t.Skip(err)
	}
	for _, c := range emits {
		file := emitted(t, append([]string{"run", "--shards", "4", "--emit", "slurm"}, c.args...)...)
		command := exec.Command(shell, "-euc", "exec() { printf '%s\\n' \"$@\"; }; SLURM_ARRAY_TASK_ID=2\n"+file)
		said, err := command.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		want := append([]string{"skillmix"}, wanted(c.want, "--quiet", "--shard", "2/4")...)
		if diff := cmp.Diff(want, strings.Split(strings.TrimSuffix(string(said), "\n"), "\n")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestEmitKubernetes(t *testing.T) {
	for _, c := range emits {
		file := emitted(t, append([]string{"run", "--shards", "4", "--emit", "k8s"}, c.args...)...)
		_, after, _ := strings.Cut(file, "args:\n")
		before, _, _ := strings.Cut(after, "          env:")
		var words []string
		for _, line := range strings.Split(strings.TrimSpace(before), "\n") {
			// A word in quotes is the same in YAML as in JSON here.
			var word string
			if err := json.Unmarshal([]byte(strings.TrimPrefix(strings.TrimSpace(line), "- ")), &word); err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			words = append(words, strings.ReplaceAll(word, "$$(", "$("))
		}
		if diff := cmp.Diff(wanted(c.want, "--quiet"), words); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if strings.Contains(before, "$(HOME)") && !strings.Contains(before, "$$(HOME)") {
			t.Errorf("Kubernetes would put a variable into %s", before)
		}
	}
}
