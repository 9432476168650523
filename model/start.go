package model

import (
	"math"

	"skillmix/model/belief"
	"skillmix/model/consent"
	"skillmix/model/money"
	"skillmix/model/population"
	"skillmix/sim"
)

// reset makes the world of a scenario, a population and a replicate's luck,
// as it stands before its first month. Storage is reused.
func (w *World) reset(settings *Settings, people *population.Population, shape *shape, values Values, chance sim.Chance) {
	w.settings, w.people, w.shape, w.chance, w.p = settings, people, shape, chance, values
	w.established = 1
	w.growth = math.Pow(1+w.p[EstablishmentGrowth], 1.0/12)
	w.retained = belief.Retained(w.p[EvidenceHalfLife])
	w.consent = consent.Coefficients{
		Constant: w.p[ConsentConstant], Hostility: w.p[ConsentHostility], Closeness: w.p[ConsentCloseness],
		Loss: w.p[ConsentLoss], Doubt: w.p[ConsentDoubt], Evidence: w.p[ConsentEvidence], Tension: w.p[ConsentTension],
		Champion: w.p[ConsentChampion], Structure: w.p[ConsentStructure], Exposure: w.p[ConsentExposure],
	}
	w.cost = costs{post: money.Annual(w.p[CostPost]), medical: money.Annual(w.p[CostMedical]), locum: money.Annual(w.p[CostLocum])}
	w.routeOrder = orderRoutes(&settings.Funding)
	w.published = belief.Outcomes{}
	w.month = settings.Start
	w.tallies = sized(w.tallies, len(shape.layout.Groups))
	w.proposals = sized(w.proposals, shape.services+int(w.p[PcnAttempts])*shape.networks)[:0]
	w.order = sized(w.order, shape.services)[:0]
	w.seeking = sized(w.seeking, openPerUnit*(shape.services+shape.networks))[:0]
	w.startAreas()
	w.startTrusts()
	w.startNetworks()
	w.startPosts()
	w.linkPeers()
	w.notePeers()
	w.countVacancies()
}

// openPerUnit is the room for open posts that may be filled in a month.
const openPerUnit = 6

// sized returns a slice of n zero values, in old storage if it is enough.
func sized[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	old = old[:n]
	clear(old)
	return old
}

// startAreas makes the areas with their people who seek posts.
func (w *World) startAreas() {
	w.areas = sized(w.areas, len(w.people.Areas))
	for i := range w.areas {
		w.areas[i].key = sim.EntityKey(w.people.Areas[i].Code)
	}
	for i := range w.people.Trusts {
		w.areas[w.people.Trusts[i].Area].staff += w.people.Trusts[i].Staff
	}
	for i := range w.people.PCNs {
		w.areas[w.people.PCNs[i].Area].people += w.people.PCNs[i].Registered
	}
	draws := w.chance.Draws(drawPoolStart, sim.Always)
	for i := range w.areas {
		a := &w.areas[i]
		for r := range a.pools {
			pool, role := &a.pools[r], &Roles[r]
			start := role.PoolStart * a.people / 1e5 * w.p[PcnSupply]
			pool.monthly = role.PoolInflow * a.people / 1e5 * w.p[PcnSupply]
			if r == ACP {
				start += w.p[PoolStart] * a.staff / 1000
				pool.monthly += w.p[PoolInflow] * a.staff / 1000
			}
			pool.initial = int32(draws.Poisson(sim.Sub(a.key, uint64(r)), start))
			pool.seekers, pool.available = pool.initial, pool.initial
		}
	}
}

// startTrusts makes the trusts and their services. Lasting dispositions, which
// nobody has measured, are drawn with each replicate.
func (w *World) startTrusts() {
	w.trusts = sized(w.trusts, len(w.people.Trusts))
	w.services = sized(w.services, w.people.Services())
	refuses := w.chance.Draws(drawHolderRefusal, sim.Always)
	crowding := w.chance.Draws(drawCrowdingTrust, sim.Always)
	first := 0
	for i := range w.trusts {
		of := &w.people.Trusts[i]
		key := sim.EntityKey(of.Code)
		has := func(purpose sim.Purpose, share Parameter) bool {
			return w.chance.Draws(purpose, sim.Always).Bernoulli(key, w.p[share])
		}
		w.trusts[i] = trust{
			of: of, key: key, area: int32(of.Area), kind: of.Kind, groups: w.shape.ofTrust(of),
			first: int32(first), last: int32(first + len(of.Services)),
			champion:  has(drawChampion, ChampionShare),
			strategy:  has(drawStrategy, StrategyShare),
			lead:      has(drawLead, LeadShare),
			evaluates: has(drawEvaluates, EvaluationShare),
			refuses: [2]bool{refuses.Bernoulli(sim.Sub(key, 0), w.p[HolderRefusal]),
				refuses.Bernoulli(sim.Sub(key, 1), w.p[HolderRefusal])},
			crowding: min(max(w.p[CrowdingMean]+w.p[CrowdingSpread]*crowding.Normal(key), 0), 1),
		}
		for j := range of.Services {
			w.startService(int32(i), first+j, &of.Services[j])
		}
		first += len(of.Services)
	}
	w.startPots()
}

