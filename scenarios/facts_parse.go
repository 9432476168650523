package scenarios

import (
	"cmp"
	"regexp"
	"slices"

	"skillmix/model"
	"skillmix/model/population"
)

// Limits of a fact file.
const (
	mostWords     = 2000 // letters of a claim or a reason
	mostFactRuns  = 10_000
	mostLevel     = 1e12
	usualRuns     = 64
	usualInterval = 0.95
)

// A factDraft is a fact in the making; the draft collects what is wrong.
type factDraft struct {
	draft
	fact *Fact
	root entry
}

// parseFact reads the text of a fact's file. The error is an Errors.
func parseFact(file, folder string, text []byte) (*Fact, error) {
	document, problem := parse(file, 0, text)
	if problem != nil {
		return nil, Errors{*problem}
	}
	f := &factDraft{
		draft: draft{failed: map[string]bool{}},
		fact:  &Fact{document: document, folder: folder, Replicates: usualRuns},
		root:  entry{document: document, raw: document.tree},
	}
	f.top()
	f.complete()
	if len(f.errors) > 0 {
		return nil, f.told()
	}
	return f.fact, nil
}

// factKeys are the keys at the top of a fact's file.
var factKeys = []string{
	"id", "claim", "source", "basis", "kind", "status", "reason", "rests_on",
	"population", "months", "replicates", "fixed", "arms", "statistics", "expectations",
}

// needed are the keys without which a file tells no fact.
var needed = []string{"id", "claim", "source", "basis", "kind", "rests_on", "months", "arms", "statistics", "expectations"}

func (f *factDraft) top() {
	fact, tree := f.fact, f.root.raw.(map[string]any)
	// The length comes first: months of statistics are checked against it.
	for _, name := range append([]string{"months"}, sortedKeys(tree)...) {
		raw, given := tree[name]
		if !given || name == "months" && fact.Months != 0 {
			continue
		}
		e := f.root.below(name, raw)
		switch name {
		case "id":
			fact.ID = f.identifier(e, hyphened, "lower-case words joined by hyphens")
		case "claim":
			fact.Claim, _ = f.text(e, mostWords)
		case "source":
			fact.Source, _ = f.text(e, mostWords)
		case "basis":
			fact.Basis = f.oneOf(e, FactBases, "basis")
		case "kind":
			fact.Kind = f.oneOf(e, FactKinds, "kind of fact")
		case "status":
			fact.Open = f.oneOf(e, []string{"open"}, "status; a fact that is expected to hold has none") != ""
		case "reason":
			fact.Reason, _ = f.text(e, mostWords)
		case "rests_on":
			f.takeRestsOn(e)
		case "population":
			fact.Preset = f.oneOf(e, population.Presets, "population")
		case "months":
			fact.Months, _ = f.whole(e, 1, mostMonths, "length of each run in months")
			if fact.Months == 0 {
				fact.Months = mostMonths // already reported
			}
		case "replicates":
			fact.Replicates, _ = f.whole(e, 2, mostFactRuns, "runs of each arm")
		case "fixed":
			fact.Fixed, _ = f.truth(e)
		case "arms":
			f.takeArms(e)
		case "statistics":
			f.takeStatistics(e)
		case "expectations":
			f.takeExpectations(e)
		default:
			f.strange(e, factKeys)
		}
	}
}

// complete checks what concerns the file as a whole.
func (f *factDraft) complete() {
	tree := f.root.raw.(map[string]any)
	for _, name := range needed {
		slip := slices.ContainsFunc(sortedKeys(tree), func(key string) bool { return !contains(factKeys, key) && Nearest(key, factKeys) == name })
		if _, given := tree[name]; !given && !slip { // a slip is told where it is
			f.fail(f.root.below(name, nil), "missing; a fact needs %s", quoted(needed))
		}
	}
	if f.fact.Open && f.fact.Reason == "" {
		f.fail(f.root.below("status", nil), "an open fact needs a reason: what was measured, and why it does not hold")
	}
	if _, given := f.root.raw.(map[string]any)["reason"]; given && !f.fact.Open {
		f.fail(f.root.below("reason", nil), `a reason belongs to a fact with status = "open"`)
	}
	names := make([]string, len(f.fact.Arms))
	for i := range f.fact.Arms {
		names[i] = f.fact.Arms[i].Name
	}
	for _, statistic := range f.fact.Statistics {
		for i, arm := range statistic.Arms {
			if !contains(names, arm) && len(names) > 0 {
				f.fail(f.root.below("statistics", nil).below(statistic.Name, nil).below("arms", nil).below(element(i), nil),
					"there is no arm %q%s", arm, adviceOn(arm, names))
			}
		}
	}
}

