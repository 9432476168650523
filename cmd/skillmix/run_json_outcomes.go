package main

import (
	"skillmix/answer"
	"skillmix/sim"
)

// jsonBrief is a measure over runs, or a difference over pairs, in short.
type jsonBrief struct {
	N     int           `json:"n"`
	Mean  answer.Number `json:"mean"`
	MCSE  answer.Number `json:"mcse"`
	P2_5  answer.Number `json:"p2_5"`
	P97_5 answer.Number `json:"p97_5"`
}

// jsonOutcome is a figure about whole runs in the headline's setting.
type jsonOutcome struct {
	Measure     string            `json:"measure"`
	Unit        string            `json:"unit"`
	Meaning     string            `json:"meaning"`
	Scenarios   []jsonOutcomeOf   `json:"scenarios"`
	Differences []jsonOutcomePair `json:"differences"`
}

type jsonOutcomeOf struct {
	Scenario string `json:"scenario"`
	jsonBrief
}

type jsonOutcomePair struct {
	A string `json:"a"`
	B string `json:"b"`
	jsonBrief
	Share answer.Number `json:"share_a_higher"`
}

// jsonExtra is what it takes a to have more than b.
type jsonExtra struct {
	A        string        `json:"a"`
	B        string        `json:"b"`
	Of       string        `json:"of"`
	Payer    string        `json:"payer"`
	Pounds   answer.Number `json:"pounds"`
	Low      answer.Number `json:"low95"`
	High     answer.Number `json:"high95"`
	Sentence string        `json:"sentence"`
}

// jsonDiffusion is how units took the role up in a scenario.
type jsonDiffusion struct {
	Scenario string    `json:"scenario"`
	Sentence string    `json:"sentence"`
	Bass     *jsonBass `json:"bass"`
	// Categories are Rogers's, null where they are not told.
	Categories []jsonCategory `json:"categories"`
}

type jsonBass struct {
	P       answer.Number `json:"p"`
	Q       answer.Number `json:"q"`
	Ceiling answer.Number `json:"ceiling"`
	Fastest string        `json:"fastest"`
	R2      answer.Number `json:"r2"`
	RMSE    answer.Number `json:"rmse"`
}

type jsonCategory struct {
	Category string        `json:"category"`
	From     answer.Number `json:"from"`
	To       answer.Number `json:"to"`
	Units    answer.Number `json:"units"`
	Full     *string       `json:"full"`
}

// jsonBreakdown is where scenarios stand in the groups of a dimension.
type jsonBreakdown struct {
	Dimension string `json:"dimension"`
	// Month and Lacks are null where the other is not.
	Month    *string     `json:"month"`
	Lacks    *string     `json:"lacks"`
	Sentence *string     `json:"sentence"`
	Groups   []jsonGroup `json:"groups"`
}

type jsonGroup struct {
	Group    string             `json:"group"`
	Label    string             `json:"label"`
	Measures []jsonGroupMeasure `json:"measures"`
}

type jsonGroupMeasure struct {
	Measure    string          `json:"measure"`
	Scenarios  []jsonOutcomeOf `json:"scenarios"`
	Difference *jsonBrief      `json:"difference"`
	// Share is null where there is one scenario.
	Share answer.Number `json:"share_first_higher"`
}

// brief writes a summary in short: what a single run cannot tell is null.
func brief(s sim.Summary) jsonBrief {
	whole := summaryOf(s)
	return jsonBrief{whole.N, whole.Mean, whole.MCSE, whole.P2_5, whole.P97_5}
}

