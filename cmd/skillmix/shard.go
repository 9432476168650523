package main

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
)

// A shard is a share of the parts of a result: every count-th from the index-th on.
type shard struct {
	index, count int
	asked        bool // somebody asked for a share, be it one of one
}

// mostShards is the largest number of shards: more than any scheduler takes.
const mostShards = 1_000_000

// whole is not a share.
var whole = shard{count: 1}

// String writes the shard as the flag takes it.
func (s shard) String() string { return fmt.Sprintf("%d/%d", s.index, s.count) }

// shardsFolder is where the shards of a result are, and folder where this one is.
func shardsFolder(out string) string { return out + ".shards" }

func (s shard) folder(out string) string {
	return filepath.Join(shardsFolder(out), fmt.Sprintf("%05d-of-%05d", s.index, s.count))
}

// parseShard reads K/N.
func parseShard(text string) (shard, error) {
	before, after, found := strings.Cut(text, "/")
	index, errIndex := strconv.Atoi(before)
	count, errCount := strconv.Atoi(after)
	if !found || errIndex != nil || errCount != nil || count < 1 || count > mostShards || index < 0 || index >= count {
		return shard{}, fmt.Errorf("%q is not a shard: write K/N with K from 0 to N-1, as 0/4 to 3/4, and N up to %d", text, mostShards)
	}
	return shard{index, count, true}, nil
}

// pickShard decides which shard to make: that of --shard, else of SKILLMIX_SHARD and
// SKILLMIX_SHARDS, else of a scheduler's array. from says who decided.
func (p *plan) pickShard(getenv func(string) string) (picked shard, from string, err error) {
	if p.shard != "" {
		if picked, err = parseShard(p.shard); err != nil {
			return shard{}, "", usage("--shard: %v", err)
		}
		if p.shards.given && int(p.shards.value) != picked.count {
			return shard{}, "", usage("--shard %s and --shards %d do not agree", p.shard, p.shards.value)
		}
		return picked, "--shard", nil
	}
	environment := environment{getenv, p.shards}
	if picked, found, err := environment.own(); found || err != nil {
		return picked, "SKILLMIX_SHARD", err
	}
	picked, from, err = environment.scheduler()
	if err == nil && from == "" && p.shards.given {
		err = usage("nothing tells which of the %d shards to make: give --shard K/%d, or leave out --shards to make all", p.shards.value, p.shards.value)
	}
	return picked, from, err
}

// environment reads shards from variables.
type environment struct {
	getenv func(string) string
	shards wholeNumber // the flag
}

// number reads a variable; found is false where it is not set.
func (e environment) number(name string) (value int, found bool, err error) {
	text := e.getenv(name)
	if text == "" {
		return 0, false, nil
	}
	value, err = strconv.Atoi(text)
	if err != nil || value < 0 {
		return 0, false, usage("%s is %q, not a whole number from 0 on", name, text)
	}
	return value, true, nil
}

// count is the number of shards that --shards or SKILLMIX_SHARDS tell.
func (e environment) count() (int, bool, error) {
	if e.shards.given {
		return int(e.shards.value), true, nil
	}
	return e.number("SKILLMIX_SHARDS")
}

// agrees fails if --shards or SKILLMIX_SHARDS tell another count than a scheduler.
func (e environment) agrees(count int, format string) error {
	given, isGiven, err := e.count()
	if err == nil && isGiven && given != count {
		err = usage(format+", and --shards or SKILLMIX_SHARDS says %d: give --shard K/N", count, given)
	}
	return err
}

// made checks a shard that was put together from variables.
func made(index, count int, from string) (shard, error) {
	if count < 1 || count > mostShards {
		return shard{}, usage("%s tells of %d shards: there are 1 to %d", from, count, mostShards)
	}
	if index < 0 || index >= count {
		return shard{}, usage("%s tells of shard %d of %d, which is not one of 0 to %d", from, index, count, count-1)
	}
	return shard{index, count, true}, nil
}