// startService makes a service: long used to its vacancies, with attitudes
// and clarity by specialty, trust and chance.
func (w *World) startService(trustIndex int32, index int, of *population.Service) {
	t := &w.trusts[trustIndex]
	specialty := &population.Specialties[of.Specialty]
	key := sim.EntityKey(of.Code)
	normal := func(purpose sim.Purpose, entity uint64) float64 {
		return w.chance.Draws(purpose, sim.Always).Normal(entity)
	}
	specialtyKey := sim.EntityKey(specialty.Name)
	s := &w.services[index]
	*s = service{
		of: of, key: key, trust: trustIndex, area: t.area, specialty: of.Specialty, groups: w.shape.ofService(t.of, of.Specialty),
		scale:   math.Pow(of.Staff/w.p[StandardService], w.p[SizePower]),
		seniors: of.Senior, training: of.Training,
		trend:        w.p[DemandTrend] * normal(drawDemandTrend, key),
		hostilityFor: w.p[HostilityMean] + w.p[HostilitySupported]*specialty.Support + w.p[HostilitySpecialty]*normal(drawHostilitySpecialty, specialtyKey),
		individual:   w.chance.Draws(drawIndividual, sim.Always).Bernoulli(key, w.p[IndividualsShare]),
		posts:        -1,
	}
	if w.chance.Draws(drawNursingSilo, sim.Always).Uniform(key) > nursingShare {
		s.nursing = 1
	}
	s.hostilityFor = min(max(s.hostilityFor, 0.02), 0.98)
	s.hostility = min(max(s.hostilityFor+w.p[HostilityTrust]*normal(drawHostilityTrust, t.key)+
		w.p[HostilityService]*normal(drawHostilityService, key), 0.02), 0.98)
	s.clarity = w.startClarity(specialty)
	s.belief = w.beliefAtStart()
	s.marketHome = min(max(specialty.Vacancy*w.p[VacancyLevel]+w.p[VacancySpread]*normal(drawVacancyStanding, key)+
		w.p[VacancyArea]*normal(drawVacancyArea, w.areas[t.area].key), 0), mostVacant)
	s.market = s.marketHome
	w.employ(s)
	for month := range s.vacancies {
		s.vacancies[month] = s.vacancy
	}
	s.vacancyMean = s.vacancy
	usual := specialty.Vacancy * w.p[VacancyLevel]
	s.demand = w.clinicians(s) + s.training*(1-usual*(1-w.p[LocumCover]*w.p[LocumOutput]))
	s.pressure = s.demand / w.capacity(s)
	s.norm = s.pressure
}

// nursingShare is the part of nursing and allied health posts that are
// nurses', NHS workforce statistics 2017: 284,000 of about 350,000.
const nursingShare = 0.8

// startClarity returns a specialty's clarity at the start.
func (w *World) startClarity(specialty *population.Specialty) float64 {
	start := w.p[ClarityStart]
	if w.settings.StartClear {
		start += specialty.Support * (w.p[ClarityStartSupported] - start)
	}
	if specialty.Mental {
		start *= w.p[ClarityStartMental]
	}
	return min(max(start, 0), 1)
}

// beliefAtStart is the prior: nothing has been evaluated.
func (w *World) beliefAtStart() belief.Belief {
	return belief.Belief{A: w.p[PriorStrength], B: w.p[PriorStrength]}
}

