package facts

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// textWidth is the length at which lines are broken.
const textWidth = 100

// WriteText writes outcomes for people, and a summary.
func WriteText(w io.Writer, outcomes []Outcome) error {
	var out strings.Builder
	for i := range outcomes {
		outcomes[i].text(&out)
		out.WriteString("\n")
	}
	summary(&out, outcomes)
	_, err := io.WriteString(w, out.String())
	return err
}

func (o *Outcome) text(out *strings.Builder) {
	fmt.Fprintf(out, "%s: %s (%s)\n", o.ID, o.Verdict, o.Kind)
	wrap(out, "  ", o.Claim)
	wrap(out, "  ", o.Source+"; basis: "+o.Basis)
	for i, judgement := range o.Judgements {
		wrap(out, "  - ", o.Expectations[i].words(judgement, o.Fixed, o.Replicates))
	}
	if o.Open {
		wrap(out, "  open: ", o.Reason)
	}
	for _, ablation := range o.Ablations {
		says := "fails, as it should"
		if ablation.Survives {
			says = "still holds, and should not"
		}
		wrap(out, "  ", "without "+strings.Join(ablation.Off, " and ")+": "+says)
	}
}

// words tells how an expectation came out.
func (e *Expectation) words(j Judgement, fixed bool, replicates int) string {
	words := fmt.Sprintf("%s: %s [%s, %s]", e.Effect, Figure(j.Value), Figure(j.Low), Figure(j.High))
	for _, bound := range []struct {
		words string
		value *float64
	}{{"at least", e.AtLeast}, {"above", e.Above}, {"at most", e.AtMost}, {"below", e.Below}} {
		if bound.value != nil {
			words += ", " + bound.words + " " + number(*bound.value)
		}
	}
	if j.Met {
		words += ": met"
	} else {
		words += ": not met"
	}
	of := "prior draws"
	if fixed {
		of = "replicates"
	}
	words += fmt.Sprintf("; shown by %.0f%% of %s", 100*j.Shown, of)
	if j.Replicates < replicates {
		words += fmt.Sprintf("; defined in %d of %d", j.Replicates, replicates)
	}
	return words
}

// Figure writes a result with three significant digits, and more where they
// stand before the point.
func Figure(value float64) string {
	switch {
	case math.IsNaN(value):
		return "undefined"
	case math.IsInf(value, 0):
		return strings.Replace(strconv.FormatFloat(value, 'f', -1, 64), "Inf", "infinity", 1)
	case value == 0:
		return "0"
	}
	digits := 2 - int(math.Floor(math.Log10(math.Abs(value))))
	return strconv.FormatFloat(value, 'f', min(max(digits, 0), 6), 64)
}

func number(value float64) string { return strconv.FormatFloat(value, 'f', -1, 64) }

// summary counts facts, those that emerge and those that are built in apart.
func summary(out *strings.Builder, outcomes []Outcome) {
	all := Tally(outcomes, "")
	line := fmt.Sprintf("%s: %d hold, %d fail, %d open", plural(all.Facts, "fact"), all.Held, all.Failed, all.Open)
	if all.OpenHolds > 0 {
		line += fmt.Sprintf(", %d marked as open that hold", all.OpenHolds)
	}
	emergent, builtIn := Tally(outcomes, "emergent"), Tally(outcomes, "built-in")
	wrap(out, "", line+fmt.Sprintf("; %d of %d emergent and %d of %d built-in hold",
		emergent.Held+emergent.OpenHolds, emergent.Facts, builtIn.Held+builtIn.OpenHolds, builtIn.Facts))
	tried, survivors := 0, []string{}
	for _, outcome := range outcomes {
		for _, ablation := range outcome.Ablations {
			tried++
			if ablation.Survives {
				survivors = append(survivors, outcome.ID+" without "+strings.Join(ablation.Off, " and "))
			}
		}
	}
	switch {
	case len(survivors) > 0:
		wrap(out, "", fmt.Sprintf("of %s, these facts survive: %s", plural(tried, "ablation"), strings.Join(survivors, "; ")))
	case tried > 0:
		wrap(out, "", fmt.Sprintf("%s: no fact survives the loss of what it rests on", plural(tried, "ablation")))
	}
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// wrap writes text in lines that begin with a margin, and then with blanks as
// wide.
func wrap(out *strings.Builder, margin, text string) {
	line := margin
	for i, word := range strings.Fields(text) {
		if i > 0 && len([]rune(line))+1+len([]rune(word)) > textWidth {
			out.WriteString(line + "\n")
			line = strings.Repeat(" ", len(margin)) + word
			continue
		}
		if i > 0 {
			line += " "
		}
		line += word
	}
	out.WriteString(line + "\n")
}