// strange reports a key that may not stand where it does.
func (f *factDraft) strange(e entry, known []string) {
	f.failKey(e, "unknown key%s", adviceOn(e.path[len(e.path)-1], known))
}

// oneOf reads one of the known names.
func (f *factDraft) oneOf(e entry, known []string, what string) string {
	if i, ok := f.name(e, known, what); ok {
		return known[i]
	}
	return ""
}

var (
	hyphened = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	variable = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
)

// identifier reads a name of a given form.
func (f *factDraft) identifier(e entry, form *regexp.Regexp, wants string) string {
	v, ok := f.text(e, 60)
	if ok && !form.MatchString(v) {
		f.fail(e, "%q is not a name; write %s", v, wants)
	}
	return v
}

// takeRestsOn reads a list whose elements are mechanisms, each switched off
// alone, or lists of mechanisms that are switched off together.
func (f *factDraft) takeRestsOn(e entry) {
	list, ok := e.raw.([]any)
	if !ok {
		f.fail(e, `%s; write a list in brackets, as ["silos", ["evidence", "hostility"]]: mechanisms, and lists of those switched off together`, kind(e.raw))
		return
	}
	mechanisms := make([]string, len(model.Mechanisms))
	for i := range mechanisms {
		mechanisms[i] = model.Mechanisms[i].Name
	}
	for i, raw := range list {
		item := e.below(element(i), raw)
		group := []string{}
		if inner, several := raw.([]any); several {
			indices, _ := f.names(item, mechanisms, "mechanism")
			for _, at := range indices {
				group = append(group, mechanisms[at])
			}
			if len(inner) == 0 {
				f.fail(item, "an empty list switches nothing off; name mechanisms or leave it out")
			}
		} else if name := f.oneOf(item, mechanisms, "mechanism"); name != "" {
			group = append(group, name)
		}
		f.fact.RestsOn = append(f.fact.RestsOn, group)
	}
}

// blocks returns the named tables below an entry, in the order of the file.
func (f *factDraft) blocks(e entry, heading string) []entry {
	table, ok := e.raw.(map[string]any)
	if !ok {
		f.fail(e, "%s; head each block [%s.NAME]", kind(e.raw), heading)
		return nil
	}
	var all []entry
	for _, name := range sortedKeys(table) {
		block := e.below(name, table[name])
		switch _, isTable := block.raw.(map[string]any); {
		case !isTable:
			f.fail(block, "%s; head each block [%s.NAME]", kind(block.raw), heading)
		case !variable.MatchString(name):
			f.fail(block, "%q is not a name that an expression can use; write small letters, digits and underscores, a letter first", name)
		default:
			all = append(all, block)
		}
	}
	slices.SortStableFunc(all, func(a, b entry) int {
		return cmp.Compare(a.document.places.line(a.path), b.document.places.line(b.path))
	})
	return all
}

// takeArms reads the [arms.NAME] blocks.
func (f *factDraft) takeArms(e entry) {
	for _, block := range f.blocks(e, "arms") {
		arm := FactArm{Name: block.path[1]}
		table := block.raw.(map[string]any)
		for _, name := range sortedKeys(table) {
			switch value := block.below(name, table[name]); name {
			case "scenario":
				arm.Scenario, _ = f.text(value, 1000)
			case "set":
				arm.Sets = f.texts(value, `"key=value"`)
			default:
				f.strange(value, []string{"scenario", "set"})
			}
		}
		if _, given := table["scenario"]; !given {
			f.fail(block, "an arm needs a scenario: a built-in's name or a file's path")
		}
		f.fact.Arms = append(f.fact.Arms, arm)
	}
}

// texts reads a list of texts.
func (f *factDraft) texts(e entry, example string) []string {
	list, ok := e.raw.([]any)
	if !ok {
		f.fail(e, "%s; write a list in brackets, as [%s]", kind(e.raw), example)
		return nil
	}
	var all []string
	for i, raw := range list {
		text, _ := f.text(e.below(element(i), raw), mostWords)
		all = append(all, text)
	}
	return all
}
