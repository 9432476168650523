package model

import (
	"fmt"
	"math"
	"testing"

	"skillmix/model/money"
	"skillmix/model/population"
	"skillmix/sim"
)

// diffusion returns settings in which only individuals (p a month) and peers
// (q a month) make cases, every gate is open, nothing is delayed and nobody
// leaves.
func diffusion(p, q float64) *Settings {
	settings := example()
	settings.Months = 120
	settings.StartPosts, settings.StartClear = false, false
	settings.Open = Gates(1<<GateCount - 1)
	for i := range Mechanisms {
		if mechanism := Switch(i); mechanism != Individuals && mechanism != PeerLearning {
			settings.Off = settings.Off.With(mechanism)
		}
	}
	for parameter, value := range map[Parameter]float64{
		RateIndividuals: p, IndividualsShare: 1, RatePeers: q, OpeningDelay: 0, LeaveRate: 0,
		MatchMost: 1, MatchRate: 1, PoolStart: 1000, PoolLeave: 0,
	} {
		settings.Parameters[parameter] = Prior{value, value, value}
	}
	return settings
}

// alike returns n trusts of one service each, all of one specialty, area and
// size, so that each is a peer of all others.
func alike(n int) *population.Population {
	people := &population.Population{Name: "alike", Areas: []population.Area{{Code: "A"}}}
	for i := range n {
		code := fmt.Sprintf("T%05d", i)
		people.Trusts = append(people.Trusts, population.Trust{Code: code, Kind: population.Acute, Staff: 600,
			Services: []population.Service{{Code: code + "/s/1", Staff: 600, Senior: 5, Training: 8, Site: 1}}})
	}
	return people
}

// adopted returns the share of units that have adopted by each month.
func adopted(t *testing.T, settings *Settings, people *population.Population) []float64 {
	t.Helper()
	r := record(t, settings, people, 0)
	group, column := r.Layout().Group("trust", "all"), r.Layout().Column("adopted_ever_share")
	shares := make([]float64, r.Months())
	for i := range shares {
		shares[i], _ = r.Value(i, group, column)
	}
	return shares
}

// With individuals alone every unit has the same constant hazard: adopters
// are 1 - exp(-pt), within four standard errors at 5,000 units.
func TestConstantHazard(t *testing.T) {
	const n, p = 5000, 0.01
	shares := adopted(t, diffusion(p, 0), alike(n))
	for i, share := range shares {
		want := -math.Expm1(-p * float64(i+1))
		if tolerance := 4 * math.Sqrt(want*(1-want)/n); math.Abs(share-want) > tolerance {
			t.Errorf("month %d: %.4f have adopted, want %.4f +- %.4f", i+1, share, want, tolerance)
		}
	}
}

// With individuals and peers on a complete network the model is Bass's: F(t) =
// (1-exp(-(p+q)t)) / (1+(q/p)exp(-(p+q)t)), within 2 points at 5,000 units
// (Bass 1969, Management Science 15(5), equation 9).
func TestBass(t *testing.T) {
	const n, p, q = 5000, 0.0025, 0.032
	shares := adopted(t, diffusion(p, q), alike(n))
	furthest := 0.0
	for i, share := range shares {
		e := math.Exp(-(p + q) * float64(i+1))
		furthest = max(furthest, math.Abs(share-(1-e)/(1+q/p*e)))
	}
	t.Logf("furthest from Bass's curve: %.4f", furthest)
	if furthest > 0.02 {
		t.Errorf("furthest from Bass's curve: %.4f, want at most 0.02", furthest)
	}
	if last := shares[len(shares)-1]; last < 0.7 {
		t.Errorf("only %.2f have adopted in the end: the curve is not tested", last)
	}
}

// Holders who leave at a constant rate stay for exp(-rate t): a cohort of
// posts that are not refilled. Within four standard errors.
func TestExponentialLeaving(t *testing.T) {
	const n, rate = 5000, 0.3
	settings := diffusion(100, 0) // everybody adopts in the first month
	settings.Months = 36
	for parameter, value := range map[Parameter]float64{LeaveRate: rate, MatchMost: 1, LapseShare: 1, RoutineMonths: 1e9, RefusalMemory: 0} {
		settings.Parameters[parameter] = Prior{value, value, value}
	}
	settings.Off &^= Switches(0).With(Embedding) // posts lapse when holders leave
	people := alike(n)
	w := newWorld(t, settings, people, 0)
	w.Step(settings.Start)
	w.p[RateIndividuals] = 0 // no further cases
	posts := 0
	for i := range w.services {
		posts += int(w.services[i].cumulative.opened)
	}
	for month := 1; month < settings.Months; month++ {
		w.Step(settings.Start + sim.Month(month))
		holders := int32(0)
		for i := range w.services {
			holders += w.services[i].holders
		}
		want := float64(posts) * math.Exp(-rate/12*float64(month+1))
		share := want / float64(posts)
		if tolerance := 4 * math.Sqrt(float64(posts)*share*(1-share)); math.Abs(float64(holders)-want) > tolerance {
			t.Fatalf("month %d: %d of %d hold, want %.0f +- %.0f", month, holders, posts, want, tolerance)
		}
	}
}

