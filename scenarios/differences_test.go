package scenarios

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/model"
)

// Every built-in but baseline says in its header from which scenario it
// differs and in which keys; it differs in these and in no others.
func TestBuiltinsDifferAsTheySay(t *testing.T) {
	for _, info := range List() {
		if info.Extends == "" {
			if info.Name != "baseline" {
				t.Errorf("%s extends nothing", info.Name)
			}
			continue
		}
		text, _ := Source(info.Name)
		_, claim, found := strings.Cut(string(text), "#   Differs from "+info.Extends+" in: ")
		if !found {
			t.Errorf("%s does not say how it differs from %s", info.Name, info.Extends)
			continue
		}
		claim, _, _ = strings.Cut(claim, "\n#\n")
		claim = strings.ReplaceAll(claim, "\n#  ", "") // the line may be wrapped
		var got []string
		for _, difference := range Differences(load(t, info.Extends), load(t, info.Name)) {
			key := difference.Key
			if section, _, _ := strings.Cut(key, "."); section == sectionMechanisms {
				key = section
			}
			if !slices.Contains(got, key) {
				got = append(got, key)
			}
		}
		want := strings.Split(claim, ", ")
		slices.Sort(got)
		slices.Sort(want)
		if difference := cmp.Diff(want, got); difference != "" {
			t.Errorf("%s differs from %s otherwise than it says (-said +found):\n%s", info.Name, info.Extends, difference)
		}
	}
}

// The same by the settings themselves: taking back what a built-in changes
// must give its parent.
func TestSettingsDifferAsTheySay(t *testing.T) {
	parameters := func(names ...model.Parameter) func(s, parent *model.Settings) {
		return func(s, parent *model.Settings) {
			for _, name := range names {
				s.Parameters[name] = parent.Parameters[name]
			}
		}
	}
	changes := func(s, _ *model.Settings) { s.Changes = nil }
	for name, undo := range map[string]func(s, parent *model.Settings){
		"pilots":                func(s, parent *model.Settings) { s.Funding.Routes = parent.Funding.Routes },
		"training-only":         parameters(model.RoomTraining),
		"evidence-programme":    parameters(model.EvaluationProgramme),
		"champions":             parameters(model.ChampionShare),
		"return-guarantee":      func(s, _ *model.Settings) { s.Funding.GuaranteedReturn = false },
		"protected-supervision": parameters(model.SupervisionHours, model.SupervisionSqueeze),
		"role-clarity":          changes,
		"shortage":              parameters(model.VacancyLevel),
		"declining-trainees":    parameters(model.EstablishmentGrowth),
		"apprenticeship-closed": changes,
		"arrs-extended":         func(s, parent *model.Settings) { s.ARRS.End = parent.ARRS.End },
		"arrs-ends-2024":        func(s, parent *model.Settings) { s.ARRS.End = parent.ARRS.End },
		"arrs-70-percent":       changes,
		"formation-first":       func(s, parent *model.Settings) { s.ARRS.Hiring = parent.ARRS.Hiring },
		"pandemic":              changes,
		"threshold":             parameters(model.PeerThresholdMean, model.PeerThresholdSpread),
	} {
		s := load(t, name)
		parent := load(t, extends(t, name))
		if cmp.Equal(s.Settings, parent.Settings) {
			t.Errorf("%s does not differ from %s", name, parent.Name)
		}
		undo(&s.Settings, &parent.Settings)
		if difference := cmp.Diff(parent.Settings, s.Settings); difference != "" {
			t.Errorf("%s differs from %s in more than it should (-parent +child):\n%s", name, parent.Name, difference)
		}
	}
}

// extends returns the parent of a built-in.
func extends(t *testing.T, name string) string {
	for _, info := range List() {
		if info.Name == name {
			return info.Extends
		}
	}
	t.Fatalf("no built-in %s", name)
	return ""
}

