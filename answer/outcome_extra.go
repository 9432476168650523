package answer

import "skillmix/sim"

// An Extra says what it takes a scenario to have more than another: the difference of
// pounds paid over the difference of years of posts, or of doctors' work released. It is a
// ratio of mean paired differences, since in single pairs the lower one can be nearly
// nothing. Its 95% interval is by the delta method.
type Extra struct {
	Setting string
	A, B    int  // indices of scenarios
	Doctors bool // a year is of a doctor's work released; else of a filled post
	Nation  bool // only what the nation pays; else what all payers pay
	Pounds  float64
	Low     float64 // of the 95% interval
	High    float64
	// More tells that a has more years than b. Pounds below zero then mean that a has
	// more for less.
	More bool
	// Lacks says in words why there is no such figure; empty where there is.
	Lacks string
}

// addExtras adds the extras of a setting: of every pair of scenarios, for posts and for
// doctors' work, in what the nation pays and in what all pay.
func (o *Outcomes) addExtras(runs *Runs, g *gathered) {
	perPost, perDoctor := OutcomeMeasure{kind: perPostYear}, OutcomeMeasure{kind: perReleasedYear}
	for a := range runs.Names {
		for b := a + 1; b < len(runs.Names); b++ {
			for _, of := range []struct {
				doctors bool
				measure *OutcomeMeasure
				years   *integral
			}{{false, &perPost, g.postYears}, {true, &perDoctor, g.releasedYears}} {
				if g.setting == "all" || !g.tells(of.measure) {
					continue
				}
				for _, nation := range []bool{true, false} {
					extra := Extra{Setting: g.setting, A: a, B: b, Doctors: of.doctors, Nation: nation}
					extra.measure(runs, g, of.years)
					o.Extras = append(o.Extras, extra)
				}
			}
		}
	}
}

// measure works the ratio out.
func (e *Extra) measure(runs *Runs, g *gathered, years *integral) {
	paid := runs.perPair()
	for world := range paid {
		for pair := range paid[world] {
			paid[world][pair] = g.paid(world, pair)
			if e.Nation {
				paid[world][pair] = g.sum[nationPays[g.setting]][world][pair]
			}
		}
	}
	var (
		summarizer sim.Summarizer
		scratch    []float64
	)
	pounds, more := sim.Paired(paid[e.A], paid[e.B]), sim.Paired(years.years[e.A], years.years[e.B])
	meanPounds, meanMore := runs.Summarize(&summarizer, &scratch, pounds), runs.Summarize(&summarizer, &scratch, more)
	switch {
	case meanMore.N < 2:
		e.Lacks = "a single pair of runs"
		return
	case meanMore.Mean == 0 && meanMore.MCSE == 0:
		e.Lacks = "neither has more"
		return
	case !meanMore.Resolved():
		e.Lacks = "which has more is unresolved"
		return
	}
	e.More, e.Pounds = meanMore.Mean > 0, meanPounds.Mean/meanMore.Mean
	for pair := range pounds {
		pounds[pair] = e.Pounds + (pounds[pair]-e.Pounds*more[pair])/meanMore.Mean
	}
	e.Low, e.High = runs.Summarize(&summarizer, &scratch, pounds).MeanInterval()
}

// nationPays is the payer who is the nation, by setting.
var nationPays = map[string]int{"trust": 0, "pcn": 3}
