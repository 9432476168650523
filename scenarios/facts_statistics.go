package scenarios

// statisticKeys are the keys of a [statistics.NAME] block.
var statisticKeys = []string{
	"arms", "setting", "group", "measure", "table", "where", "column", "columns", "of", "quantile", "within", "less",
	"at", "from", "until", "time_to",
}

// Keys that only one of the two kinds of statistic has.
var (
	seriesKeys = []string{"setting", "group", "measure", "time_to"}
	tableKeys  = []string{"table", "where", "column", "columns", "quantile", "within", "less"}
)

// takeStatistics reads the [statistics.NAME] blocks.
func (f *factDraft) takeStatistics(e entry) {
	for _, block := range f.blocks(e, "statistics") {
		f.fact.Statistics = append(f.fact.Statistics, f.statistic(block))
	}
}

func (f *factDraft) statistic(block entry) FactStatistic {
	s := FactStatistic{Name: block.path[1], Setting: "trust", Group: "all"}
	table := block.raw.(map[string]any)
	for _, name := range sortedKeys(table) {
		switch value := block.below(name, table[name]); name {
		case "arms":
			s.Arms = f.texts(value, `"arm"`)
		case "setting":
			s.Setting, _ = f.text(value, 100)
		case "group":
			s.Group, _ = f.text(value, 100)
		case "measure":
			s.Measure, _ = f.text(value, 100)
		case "table":
			s.Table, _ = f.text(value, 100)
		case "where":
			s.Where, _ = f.text(value, mostWords)
		case "column":
			if column, ok := f.text(value, mostWords); ok {
				s.Columns = []string{column}
			}
		case "columns":
			s.Columns = f.texts(value, `"x", "y"`)
		case "of":
			s.Of, _ = f.text(value, 100)
		case "quantile":
			s.Quantile, _ = f.number(value, 0, 1, "share of rows below")
		case "within":
			s.Within = f.texts(value, `"trust", "service"`)
		case "less":
			s.Less = f.texts(value, `"service"`)
		case "at":
			s.At = f.moment(value)
		case "from":
			s.From = f.moment(value)
		case "until":
			s.Until = f.moment(value)
		case "time_to":
			if level, ok := f.number(value, -mostLevel, mostLevel, "level of the series"); ok {
				s.TimeTo = &level
			}
		default:
			f.strange(value, statisticKeys)
		}
	}
	f.shape(block, table)
	return s
}

// shape checks that a block is a series or a table, and says when.
func (f *factDraft) shape(block entry, table map[string]any) {
	has := func(name string) bool { _, given := table[name]; return given }
	switch {
	case has("measure") == has("table"):
		f.fail(block, "a statistic needs a measure (of a series) or a table, and not both")
		return
	case has("column") && has("columns"):
		f.fail(block.below("columns", nil), "write column for one expression or columns for several, not both")
	}
	kind, others := "a series", tableKeys
	if has("table") {
		kind, others = "a table", seriesKeys
	}
	for _, name := range others {
		if has(name) {
			f.fail(block.below(name, nil), "does not go with %s", kind)
		}
	}
	window := has("from") || has("until")
	switch {
	case has("at") && window:
		f.fail(block.below("at", nil), "write at for one month, or from and until for several, not both")
	case has("time_to") && (has("at") || window || has("of")):
		f.fail(block.below("time_to", nil), "the time to a level counts from the start of the run; leave out at, from, until and of")
	case !has("time_to") && !has("at") && !window:
		f.fail(block, "say when: at = a month, or from and until; a month is a number counted from 1, or a date in quotes")
	case has("measure") && has("at") && has("of"):
		f.fail(block.below("of", nil), "a series at one month is one number; leave it out")
	case has("measure") && window && !has("of"):
		f.fail(block, `a series over several months needs of = "sum" or "mean"`)
	case has("table") && !has("of"):
		f.fail(block, `a table needs of, what is made of its rows: "count", "mean" and so on`)
	}
}

// moment reads a month of the run: a number counted from 1, or a date.
func (f *factDraft) moment(e entry) FactMonth {
	if _, isText := e.raw.(string); isText {
		month, _ := f.month(e, earliestStart, latestMonth)
		return FactMonth{Month: month}
	}
	offset, _ := f.whole(e, 1, max(1, f.fact.Months), `month of the run counted from 1, or a date in quotes as "2024-03"`)
	return FactMonth{Offset: offset}
}

// expectationKeys are the keys of an [[expectations]] block.
var expectationKeys = []string{"effect", "expression", "direction", "at_least", "at_most", "above", "below", "confidence"}

// takeExpectations reads the [[expectations]] blocks.
func (f *factDraft) takeExpectations(e entry) {
	blocks, ok := tables(e.raw)
	if !ok || len(blocks) == 0 {
		f.fail(e, "write each expectation as a block of its own, headed [[expectations]] in double brackets")
		return
	}
	for i, table := range blocks {
		block := e.below(element(i), table)
		x := FactExpectation{Confidence: usualInterval}
		for _, name := range sortedKeys(table) {
			switch value := block.below(name, table[name]); name {
			case "effect":
				x.Effect, _ = f.text(value, mostWords)
			case "expression":
				x.Expression, _ = f.text(value, mostWords)
			case "direction":
				x.Direction, _ = f.text(value, mostWords)
			case "at_least":
				x.AtLeast = f.bound(value)
			case "at_most":
				x.AtMost = f.bound(value)
			case "above":
				x.Above = f.bound(value)
			case "below":
				x.Below = f.bound(value)
			case "confidence":
				x.Confidence, _ = f.number(value, 0.5, 0.999, "confidence of the interval")
			default:
				f.strange(value, expectationKeys)
			}
		}
		for _, name := range []string{"effect", "expression"} {
			if _, given := table[name]; !given {
				f.fail(block.below(name, nil), "missing; an expectation needs effect (in words) and expression")
			}
		}
		has := func(name string) bool { _, given := table[name]; return given }
		switch {
		case has("at_least") && has("above"):
			f.fail(block.below("above", nil), "write at_least or above, not both")
		case has("at_most") && has("below"):
			f.fail(block.below("below", nil), "write at_most or below, not both")
		case !has("at_least") && !has("above") && !has("at_most") && !has("below"):
			f.fail(block, "an expectation needs a bound: at_least or above, at_most or below, or one of each")
		}
		f.fact.Expectations = append(f.fact.Expectations, x)
	}
}

func (f *factDraft) bound(e entry) *float64 {
	if v, ok := f.number(e, -mostLevel, mostLevel, "bound of the expression"); ok {
		return &v
	}
	return nil
}
