package main

import (
	"errors"
	"fmt"
	"maps"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"
)

func TestPickShard(t *testing.T) {
	type variables = map[string]string
	slurm := func(id, least, most, step, count string) variables {
		all := variables{"SLURM_ARRAY_TASK_ID": id, "SLURM_ARRAY_TASK_MIN": least, "SLURM_ARRAY_TASK_MAX": most, "SLURM_ARRAY_TASK_STEP": step, "SLURM_ARRAY_TASK_COUNT": count}
		maps.DeleteFunc(all, func(_, value string) bool { return value == "" })
		return all
	}
	and := func(all ...variables) variables {
		joined := variables{}
		for _, some := range all {
			maps.Copy(joined, some)
		}
		return joined
	}
	kubernetes := func(index string) variables { return variables{"JOB_COMPLETION_INDEX": index} }
	batch := func(index, size string) variables {
		all := variables{"AWS_BATCH_JOB_ARRAY_INDEX": index, "AWS_BATCH_JOB_ARRAY_SIZE": size}
		maps.DeleteFunc(all, func(_, value string) bool { return value == "" })
		return all
	}
	own := func(index string) variables { return variables{"SKILLMIX_SHARD": index} }
	count := func(count string) variables { return variables{"SKILLMIX_SHARDS": count} }
	tests := []struct {
		flags  []string
		set    variables
		want   string // the shard, or part of the complaint
		from   string // who decided
		reason string
	}{
		{nil, nil, "all", "", "nobody asks for a share"},
		{nil, count("4"), "all", "", "a count alone may be left over from making shards by hand"},
		{[]string{"--shards=4"}, nil, "nothing tells which of the 4 shards", "", "a count alone on the command line is a mistake: each machine would make all"},

		{[]string{"--shard=0/4"}, nil, "0/4", "--shard", "the first"},
		{[]string{"--shard=3/4"}, nil, "3/4", "--shard", "the last"},
		{[]string{"--shard=0/1"}, nil, "0/1", "--shard", "one of one is a shard too"},
		{[]string{"--shard=4/4"}, nil, "from 0 to N-1", "", "shards count from 0"},
		{[]string{"--shard=-1/4"}, nil, "not a shard", "", "out of range"},
		{[]string{"--shard=0/0"}, nil, "not a shard", "", "of none"},
		{[]string{"--shard=1"}, nil, "not a shard", "", "no count"},
		{[]string{"--shard=/4"}, nil, "not a shard", "", "no index: an empty variable in a job file"},
		{[]string{"--shard=1/4/2"}, nil, "not a shard", "", "too much"},
		{[]string{"--shard=a/b"}, nil, "not a shard", "", "no numbers"},
		{[]string{"--shard=1/4", "--shards=4"}, nil, "1/4", "--shard", "said twice"},
		{[]string{"--shard=1/4", "--shards=5"}, nil, "--shard 1/4 and --shards 5 do not agree", "", "a contradiction"},
		{[]string{"--shard=1/4"}, and(own("2"), count("8"), slurm("3", "0", "7", "1", "8"), kubernetes("x")), "1/4", "--shard", "the command line before all variables, which are not even read"},

		{nil, and(own("1"), count("4")), "1/4", "SKILLMIX_SHARD", "our own variables"},
		{[]string{"--shards=4"}, own("1"), "1/4", "SKILLMIX_SHARD", "a count on the command line"},
		{[]string{"--shards=4"}, and(own("1"), count("8")), "1/4", "SKILLMIX_SHARD", "the command line before variables"},
		{nil, and(own("1"), count("4"), slurm("3", "0", "7", "1", "8")), "1/4", "SKILLMIX_SHARD", "ours before a scheduler's: the way to overrule it"},
		{nil, own("1"), "set SKILLMIX_SHARDS", "", "an index without a count"},
		{nil, and(own("4"), count("4")), "shard 4 of 4, which is not one of 0 to 3", "", "out of range"},
		{nil, and(own("0"), count("0")), "tells of 0 shards", "", "of none"},
		{nil, and(own("-1"), count("4")), `SKILLMIX_SHARD is "-1"`, "", "out of range"},
		{nil, and(own("one"), count("4")), `SKILLMIX_SHARD is "one"`, "", "no number"},
		{nil, and(own("1"), count("many")), `SKILLMIX_SHARDS is "many"`, "", "no number"},

		{nil, slurm("3", "0", "7", "1", "8"), "3/8", "Slurm", "--array=0-7"},
		{nil, slurm("1", "1", "8", "1", "8"), "0/8", "Slurm", "--array=1-8: shards count from 0 all the same"},
		{nil, slurm("8", "1", "8", "", "8"), "7/8", "Slurm", "an older Slurm without a step"},
		{nil, slurm("5", "1", "7", "2", "4"), "2/4", "Slurm", "--array=1-7:2"},
		{nil, slurm("4", "4", "4", "0", "1"), "0/1", "Slurm", "--array=4"},
		{nil, slurm("5", "1", "7", "1", "3"), "list of numbers", "", "--array=1,5,7"},
		{nil, slurm("3", "0", "4", "2", "3"), "list of numbers", "", "a number between two steps"},
		{nil, slurm("0", "1", "8", "1", "8"), "shard -1 of 8", "", "a number below the least"},
		{nil, slurm("3", "0", "", "1", "8"), "_MAX is not", "", "an older Slurm"},
		{nil, slurm("3", "0", "7", "1", ""), "SLURM_ARRAY_TASK_COUNT or _MAX is not", "", "an older Slurm"},
		{nil, slurm("x", "0", "7", "1", "8"), `SLURM_ARRAY_TASK_ID is "x"`, "", "no number"},
		{nil, slurm("3", "x", "7", "1", "8"), `SLURM_ARRAY_TASK_MIN is "x"`, "", "no number"},
		{nil, slurm("3", "0", "x", "1", "8"), `SLURM_ARRAY_TASK_MAX is "x"`, "", "no number"},
		{nil, slurm("3", "0", "7", "x", "8"), `SLURM_ARRAY_TASK_STEP is "x"`, "", "no number"},
		{nil, slurm("3", "0", "7", "1", "x"), `SLURM_ARRAY_TASK_COUNT is "x"`, "", "no number"},
		{[]string{"--shards=8"}, slurm("3", "0", "7", "1", "8"), "3/8", "Slurm", "said twice"},
		{[]string{"--shards=9"}, slurm("3", "0", "7", "1", "8"), "8 tasks, and --shards or SKILLMIX_SHARDS says 9", "", "a contradiction"},
		{nil, and(slurm("3", "0", "7", "1", "8"), count("9")), "SKILLMIX_SHARDS says 9", "", "a contradiction"},
		{nil, and(slurm("3", "0", "7", "1", "8"), count("x")), `SKILLMIX_SHARDS is "x"`, "", "no number"},

		{nil, and(kubernetes("2"), count("4")), "2/4", "Kubernetes", "an Indexed Job as --emit k8s writes it"},
		{[]string{"--shards=4"}, kubernetes("2"), "2/4", "Kubernetes", "with the count on the command line"},
		{nil, kubernetes("2"), "set SKILLMIX_SHARDS to the job's completions", "", "Kubernetes does not tell how many there are"},
		{nil, and(kubernetes("4"), count("4")), "shard 4 of 4", "", "more completions than shards"},
		{nil, and(kubernetes("x"), count("4")), `JOB_COMPLETION_INDEX is "x"`, "", "no number"},
		{nil, and(kubernetes("1"), count("x")), `SKILLMIX_SHARDS is "x"`, "", "no number"},

		{nil, batch("1", "3"), "1/3", "AWS Batch", "an array job"},
		{[]string{"--shards=3"}, batch("1", ""), "1/3", "AWS Batch", "without its size"},
		{nil, batch("1", ""), "give --shards N", "", "an index without a count"},
		{[]string{"--shards=4"}, batch("1", "3"), "3 jobs, and --shards or SKILLMIX_SHARDS says 4", "", "a contradiction"},
		{nil, and(batch("1", "3"), count("4")), "SKILLMIX_SHARDS says 4", "", "a contradiction"},
		{nil, batch("3", "3"), "shard 3 of 3", "", "out of range"},
		{nil, batch("x", "3"), `AWS_BATCH_JOB_ARRAY_INDEX is "x"`, "", "no number"},
		{nil, batch("1", "x"), `AWS_BATCH_JOB_ARRAY_SIZE is "x"`, "", "no number"},

		{nil, and(slurm("1", "0", "2", "1", "3"), batch("1", "3")), "1/3", "AWS Batch", "two schedulers that agree"},
		{nil, and(slurm("1", "0", "2", "1", "3"), batch("2", "3")), "Slurm tells of shard 1/3 and AWS Batch of 2/3", "", "two that do not"},
		{nil, and(slurm("1", "0", "2", "1", "3"), kubernetes("1")), "set SKILLMIX_SHARDS", "", "the second might not agree"},
	}
	for _, test := range tests {
		p := &plan{runOptions: *newRunOptions()}
		flags := pflag.NewFlagSet("run", pflag.ContinueOnError)
		p.declare(flags)
		if err := flags.Parse(test.flags); err != nil {
			t.Fatal(err)
		}
		got, from, err := p.pickShard(func(name string) string { return test.set[name] })
		describe := func() string { return fmt.Sprint(test.flags, test.set, ": ", test.reason) }
		switch {
		case err != nil:
			if wrong := (*usageError)(nil); !errors.As(err, &wrong) || !strings.Contains(err.Error(), test.want) || test.from != "" {
				t.Errorf("%s: error %v; want %s", describe(), err, test.want)
			}
		case test.want == "all":
			if got != whole || from != "" {
				t.Errorf("%s: shard %v from %q; want no share", describe(), got, from)
			}
		case got.String() != test.want || from != test.from || !got.asked:
			t.Errorf("%s: shard %v from %q; want %s from %q", describe(), got, from, test.want, test.from)
		}
	}
}

