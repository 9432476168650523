package scenarios

import (
	"fmt"
	"strings"

	"skillmix/model"
)

// A law of a parameter is written { normal = [0.4, 0.8] } and so on: the name of
// the family and its numbers. { triangular = [...] } is a range.
const (
	lawTriangular = "triangular"
	lawWeights    = "weights"
	mostOutcomes  = 100 // of a discrete law
	leastShape    = 1e-3
	mostShape     = 1e6 // of a beta law
	leastWeight   = 1e-6
	mostWeight    = 1e6
)

// lawForms says how each family is written.
var lawForms = map[string]string{
	"normal":      "normal = [low, high], the interval that holds 80%",
	"lognormal":   "lognormal = [low, high], the interval that holds 80%, above 0",
	"uniform":     "uniform = [low, high]",
	lawTriangular: "triangular = [low, mode, high]",
	"beta":        "beta = [a, b], shapes above 0, for values from 0 to 1",
	"discrete":    "discrete = [value, ...], with weights = [...] if they are not equal",
}

// lawNames lists the families.
func lawNames() []string { return append(model.LawNames[:], lawTriangular) }

// lawOf returns which family a table names, if any.
func lawOf(table map[string]any) (string, bool) {
	for _, name := range lawNames() {
		if _, given := table[name]; given {
			return name, true
		}
	}
	return "", false
}

// takeLaw reads a distribution of a parameter.
func (d *draft) takeLaw(e entry, parameter model.Parameter, table map[string]any, family string) {
	before := len(d.errors)
	known := []string{family}
	if family == "discrete" {
		known = append(known, lawWeights)
	}
	for _, name := range sortedKeys(table) {
		if contains(known, name) {
			continue
		}
		if contains(lawNames(), name) {
			d.failKey(e.below(name, table[name]), "a second distribution; %s is there already, and a parameter has one", family)
			continue
		}
		d.unknown(e.below(name, table[name]), known)
	}
	at := e.below(family, table[family])
	shapes := model.Catalogue[parameter]
	least, most := shapes.Least, shapes.Most
	if family == "beta" {
		least, most = leastShape, mostShape
	}
	values := d.numbersOf(at, lawForms[family], least, most)
	if len(d.errors) > before {
		return
	}
	law := model.Law{Parameter: parameter}
	switch family {
	case lawTriangular:
		if !d.ofLength(at, values, 3, family) || !d.rising(at, values) {
			return
		}
		d.keepPrior(e, parameter, model.Prior{Low: values[0], Default: values[1], High: values[2]}, nil)
		return
	case "normal", "lognormal", "uniform":
		if !d.ofLength(at, values, 2, family) || !d.rising(at, values) {
			return
		}
		if family == "lognormal" && values[0] <= 0 {
			d.fail(at, "%s is not above 0; a lognormal distribution has no other values", number(values[0]))
			return
		}
		law.A, law.B = values[0], values[1]
	case "beta":
		if !d.ofLength(at, values, 2, family) {
			return
		}
		if shapes.Least < 0 || shapes.Most > 1 {
			d.fail(at, "a beta distribution has values from 0 to 1; %s is from %s to %s", shapes.Name, number(shapes.Least), number(shapes.Most))
			return
		}
		law.A, law.B = values[0], values[1]
	case "discrete":
		if law.Values, law.Weights = values, d.weightsOf(e, table, len(values)); law.Weights == nil {
			return
		}
	}
	for kind, name := range model.LawNames {
		if name == family {
			law.Kind = model.LawKind(kind)
		}
	}
	if cut := law.Cut(); cut > mostCut {
		d.fail(at, "%.0f%% of the distribution lies outside of what %s may be, %s to %s", 100*cut, shapes.Name, number(shapes.Least), number(shapes.Most))
		return
	}
	prior := law.Prior()
	if prior.Low == prior.High {
		d.fail(at, "every value is %s; write the number alone", number(prior.Low))
		return
	}
	d.keepPrior(e, parameter, prior, &law)
}

// mostCut is the share of a distribution that may lie beyond a parameter's
// limits, where it is cut off.
const mostCut = 0.1

// keepPrior notes what a parameter is drawn from, in place of what was noted.
func (d *draft) keepPrior(e entry, parameter model.Parameter, prior model.Prior, law *model.Law) {
	settings := &d.scenario.Settings
	settings.Parameters[parameter] = prior
	var laws []model.Law // in the order of the catalogue; a new list, since a parent's may be shared
	for i := range model.ParameterCount {
		if p := model.Parameter(i); p == parameter {
			if law != nil {
				laws = append(laws, *law)
			}
		} else if other := settings.Law(p); other != nil {
			laws = append(laws, *other)
		}
	}
	settings.Laws = laws
	d.given[e.path.String()] = e
}

// numbersOf reads a list of numbers.
func (d *draft) numbersOf(e entry, form string, least, most float64) []float64 {
	list, ok := e.raw.([]any)
	switch {
	case !ok:
		d.fail(e, "%s; write %s", kind(e.raw), form)
		return nil
	case len(list) > mostOutcomes:
		d.fail(e, "%d numbers; at most %d", len(list), mostOutcomes)
		return nil
	}
	var all []float64
	for i, raw := range list {
		v, _ := d.number(e.below(element(i), raw), least, most, "a number of "+form)
		all = append(all, v)
	}
	return all
}

func (d *draft) ofLength(e entry, values []float64, wanted int, family string) bool {
	if len(values) != wanted {
		d.fail(e, "%d numbers; write %s", len(values), lawForms[family])
	}
	return len(values) == wanted
}

// rising reports whether values rise; of three, the middle may be an end.
func (d *draft) rising(e entry, values []float64) bool {
	first, last := values[0], values[len(values)-1]
	middle := values[len(values)/2]
	if len(values) == 2 {
		middle = first
	}
	if first < last && first <= middle && middle <= last {
		return true
	}
	d.fail(e, "the numbers do not rise; write the lower end first")
	return false
}

// weightsOf reads the weights of a discrete law, equal ones where none are given.
// It returns nil if something is wrong.
func (d *draft) weightsOf(e entry, table map[string]any, count int) []float64 {
	if count == 0 {
		d.fail(e, "no values; write %s", lawForms["discrete"])
		return nil
	}
	raw, given := table[lawWeights]
	if !given {
		weights := make([]float64, count)
		for i := range weights {
			weights[i] = 1
		}
		return weights
	}
	at, before := e.below(lawWeights, raw), len(d.errors)
	weights := d.numbersOf(at, "weights = [...], one for each value", leastWeight, mostWeight)
	if len(d.errors) > before {
		return nil
	}
	if len(weights) != count {
		d.fail(at, "%d weights for %d values; write one for each", len(weights), count)
		return nil
	}
	return weights
}

// lawText writes a law as a file would.
func lawText(law *model.Law) string {
	list := func(values []float64) string {
		all := make([]string, len(values))
		for i, value := range values {
			all[i] = number(value)
		}
		return "[" + strings.Join(all, ", ") + "]"
	}
	name := model.LawNames[law.Kind]
	if law.Kind == model.DiscreteLaw {
		return fmt.Sprintf("{ %s = %s, %s = %s }", name, list(law.Values), lawWeights, list(law.Weights))
	}
	return fmt.Sprintf("{ %s = %s }", name, list([]float64{law.A, law.B}))
}