// Where the chance of filling is fixed, an open post waits 1/chance months on
// average.
func TestFixedMatching(t *testing.T) {
	const n, chance = 5000, 0.2
	settings := diffusion(100, 0)
	settings.Months = 60
	for parameter, value := range map[Parameter]float64{MatchMost: chance, WithdrawAfter: 1000, TraineeWait: 1000} {
		settings.Parameters[parameter] = Prior{value, value, value}
	}
	w := newWorld(t, settings, alike(n), 0)
	w.Step(settings.Start)
	w.p[RateIndividuals] = 0
	waited, posts := 0.0, 0.0
	for i := range w.services {
		posts += float64(w.services[i].cumulative.opened)
		waited += float64(w.services[i].cumulative.opened) // the month of opening counts
	}
	for month := 1; month < settings.Months; month++ {
		for i := range w.services {
			waited += float64(w.services[i].open)
		}
		w.Step(settings.Start + sim.Month(month))
	}
	mean, want := waited/posts, 1/chance
	if tolerance := 4 * math.Sqrt((1-chance)/chance/chance/posts); math.Abs(mean-want) > tolerance {
		t.Errorf("posts waited %.3f months, want %.3f +- %.3f", mean, want, tolerance)
	}
}

// A network's money over five years by hand. One network of 40,000 weighted
// patients, supply without limit, nobody leaves; entitlements are the
// published sums and what is not spent is lost each March.
func TestSchemeByHand(t *testing.T) {
	people := &population.Population{Name: "one network", Areas: []population.Area{{Code: "A"}}, PCNs: []population.PCN{{
		Code: "P", Registered: 40000, Weighted: 40000, Practices: []population.Practice{{Code: "P/1", List: 40000}}}}}
	settings := example()
	settings.Start, settings.Months = sim.MonthOf(2019, 7), 57
	settings.Open = Gates(0).With(GateConsent).With(GateRooms).With(GateCandidate)
	for parameter, value := range map[Parameter]float64{PcnSupply: 10, MatchMost: 1, MatchRate: 1, PcnLeaveRate: 0, ArrsClaim: 1, ArrsOverrun: 0, PcnSupplyGrowth: 0,
		MaturityReady: 0, LegacyPharmacists: 0, PcnSupervision: 1000, PcnPace: 20, PayPressure: 0, PoachRate: 0, OwnRate: 0} {
		settings.Parameters[parameter] = Prior{value, value, value}
	}
	w := newWorld(t, settings, people, 0)
	// 53,942.25 pounds flat, then 7.28, 12.30, 16.696 and 22.671 pounds for each
	// of 40,000 patients.
	sums := map[sim.FinancialYear]money.Pence{2019: 5394225, 2020: 29120000, 2021: 49200000, 2022: 66784000, 2023: 90684000}
	in, spentBefore, lostBefore := money.Pence(0), money.Pence(0), money.Pence(0)
	for i := range settings.Months {
		month := settings.Start + sim.Month(i)
		w.Step(month)
		n := &w.networks[0]
		year := month.FinancialYear()
		if n.entitled != sums[year] {
			t.Fatalf("%v: entitled to %d pence, want %d", month, n.entitled, sums[year])
		}
		if month == settings.Start {
			// In 2019/20 there is one pharmacist at 70% of 55,700 pounds (46,416.67
			// pence... a month in whole pence) and one link worker at 35,400.
			pharmacistCost := money.Annual(55700)
			want := money.Annual(0.7*pharmacistCost.Pounds())/12 + money.Annual(35400)/12
			if n.count[pharmacist] != 1 || n.count[2] != 1 || n.open != 0 {
				t.Fatalf("%v: %d pharmacists, %d link workers, %d open, want one of each, filled", month, n.count[pharmacist], n.count[2], n.open)
			}
			if n.pot.Spent != want {
				t.Fatalf("%v: %d pence claimed, want %d", month, n.pot.Spent, want)
			}
		}
		if month.OfFinancialYear() == 11 {
			in += sums[year]
			spent, lost := n.pot.Spent-spentBefore, n.pot.Lost-lostBefore
			if spent+lost != sums[year] || n.pot.In != in || n.pot.Unspent != 0 {
				t.Errorf("%v: spent %d and lost %d of %d, %d received, %d left over", year, spent, lost, sums[year], n.pot.In, n.pot.Unspent)
			}
			spentBefore, lostBefore = n.pot.Spent, n.pot.Lost
		}
	}
}

