package population

import (
	"fmt"
	"math"
	"slices"

	"skillmix/sim"
)

// Presets names the populations that ship with skillmix.
var Presets = []string{"classroom", "metropolitan", "england"}

// The purposes of the draws that make a population. They lie above those of
// the model.
const (
	drawSizeOrder sim.Purpose = iota + 1<<16
	drawPresence
	drawListOrder
	drawWeighting
	drawPracticeCount
	drawPracticeList
)

// Fixed stands for the replicate in the luck of organisations that are the
// same in every replicate.
const Fixed = -1

// Draw draws a population that ships with skillmix, the same for every
// replicate. The same preset and seed give the same organisations. Sizes are
// spread evenly over the published quantiles and dealt to organisations by
// chance, so that small populations have the published spread too.
func Draw(preset string, seed uint64) (*Population, error) {
	return Redraw(preset, sim.NewChance(seed, Fixed))
}

// Redraw draws a population anew with a replicate's own luck.
func Redraw(preset string, luck sim.Chance) (*Population, error) {
	switch preset {
	case "classroom":
		return draw(preset, classroom, luck), nil
	case "metropolitan":
		return draw(preset, metropolitan, luck), nil
	case "england":
		return draw(preset, england, luck), nil
	}
	return nil, fmt.Errorf("population %q is not known: there are %v", preset, Presets)
}

func draw(name string, regions []region, luck sim.Chance) *Population {
	population := &Population{Name: name}
	for _, region := range regions {
		first := len(population.Areas)
		for i := range region.areas {
			population.Areas = append(population.Areas, Area{
				Code:   fmt.Sprintf("%s%d", region.code, i+1),
				Name:   fmt.Sprintf("%s %d", region.name, i+1),
				Region: region.name,
			})
		}
		population.addTrusts(region, first)
		population.addNetworks(region, first)
	}
	sizes := dealt(len(population.Trusts), func(i int) string { return population.Trusts[i].Code }, drawSizeOrder, luck,
		func(i int) int { return int(profileOf(population.Trusts[i].Code)) })
	for i := range population.Trusts {
		trust := &population.Trusts[i]
		trust.Staff = math.Round(interpolate(sizeQuantiles[:], trustSize[profileOf(trust.Code)][:], sizes[i]))
		trust.addServices(profileOf(trust.Code), luck)
	}
	lists := dealt(len(population.PCNs), func(i int) string { return population.PCNs[i].Code }, drawListOrder, luck,
		func(int) int { return 0 })
	for i := range population.PCNs {
		population.PCNs[i].addPatients(lists[i], luck)
	}
	return population
}

// profileLetters stand in a trust's code for its profile.
const profileLetters = "ASCMXI"

func profileOf(code string) profile {
	for i := range profileLetters {
		if code[len("XXX-")] == profileLetters[i] {
			return profile(i)
		}
	}
	panic("population: trust code " + code)
}

// addTrusts adds a region's trusts, dealt to its areas in turn.
func (p *Population) addTrusts(region region, firstArea int) {
	turn := 0
	for profile, count := range region.trusts {
		for i := range count {
			code := fmt.Sprintf("%s-%c%02d", region.code, profileLetters[profile], i+1)
			p.Trusts = append(p.Trusts, Trust{
				Code: code,
				Name: fmt.Sprintf("%s %s trust %d", region.name, profileKind[profile], i+1),
				Kind: profileKind[profile],
				Area: firstArea + turn%region.areas,
			})
			turn++
		}
	}
}

// addNetworks adds a region's networks, dealt to its areas in turn.
func (p *Population) addNetworks(region region, firstArea int) {
	for i := range region.networks {
		p.PCNs = append(p.PCNs, PCN{
			Code: fmt.Sprintf("%s-P%03d", region.code, i+1),
			Name: fmt.Sprintf("%s network %d", region.name, i+1),
			Area: firstArea + i%region.areas,
		})
	}
}

// Trusts of more staff than this have a second site, which holds
// secondSitePart of every service there (judged; about one in eight).
const (
	secondSiteStaff = 8500
	secondSitePart  = 0.4
)

// communityUrgentDoctors is the part of an emergency department's doctors
// that a walk-in service has (judged).
const communityUrgentDoctors = 0.3