// startPots shares out, in whole pence, what the trusts can draw on: the
// programme's and the background's tranches by staff, national support by the
// staff of the services supported.
func (w *World) startPots() {
	staff := make([]float64, len(w.trusts))
	supported := make([]float64, len(w.trusts))
	offered := 0.0
	for i := range w.trusts {
		staff[i] = w.trusts[i].of.Staff
		for j := w.trusts[i].first; j < w.trusts[i].last; j++ {
			for k := range w.settings.Support {
				if support := &w.settings.Support[k]; support.covers(w.services[j].specialty) {
					supported[i] += w.services[j].of.Staff * support.Offered
				}
			}
		}
		offered += supported[i]
	}
	shares := make([]money.Pence, len(w.trusts))
	give := func(perThousand float64, to func(*trust, money.Pence)) {
		total := 0.0
		for _, each := range staff {
			total += each
		}
		money.Share(money.FromPounds(perThousand*total/1000), staff, shares)
		for i := range w.trusts {
			to(&w.trusts[i], shares[i])
		}
	}
	give(w.settings.Funding.Offered, func(t *trust, share money.Pence) {
		routes := w.settings.Funding.Routes
		for i, route := range routes {
			t.tranche[route] = share*money.Pence(i+1)/money.Pence(len(routes)) - share*money.Pence(i)/money.Pence(len(routes))
		}
	})
	yearly := func(route Route) func(*trust, money.Pence) {
		return func(t *trust, share money.Pence) { t.tranche[route] = share }
	}
	atOnce := func(route Route) func(*trust, money.Pence) {
		return func(t *trust, share money.Pence) { t.pots[route].Recurrent = share }
	}
	give(w.p[RoomCommissioner], yearly(RouteCommissioner))
	give(w.p[RoomGrowth], yearly(RouteBusinessCase))
	give(w.p[RoomNursing], yearly(RouteNursing))
	give(w.p[RoomTimeLimited], atOnce(RouteTimeLimited))
	give(w.p[RoomTraining], atOnce(RouteTraining))
	money.Share(money.FromPounds(offered/1000), supported, shares)
	for i := range w.trusts {
		w.trusts[i].tranche[RouteSupport] = shares[i]
	}
}

// startPosts puts in place the posts that exist at the start: an input drawn
// from the published floors, more where national policy once supported the
// role, and differing between trusts.
func (w *World) startPosts() {
	w.posts.reset(int(postsPerThousand*w.people.Staff()/1000) + postsPerNetwork*len(w.people.PCNs) + len(w.services))
	if !w.settings.StartPosts {
		return
	}
	spread := w.chance.Draws(drawStartTrust, sim.Always)
	draws := w.chance.Draws(drawStartPosts, sim.Always)
	for i := range w.trusts {
		t := &w.trusts[i]
		sd := w.p[StartSpread]
		trustLevel := math.Exp(sd*spread.Normal(t.key) - sd*sd/2)
		for j := t.first; j < t.last; j++ {
			s := &w.services[j]
			mean := w.p[StartPosts] * w.startWeight(s) * trustLevel * s.of.Staff / 1000
			for range draws.Poisson(s.key, mean) {
				w.startPost(t, s, j)
			}
		}
	}
}

// Room for posts: per 1,000 staff of trusts, and per network. The store grows
// if a scenario's money buys more.
const (
	postsPerThousand = 25
	postsPerNetwork  = 45
)

// startWeight returns how many posts a service has at the start against the
// mean of trusts that are not of mental health, by its specialty. The
// supported specialties hold about three quarters, as in the trial.
func (w *World) startWeight(s *service) float64 {
	specialty := &population.Specialties[s.specialty]
	weight := unsupportedWeight + (supportedWeight-unsupportedWeight)*specialty.Support
	if specialty.Mental {
		return w.p[StartMental]
	}
	return weight
}

// Weights of posts at the start by national support in the early 2000s
// (judged, so that supported services hold more than half).
const (
	supportedWeight   = 3.2
	unsupportedWeight = 0.3
)

// startPost adds one filled post to a service's own budget.
func (w *World) startPost(t *trust, s *service, index int32) {
	s.ordinal++
	p := post{unit: index, role: ACP, route: RouteBase, stage: stageProductive, cost: w.cost.post,
		key: sim.Sub(sim.Sub(s.key, ACP), s.ordinal), since: w.settings.Start}
	t.pots[RouteBase].Committed += p.cost
	w.posts.add(&s.posts, p)
	s.enter(p.stage)
	s.cumulative.initial++
	pool := &w.areas[s.area].pools[ACP]
	pool.initial++
	pool.inPost++
	s.months = startMonths
	w.weighPosts(s)
}

// startMonths is how long a service with posts at the start has had them
// (judged).
const startMonths = 24

// linkPeers makes the circles of peers: the services of a specialty in an
// area, and for a service without any such peer those of the nearest area
// that has one.
func (w *World) linkPeers() {
	w.peers = sized(w.peers, len(w.areas)*population.SpecialtyCount)
	at := func(area int32, specialty int) int32 { return area*int32(population.SpecialtyCount) + int32(specialty) }
	for i := range w.services {
		s := &w.services[i]
		s.own = at(s.area, s.specialty)
		w.peers[s.own].units++
		w.trusts[s.trust].peers.units++
	}
	for i := range w.services {
		s := &w.services[i]
		s.peers = s.own
		if w.peers[s.own].units > 1 {
			continue
		}
		s.peers = -1
		for distance := 1; distance < len(w.areas) && s.peers < 0; distance++ {
			for _, area := range []int{int(s.area) - distance, int(s.area) + distance} {
				if area >= 0 && area < len(w.areas) && w.peers[at(int32(area), s.specialty)].units > 0 {
					s.peers = at(int32(area), s.specialty)
					break
				}
			}
		}
	}
}
