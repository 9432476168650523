package gates

import (
	"cmp"
	"slices"
	"strings"

	"skillmix/answer"
)

// Counts counts the proposals of a scenario in a group by the gates at which
// they failed. Counts are over whole runs, all months and all of Runs.
type Counts struct {
	Scenario, Setting, Group string
	Gates                    []string // those that proposals of the setting meet, in the order of bits
	Runs                     int
	Recorded                 bool // counted by the runs of the result, else by those that were run again

	Proposals int64
	Failed    []int64 // by gate
	Alone     []int64 // by gate: failed there and nowhere else
	// UnitMonths are the months in which a unit could have proposed, summed over
	// units; -1 where it is not known. Without are those in which it did not.
	UnitMonths, Without int64
	// Together counts proposals by the set of gates that they failed, bit by gate;
	// nil where only single gates are counted. Their sum is Proposals.
	Together []int64
}

// tally derives what is told of single gates from what is told of sets.
func (c *Counts) tally() {
	c.Failed, c.Alone = make([]int64, len(c.Gates)), make([]int64, len(c.Gates))
	c.Proposals = 0
	for set, n := range c.Together {
		c.Proposals += n
		for gate := range c.Gates {
			if set&(1<<gate) == 0 {
				continue
			}
			c.Failed[gate] += n
			if set == 1<<gate {
				c.Alone[gate] += n
			}
		}
	}
}

// New counts by single gates what was counted by sets of gates.
func New(scenario, setting, group string, gates []string, runs int, together []int64, unitMonths, without int64) Counts {
	c := Counts{
		Scenario: scenario, Setting: setting, Group: group, Gates: gates, Runs: runs,
		UnitMonths: unitMonths, Without: without, Together: together,
	}
	c.tally()
	return c
}

// Recorded counts what the runs of a result recorded of some of its scenarios:
// setting by setting, whole periods, and every run that did not fail. Settings in
// which nothing can propose are left out. unitMonths gives the unit-months of one run
// of a scenario in a setting, -1 where that is not known. The order is by scenario and
// then setting.
func Recorded(runs *answer.Runs, scenarios []int, unitMonths func(scenario int, setting string) int64) ([]Counts, error) {
	var counts []Counts
	at := map[[2]string]int{}
	for _, scenario := range scenarios {
		for _, setting := range answer.Settings {
			group := runs.Layout.Group(setting, "all")
			if group < 0 || !runs.Layout.Has(group, runs.Layout.Column("proposals")) {
				continue
			}
			c := Counts{Scenario: runs.Names[scenario], Setting: setting, Group: "all", Runs: runs.Done(scenario), Recorded: true, UnitMonths: -1}
			for column, measure := range runs.Layout.Columns {
				if gate, found := FailedAt(measure.Name); found && runs.Layout.Has(group, column) {
					c.Gates = append(c.Gates, gate)
				}
			}
			if n := unitMonths(scenario, setting); n >= 0 {
				c.UnitMonths = n * int64(c.Runs)
			}
			c.Failed, c.Alone = make([]int64, len(c.Gates)), make([]int64, len(c.Gates))
			at[[2]string{c.Scenario, setting}] = len(counts)
			counts = append(counts, c)
		}
	}
	for _, measure := range runs.Layout.Columns {
		gate, isFailed := FailedAt(measure.Name)
		alone, isAlone := strings.CutPrefix(measure.Name, alonePrefix)
		if !isFailed && !isAlone && measure.Name != "proposals" && measure.Name != withoutMeasure {
			continue
		}
		for _, setting := range answer.Settings {
			group := runs.Layout.Group(setting, "all")
			if group < 0 {
				continue
			}
			sums, err := runs.Totals(group, measure.Name)
			if err != nil {
				return nil, err
			}
			for _, scenario := range scenarios {
				i, counted := at[[2]string{runs.Names[scenario], setting}]
				if !counted {
					continue
				}
				c, sum := &counts[i], int64(sums[scenario])
				switch {
				case isFailed:
					c.set(c.Failed, gate, sum)
				case isAlone:
					c.set(c.Alone, alone, sum)
				case measure.Name == "proposals":
					c.Proposals = sum
				default:
					c.Without = sum
				}
			}
		}
	}
	return slices.DeleteFunc(counts, func(c Counts) bool { return c.Proposals == 0 && c.Without == 0 }), nil
}

// withoutMeasure counts units that made no case in a month.
const withoutMeasure = "unit_months_without_proposal"

// set sets a gate's count where the setting has the gate.
func (c *Counts) set(counts []int64, gate string, count int64) {
	if at := slices.Index(c.Gates, gate); at >= 0 {
		counts[at] = count
	}
}

// share returns n of all proposals as a share.
func (c *Counts) share(n int64) float64 { return float64(n) / float64(max(1, c.Proposals)) }

// A Set is a number of proposals that failed at some gates together.
type Set struct {
	Gates     []string
	Proposals int64
	Share     float64 // of all proposals of the group, 0 to 1
}

// Sets lists the sets of gates at which proposals failed, each with the proposals
// that failed there and nowhere else, those that occur most often first. The empty
// set is the proposals that failed nowhere.
func (c *Counts) Sets() []Set {
	var sets []Set
	for set, n := range c.Together {
		if n > 0 {
			sets = append(sets, Set{c.named(set), n, c.share(n)})
		}
	}
	sortSets(sets)
	return sets
}

// Couples lists every two gates at which a proposal failed both, whatever else it
// failed, those that occur most often first.
func (c *Counts) Couples() []Set {
	var couples []Set
	for i := range c.Gates {
		for j := i + 1; j < len(c.Gates); j++ {
			both := 1<<i | 1<<j
			couple := Set{Gates: c.named(both)}
			for set, n := range c.Together {
				if set&both == both {
					couple.Proposals += n
				}
			}
			if couple.Share = c.share(couple.Proposals); couple.Proposals > 0 {
				couples = append(couples, couple)
			}
		}
	}
	sortSets(couples)
	return couples
}

// sortSets puts the most frequent first; of equal ones the order stays.
func sortSets(sets []Set) {
	slices.SortStableFunc(sets, func(a, b Set) int { return cmp.Compare(b.Proposals, a.Proposals) })
}

// named lists the gates of a set.
func (c *Counts) named(set int) (names []string) {
	for gate, name := range c.Gates {
		if set&(1<<gate) != 0 {
			names = append(names, name)
		}
	}
	return names
}
