package model

import (
	"testing"

	"skillmix/model/population"
	"skillmix/sim"
)

// A trust whose posts are known starts with exactly that many, in services as
// likely as those of trusts whose posts are drawn; another trust is not
// touched by it.
func TestKnownPosts(t *testing.T) {
	none, seven := 0, 7
	rows := []population.TrustRow{
		{Code: "A", Kind: population.Acute, Area: "N", Staff: 6000},
		{Code: "B", Kind: population.Acute, Area: "N", Staff: 6000, Posts: &none},
		{Code: "C", Kind: population.Acute, Area: "N", Staff: 6000, Posts: &seven},
		{Code: "D", Kind: population.MentalHealth, Area: "N", Staff: 6000, Posts: &seven},
	}
	held := func(rows []population.TrustRow, replicate int, settings *Settings) (posts [4]int, urgent int) {
		t.Helper()
		people := population.Own(rows, nil)
		shape, err := newShape(people, Roles, false)
		if err != nil {
			t.Fatal(err)
		}
		w, chance := &World{}, sim.NewChance(1, replicate)
		w.reset(settings, people, shape, settings.draw(chance, false), chance)
		for i := range w.services {
			s := &w.services[i]
			posts[s.trust] += int(s.holders)
			if s.trust == 2 && population.Specialties[s.specialty].Support >= .8 {
				urgent += int(s.holders)
			}
		}
		if err := w.Check(); err != nil {
			t.Fatal(err)
		}
		return posts, urgent
	}
	settings := example()
	settings.StartPosts = true
	drawn, supported, differ := 0, 0, false
	unknown := append([]population.TrustRow(nil), rows...)
	unknown[2].Posts = nil
	for replicate := range 200 {
		posts, urgent := held(rows, replicate, settings)
		if posts[1] != 0 || posts[2] != 7 || posts[3] != 7 {
			t.Fatalf("replicate %d: trusts start with %v posts", replicate, posts)
		}
		other, _ := held(unknown, replicate, settings)
		if other[0] != posts[0] {
			t.Fatalf("replicate %d: what is known of one trust changes another", replicate)
		}
		differ = differ || other[2] != 7
		drawn += posts[0]
		supported += urgent
	}
	if drawn == 0 || !differ {
		t.Error("trusts whose posts are not known have none")
	}
	if share := float64(supported) / (200 * 7); share < 0.5 || share > 0.95 {
		t.Errorf("supported services hold %.2f of the known posts, want more than half, as in the trial", share)
	}
	settings.StartPosts = false
	if posts, _ := held(rows, 0, settings); posts != [4]int{} {
		t.Errorf("a world that starts without posts has %v", posts)
	}
}

func TestGivenOrganisationsAreNotRedrawn(t *testing.T) {
	people := Population{Given: population.Own([]population.TrustRow{{Code: "A", Area: "N", Staff: 600}}, nil), Redraw: true}
	if _, err := NewExperiment([]*Settings{example()}, people, 1, 1, false); err == nil {
		t.Error("given organisations are to be drawn anew, and nobody complains")
	}
}

// A network whose posts are known starts with exactly those, paid for by its
// practices, and another network is not touched by them.
func TestKnownPostsOfNetworks(t *testing.T) {
	rows := []population.PCNRow{
		{Code: "U", Area: "N", Registered: 50000, Weighted: 50000, Practices: 4, Posts: []population.RolePosts{
			{Role: "clinical-pharmacist", Count: 1}, {Role: "paramedic", Count: 3}, {Role: "dietitian", Count: 0}, {Role: "care-coordinator", Count: 2}}},
		{Code: "V", Area: "N", Registered: 50000, Weighted: 50000, Practices: 4},
	}
	people := population.Own(nil, rows)
	shape, err := newShape(people, Roles, false)
	if err != nil {
		t.Fatal(err)
	}
	w, settings := &World{}, example()
	settings.StartPosts = true
	for replicate := range 50 {
		chance := sim.NewChance(1, replicate)
		w.reset(settings, people, shape, settings.draw(chance, false), chance)
		if err := w.Check(); err != nil {
			t.Fatal(err)
		}
		for r := range w.roles {
			want, _ := people.PCNs[0].Held(w.roles[r].Name)
			if got := int(w.networks[0].filled[r]); got != want {
				t.Errorf("replicate %d: %d posts of %s, want %d", replicate, got, w.roles[r].Name, want)
			}
			if got := int(w.networks[1].filled[r]); r != pharmacist && got != 0 {
				t.Errorf("replicate %d: a network of which nothing is known has %d posts of %s", replicate, got, w.roles[r].Name)
			}
		}
		for at := w.networks[0].occupied; at >= 0; at = w.posts.all[at].next {
			if p := &w.posts.all[at]; p.route != RoutePractices || p.share != p.cost {
				t.Errorf("replicate %d: a post that was there before is paid %d of %d by route %v", replicate, p.share, p.cost, p.route)
			}
		}
		for i := range 12 {
			w.Step(settings.Start + sim.Month(i))
			if err := w.Check(); err != nil {
				t.Fatal(err)
			}
		}
	}
}
