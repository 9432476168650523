package scenarios

import (
	"cmp"
	"path/filepath"
	"slices"

	"skillmix/model/population"
)

// key is the key that names the table.
func (s side) key() string { return "population." + s.name + "_file" }

// An ownDraft is what documents have said of own organisations.
type ownDraft struct {
	files   map[string]string            // by side: the path, "" for none
	columns map[string]map[string]string // by side, from our names of columns to the file's
	named   map[string]entry             // by side: the last entry of columns
}

// longestPath is the length of a file's path.
const longestPath = 1000

// takeFile reads the path of a table.
func (d *draft) takeFile(e entry, name string) bool {
	path, ok := e.raw.(string)
	if !ok || path != "" { // "" says that there is none after all
		path, ok = d.text(e, longestPath)
	}
	if !ok {
		return false
	}
	if d.own.files == nil {
		d.own.files = map[string]string{}
	}
	if path != "" && !filepath.IsAbs(path) {
		path = filepath.Join(e.document.folder, filepath.FromSlash(path))
	}
	d.own.files[name] = path
	return true
}

// takeColumns reads how tables name the columns that we name otherwise. A
// later document adds to what earlier ones say; "" takes a name back.
func (d *draft) takeColumns(e entry) bool {
	tables, ok := e.raw.(map[string]any)
	if !ok {
		d.fail(e, `%s; write a table for each file, as columns.trusts = { code = "org_code" }`, kind(e.raw))
		return false
	}
	before := len(d.errors)
	if d.own.columns == nil {
		d.own.columns, d.own.named = map[string]map[string]string{}, map[string]entry{}
	}
	for _, name := range sortedKeys(tables) {
		at := e.below(name, tables[name])
		i := slices.IndexFunc(sideNames(), func(side string) bool { return side == name })
		if i < 0 {
			d.unknown(at, sideNames())
			continue
		}
		columns, ok := tables[name].(map[string]any)
		if !ok {
			d.fail(at, `%s; write a table, as { code = "org_code" }`, kind(tables[name]))
			continue
		}
		d.takeColumnsOf(sides()[i], at, columns)
	}
	return len(d.errors) == before
}

func (d *draft) takeColumnsOf(side side, e entry, columns map[string]any) {
	d.own.named[side.name] = e
	for _, name := range sortedKeys(columns) {
		at := e.below(name, columns[name])
		if !contains(side.known(), name) {
			d.fail(at, "there is no column %q%s", name, adviceOn(name, side.known()))
			continue
		}
		header, ok := columns[name].(string)
		if !ok || header != "" {
			header, ok = d.text(at, mostCell)
		}
		if !ok {
			continue
		}
		if d.own.columns[side.name] == nil {
			d.own.columns[side.name] = map[string]string{}
		}
		if d.own.columns[side.name][name] = header; header == "" {
			delete(d.own.columns[side.name], name)
		}
	}
}

func sideNames() []string {
	var names []string
	for _, side := range sides() {
		names = append(names, side.name)
	}
	return names
}

// finishOrganisations reads the tables, if the scenario has own organisations.
func (d *draft) finishOrganisations() {
	s := &d.scenario
	register, trusts, networks := newRegister(), []population.TrustRow(nil), []population.PCNRow(nil)
	good := true
	for i, side := range sides() {
		t := d.table(side)
		if t == nil {
			continue
		}
		t.rank = afterDocuments + 2*i
		text, err := d.readTable(t.file)
		if err != nil {
			d.fail(d.given[side.key()], "%s cannot be read: %v", t.file, cause(err))
			good = false
			continue
		}
		t.read(text)
		for i := range t.records {
			if side.name == "trusts" {
				trusts = append(trusts, register.trust(&t.records[i]))
			} else {
				networks = append(networks, register.network(&t.records[i]))
			}
		}
		if len(t.records) == 0 && t.leftOut > 0 {
			t.fail(0, "", "every row has an empty cell in a column that is needed, and population.skip_incomplete leaves such rows out")
		}
		d.errors = append(d.errors, t.told()...)
		good = good && len(t.problems) == 0
		s.Files = append(s.Files, OrganisationsFile{Key: side.key(), Path: t.file, Copy: "organisations." + side.name + ".csv",
			Content: text, Columns: t.mapping, Rows: len(t.records), LeftOut: t.leftOut})
	}
	if len(s.Files) == 0 {
		s.SkipIncomplete = false // there is nothing to leave out
	}
	if len(s.Files) == 0 || !good {
		return
	}
	s.Preset = ""
	s.Organisations = population.Own(trusts, networks)
	s.Organisations.Name = OwnOrganisations
	d.fitOrganisations()
}

// afterDocuments is a rank after those of all documents.
const afterDocuments = 1 << 20

// table returns the table to read, or nil if there is none: of a preset and a
// file the later document counts.
func (d *draft) table(side side) *table {
	path := d.own.files[side.name]
	e, given := d.given[side.key()]
	if path == "" || !given || !d.sound(side.key()) {
		if named, hasColumns := d.own.named[side.name]; hasColumns && !given && d.sound(side.key()) {
			d.fail(named, "there is no %s whose columns these could be", side.key())
		}
		return nil
	}
	if preset, isPreset := d.given["population.preset"]; isPreset {
		switch cmp.Compare(preset.document.layer, e.document.layer) {
		case 0:
			d.fail(e, "population.preset is given too; organisations are a preset's or your own, so leave one out")
			return nil
		case 1:
			return nil
		}
	}
	return &table{side: side, file: path, mapping: d.own.columns[side.name], skip: d.scenario.SkipIncomplete}
}

// fitOrganisations checks that the rest of the scenario suits own
// organisations.
func (d *draft) fitOrganisations() {
	s := &d.scenario
	at := d.later("population.trusts_file", "population.pcns_file")
	if s.Redraw {
		d.fail(d.given["population.redraw"], "your own organisations cannot be drawn anew for each replicate; set it to false")
	}
	if e, given := d.given["report.headline"]; given {
		at = e
	}
	switch {
	case s.Headline == HeadlinePosts && len(s.Organisations.Trusts) == 0:
		d.fail(at, "%s is about trusts, and there are none without population.trusts_file; add it, or set report.headline = %q", s.Headline, HeadlineNetworks)
	case s.Headline == HeadlineNetworks && len(s.Organisations.PCNs) == 0:
		d.fail(at, "%s is about networks, and there are none without population.pcns_file; add it, or set report.headline = %q", s.Headline, HeadlinePosts)
	}
}
