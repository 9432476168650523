package main

import "strconv"

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
	return e.indexed("SKILLMIX_SHARD", "SKILLMIX_SHARD", "set SKILLMIX_SHARDS, or give --shards N")
}

// kubernetes reads the index of an Indexed Job, which does not tell how many there are.
func (e environment) kubernetes() (shard, bool, error) {
	return e.indexed("JOB_COMPLETION_INDEX", "Kubernetes", "set SKILLMIX_SHARDS to the job's completions, or give --shards N")
}

// indexed reads an index whose count stands elsewhere.
func (e environment) indexed(variable, from, advice string) (shard, bool, error) {
	index, found, err := e.number(variable)
	if !found || err != nil {
		return shard{}, false, err
	}
	count, counted, err := e.count()
	if err != nil {
		return shard{}, false, err
	}
	if !counted {
		return shard{}, false, usage("%s is set without a count: %s", variable, advice)
	}
	picked, err := made(index, count, from)
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