// Diffusion alone means that every mechanism but two is off, whatever
// mechanisms there are, and that every gate is open.
func TestPureBassIsPure(t *testing.T) {
	s := load(t, "pure-bass").Settings
	for i := range model.Mechanisms {
		mechanism := model.Switch(i)
		if want := mechanism != model.Individuals && mechanism != model.PeerLearning; s.Off.Has(mechanism) != want {
			t.Errorf("mechanism %s off: %t, want %t; change [mechanisms] of builtin/pure-bass.toml", mechanism, !want, want)
		}
	}
	for i := range model.GateCount {
		if !s.Open.Has(model.Gate(i)) {
			t.Errorf("gate %s is not open", model.Gate(i))
		}
	}
}

func TestDifferences(t *testing.T) {
	for _, test := range []struct {
		sets   []string
		want   []Difference
		reason string
	}{
		{nil, nil, "nothing was changed"},
		{[]string{"title=Other"}, nil, "titles do not count"},
		{[]string{"time.months=12"}, []Difference{{"time.months", "120", "12"}}, "the end of the programme only follows"},
		{[]string{"time.months=12", "funding.end=2019-09"},
			[]Difference{{"time.months", "120", "12"}, {"funding.end", "2029-03", "2019-09"}}, "now it does not follow"},
		{[]string{"parameters.q0=0.5"}, []Difference{{"parameters.q0", "0.6 (0.2 to 1)", "0.5"}}, "a range and a number"},
		{[]string{"gates.open=consent,rooms"}, []Difference{{"gates.open", "", "consent, rooms"}}, "a list"},
		{[]string{`change=[{from="2020-04",parameters={q0=0.5}},{from="2021-04",until="2021-06",parameters={rate_peers=0,q0=0}}]`},
			[]Difference{{"change", "", "2020-04 to 2029-03: q0 = 0.5; 2021-04 to 2021-06: q0 = 0, rate_peers = 0"}}, "blocks, whole"},
	} {
		got := Differences(load(t, "new-money"), load(t, "new-money", test.sets...))
		if difference := cmp.Diff(test.want, got); difference != "" {
			t.Errorf("%v: %s\n%s", test.sets, test.reason, difference)
		}
	}
}

// Some headers say how a value follows from others. It must.
func TestValuesFollowAsHeadersSay(t *testing.T) {
	catalogue := func(parameter model.Parameter) model.Prior { return model.Catalogue[parameter].Prior }
	value := func(name string, parameter model.Parameter) float64 {
		return load(t, name).Settings.Parameters[parameter].Default
	}
	change := func(name string) float64 { return load(t, name).Settings.Changes[0].Values[0].Value }
	money := load(t, "new-money").Settings
	years := float64(money.Months / 12)
	for _, test := range []struct {
		name      string
		got, want float64
		reason    string
	}{
		{"training-only", value("training-only", model.RoomTraining), catalogue(model.RoomTraining).Default + money.Funding.Offered*(years+1)/2,
			"as many pounds over the run as new-money: tranches of 1, 2, 3 years and so on, on average"},
		{"protected-supervision", value("protected-supervision", model.SupervisionHours), catalogue(model.SupervisionHours).High,
			"the upper end of the range, so that no run has less time than before"},
		{"apprenticeship-closed", change("apprenticeship-closed"), catalogue(model.RoomTraining).Low,
			"the lower end of the range, so that no run gains"},
		{"role-clarity", change("role-clarity"), load(t, "history").Settings.Support[0].Clarity, "the campaign of history"},
		{"pure-bass", value("pure-bass", model.RateIndividuals), 0.03 / 12, "p of Sultan et al. by month"},
		{"pure-bass", math.Round(value("pure-bass", model.RatePeers) * 1000), math.Round(0.38 / 12 * 1000), "q of Sultan et al. by month, to three places"},
	} {
		if test.got != test.want {
			t.Errorf("%s has %v, want %v: %s", test.name, test.got, test.want, test.reason)
		}
	}
}
