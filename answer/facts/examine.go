package facts

import "fmt"

// A Trial is a fact to run, as it is or without some mechanisms.
type Trial struct {
	*Prepared
	Off []string // switched off in every arm
}

// A Runner runs trials and returns a sample for each.
type Runner func(trials []Trial) ([]Sample, error)

// A Verdict is how a fact came out.
type Verdict string

// The verdicts. OpenHolds is a fact marked as open that holds after all.
const (
	Held      Verdict = "holds"
	Failed    Verdict = "fails"
	Open      Verdict = "open"
	OpenHolds Verdict = "open, but holds"
)

// An Outcome is a fact with what came of it.
type Outcome struct {
	*Prepared
	Verdict    Verdict
	Judgements []Judgement // by expectation
	Ablations  []Ablation
}

// An Ablation is what came of a fact without mechanisms it rests on.
type Ablation struct {
	Off        []string
	Judgements []Judgement
	Survives   bool // it still holds, and should not
}

// Examine runs facts and judges them. With ablate each fact that is not open
// is run again without each group of mechanisms it rests on. An open fact is
// not: that it fails without them would say nothing.
func Examine(facts []*Prepared, ablate bool, run Runner) ([]Outcome, error) {
	var trials []Trial
	for _, fact := range facts {
		trials = append(trials, Trial{Prepared: fact})
		if ablate && !fact.Open {
			for _, off := range fact.RestsOn {
				trials = append(trials, Trial{fact, off})
			}
		}
	}
	samples, err := run(trials)
	if err != nil {
		return nil, err
	}
	var outcomes []Outcome
	for i, trial := range trials {
		judgements, err := trial.Judge(samples[i])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", trial.ID, err)
		}
		if trial.Off == nil {
			outcomes = append(outcomes, Outcome{Prepared: trial.Prepared, Verdict: verdict(trial.Open, Holds(judgements)), Judgements: judgements})
			continue
		}
		last := &outcomes[len(outcomes)-1]
		last.Ablations = append(last.Ablations, Ablation{trial.Off, judgements, Holds(judgements)})
	}
	return outcomes, nil
}

func verdict(open, holds bool) Verdict {
	switch {
	case open && holds:
		return OpenHolds
	case open:
		return Open
	case holds:
		return Held
	}
	return Failed
}

// A Count sums up outcomes.
type Count struct {
	Facts, Held, Failed, Open, OpenHolds int
}

// Tally counts the outcomes of facts of a kind, or of all where kind is empty.
func Tally(outcomes []Outcome, kind string) (count Count) {
	for _, outcome := range outcomes {
		if kind != "" && outcome.Kind != kind {
			continue
		}
		count.Facts++
		switch outcome.Verdict {
		case Held:
			count.Held++
		case Failed:
			count.Failed++
		case Open:
			count.Open++
		case OpenHolds:
			count.OpenHolds++
		}
	}
	return count
}

// Failures lists the facts that are not open and do not hold.
func Failures(outcomes []Outcome) (ids []string) {
	for _, outcome := range outcomes {
		if outcome.Verdict == Failed {
			ids = append(ids, outcome.ID)
		}
	}
	return ids
}
