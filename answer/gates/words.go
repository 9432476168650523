package gates

import (
	"fmt"
	"slices"
	"strings"

	"skillmix/answer"
	"skillmix/answer/words"
)

// Table is a table of text: the gates of a setting by scenario.
type Table struct {
	Heading string
	Head    []string
	Rows    [][]string
	Notes   []string
}

// settingsInWords names what proposes in a setting.
var settingsInWords = map[string]string{"trust": "trusts", "pcn": "primary care networks"}

// Tables tells, for each setting in which somebody could propose and the first
// before others, at which gates proposals failed, of what the runs of a result recorded; and of what was run again
// which gates failed most often together. Settings added up are left to the files.
func Tables(first string, recorded, again []Counts) []Table {
	var tables []Table
	order := append([]string{first}, slices.DeleteFunc(slices.Clone(answer.Settings[:]), func(setting string) bool { return setting == first })...)
	for _, setting := range order {
		where, known := settingsInWords[setting]
		if !known {
			continue
		}
		var columns []Counts
		for _, c := range recorded {
			if c.Setting == setting {
				columns = append(columns, c)
			}
		}
		if len(columns) == 0 {
			continue
		}
		table := tableOf(where, columns)
		for _, c := range again {
			if c.Setting == setting && c.Group == "all" {
				table.Notes = append(table.Notes, c.togetherInWords())
			}
		}
		tables = append(tables, table)
	}
	return tables
}

// tableOf has the gates of one setting, and columns for each scenario.
func tableOf(where string, columns []Counts) Table {
	t := Table{
		Heading: fmt.Sprintf("Of the proposals in %s, the share that failed at each gate, and at no other (%s of each scenario):", where, words.Count(columns[0].Runs, "run")),
		Head:    []string{"Gate"},
	}
	for _, c := range columns {
		t.Head = append(t.Head, words.Capital(words.Label(c.Scenario)), "alone")
		if c.Runs != columns[0].Runs {
			t.Heading = fmt.Sprintf("Of the proposals in %s, the share that failed at each gate, and at no other:", where)
		}
	}
	for gate, name := range columns[0].Gates {
		row := []string{words.Capital(words.Gate(name))}
		for _, c := range columns {
			row = append(row, c.percent(c.Failed[gate]), c.percent(c.Alone[gate]))
		}
		t.Rows = append(t.Rows, row)
	}
	proposals, without := []string{"Proposals in a run"}, []string{"Unit-months without one"}
	for _, c := range columns {
		proposals = append(proposals, words.Grouped(fmt.Sprintf("%.0f", float64(c.Proposals)/float64(max(1, c.Runs)))), "")
		if c.UnitMonths > 0 {
			without = append(without, words.Percent(float64(c.Without)/float64(c.UnitMonths)), "")
		} else {
			without = append(without, words.Grouped(fmt.Sprintf("%.0f", float64(c.Without)/float64(max(1, c.Runs))))+" a run", "")
		}
	}
	t.Rows = append(t.Rows, proposals, without)
	return t
}

// percent writes n of all proposals as a percentage.
func (c *Counts) percent(n int64) string {
	if c.Proposals == 0 {
		return "-"
	}
	return words.Percent(c.share(n))
}

// togetherInWords says which gates fail together most often.
func (c *Counts) togetherInWords() string {
	where := fmt.Sprintf("Under %s, in %s made again,", words.Label(c.Scenario), words.Count(c.Runs, "run"))
	if c.Proposals == 0 {
		return where + " nobody proposes a post."
	}
	couples := c.Couples()
	if len(couples) == 0 {
		return where + " no proposal fails at two gates."
	}
	var said []string
	for _, couple := range couples[:min(mostSaid, len(couples))] {
		said = append(said, fmt.Sprintf("%s with %s (%s of proposals)", words.Gate(couple.Gates[0]), words.Gate(couple.Gates[1]), words.Percent(couple.Share)))
	}
	return where + " these fail together most often: " + strings.Join(said, ", ") + "."
}
