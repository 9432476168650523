package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"skillmix/answer/twins"
	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
)

// units lists the units of the replicate that is asked about.
func (q *question) units() ([]twins.Unit, error) {
	place := sim.Place{Replicate: int(q.options.replicate.value), World: q.worlds[0]}
	inner, err := q.sweep.Experiment.NewWorker().Start(q.sweep.Experiment.Run(q.design.Index(place)))
	if err != nil {
		return nil, err
	}
	world, ok := inner.(*model.World)
	if !ok {
		return nil, errors.New("a world that is asked for its units is to be the model's own")
	}
	var units []twins.Unit
	for _, card := range world.Cards() {
		units = append(units, unitOf(card))
	}
	return units, nil
}

// mostNear is how many near codes are named.
const mostNear = 4

// unknownUnit is the error for a code that there is not. It names those that are near,
// and says how to list all.
func (q *question) unknownUnit(units []twins.Unit) error {
	said := ""
	if near := nearCodes(q.options.unit, units); len(near) > 0 {
		said = "; did you mean " + strings.Join(near, " or ") + "?"
	}
	list := fmt.Sprintf("skillmix why %s --flips lists every unit in units-%s.csv", quotedWord(q.folder), q.replicateName())
	if len(q.worlds) < 2 {
		list = fmt.Sprintf("the first is %s, and the column code of units.parquet of a run with --detail units has all", units[0].Code)
	}
	return usage("--unit: there is no unit or trust with the code %q%s (%s)", q.options.unit, said, list)
}

// nearCodes returns the codes most like one that there is not: those that are the same
// but for signs and capitals, then those that hold it, then one a letter or two away.
func nearCodes(code string, units []twins.Unit) []string {
	var same, holding, plain []string
	codes := map[string]string{}
	wanted := plainCode(code)
	for i := range units {
		for _, one := range [...]string{units[i].Code, units[i].Organisation} {
			short := plainCode(one)
			if _, seen := codes[short]; seen || wanted == "" {
				continue
			}
			codes[short], plain = one, append(plain, short)
			switch {
			case short == wanted:
				same = append(same, one)
			case strings.Contains(short, wanted):
				holding = append(holding, one)
			}
		}
	}
	near := append(same, holding...)
	if found := scenarios.Nearest(wanted, plain); found != "" && !slices.Contains(near, codes[found]) {
		near = append(near, codes[found])
	}
	return near[:min(mostNear, len(near))]
}

// plainCode leaves of a code what people do not get wrong.
func plainCode(code string) string {
	return strings.ToLower(strings.NewReplacer("/", "", "-", "", " ", "", "_", "").Replace(code))
}