// addServices draws which services a trust has and shares out its staff.
func (t *Trust) addServices(profile profile, luck sim.Chance) {
	presence := luck.Draws(drawPresence, sim.Always)
	var present []int
	weight := 0.0
	for _, candidate := range has[profile] {
		specialty, _ := SpecialtyNamed(candidate.specialty)
		if presence.Bernoulli(sim.EntityKey(t.Code+"/"+candidate.specialty), candidate.of) {
			present = append(present, specialty)
			weight += Specialties[specialty].Weight
		}
	}
	parts := []float64{1}
	if t.Staff > secondSiteStaff && t.Kind != Ambulance {
		parts = []float64{1 - secondSitePart, secondSitePart}
	}
	for _, specialty := range present {
		for site, part := range parts {
			s := &Specialties[specialty]
			doctors := s.Doctors * t.Staff / 1000 * part
			if profile == community && s.Name == "urgent-emergency" {
				doctors *= communityUrgentDoctors
			}
			t.Services = append(t.Services, Service{
				Code:      fmt.Sprintf("%s/%s/%d", t.Code, s.Name, site+1),
				Specialty: specialty,
				Site:      site + 1,
				Staff:     t.Staff * part * s.Weight / weight,
				Senior:    doctors * s.SeniorShare,
				Training:  doctors * (1 - s.SeniorShare),
			})
		}
	}
}

// addPatients gives a network its list, at the given quantile of the
// published ones, and its practices.
func (p *PCN) addPatients(quantile float64, luck sim.Chance) {
	key := sim.EntityKey(p.Code)
	p.Registered = math.Round(interpolate(listQuantiles[:], networkList[:], quantile))
	p.Weighted = math.Round(p.Registered * math.Exp(weightedSpread*luck.Draws(drawWeighting, sim.Always).Normal(key)))

	z := listPracticeCorrelation*normalQuantile(quantile) +
		math.Sqrt(1-listPracticeCorrelation*listPracticeCorrelation)*luck.Draws(drawPracticeCount, sim.Always).Normal(key)
	left, count := 0.5*math.Erfc(-z/math.Sqrt2), 1
	for left > practiceShare[count-1] && count < len(practiceShare) {
		left -= practiceShare[count-1]
		count++
	}
	draws := luck.Draws(drawPracticeList, sim.Always)
	total := 0.0
	for i := range count {
		code := fmt.Sprintf("%s/%d", p.Code, i+1)
		part := math.Exp(practiceSpread * draws.Normal(sim.EntityKey(code)))
		p.Practices = append(p.Practices, Practice{Code: code, List: part})
		total += part
	}
	for i := range p.Practices {
		p.Practices[i].List *= p.Registered / total
	}
}

// normalQuantile is the inverse of the standard normal distribution.
func normalQuantile(p float64) float64 { return math.Sqrt2 * math.Erfinv(2*p-1) }

// dealt returns for each of n entities a number between 0 and 1: within each
// class the numbers are spread evenly and dealt in the order of a keyed
// uniform.
func dealt(n int, code func(int) string, purpose sim.Purpose, luck sim.Chance, class func(int) int) []float64 {
	draws := luck.Draws(purpose, sim.Always)
	order := make([]int, n)
	luckOf := make([]float64, n)
	for i := range order {
		order[i], luckOf[i] = i, draws.Uniform(sim.EntityKey(code(i)))
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case class(a) != class(b):
			return class(a) - class(b)
		case luckOf[a] < luckOf[b]:
			return -1
		}
		return 1
	})
	quantiles := make([]float64, n)
	for from := 0; from < n; {
		to := from
		for to < n && class(order[to]) == class(order[from]) {
			to++
		}
		for place := from; place < to; place++ {
			quantiles[order[place]] = (float64(place-from) + 0.5) / float64(to-from)
		}
		from = to
	}
	return quantiles
}

// interpolate returns the value at x of the broken line through (xs, ys).
func interpolate(xs, ys []float64, x float64) float64 {
	for i := 1; i < len(xs); i++ {
		if x <= xs[i] {
			return ys[i-1] + (ys[i]-ys[i-1])*(x-xs[i-1])/(xs[i]-xs[i-1])
		}
	}
	return ys[len(ys)-1]
}
