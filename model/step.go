package model

import "skillmix/sim"

// A Phase is one part of a month.
type Phase struct {
	Name    string
	Meaning string
	run     func(*World)
}

// Phases is the order of a month and nothing else: read it first. Each phase
// is a file that bears its name and says what it reads and what it writes.
var Phases = [...]Phase{
	{"calendar", "the month's counts begin at zero; tranches, entitlements and cash arrive", (*World).calendar},
	{"staffing", "demand and the medical establishment grow; vacancies move; pressure is felt as tension", (*World).staffing},
	{"clarity", "the role becomes clearer by campaigns, peers, holders and leads, and less clear by turnover", (*World).clarify},
	{"evidence", "posts have outcomes; evaluated ones build belief, which spreads and fades", (*World).learn},
	{"hostility", "senior doctors soften by success, harden by failure and change by turnover", (*World).soften},
	{"endings", "time-limited money ends: posts are embedded or end", (*World).endings},
	{"proposals", "stimuli give rise to cases in services", (*World).propose},
	{"decisions", "every case meets every gate; routes are tried; agreed cases open when they are due", (*World).decide},
	{"networks", "networks choose roles, ask their practices and set up posts; convinced practices take on their own", (*World).hire},
	{"recruitment", "open posts are filled by seekers, take trainees or are withdrawn", (*World).recruit},
	{"training", "holders work up to full work, trainees complete", (*World).train},
	{"leaving", "holders leave; their posts are refilled, frozen or lapse", (*World).leave},
	{"formation", "networks mature, change directors and operating models; tasks come to fit or not", (*World).form},
	{"bookkeeping", "posts are paid, peers' states are noted, the financial year closes", (*World).keepBooks},
}

// Step advances the world by one month.
func (w *World) Step(month sim.Month) {
	w.month, w.luck = month, w.drawLuck(month)
	for i := range Phases {
		Phases[i].run(w)
	}
}