func TestShardFolders(t *testing.T) {
	one := shard{index: 3, count: 40, asked: true}
	if got := filepath.ToSlash(one.folder("results/mine")); got != "results/mine.shards/00003-of-00040" {
		t.Errorf("the folder of a shard is %s", got)
	}
}

func TestArrayList(t *testing.T) {
	tests := []struct {
		numbers []int
		want    string
	}{
		{nil, ""}, {[]int{0}, "0"}, {[]int{7}, "7"}, {[]int{0, 1}, "0-1"}, {[]int{0, 2}, "0,2"},
		{[]int{0, 2, 3, 4, 5, 9}, "0,2-5,9"}, {[]int{1, 2, 3, 10, 11}, "1-3,10-11"},
	}
	for _, test := range tests {
		if got := arrayList(test.numbers); got != test.want {
			t.Errorf("%v is written %q; want %q", test.numbers, got, test.want)
		}
	}
}

func TestWithoutFlags(t *testing.T) {
	tests := []struct{ args, want, reason string }{
		{"run a b --reps 4", "run a b --reps 4", "nothing to leave out"},
		{"run a --emit slurm --shards 4 b", "run a b", "values are words of their own"},
		{"run a --emit=slurm --shards=4 b", "run a b", "or of the flag's"},
		{"run --shards 4 a --emit=slurm", "run a", "anywhere"},
		{"run a --shards 4 --shards 8", "run a", "as often as they stand there"},
		{"run a --shard 1/4", "run a --shard 1/4", "a name that begins like another stays"},
		{"run a --emit", "run a", "without its value, which the reader of flags refuses anyway"},
		{"run a --out emit", "run a --out emit", "a value like a name stays"},
	}
	for _, test := range tests {
		p := &program{args: strings.Fields(test.args)}
		if got := strings.Join(p.withoutFlags("emit", "shards"), " "); got != test.want {
			t.Errorf("%s becomes %s; want %s: %s", test.args, got, test.want, test.reason)
		}
	}
}

