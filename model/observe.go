package model

import "skillmix/sim"

// Observe writes the month's measures of every group into row; flows and money are
// those since the last call. It draws no random numbers.
func (w *World) Observe(row *sim.Row) {
	for i := range w.services {
		w.observeService(&w.services[i])
	}
	for i := range w.trusts {
		t := &w.trusts[i]
		holders := int32(0)
		for j := t.first; j < t.last; j++ {
			holders += w.services[j].holders
		}
		if holders > 0 {
			w.count(&t.groups, organisationsWithAny, 1)
		}
	}
	for i := range w.networks {
		w.observeNetwork(&w.networks[i], row)
	}
	for i := range w.areas {
		seekers := float64(w.areas[i].pools[ACP].seekers)
		w.tallies[w.shape.bothAll][seekersACP] += seekers
		w.tallies[w.shape.bothArea[i]][seekersACP] += seekers
	}
	w.byRole()
	for g := range w.tallies {
		if row.Wants(g) {
			w.write(row, g)
		}
	}
	w.observed = true
}

// observeService adds a service's state to the tallies. Means are sums until
// they are written.
func (w *World) observeService(s *service) {
	held := float64(s.holders)
	opinion := &s.opinion
	for _, g := range w.recorded(&s.groups) {
		if g < 0 {
			continue
		}
		t := &w.tallies[g]
		t[postsEstablished] += held + float64(s.open+s.trainees)
		t[postsFilled] += held
		t[trainees] += float64(s.trainees)
		if s.holders > 0 {
			t[adopters]++
		}
		if s.adopted != 0 {
			t[adoptedEverShare]++
		}
		t[medicalPostsConverted] += float64(s.converted)
		t[doctorFTEReleased] += s.relief - supervisedFTE(s.supervising) -
			float64(s.converted)*w.p[LocumCover]*w.p[LocumOutput]
		t[vacancyRate] += s.vacant
		t[vacancyBase] += s.vacant + s.filled
		t[resistanceTau0] += 1 - opinion.willing[0]
		t[resistanceTau1] += 1 - opinion.willing[1]
		t[evidenceMean] += opinion.belief
		t[doubt] += opinion.doubt
		t[clarity] += s.clarity
		t[hostility] += s.hostility
		t[pressure] += s.pressure
		t[tension] += s.tension
	}
}

// observeNetwork adds a network's state to the tallies.
func (w *World) observeNetwork(n *network, row *sim.Row) {
	direct := n.holders - int32(n.filled[digitalLead]+n.filled[careNavigator])
	reached := float64(w.reached(n))
	own := n.ownPosts
	for _, g := range w.recorded(&n.groups) {
		if g < 0 {
			continue
		}
		t := &w.tallies[g]
		t[postsEstablished] += float64(n.holders + n.open)
		t[postsFilled] += float64(n.holders)
		t[ftePerNetwork] += float64(direct)
		t[practicesAdoptedShare] += reached
		t[postsOfPractices] += float64(own)
		t[taskFit] += n.fit
		t[maturity] += n.maturity
		t[pressure] += n.pressure
		t[tension] += n.tension
		t[doctorFTEReleased] += n.released
		if n.holders > 0 {
			t[adopters]++
			t[organisationsWithAny]++
		}
		if n.adopted != 0 {
			t[adoptedEverShare]++
		}
	}
	if !row.Wants(w.shape.networkRole[ACP]) {
		return
	}
	for r := range w.roles {
		if n.count[r] > 0 {
			t := &w.tallies[w.shape.networkRole[r]]
			t[postsEstablished] += float64(n.count[r])
			t[postsFilled] += float64(n.filled[r])
			if n.filled[r] > 0 {
				t[adopters]++
			}
		}
	}
}

// digitalLead and careNavigator are the indices of roles that are not counted
// as staff in direct patient care.
const (
	digitalLead   = 15
	careNavigator = 16
)

// reached returns the practices in which holders work at least one day a
// week, each holder's time being shared out by list.
func (w *World) reached(n *network) int {
	count := 0
	if float64(n.holders)*n.smallest >= dayAWeek {
		return int(n.to - n.from)
	}
	for i := n.from; i < n.to && n.holders > 0; i++ {
		if float64(n.holders)*w.answers[i].share >= dayAWeek {
			count++
		}
	}
	return count
}

// dayAWeek is a day of a five-day week.
const dayAWeek = 0.2

// byRole completes the tallies by role: trusts employ only ACPs, and only
// ACPs are in both settings.
func (w *World) byRole() {
	trusts, networks := &w.tallies[w.shape.trustAll], &w.tallies[w.shape.networkRole[ACP]]
	for m, spec := range measureSpecs {
		if spec.in&byRole != 0 {
			w.tallies[w.shape.trustACP][m] = trusts[m]
			w.tallies[w.shape.bothACP][m] = trusts[m] + networks[m]
			if m == int(seekersACP) {
				w.tallies[w.shape.bothACP][m] = w.tallies[w.shape.bothAll][m]
			}
		}
	}
}

// write turns a group's sums into measures.
func (w *World) write(row *sim.Row, g int) {
	t := &w.tallies[g]
	units := float64(max(1, w.shape.unitsOf[g]))
	t[adopterShare] = t[adopters] / units
	t[adoptedEverShare] /= units
	switch services := units; w.shape.groups[g].Setting {
	case "pcn":
		for _, m := range [...]measure{taskFit, maturity, pressure, tension} {
			t[m] /= services
		}
	case "trust":
		for _, m := range [...]measure{resistanceTau0, resistanceTau1, evidenceMean, doubt, clarity, hostility, pressure, tension} {
			t[m] /= services
		}
		t[vacancyRate] /= max(t[vacancyBase], 1e-9)
		if staff := w.shape.staffOf[g]; staff > 0 {
			t[postsPerThousandStaff] = t[postsFilled] / staff * 1000
		}
	}
	t[practicesAdoptedShare] /= float64(max(1, w.shape.practicesOf[g]))
	t[ftePerNetwork] /= float64(max(1, w.shape.networksOf[g]))
	for m := range measureCount {
		row.Set(g, m, t[m])
	}
}
