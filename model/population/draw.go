package population

import (
	"cmp"
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
	var differs []regional // by area
	for _, region := range regions {
		first := len(population.Areas)
		for i := range region.areas {
			population.Areas = append(population.Areas, Area{
				Code:   fmt.Sprintf("%s%d", region.code, i+1),
				Name:   fmt.Sprintf("%s %d", region.name, i+1),
				Region: region.name,
			})
			differs = append(differs, region.differs)
		}
		population.addTrusts(region, first)
		population.addNetworks(region, first)
	}
	sizes := dealt(len(population.Trusts), drawSizeOrder, luck, acuteBetweenRegions, func(i int) card {
		trust := &population.Trusts[i]
		switch profile := profileOf(trust.Code); profile {
		case generalAcute, combined:
			return card{trust.Code, int(profile), differs[trust.Area].acute}
		default:
			return card{trust.Code, int(profile), 0}
		}
	})
	for i := range population.Trusts {
		trust := &population.Trusts[i]
		trust.Staff = math.Round(interpolate(sizeQuantiles[:], trustSize[profileOf(trust.Code)][:], sizes[i]))
		profile := profileOf(trust.Code)
		trust.addServices(profile, drawnSpecialties(trust.Code, profile, luck), trust.usualSites())
	}
	lists := dealt(len(population.PCNs), drawListOrder, luck, listBetweenRegions, func(i int) card {
		return card{population.PCNs[i].Code, 0, differs[population.PCNs[i].Area].list}
	})
	for i := range population.PCNs {
		population.PCNs[i].addPatients(lists[i], &differs[population.PCNs[i].Area], luck)
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

// addPatients gives a network its list, at the given quantile of the
// published ones, and its practices.
func (p *PCN) addPatients(quantile float64, differs *regional, luck sim.Chance) {
	key := sim.EntityKey(p.Code)
	p.Registered = math.Round(interpolate(listQuantiles[:], networkList[:], quantile))
	p.Weighted = math.Round(p.Registered * math.Exp(differs.weighting+weightedSpread*luck.Draws(drawWeighting, sim.Always).Normal(key)))

	z := listPracticeCorrelation*normalQuantile(quantile) + differs.practices +
		practiceCountSpread*luck.Draws(drawPracticeCount, sim.Always).Normal(key)
	left, count := 0.5*math.Erfc(-z/math.Sqrt2), 1
	for left > practiceShare[count-1] && count < len(practiceShare) {
		left -= practiceShare[count-1]
		count++
	}
	p.addPractices(count, luck)
}

// addPractices shares out a network's list among practices.
func (p *PCN) addPractices(count int, luck sim.Chance) {
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

// A card is what dealt has to know of an entity.
type card struct {
	code   string
	class  int
	differ float64 // how its region differs, a mean of normal scores
}

// dealt returns for each of n entities a number between 0 and 1: within each
// class the numbers are spread evenly and dealt in the order of a keyed normal
// score, of whose variance the given part lies between regions.
func dealt(n int, purpose sim.Purpose, luck sim.Chance, between float64, of func(int) card) []float64 {
	draws := luck.Draws(purpose, sim.Always)
	order := make([]int, n)
	score := make([]float64, n)
	for i := range order {
		card := of(i)
		order[i], score[i] = i, card.differ+math.Sqrt(1-between)*draws.Normal(sim.EntityKey(card.code))
	}
	class := func(i int) int { return of(i).class }
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(class(a), class(b)), cmp.Compare(score[a], score[b]))
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