// own reads SKILLMIX_SHARD.
func (e environment) own() (shard, bool, error) {
	index, found, err := e.number("SKILLMIX_SHARD")
	if !found || err != nil {
		return shard{}, false, err
	}
	count, counted, err := e.count()
	if err != nil {
		return shard{}, false, err
	}
	if !counted {
		return shard{}, false, usage("SKILLMIX_SHARD is set without a count: set SKILLMIX_SHARDS, or give --shards N")
	}
	picked, err := made(index, count, "SKILLMIX_SHARD")
	return picked, true, err
}

// scheduler reads the variables of schedulers' arrays. Two that disagree are an
// error.
func (e environment) scheduler() (picked shard, from string, err error) {
	for _, one := range []struct {
		name string
		read func() (shard, bool, error)
	}{{"Slurm", e.slurm}, {"Kubernetes", e.kubernetes}, {"AWS Batch", e.batch}} {
		candidate, found, err := one.read()
		if err != nil {
			return shard{}, "", err
		}
		if !found {
			continue
		}
		if from != "" && candidate != picked {
			return shard{}, "", usage("%s tells of shard %v and %s of %v; give --shard K/N to say which", from, picked, one.name, candidate)
		}
		picked, from = candidate, one.name
	}
	if from == "" {
		return whole, "", nil
	}
	return picked, from, nil
}

// slurm reads an array task: its place between the least and the greatest number.
func (e environment) slurm() (shard, bool, error) {
	id, found, err := e.number("SLURM_ARRAY_TASK_ID")
	if !found || err != nil {
		return shard{}, false, err
	}
	least, _, errLeast := e.number("SLURM_ARRAY_TASK_MIN")
	most, isMost, errMost := e.number("SLURM_ARRAY_TASK_MAX")
	step, isStep, errStep := e.number("SLURM_ARRAY_TASK_STEP")
	count, counted, errCount := e.number("SLURM_ARRAY_TASK_COUNT")
	for _, err := range []error{errLeast, errMost, errStep, errCount} {
		if err != nil {
			return shard{}, false, err
		}
	}
	if !isStep || step == 0 {
		step = 1
	}
	if !counted || !isMost {
		return shard{}, false, usage("SLURM_ARRAY_TASK_ID is set, but SLURM_ARRAY_TASK_COUNT or _MAX is not: give --shard K/N")
	}
	if (most-least)/step+1 != count || (id-least)%step != 0 {
		return shard{}, false, usage("this Slurm array is a list of numbers, which does not tell the place of one: give --shard K/N in the job file")
	}
	if err := e.agrees(count, "the Slurm array has %d tasks"); err != nil {
		return shard{}, false, err
	}
	picked, err := made((id-least)/step, count, "Slurm")
	return picked, true, err
}

// kubernetes reads the index of an Indexed Job, which does not tell how many there are.
func (e environment) kubernetes() (shard, bool, error) {
	index, found, err := e.number("JOB_COMPLETION_INDEX")
	if !found || err != nil {
		return shard{}, false, err
	}
	count, counted, err := e.count()
	if err != nil {
		return shard{}, false, err
	}
	if !counted {
		return shard{}, false, usage("JOB_COMPLETION_INDEX is set without a count: set SKILLMIX_SHARDS to the job's completions, or give --shards N")
	}
	picked, err := made(index, count, "Kubernetes")
	return picked, true, err
}

// batch reads an array job of AWS Batch.
func (e environment) batch() (shard, bool, error) {
	index, found, err := e.number("AWS_BATCH_JOB_ARRAY_INDEX")
	if !found || err != nil {
		return shard{}, false, err
	}
	count, counted, err := e.number("AWS_BATCH_JOB_ARRAY_SIZE")
	if err != nil {
		return shard{}, false, err
	}
	if counted {
		err = e.agrees(count, "the AWS Batch array has %d jobs")
	} else {
		count, counted, err = e.count()
	}
	if err != nil {
		return shard{}, false, err
	}
	if !counted {
		return shard{}, false, usage("AWS_BATCH_JOB_ARRAY_INDEX is set without AWS_BATCH_JOB_ARRAY_SIZE: give --shards N")
	}
	picked, err := made(index, count, "AWS Batch")
	return picked, true, err
}
