package report

import (
	"fmt"

	"skillmix/answer"
	"skillmix/answer/words"
)

// fewRuns is how many runs of a scenario are too few to tell the ends of a range: of
// fewer than 40, a 95% range is that of their lowest and highest but for a part of a
// step.
const fewRuns = 40

// cautions are those that a reader must not miss: few, and the gravest first.
func (r *Report) cautions(numbers *answer.HeadlineNumbers) []string {
	result := r.Result
	all := []string{r.caution()}
	if failed := result.Runs.Failed(); failed > 0 {
		what := "pair"
		if len(result.Scenarios) == 1 {
			what = "run"
		}
		all = append(all, fmt.Sprintf("%s of %d failed and %s in no figure: if what made them fail has to do with what is measured, the figures are biased. `runs.parquet` has the reasons.",
			words.Capital(words.Count(failed, what)), result.Runs.Source.Pairs(), words.IsOrAre(failed)))
	}
	switch n := result.Runs.Replicates() / max(1, result.Runs.Points); {
	case n <= 1:
		all = append(all, "A single run of each scenario shows what can happen, not what to expect: chance alone may have made what is seen here.")
	case n < fewRuns:
		all = append(all, fmt.Sprintf("There are only %s of each scenario: the ends of ranges are little more than the lowest and the highest run.", words.Count(n, "run")))
	}
	for _, gap := range numbers.Gaps {
		if gap.Verdict == answer.Unresolved {
			all = append(all, "Where a difference is called unresolved the runs cannot tell which scenario is higher. That is not evidence that they are alike: more runs may resolve it.")
			break
		}
	}
	if same, compared := answer.OfferedAgrees(r.Money); compared && !same {
		all = append(all, agreement(r.Money))
	}
	if result.Levers > 0 {
		all = append(all, fmt.Sprintf("%s varied between runs: ranges hold what follows from that, too, and say nothing of how likely it is.", words.Capital(isAre(result.Levers, "lever"))))
	}
	return all
}

// caution is the warning that a reader must not miss.
func (r *Report) caution() string {
	if r.Result.Spread {
		return fmt.Sprintf("Caution: this is a simulation. %s of it rest on judgement, not on evidence; "+
			"the ranges vary them together with chance.", words.Capital(words.Count(r.Result.Judged, "value")))
	}
	return "Caution: this is a simulation. Values that rest on judgement, not on evidence, were held at " +
		"their defaults, so the ranges cover chance alone and understate how unsure the finding is."
}

func isAre(n int, noun string) string { return words.Count(n, noun) + " " + words.IsOrAre(n) }
