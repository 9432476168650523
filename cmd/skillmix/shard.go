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
