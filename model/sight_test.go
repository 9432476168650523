package model

import (
	"math"
	"testing"

	"skillmix/sim"
)

// Looking at every unit every month changes nothing, and what is seen is what
// the tables tell and the ledgers count.
func TestLookingChangesNothing(t *testing.T) {
	settings := example()
	settings.Funding.Routes = []Route{RouteNewMoney, RouteTransfer}
	people := drawn(t, "classroom")
	seen, unseen := newWorld(t, settings, people, 0), newWorld(t, settings, people, 0)
	cards := seen.Cards()
	if want := len(seen.services) + len(seen.networks); len(cards) != want {
		t.Fatalf("%d cards of %d units", len(cards), want)
	}
	var posts []PostSight
	for month := settings.Start; month < settings.Start+sim.Month(settings.Months); month++ {
		seen.Step(month)
		unseen.Step(month)
		services, networks := seen.servicesTable(), seen.networksTable()
		for _, card := range cards {
			sight := seen.See(card.Unit)
			posts = seen.SeePosts(card.Unit, posts[:0])
			table := services
			if card.Network {
				table = networks
			}
			if code := table.column("code").Labels[card.Index]; code != card.Code {
				t.Fatalf("the card of %s is that of %s", card.Code, code)
			}
			for _, same := range []struct {
				column string
				seen   float64
			}{
				{"posts_filled", float64(sight.Holders)}, {"tension", sight.Tension},
				{"hostility", sight.Hostility}, {"clarity", sight.Clarity}, {"belief", sight.Belief}, {"maturity", sight.Maturity},
				{"consent_tau0", sight.Consent}, {"consent_tau1", sight.ConsentTau}, {"adoption_month", seen.since(sight.Adopted)},
			} {
				if column := table.column(same.column); column != nil && column.Numbers[card.Index] != same.seen {
					t.Fatalf("%v, %s: %s is seen as %v, the table has %v", month, card.Code, same.column, same.seen, column.Numbers[card.Index])
				}
			}
			if card.Network && sight.Holders > 0 && sight.Belief != table.column("conviction").Numbers[card.Index] {
				t.Fatalf("%v, %s: conviction is seen as %v", month, card.Code, sight.Belief)
			}
			var held, open, trainees int
			for _, p := range posts {
				switch {
				case p.Held:
					held++
				case p.Trainee:
					trainees++
				default:
					open++
				}
			}
			if held != sight.Holders || open != sight.Open || trainees != sight.Trainees {
				t.Fatalf("%v, %s: %d/%d/%d posts are seen, and %d/%d/%d counted", month, card.Code, held, open, trainees, sight.Holders, sight.Open, sight.Trainees)
			}
		}
	}
	want := fingerprints(unseen)
	for code, print := range fingerprints(seen) {
		if print != want[code] {
			t.Errorf("%s is another after it was looked at", code)
		}
	}
}

// column returns a column of a table, or nil.
func (t *Table) column(name string) *TableColumn {
	for i := range t.Columns {
		if t.Columns[i].Name == name {
			return &t.Columns[i]
		}
	}
	return nil
}

func TestSeeAllocatesNothing(t *testing.T) {
	w := newWorld(t, example(), drawn(t, "classroom"), 0)
	w.Step(w.settings.Start)
	cards := w.Cards()
	sum := 0.0
	if allocations := testing.AllocsPerRun(10, func() {
		for i := range cards {
			sum += w.See(cards[i].Unit).Tension
		}
	}); allocations > 0 || math.IsNaN(sum) {
		t.Errorf("looking at %d units allocates %v times", len(cards), allocations)
	}
}

// What pays for a case that passed is what pays for its post.
func TestProposalRoute(t *testing.T) {
	tests := []struct {
		proposal Proposal
		route    Route
		passed   bool
		reason   string
	}{
		{Proposal{Failed: Gates(0).With(GateClarity), route: RouteNewMoney}, 0, false, "a case that failed has no route, though one was tried"},
		{Proposal{route: RouteTransfer}, RouteTransfer, true, "a trust's case has the route to which all agreed"},
		{Proposal{Unit: Unit{Network: true}, Stimulus: StimulusScheme}, RouteARRS, true, "the scheme pays for what it prompts"},
		{Proposal{Unit: Unit{Network: true}, Stimulus: StimulusPractices}, RoutePractices, true, "practices pay for what they want themselves"},
	}
	for _, test := range tests {
		if route, passed := test.proposal.Route(); route != test.route || passed != test.passed {
			t.Errorf("%v, %v; %s", route, passed, test.reason)
		}
	}
}
