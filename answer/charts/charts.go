package charts

import (
	"fmt"
	"strings"

	"skillmix/answer"
	"skillmix/answer/words"
	"skillmix/plots"
)

// A Drawn is a figure of a result, or the reason why there is no such figure.
type Drawn struct {
	Name   string        // of its files, such as difference
	Figure *plots.Figure // nil if there is none
	Why    string        // why there is none, in a sentence; else empty
}

// All describes every figure of a result, in the order in which a report shows
// them: adoption, difference, barriers, money, resistance, rogers, services, roles
// and spread. Each describes the setting in which the headline is measured. The
// values of single organisations, which runs do not keep, may be nil: then there is
// no figure of their spread. It returns the errors of answer.Find.
func All(result *answer.Result, organisations *Organisations) ([]Drawn, error) {
	d, err := newDrawing(result)
	if err != nil {
		return nil, err
	}
	taken, err := d.adoption()
	if err != nil {
		return nil, err
	}
	all := []Drawn{{Name: "adoption", Figure: taken}}
	for _, one := range []struct {
		name string
		draw func() (*plots.Figure, string, error)
	}{
		{"difference", d.difference},
		{"barriers", d.barriers},
		{"money", d.money},
		{"resistance", d.resistance},
		{"rogers", d.rogers},
		{"services", d.services},
		{"roles", d.roles},
		{"spread", func() (*plots.Figure, string, error) { return d.spread(organisations) }},
	} {
		figure, why, err := one.draw()
		if err != nil {
			return nil, err
		}
		all = append(all, Drawn{one.name, figure, why})
	}
	return all, nil
}

// A drawing is what the figures of a result share.
type drawing struct {
	*answer.Result
	headline answer.Headline
	names    []string // of scenarios, as within a sentence
}

func newDrawing(result *answer.Result) (*drawing, error) {
	headline, err := answer.FindHeadline(result.Runs.Layout, result.Headline)
	if err != nil {
		return nil, err
	}
	d := &drawing{Result: result, headline: headline}
	for _, name := range result.Runs.Names {
		d.names = append(d.names, words.Label(name))
	}
	return d, nil
}

// figure begins a figure of a quantity, which the subtitle names with place and
// period.
func (d *drawing) figure(title, quantity string) *plots.Figure {
	return &plots.Figure{Title: title, Subtitle: subtitle(d.Result, quantity, d.headline.Setting), Source: source(d.Result)}
}

// note adds a sentence to what stands below a figure.
func note(figure *plots.Figure, sentences ...string) {
	for _, sentence := range sentences {
		if sentence != "" {
			figure.Source = strings.TrimSuffix(figure.Source, ".") + ". " + sentence
		}
	}
}

// alt words a figure for who does not see it: its title, what it is, and what it
// shows.
func alt(figure *plots.Figure, what string, shown ...string) {
	figure.Alt = strings.Join(append([]string{figure.Title + ".", what}, shown...), " ")
}

// column returns where a measure stands if the headline's setting as a whole keeps
// it.
func (d *drawing) column(measure string) (column int, kept bool) {
	column = d.Runs.Layout.Column(measure)
	return column, column >= 0 && d.Runs.Layout.Has(d.headline.Group, column)
}

// end is the month in which runs end, in words.
func (d *drawing) end() string { return words.Month(d.Runs.Last()) }

// statistic says what a line is, of the runs of each scenario.
func (d *drawing) statistic(name string) string {
	if d.Runs.Replicates() == 1 {
		return "a single run of each scenario"
	}
	return fmt.Sprintf("the %s of %s of each scenario", name, words.Count(d.Runs.Replicates(), "run"))
}
