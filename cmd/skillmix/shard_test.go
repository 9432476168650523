package main

import (
	"errors"
	"testing"
)

func TestPickShard(t *testing.T) {
	slurm := func(id, least, most, count string) map[string]string {
		return map[string]string{"SLURM_ARRAY_TASK_ID": id, "SLURM_ARRAY_TASK_MIN": least, "SLURM_ARRAY_TASK_MAX": most, "SLURM_ARRAY_TASK_COUNT": count}
	}
	cases := []struct {
		reason    string
		flag      string
		shards    uint64
		variables map[string]string
		want      string // empty for an error
	}{
		{"nothing says which", "", 0, nil, "0/1"},
		{"of how many, but not which", "", 3, nil, ""},
		{"the flag", "2/3", 0, nil, "2/3"},
		{"the flag before variables", "2/3", 0, slurm("0", "0", "1", "2"), "2/3"},
		{"the flags agree", "2/3", 3, nil, "2/3"},
		{"the flags do not", "2/3", 4, nil, ""},
		{"the last is N-1", "3/3", 0, nil, ""},
		{"below the first", "-1/3", 0, nil, ""},
		{"none", "0/0", 0, nil, ""},
		{"so many that their numbers overflow", "0/9223372036854775807", 0, nil, ""},
		{"two slashes", "1/2/3", 0, nil, ""},
		{"our own variables", "", 0, map[string]string{"SKILLMIX_SHARD": "1", "SKILLMIX_SHARDS": "2"}, "1/2"},
		{"our own before others", "", 0, map[string]string{"SKILLMIX_SHARD": "1", "SKILLMIX_SHARDS": "2", "JOB_COMPLETION_INDEX": "0"}, "1/2"},
		{"which, but not of how many", "", 0, map[string]string{"SKILLMIX_SHARD": "1"}, ""},
		{"not a number", "", 0, map[string]string{"SKILLMIX_SHARD": "1/2", "SKILLMIX_SHARDS": "2"}, ""},
		{"too many", "", 0, map[string]string{"SKILLMIX_SHARD": "1", "SKILLMIX_SHARDS": "9999999999"}, ""},
		{"Slurm from 0", "", 0, slurm("0", "0", "3", "4"), "0/4"},
		{"Slurm from 1", "", 0, slurm("3", "1", "4", "4"), "2/4"},
		{"Slurm below its first", "", 0, slurm("0", "1", "2", "2"), ""},
		{"Slurm above its last", "", 0, slurm("9", "1", "2", "2"), ""},
		{"Slurm with gaps", "", 0, slurm("4", "1", "9", "3"), ""},
		{"Slurm and --shards do not agree", "", 3, slurm("0", "0", "3", "4"), ""},
		{"Kubernetes", "", 0, map[string]string{"JOB_COMPLETION_INDEX": "1", "SKILLMIX_SHARDS": "2"}, "1/2"},
		{"Kubernetes by flag", "", 2, map[string]string{"JOB_COMPLETION_INDEX": "1"}, "1/2"},
		{"Kubernetes without a count", "", 0, map[string]string{"JOB_COMPLETION_INDEX": "1"}, ""},
		{"Kubernetes beyond the count", "", 1, map[string]string{"JOB_COMPLETION_INDEX": "1"}, ""},
		{"AWS Batch", "", 0, map[string]string{"AWS_BATCH_JOB_ARRAY_INDEX": "1", "AWS_BATCH_JOB_ARRAY_SIZE": "2"}, "1/2"},
		{"AWS Batch without a count", "", 0, map[string]string{"AWS_BATCH_JOB_ARRAY_INDEX": "1"}, ""},
		{"two that agree", "", 2, map[string]string{"AWS_BATCH_JOB_ARRAY_INDEX": "1", "JOB_COMPLETION_INDEX": "1"}, "1/2"},
		{"two that do not", "", 2, map[string]string{"AWS_BATCH_JOB_ARRAY_INDEX": "1", "JOB_COMPLETION_INDEX": "0"}, ""},
	}
	for _, c := range cases {
		t.Run(c.reason, func(t *testing.T) {
			options := *newRunOptions()
			options.shard = c.flag
			options.shards.value, options.shards.given = c.shards, c.shards > 0
			picked, _, err := (&plan{runOptions: options}).pickShard(func(name string) string { return c.variables[name] })
			var wrongUse *usageError
			switch {
			case c.want == "" && !errors.As(err, &wrongUse):
				t.Errorf("shard %v, error %v, want wrong use", picked, err)
			case c.want != "" && (err != nil || picked.String() != c.want):
				t.Errorf("shard %v, error %v, want %s", picked, err, c.want)
			}
		})
	}
}
