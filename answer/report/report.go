package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"

	"skillmix/answer"
	"skillmix/answer/gates"
	"skillmix/answer/words"
)

//go:embed page.html.tmpl
var markup string

//go:embed page.css
var style string

// A Report is what report.html is made of. Result and Money must be there, and Barriers
// as gates.Meet gives them; what else is missing is said to be.
type Report struct {
	Result   *answer.Result
	Money    []answer.Money
	Barriers []gates.Met
	Pairing  string // of answer.Pairing
	// Outcomes, and Diffusions and Breakdowns of the setting in which the headline is.
	Outcomes   *answer.Outcomes
	Diffusions []answer.Diffusion
	Breakdowns []answer.Breakdown
	// AskWhy is the command, to be typed in the folder of the report, that tells what the
	// difference rests on; empty where it cannot be asked.
	AskWhy  string
	Assumed Assumptions
	Quality Quality
	Files   []Term // that stand beside the report, each with what it holds
	// Organisations are the user's own files, each with its checksum.
	Organisations []Term
	Maker         string // program and version

	drawn    []Drawing
	undrawn  []Term
	inserted map[string][]Part // charts, by the ID of their section
}

// Draw puts a chart into the section with that ID, behind what it says first and the
// charts that are there. Write fails if there is no such section.
func (r *Report) Draw(section string, drawing Drawing) {
	r.drawn = append(r.drawn, drawing)
	if r.inserted == nil {
		r.inserted = map[string][]Part{}
	}
	r.inserted[section] = append(r.inserted[section], Part{Drawing: &drawing})
}

// Lack says why there is no chart of a name, in a sentence.
func (r *Report) Lack(chart, why string) {
	r.undrawn = append(r.undrawn, Term{chartInWords(chart), why})
}

// sections are those of the report, in its order. Each has a file of its own.
var sections = []func(*Report) (Section, error){
	(*Report).difference,
	(*Report).speed,
	(*Report).why,
	(*Report).where,
	(*Report).cost,
	(*Report).charts,
	(*Report).assumptions,
	(*Report).limits,
	(*Report).again,
	(*Report).hashes,
	(*Report).glossary,
}

// Sections makes the sections of the report.
func (r *Report) Sections() ([]Section, error) {
	left := slices.Sorted(maps.Keys(r.inserted))
	var all []Section
	for _, make := range sections {
		section, err := make(r)
		if err != nil {
			return nil, err
		}
		section.insert(r.inserted[section.ID])
		left = slices.DeleteFunc(left, func(id string) bool { return id == section.ID })
		all = append(all, section)
	}
	if len(left) > 0 {
		return nil, fmt.Errorf("the report has no section %s", strings.Join(left, ", "))
	}
	return all, nil
}

// insert puts charts behind the paragraphs and lists that the section begins with.
func (s *Section) insert(charts []Part) {
	first := 0
	for first < len(s.Parts) && (s.Parts[first].Paragraph != "" || s.Parts[first].List != nil) {
		first++
	}
	s.Parts = slices.Insert(s.Parts, first, charts...)
}

// Write writes report.html: one page that needs no other file, no script and no
// network. It returns the errors of answer.Find.
func Write(w io.Writer, report *Report) error {
	page, err := report.page()
	if err != nil {
		return err
	}
	parsed, err := template.New("report").Funcs(template.FuncMap{"inline": inline, "next": func(i int) int { return i + 1 }}).Parse(markup)
	if err != nil {
		return err
	}
	return parsed.Execute(w, page)
}

// A page is what the template of the report shows.
type page struct {
	Title    string
	About    string // the line above the finding: what was simulated, where and when
	Finding  answer.Finding
	Cautions []string
	Key      []keyFigure
	Sections []Section
	Foot     string
	Style    template.CSS
}

// Picture is a drawing's SVG as a part of the page.
func (d *Drawing) Picture() template.HTML { return template.HTML(d.SVG) } // drawn and escaped by package plots

func (r *Report) page() (*page, error) {
	result := r.Result
	finding, err := answer.Find(result)
	if err != nil {
		return nil, err
	}
	headline, err := answer.FindHeadline(result.Runs.Layout, result.Headline)
	if err != nil {
		return nil, err
	}
	numbers, err := answer.Headlines(result)
	if err != nil {
		return nil, err
	}
	made, err := r.Sections()
	if err != nil {
		return nil, err
	}
	return &page{
		Title:    strings.Join(capitals(r.labels()), ", ") + ": " + result.Population,
		About:    fmt.Sprintf("Simulation of %s (%s), %s", words.Place(headline.Setting), r.people(), result.Period()),
		Finding:  finding,
		Cautions: r.cautions(numbers),
		Key:      r.keyFigures(numbers),
		Sections: made,
		Foot:     r.foot(),
		Style:    template.CSS(style),
	}, nil
}

// foot says what made the page, and from what.
func (r *Report) foot() string {
	maker := r.Maker
	if maker == "" {
		maker = "skillmix"
	}
	return fmt.Sprintf("Made by %s from inputs %s with seed %d. The same inputs give the same page.", maker, words.Short(r.Result.Inputs), r.Result.Seed)
}

// labels are the names of scenarios in words.
func (r *Report) labels() []string {
	all := make([]string, len(r.Result.Scenarios))
	for i, scenario := range r.Result.Scenarios {
		all[i] = words.Label(scenario.Name)
	}
	return all
}

func capitals(texts []string) []string {
	all := make([]string, len(texts))
	for i, text := range texts {
		all[i] = words.Capital(text)
	}
	return all
}

// people names the population.
func (r *Report) people() string {
	if r.Result.Own {
		return "your own organisations"
	}
	return "the " + r.Result.Population + " population"
}
