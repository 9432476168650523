package model

import (
	"strings"

	"skillmix/model/formation"
	"skillmix/model/population"
	"skillmix/sim"
)

// servicesTable has a row for each service.
func (w *World) servicesTable() *Table {
	t := &Table{Rows: len(w.services)}
	w.serviceColumns(t, func(row int) *service { return &w.services[row] })
	return t
}

// serviceColumns adds what is known of a row's service.
func (w *World) serviceColumns(t *Table, of func(row int) *service) {
	specialty := func(row int) *population.Specialty { return &population.Specialties[of(row).specialty] }
	t.label("code", func(i int) string { return of(i).of.Code })
	t.label("trust", func(i int) string { return w.trusts[of(i).trust].of.Code })
	t.label("area", func(i int) string { return w.people.Areas[of(i).area].Code })
	t.label("kind", func(i int) string { return w.trusts[of(i).trust].kind.String() })
	t.label("service", func(i int) string { return specialty(i).Name })
	t.number("site", func(i int) float64 { return float64(of(i).of.Site) })
	t.number("staff", func(i int) float64 { return of(i).of.Staff })
	t.number("support", func(i int) float64 { return specialty(i).Support })
	t.number("posts_filled", func(i int) float64 { return float64(of(i).holders) })
	t.number("posts_established", func(i int) float64 { return float64(of(i).holders + of(i).open + of(i).trainees) })
	t.number("adopted", func(i int) float64 { return truth(of(i).adopted != 0) })
	t.number("adoption_month", func(i int) float64 { return w.since(of(i).adopted) })
	t.number("vacancy", func(i int) float64 { return of(i).vacancyMean })
	t.number("vacancy_run", func(i int) float64 { return of(i).vacancyRun / float64(w.month-w.settings.Start+1) })
	t.number("posts_at_start", func(i int) float64 { return float64(of(i).cumulative.initial) })
	t.number("tension", func(i int) float64 { return of(i).tension })
	t.number("hostility", func(i int) float64 { return of(i).hostility })
	t.number("clarity", func(i int) float64 { return of(i).clarity })
	t.number("belief", func(i int) float64 { return of(i).belief.Mean() })
	t.number("converted", func(i int) float64 { return float64(of(i).converted) })
	t.number("proposals", func(i int) float64 { return float64(of(i).asked) })
	t.number("failed_supervision", func(i int) float64 { return float64(of(i).unsupervised) })
	for tau, name := range [...]string{"consent_tau0", "consent_tau1"} {
		t.number(name, func(i int) float64 {
			question := w.question(of(i))
			return w.willing(of(i), &question)[tau]
		})
	}
}

// since returns the month of the run (1 for the first) that a month is, and one
// after the last of the run for never: a restricted time.
func (w *World) since(month sim.Month) float64 {
	if month == 0 {
		return float64(w.settings.Months + 1)
	}
	return float64(month - w.settings.Start + 1)
}

// trustsTable has a row for each trust.
func (w *World) trustsTable() *Table {
	t := &Table{Rows: len(w.trusts)}
	holders := func(i int) float64 {
		sum := int32(0)
		for j := w.trusts[i].first; j < w.trusts[i].last; j++ {
			sum += w.services[j].holders
		}
		return float64(sum)
	}
	t.label("code", func(i int) string { return w.trusts[i].of.Code })
	t.label("area", func(i int) string { return w.people.Areas[w.trusts[i].area].Code })
	t.label("kind", func(i int) string { return w.trusts[i].kind.String() })
	t.number("staff", func(i int) float64 { return w.trusts[i].of.Staff })
	t.number("posts_filled", holders)
	t.number("posts_per_1000_staff", func(i int) float64 { return holders(i) / max(1, w.trusts[i].of.Staff) * 1000 })
	t.number("champion", func(i int) float64 { return truth(w.trusts[i].champion) })
	t.number("strategy", func(i int) float64 { return truth(w.trusts[i].strategy) })
	t.number("lead", func(i int) float64 { return truth(w.trusts[i].lead) })
	t.number("crowding", func(i int) float64 { return w.trusts[i].crowding })
	return t
}

