package main

import (
	"skillmix/answer/twins"
	"skillmix/sim"
)

// unitJSON says who a unit is.
type unitJSON struct {
	Code         string `json:"code"`
	Setting      string `json:"setting"`
	Organisation string `json:"organisation"`
	Area         string `json:"area"`
	Kind         string `json:"kind"`
	Service      string `json:"service,omitempty"`
}

func newUnitJSON(u *twins.Unit) unitJSON {
	return unitJSON{u.Code, u.Setting(), u.Organisation, u.Area, u.Kind, u.Service}
}

// partingJSON is where two worlds part.
type partingJSON struct {
	Month string   `json:"month"`
	Kind  string   `json:"kind"`
	Gates []string `json:"gates,omitempty"`
	Text  string   `json:"text"`
}

// newPartingJSON returns nil for no parting.
func newPartingJSON(p *twins.Parting, text string, start sim.Month) *partingJSON {
	if p == nil {
		return nil
	}
	return &partingJSON{(start + sim.Month(p.Month)).String(), p.Kind, p.Gates, text}
}

// flipJSON is a unit that flips.
type flipJSON struct {
	unitJSON
	AdoptsIn string       `json:"adopts_in"`
	Adopted  string       `json:"adopted"`
	Parted   *partingJSON `json:"parted"`
	Lead     *partingJSON `json:"lead"`
}

// trustFlipJSON is a trust that flips.
type trustFlipJSON struct {
	Code     string `json:"code"`
	Area     string `json:"area"`
	Kind     string `json:"kind"`
	AdoptsIn string `json:"adopts_in"`
	Adopted  string `json:"adopted"`
}

// flipsDocument is what docs/json.md describes under why, flips.
func flipsDocument(head whyHead, flips *twins.Flips) any {
	start := flips.Worlds[0].Start
	document := struct {
		whyHead
		Summary   []string          `json:"summary"`
		Units     twins.Tally       `json:"units"`
		Trusts    twins.Tally       `json:"trusts"`
		PartedBy  []twins.KindCount `json:"parted_by"`
		DecidedBy []twins.KindCount `json:"decided_by"`
		Flips     []flipJSON        `json:"flips"`
		Across    []trustFlipJSON   `json:"trust_flips"`
	}{
		whyHead: head, Summary: flips.Summary(), Units: flips.Units, Trusts: flips.Trusts,
		PartedBy: append([]twins.KindCount{}, flips.Parted...), DecidedBy: append([]twins.KindCount{}, flips.Decided...),
		Flips: []flipJSON{}, Across: []trustFlipJSON{},
	}
	for i := range flips.Rows {
		flip := &flips.Rows[i]
		document.Flips = append(document.Flips, flipJSON{
			newUnitJSON(&flips.Worlds[0].Units[flip.Unit]), flips.Worlds[flip.In].World, (start + sim.Month(flip.Adopted)).String(),
			newPartingJSON(flip.Parted, flip.PartedBy, start), newPartingJSON(flip.Lead, flip.LeadBy, start),
		})
	}
	for _, flip := range flips.Across {
		document.Across = append(document.Across, trustFlipJSON{
			flip.Code, flip.Area, flip.Kind, flips.Worlds[flip.In].World, (start + sim.Month(flip.Adopted)).String(),
		})
	}
	return document
}
