package plots

import (
	"fmt"
	"math"
	"slices"
)

// mostSeries is the number of lines a reader can still tell apart, and
// mostLevels that of levels.
const (
	mostSeries = 4
	mostLevels = 5
)

// largestValue keeps the arithmetic of the axis finite.
const largestValue = 1e15

// roundingSlack is how far, in proportion, a lower bound may lie above its
// upper bound: quantiles of equal values can differ in the last digit.
const roundingSlack = 1e-9

// checkTexts returns an error if a text that every chart needs is missing.
func checkTexts(title, subtitle, source, alt string) error {
	for _, text := range []struct{ name, value string }{
		{"title", title}, {"subtitle", subtitle}, {"source", source}, {"text alternative", alt},
	} {
		if plainText(text.value) == "" {
			return fmt.Errorf("chart: the %s is empty: every chart needs one", text.name)
		}
	}
	return nil
}

// check returns the first reason why the figure cannot be drawn.
func (f *Figure) check() error {
	if err := checkTexts(f.Title, f.Subtitle, f.Source, f.Alt); err != nil {
		return err
	}
	if len(f.Panels) == 0 {
		return fmt.Errorf("chart: no panels: give at least one")
	}
	if f.Columns < 0 || f.Columns > mostColumns {
		return fmt.Errorf("chart: %d columns: panels stand in 1 to %d, or 0 to let the chart choose", f.Columns, mostColumns)
	}
	if f.Percent && f.Pounds {
		return fmt.Errorf("chart: values are said to be both shares and pounds")
	}
	empty := true
	for i := range f.Panels {
		panel := &f.Panels[i]
		if err := f.checkPanel(panel); err != nil {
			if len(f.Panels) == 1 {
				return fmt.Errorf("chart: %w", err)
			}
			return fmt.Errorf("chart: panel %d (%q): %w", i+1, panel.Heading, err)
		}
		empty = empty && len(panel.Series) == 0
	}
	if empty {
		return fmt.Errorf("chart: no panel has a series: say in words why, not in a chart")
	}
	if sets := f.distinct((*Panel).observedLabels); len(sets) > mostObserved {
		return fmt.Errorf("chart: %d observed sets: a chart takes at most %d", len(sets), mostObserved)
	}
	if levels := f.distinct((*Panel).levelLabels); !f.labelledAtEnds() && len(levels) > mostLevels {
		return fmt.Errorf("chart: levels of %d kinds: a chart takes at most %d", len(levels), mostLevels)
	}
	return f.checkAlike()
}

// checkAlike returns an error if one key cannot explain all panels.
func (f *Figure) checkAlike() error {
	if f.labelledAtEnds() {
		return nil
	}
	var first []string
	for i := range f.Panels {
		labels := f.Panels[i].seriesLabels()
		switch {
		case len(labels) == 0:
			continue
		case first == nil:
			first = labels
		case !slices.Equal(labels, first):
			return fmt.Errorf("chart: panel %d (%q) has the series %q, an earlier one %q: in more than %d columns all must have the same in the same order",
				i+1, f.Panels[i].Heading, labels, first, mostColumnsWithLabels)
		}
	}
	for i, label := range first {
		if slices.Contains(first[:i], label) {
			return fmt.Errorf("chart: two series have the label %q: the key could not tell them apart", label)
		}
	}
	return nil
}

func (f *Figure) checkPanel(p *Panel) error {
	note := plainText(p.Note) != ""
	switch {
	case len(f.Panels) > 1 && plainText(p.Heading) == "":
		return fmt.Errorf("the heading is empty: each of several panels needs one")
	case len(p.Series) == 0 && !note:
		return fmt.Errorf("no series: give one to %d, or a note that says why there is none", mostSeries)
	case note && len(p.Series)+len(p.Observed) > 0:
		return fmt.Errorf("there is a note in place of curves, and there are curves: leave one out")
	case len(p.Series) > mostSeries:
		return fmt.Errorf("%d series: a panel takes at most %d, so draw several", len(p.Series), mostSeries)
	case len(p.Levels) > mostLevels:
		return fmt.Errorf("%d levels: a panel takes at most %d", len(p.Levels), mostLevels)
	case len(p.Observed) > mostObserved:
		return fmt.Errorf("%d observed sets: a chart takes at most %d", len(p.Observed), mostObserved)
	case len(p.Observed) > 0 && f.Across != "":
		return fmt.Errorf("observed sets have months, and the axis is shares of %s", f.Across)
	}
	for i := range p.Series {
		if err := f.checkSeries(&p.Series[i]); err != nil {
			return fmt.Errorf("series %d (%q): %w", i+1, p.Series[i].Label, err)
		}
	}
	for i, level := range p.Levels {
		if plainText(level.Label) == "" {
			return fmt.Errorf("level %d: the label is empty: it must say what the line stands for", i+1)
		}
		if why := f.cannotDraw(level.Value); why != "" {
			return fmt.Errorf("level %d (%q) is %v: %s", i+1, level.Label, level.Value, why)
		}
	}
	first, last := f.months()
	for i := range p.Observed {
		if err := p.Observed[i].check(f, first, last); err != nil {
			return fmt.Errorf("observed set %d (%q): %w", i+1, p.Observed[i].Label, err)
		}
	}
	return nil
}

// cannotDraw returns why a value cannot be drawn, or nothing.
func (f *Figure) cannotDraw(value float64) string {
	switch {
	case math.IsNaN(value) || math.IsInf(value, 0):
		return "it must be a number"
	case value < 0 && !f.Signed:
		return "it cannot be negative in a chart that is not signed"
	case math.Abs(value) > largestValue:
		return fmt.Sprintf("values beyond %v cannot be drawn", largestValue)
	case f.Percent && math.Abs(value) > 1+roundingSlack:
		return "a share is at most 1"
	}
	return ""
}
