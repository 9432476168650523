package charts

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"skillmix/answer/words"
	"skillmix/sim"
)

// under says what holds under each scenario, by scenario. Scenarios of which the same
// holds are named together; an empty text stands for a scenario that is left out.
func (d *drawing) under(texts []string) string {
	var (
		said  []string
		names [][]string
	)
	for scenario, text := range texts {
		if text == "" {
			continue
		}
		at := slices.Index(said, text)
		if at < 0 {
			at, said, names = len(said), append(said, text), append(names, nil)
		}
		names[at] = append(names[at], d.names[scenario])
	}
	if len(said) == 1 && len(names[0]) == len(d.names) && len(d.names) > 1 {
		return said[0] + " in " + bothOrAll(len(d.names))
	}
	parts := make([]string, len(said))
	separator := " and "
	for i, text := range said {
		parts[i] = text + " under " + words.Listed(names[i])
		if len(said) > 1 && (len(names[i]) > 1 || strings.Contains(text, " and ")) {
			separator = "; "
		}
	}
	if separator == " and " {
		return words.Listed(parts)
	}
	return strings.Join(parts, separator)
}

// underAgain is under for a second thing in a sentence: who is the only one is not named
// again.
func (d *drawing) underAgain(texts []string) string {
	if len(texts) == 1 {
		return texts[0]
	}
	return d.under(texts)
}

// bothOrAll means every scenario.
func bothOrAll(scenarios int) string {
	if scenarios == 2 {
		return "both"
	}
	return "all scenarios"
}

// each says a value of each scenario.
func each(values []float64, say func(float64) string) []string {
	texts := make([]string, len(values))
	for i, value := range values {
		texts[i] = say(value)
	}
	return texts
}

// fromTo says how values that may have gaps go from the first to the last.
func fromTo(values []float64, say func(float64) string) string {
	values = slices.DeleteFunc(slices.Clone(values), math.IsNaN)
	if len(values) == 0 {
		return "no value"
	}
	first, last := say(values[0]), say(values[len(values)-1])
	if len(values) == 1 {
		return first
	}
	return "from " + first + " to " + last
}

// yearsInWords says which financial years a figure covers, by their last months.
func yearsInWords(ends []sim.Month) string {
	if len(ends) == 1 {
		return "in the financial year to " + words.Month(ends[0])
	}
	return fmt.Sprintf("in the financial years to %s until %s", words.Month(ends[0]), words.Month(ends[len(ends)-1]))
}

// panelForEach says what a line chart of so many scenarios looks like.
func panelForEach(scenarios int) string {
	if scenarios == 1 {
		return "Line chart"
	}
	return "Line chart, a panel for each scenario,"
}

// pounds writes pounds for a reader: billions and millions to a tenth, below a million to
// the thousand, and below a thousand to the pound.
func pounds(amount float64) string {
	switch size := math.Abs(amount); {
	case size >= 999.95e6:
		return "£" + words.Rounding(1).Number(amount/1e9) + " billion"
	case size >= 999_500:
		return "£" + words.Rounding(1).Number(amount/1e6) + " million"
	case size >= 1e3:
		amount = math.Round(amount/1e3) * 1e3
	}
	return "£" + words.Rounding(0).Number(amount)
}

// withUnit puts a unit behind the first number of a text.
func withUnit(text, unit string) string {
	words := strings.Split(text, " ")
	for i, word := range words {
		if strings.ContainsAny(word, "0123456789") {
			words[i] += unit
			break
		}
	}
	return strings.Join(words, " ")
}
