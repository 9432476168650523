# Every recipe is plain shell without variables of make, so that .ci/run can
# read it where make is missing.

.PHONY: help run test fmt vet staticcheck race cross readme main-job same survive readers report slurm breadth fuzz bench scale facts golden

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1  /p' Makefile

run: ## the main job of the README: two ways of funding, compared
	go run ./cmd/skillmix run new-money budget-transfer

test: ## all tests, in under three minutes
	go test ./...

fmt: ## fail on files that gofmt would change
	@.ci/fmt

vet: ## go vet
	go vet ./...

staticcheck: ## staticcheck, at a pinned version
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...

race: ## the race detector on the packages that run in parallel
	CGO_ENABLED=1 go test -race -short -timeout 20m ./sim/... ./cmd/...

cross: ## compile for every system that is promised
	@.ci/cross

readme: ## the README shows what its command gives
	@.ci/readme --check

main-job: ## the main job gives the same bytes again, for any number of workers
	@.ci/main-job

slurm: ## sharded runs on a real Slurm with a node that dies
	@.ci/slurm

same: ## the same bytes for any number of processors and workers
	@.ci/same

survive: ## a run that is killed, interrupted, out of disk or damaged loses nothing
	@.ci/survive

report: ## reports in Chromium: valid HTML, WCAG 2.2 AA, 320 px, print
	@.ci/report

readers: ## the tables open in other programs as the manual shows
	@.ci/readers

breadth: ## a thousand random parameter sets: nothing breaks, and how outputs vary
	go test ./model -run TestBreadth -v -breadth 1000

fuzz: ## the reader of scenario files on random text, for a minute
	go test ./scenarios -run '^$$' -fuzz FuzzLoad -fuzztime 60s -fuzzminimizetime 10x

bench: ## benchmarks, with the time of one unit in one month
	@.ci/bench

scale: ## memory of 20,000 runs and time of a thousand pairs of england, in ten minutes
	@.ci/scale

facts: ## the findings that the model is held to, in under ten minutes
	go run ./cmd/skillmix facts

golden: ## write the golden files anew
	@.ci/golden