// What is printed as a command must mean the same to a shell.
func TestQuotedWord(t *testing.T) {
	words := []string{"run", "--set", "funding.offered=80_000", "a b", "", "it's", `"`, `\`, "$HOME", "`ls`", "a;b", "a&b", "(x)", "*", "?", "[a]", "#", "~", "!", "{a,b}", "a\nb", "\t", "-", "--", "é", "<", ">", "|", "'", "a'b'c", `C:\x`}
	for _, plain := range []string{"run", "--set", "a=b", "x/y.toml", "0-3,7", "--reps=4", "10%", "a:b", "a@b", "a+b", "a_b", "."} {
		if got := quotedWord(plain); got != plain {
			t.Errorf("%q becomes %q; it needs no quotes", plain, got)
		}
	}
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no shell here")
	}
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = quotedWord(word)
	}
	said, err := exec.Command(shell, "-c", `printf '%s\0' `+strings.Join(quoted, " ")).Output()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(words, strings.Split(strings.TrimSuffix(string(said), "\x00"), "\x00")); diff != "" {
		t.Errorf("a shell reads (-want +got):\n%s", diff)
	}
	if got, want := commandLine([]string{"run", "a b"}), "skillmix run 'a b'"; got != want {
		t.Errorf("the command is %s; want %s", got, want)
	}
}