// Conversion bookkeeping of one trust by hand over two years. One service
// with two posts in training grades, half of them vacant: it can convert one
// post and no more, whatever money is offered.
func TestConversionByHand(t *testing.T) {
	for _, guaranteed := range []bool{false, true} {
		t.Run(fmt.Sprintf("guaranteed return %v", guaranteed), func(t *testing.T) {
			people := alike(1)
			people.Trusts[0].Services[0].Training = 2
			settings := diffusion(100, 0)
			settings.Months = 24
			settings.Off &^= Switches(0).With(Finance)
			settings.Open = settings.Open &^ Gates(0).With(GateFinance)
			settings.Funding = Funding{Routes: []Route{RouteTransfer}, Offered: 1e6, Start: settings.Start, End: settings.Start + 24, GuaranteedReturn: guaranteed}
			for parameter, value := range map[Parameter]float64{
				VacancySpread: 0, VacancyArea: 0, VacancyNoise: 0, DemandNoise: 0, DemandTrend: 0, EstablishmentGrowth: 0,
				RoomCommissioner: 0, RoomGrowth: 0, RoomNursing: 0, RoomTimeLimited: 0, RoomTraining: 0, CostPost: 60000, CostMedical: 84000, RefusalMemory: 0,
			} {
				settings.Parameters[parameter] = Prior{value, value, value}
			}
			w := newWorld(t, settings, people, 0)
			s := &w.services[0]
			s.market, s.marketHome = 0.5, 0.5
			for i := range settings.Months {
				w.Step(settings.Start + sim.Month(i))
				if s.converted != 1 || s.holders != 1 || s.vacancy != 0 && i > 0 {
					t.Fatalf("month %d: %d converted, %d in post, vacancy %v; want one, one and none", i, s.converted, s.holders, s.vacancy)
				}
				if i > 0 && (s.filled != 1 || s.locums != 0) {
					t.Fatalf("month %d: %v doctors and %v locums, want one doctor and the locum gone", i, s.filled, s.locums)
				}
			}
			// 24 months of 60,000 pounds a year, of an 84,000 pound post.
			trust := &w.trusts[0]
			if paid := trust.pots[RouteTransfer].Spent; paid != 2*6000000 {
				t.Errorf("paid %d pence, want 120,000 pounds", paid)
			}
			if trust.medical != 8400000 {
				t.Errorf("medical posts of %d pence given up, want 84,000 pounds", trust.medical)
			}
			w.closePost(s, s.posts)
			returned := int32(0)
			if guaranteed {
				returned = 1
			}
			if s.converted != 1-returned || s.cumulative.returned != returned {
				t.Errorf("%d conversions stand and %d medical posts returned, want %d and %d", s.converted, s.cumulative.returned, 1-returned, returned)
			}
			w.Step(settings.Start + sim.Month(settings.Months))
		})
	}
}

// Belief is Beta-Bernoulli: with every outcome evaluated and no evidence from
// elsewhere, a service's belief is the prior plus its faded outcomes, and it
// finds the success rate.
func TestLearning(t *testing.T) {
	settings := diffusion(100, 0)
	settings.Months = 120
	settings.Off &^= Switches(0).With(Evidence)
	for parameter, value := range map[Parameter]float64{
		EvaluationProgramme: 1, OutcomeRate: 12, EvidenceTrust: 0, EvidencePeers: 0, EvidencePublished: 0, EvidenceHalfLife: 1e9,
		Q0: 0.4, SuccessFit: 0, SuccessPreparation: 0, RatePeers: 0, PriorStrength: 2,
	} {
		settings.Parameters[parameter] = Prior{value, value, value}
	}
	w := newWorld(t, settings, alike(400), 0)
	w.Step(settings.Start)
	w.p[RateIndividuals] = 0
	happened := 0.0
	for i := 1; i < settings.Months; i++ {
		w.Step(settings.Start + sim.Month(i))
		for j := range w.services {
			happened += w.services[j].witnessed.Successes + w.services[j].witnessed.Failures
		}
	}
	successes, counted := 0.0, 0.0
	for i := range w.services {
		s := &w.services[i]
		if math.Abs(s.belief.A-2-s.outcomes.Successes) > 1e-6 || math.Abs(s.belief.B-2-s.outcomes.Failures) > 1e-6 {
			t.Fatalf("belief %v after %v", s.belief, s.outcomes)
		}
		successes += s.outcomes.Successes
		counted += s.outcomes.Successes + s.outcomes.Failures
	}
	if math.Abs(counted-happened) > 1e-6*happened {
		t.Errorf("%v outcomes happened, %v were evaluated", happened, counted)
	}
	want := 1 / (1 + math.Exp(-0.4))
	if tolerance := 4 * math.Sqrt(want*(1-want)/counted); math.Abs(successes/counted-want) > tolerance {
		t.Errorf("success rate %.4f, want %.4f +- %.4f", successes/counted, want, tolerance)
	}
}