// tellOutcomes adds outcomes, extras, diffusion and breakdowns of the headline's setting.
func (d *jsonRun) tellOutcomes(told *told) {
	d.Outcomes, d.Extras, d.Diffusion, d.Breakdowns = []jsonOutcome{}, []jsonExtra{}, []jsonDiffusion{}, []jsonBreakdown{}
	names := told.outcomes.Scenarios
	for i := range told.outcomes.All {
		if outcome := &told.outcomes.All[i]; outcome.Setting == d.Headline.Setting {
			d.Outcomes = append(d.Outcomes, outcomeOf(outcome, names))
		}
	}
	for _, extra := range told.outcomes.Extras {
		if extra.Setting == d.Headline.Setting {
			d.Extras = append(d.Extras, extraOf(told.outcomes, extra))
		}
	}
	for i := range told.diffusions {
		d.Diffusion = append(d.Diffusion, diffusionOf(&told.diffusions[i]))
	}
	for i := range told.breakdowns {
		if b := &told.breakdowns[i]; b.Setting == d.Headline.Setting {
			d.Breakdowns = append(d.Breakdowns, breakdownOf(b, names))
		}
	}
}

func outcomeOf(outcome *answer.Outcome, names []string) jsonOutcome {
	entry := jsonOutcome{Measure: outcome.Name, Unit: outcome.Unit, Meaning: outcome.Meaning, Differences: []jsonOutcomePair{}}
	for i, of := range outcome.Scenarios {
		entry.Scenarios = append(entry.Scenarios, jsonOutcomeOf{names[i], brief(of.Summary)})
	}
	for _, pair := range outcome.Pairs {
		share := answer.Number(pair.Higher)
		if pair.N == 0 {
			share = missing
		}
		entry.Differences = append(entry.Differences, jsonOutcomePair{names[pair.A], names[pair.B], brief(pair.Summary), share})
	}
	return entry
}

func extraOf(outcomes *answer.Outcomes, extra answer.Extra) jsonExtra {
	entry := jsonExtra{
		A: outcomes.Scenarios[extra.A], B: outcomes.Scenarios[extra.B], Of: "filled post", Payer: "all",
		Pounds: answer.Number(extra.Pounds), Low: answer.Number(extra.Low), High: answer.Number(extra.High), Sentence: outcomes.Extra(extra),
	}
	if extra.Doctors {
		entry.Of = "doctor's work released"
	}
	if extra.Nation {
		entry.Payer = "nation"
	}
	if extra.Lacks != "" {
		entry.Pounds, entry.Low, entry.High = missing, missing, missing
	}
	return entry
}

func diffusionOf(d *answer.Diffusion) jsonDiffusion {
	entry := jsonDiffusion{Scenario: d.Scenario, Sentence: d.String()}
	if d.NoBass == "" {
		entry.Bass = &jsonBass{
			P: answer.Number(d.Fit.P), Q: answer.Number(d.Fit.Q), Ceiling: answer.Number(d.Fit.Ceiling),
			Fastest: d.Fastest.String(), R2: answer.Number(d.Fit.R2), RMSE: answer.Number(d.Fit.RMSE),
		}
	}
	if d.NoCategories == "" {
		for _, a := range d.Categories {
			category := jsonCategory{Category: a.Name, From: answer.Number(a.From), To: answer.Number(a.To), Units: answer.Number(a.Units)}
			if a.Complete {
				month := a.Month.String()
				category.Full = &month
			}
			entry.Categories = append(entry.Categories, category)
		}
	}
	return entry
}

func breakdownOf(b *answer.Breakdown, names []string) jsonBreakdown {
	entry := jsonBreakdown{Dimension: b.Dimension, Groups: []jsonGroup{}}
	if b.Lacks != "" {
		entry.Lacks = &b.Lacks
		return entry
	}
	month := b.Month.String()
	entry.Month = &month
	sentence := b.Sentence(names)
	entry.Sentence = &sentence
	for _, group := range b.Groups {
		told := jsonGroup{Group: group.Name, Label: group.Label, Measures: []jsonGroupMeasure{}}
		for m, value := range group.Values {
			measure := jsonGroupMeasure{Measure: b.Measures[m].Name, Share: missing}
			for i, s := range value.Scenarios {
				measure.Scenarios = append(measure.Scenarios, jsonOutcomeOf{names[i], brief(s)})
			}
			if value.Difference != nil {
				difference := brief(*value.Difference)
				measure.Difference = &difference
				if difference.N > 0 {
					measure.Share = answer.Number(value.Higher)
				}
			}
			told.Measures = append(told.Measures, measure)
		}
		entry.Groups = append(entry.Groups, told)
	}
	return entry
}
