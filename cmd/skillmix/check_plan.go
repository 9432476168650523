package main

import (
	"fmt"
	"runtime"
	"time"

	"skillmix/model"
	"skillmix/model/population"
	"skillmix/scenarios"
	"skillmix/sim"
)

// A forecast is what a bare run of a scenario would take.
type forecast struct {
	time         time.Duration
	memory, disk float64 // bytes
}

// Rough figures of the forecast.
const (
	probeRuns     = 4     // of the classroom population; the first warms up
	largerWorlds  = 1.2   // time for a unit's month in a world that no cache holds, against the classroom
	rowBytes      = 92    // of a line of summary.csv
	inputBytes    = 19    // of a value in inputs.csv
	storedBytes   = 2     // of a value in series.parquet
	otherBytes    = 3e6   // of charts, report and manifest
	programMemory = 7e7   // of the program, of what is read back at once, and of memory not yet given back
	partMemory    = 1.6e7 // of a part before it is written and while it is
	figureMemory  = 80    // of a measure's summary
)

// foresee probes how long a unit takes for a month, by a few runs of the
// scenario in the classroom population, and takes the rest in proportion, for so
// many worlds.
func foresee(scenario *scenarios.Scenario, people *population.Population, experiment *sim.Experiment, worlds int) (forecast, error) {
	classroom, err := population.Draw("classroom", defaultSeed)
	if err != nil {
		return forecast{}, err
	}
	probe, err := model.NewExperiment([]*model.Settings{&scenario.Settings}, model.Population{Preset: "classroom"}, defaultSeed, probeRuns, false)
	if err != nil {
		return forecast{}, err
	}
	worker := probe.NewWorker()
	record := sim.NewRecord(probe.Layout, probe.Start, probe.Months)
	var spent time.Duration
	for i := range probeRuns {
		world, err := worker.Start(sim.Run{Replicate: i})
		if err != nil {
			return forecast{}, err
		}
		start := time.Now()
		sim.Simulate(world, record)
		if i > 0 {
			spent += time.Since(start)
		}
	}
	perUnit := float64(spent) / float64((probeRuns-1)*units(classroom))
	runs, jobs := 2*scenario.Replicates*worlds, min(runtime.GOMAXPROCS(0), scenario.Replicates)

	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := experiment.NewWorker().Start(sim.Run{}); err != nil {
		return forecast{}, err
	}
	runtime.ReadMemStats(&after)
	values := float64(len(sim.NewRecord(experiment.Layout, experiment.Start, experiment.Months).Values()))
	return forecast{
		time:   time.Duration(perUnit * largerWorlds * float64(units(people)*runs) / float64(jobs)),
		memory: programMemory + float64(jobs+1)*partMemory + float64(jobs)*float64(after.TotalAlloc-before.TotalAlloc) + figureMemory*values*float64(min(worlds, mostSpelled)),
		disk: otherBytes + float64(min(worlds, mostSpelled))*rowBytes*values + float64(worlds)*inputBytes*float64(scenario.Judged()*scenario.Replicates) +
			storedBytes*values*float64(runs),
	}, nil
}

// units counts services and networks.
func units(people *population.Population) int { return people.Services() + len(people.PCNs) }

// lines writes the forecast for people.
func (f forecast) lines() string {
	return fmt.Sprintf("  takes       about %s on %d %s, %s of memory, %s on disk\n",
		duration(f.time), runtime.GOMAXPROCS(0), plural(runtime.GOMAXPROCS(0), "core"), size(f.memory), size(f.disk))
}

func plural(n int, what string) string {
	if n == 1 {
		return what
	}
	return what + "s"
}

// duration writes a time to one or two digits.
func duration(d time.Duration) string {
	switch {
	case d < time.Second:
		return "a second"
	case d < 2*time.Minute:
		return fmt.Sprintf("%.0f seconds", d.Seconds())
	case d < 2*time.Hour:
		return fmt.Sprintf("%.0f minutes", d.Minutes())
	}
	return fmt.Sprintf("%.0f hours", d.Hours())
}

// size writes a number of bytes to two digits.
func size(bytes float64) string {
	switch {
	case bytes < 1e7:
		return fmt.Sprintf("%.1f MB", bytes/1e6)
	case bytes < 1e9:
		return fmt.Sprintf("%.0f MB", bytes/1e6)
	}
	return fmt.Sprintf("%.1f GB", bytes/1e9)
}