// networksTable has a row for each network.
func (w *World) networksTable() *Table {
	t := &Table{Rows: len(w.networks)}
	of := func(i int) *network { return &w.networks[i] }
	t.label("code", func(i int) string { return of(i).of.Code })
	t.label("area", func(i int) string { return w.people.Areas[of(i).area].Code })
	t.number("weighted", func(i int) float64 { return of(i).of.Weighted })
	t.number("registered", func(i int) float64 { return of(i).of.Registered })
	t.number("practices", func(i int) float64 { return float64(len(of(i).of.Practices)) })
	t.number("posts_filled", func(i int) float64 { return float64(of(i).holders) })
	t.number("posts_open", func(i int) float64 { return float64(of(i).open) })
	t.label("operating_model", func(i int) string { return formation.Operatings[of(i).operating].Name })
	t.number("quality", func(i int) float64 { return of(i).quality })
	t.number("in_house", func(i int) float64 { return truth(formation.Operatings[of(i).operating].InHouse) })
	t.number("floating", func(i int) float64 { return truth(of(i).floating) })
	t.number("maturity", func(i int) float64 { return of(i).maturity })
	t.number("task_fit", func(i int) float64 { return of(i).fit })
	t.number("director_months", func(i int) float64 { return float64(w.month - of(i).director.since) })
	t.number("support", func(i int) float64 { return of(i).support })
	t.number("tension", func(i int) float64 { return of(i).tension })
	t.number("risk_aversion", func(i int) float64 {
		sum := 0.0
		for j := of(i).from; j < of(i).to; j++ {
			sum += w.answers[j].share * w.answers[j].risk
		}
		return sum
	})
	t.number("conviction", func(i int) float64 { return w.conviction(of(i)) })
	t.number("released", func(i int) float64 { return of(i).released })
	t.number("lost_to_duplication", func(i int) float64 { return w.duplicated(of(i)) })
	t.number("posts_of_practices", func(i int) float64 { return float64(of(i).ownPosts) })
	t.number("direct_care", func(i int) float64 {
		return float64(of(i).holders - int32(of(i).filled[digitalLead]+of(i).filled[careNavigator]))
	})
	t.number("posts_at_start", func(i int) float64 { return float64(of(i).memory.atStart) })
	t.number("task_fit_year_1", func(i int) float64 { return of(i).memory.fitYear1 })
	t.number("conviction_year_2", func(i int) float64 { return of(i).memory.beliefYear2 })
	t.number("posts_of_practices_year_2", func(i int) float64 { return float64(of(i).memory.ownYear2) })
	t.number("posts_at_end", func(i int) float64 { return float64(of(i).memory.heldAtEnd) })
	t.number("belief_at_end", func(i int) float64 { return of(i).memory.beliefAtEnd })
	t.number("fit_change_new_director", func(i int) float64 { return of(i).memory.changedNew })
	t.number("months_new_director", func(i int) float64 { return of(i).memory.monthsNew })
	t.number("fit_change_other", func(i int) float64 { return of(i).memory.changedOld })
	t.number("months_other", func(i int) float64 { return of(i).memory.monthsOld })
	t.number("in_house_at_shock", func(i int) float64 { return truth(of(i).memory.inHouseAtShock) })
	t.number("leavers", func(i int) float64 { return float64(of(i).left) })
	t.number("holder_months", func(i int) float64 { return of(i).holderMonths })
	t.number("months_open", func(i int) float64 { return of(i).monthsOpen })
	t.number("hired", func(i int) float64 { return float64(of(i).hired) })
	t.number("adoption_month_mean", func(i int) float64 {
		sum, count := 0.0, 0.0
		for r := range w.roles {
			if !w.roles[r].Upskilled && w.roles[r].Eligible <= w.month {
				sum += w.since(of(i).first[r])
				count++
			}
		}
		return sum / max(1, count)
	})
	t.number("adoption_month", func(i int) float64 { return w.since(of(i).adopted) })
	for r := range w.roles {
		t.number(roleColumn(w.roles[r].Name), func(i int) float64 { return float64(of(i).filled[r]) })
	}
	return t
}

// roleColumn names the column of networks' posts in a role, so that an
// expression can use it.
func roleColumn(role string) string { return "posts_" + strings.ReplaceAll(role, "-", "_") }
