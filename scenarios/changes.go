package scenarios

import (
	"skillmix/model"
	"skillmix/sim"
)

// A changeDraft is a change block whose last month may still be left open.
type changeDraft struct {
	block   model.Change
	table   entry
	keys    map[string]entry
	isUntil bool // until was given
	bad     bool // some key of the block is wrong
}

// at returns the entry of a key, or the block's where it is not given.
func (c *changeDraft) at(key string) entry {
	if e, given := c.keys[key]; given {
		return e
	}
	return c.table
}

// readChange reads a merged [[change]] block.
func (d *draft) readChange(b block) changeDraft {
	change, before := changeDraft{table: b.table, keys: b.keys}, len(d.errors)
	change.block.Name = b.name
	d.read(b, changeFields(), "a change says from when, and which parameters it sets to what", func(f *field, value entry) {
		switch f.name {
		case fieldFrom:
			change.block.From = f.month(d, value)
		case fieldUntil:
			change.isUntil = true
			change.block.Until = f.month(d, value)
		case sectionParameters:
			change.block.Values = d.assignments(value)
		}
	})
	change.bad = len(d.errors) > before
	return change
}

// assignments reads the parameters of a change, in the order of their names.
func (d *draft) assignments(e entry) []model.Assignment {
	table, ok := e.raw.(map[string]any)
	if !ok || len(table) == 0 {
		d.fail(e, "write the parameters that change in braces, as { clarity_campaign = 0.05 }")
		return nil
	}
	var all []model.Assignment
	for _, name := range sortedKeys(table) {
		value := e.below(name, table[name])
		parameter, known := d.parameter(value, name)
		if !known {
			continue
		}
		if onlyAtStart(parameter) {
			d.fail(value, "acts only when a world is made, so that a later change would do nothing; set it under [%s]", sectionParameters)
			continue
		}
		if v, ok := d.figure(value, parameter); ok {
			all = append(all, model.Assignment{Parameter: parameter, Value: v})
		}
	}
	return all
}

// finishChanges fills in and checks the months of the changes of a run.
func (d *draft) finishChanges(start, last sim.Month) {
	for i := range d.changes {
		change := &d.changes[i]
		if !change.isUntil {
			change.block.Until = last
		}
		if change.bad || !d.sound("time.start", "time.months") {
			continue
		}
		from, until := change.block.From, change.block.Until
		switch {
		case change.isUntil && until < from:
			d.fail(change.at(fieldUntil), "the change would end in %s, before it begins in %s", until, from)
		case from > last:
			d.fail(change.at(fieldFrom), "%s is after the run, which lasts from %s to %s; the change would do nothing", from, start, last)
		case until < start:
			d.fail(change.at(fieldUntil), "%s is before the run, which lasts from %s to %s; the change would do nothing", until, start, last)
		}
	}
}

// themeStart is the theme of the catalogue for posts at the start.
const themeStart = "Start"

// onlyAtStart reports whether a parameter acts only when a world is made:
// it describes the start, or dispositions, supplies and costs that are
// settled then.
func onlyAtStart(parameter model.Parameter) bool {
	if model.Catalogue[parameter].Theme == themeStart {
		return true
	}
	switch parameter {
	case model.DemandTrend, model.VacancyLevel, model.VacancySpread, model.VacancyArea,
		model.ClarityStart, model.RoomsSpread, model.ClarityStart2019, model.ClarityStartSupported, model.ClarityStartMental,
		model.CrowdingMean, model.CrowdingSpread,
		model.HostilityMean, model.HostilityTrust, model.HostilitySpecialty, model.HostilityService, model.HostilitySupported,
		model.ChampionShare, model.StrategyShare, model.LeadShare, model.EvaluationShare,
		model.SizePower, model.StandardService,
		model.CostPost, model.CostMedical, model.CostLocum, model.HolderRefusal,
		model.PeerThresholdMean, model.PeerThresholdSpread,
		model.PoolStart, model.PoolInflow, model.PcnSupply, model.LegacyPharmacists,
		model.ScepticismSpread, model.RiskSpread, model.RoomsPerList, model.GpChampions,
		model.NeedWeight, model.ChoiceCloseness, model.ChoiceUnregulated, model.ChoiceTaste,
		model.MaturityStart, model.MaturitySpread, model.FloatingShare, model.FitSpread, model.PcnTaskFit:
		return true
	}
	return false
}
