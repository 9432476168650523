package sim

import "math"

// A Purpose names what a random number decides. A model declares its
// purposes as one closed list of constants, so that no two decisions share a
// key.
type Purpose uint32

// Always stands in a key for "no month": a lasting disposition, which must
// not be redrawn every month, is drawn with it.
const Always Month = -1

// Chance is the luck of one replicate. A random number belongs to a decision
// and not to a moment: it is keyed by seed, replicate, purpose, entity and
// month, so two runs that share a seed differ only by what their inputs
// changed, whatever else was drawn in between.
type Chance struct{ base uint64 }

// NewChance returns the luck of a replicate (0, 1, 2, ...) under a seed.
func NewChance(seed uint64, replicate int) Chance {
	return Chance{mix(mix(seed) + uint64(replicate)*golden)}
}

// Draws returns the draws of one purpose in one month. It is a value; make
// it once for a phase and ask it for every entity.
func (c Chance) Draws(purpose Purpose, month Month) Draws {
	return Draws{mix(c.base ^ mix(uint64(purpose)<<32|uint64(uint32(month))))}
}

// Draws gives the random numbers of one purpose in one month, one for each
// entity.
type Draws struct{ base uint64 }

// Uniform returns the entity's number, uniform on the open interval (0, 1).
func (d Draws) Uniform(entity uint64) float64 { return unit(word(d.base ^ mix(entity))) }

// unit places 64 random bits in the middle of one of 2^52 equal cells of
// (0, 1). Half a cell more than 52 bits still fits a float64 exactly; with 53
// bits the last cell would round up to one.
func unit(bits uint64) float64 { return (float64(bits>>12) + 0.5) * (1.0 / (1 << 52)) }

// Bernoulli reports true with probability p (0 to 1). The same draw answers
// for every p, so raising p turns some answers from false to true and none
// back.
func (d Draws) Bernoulli(entity uint64, p float64) bool {
	if p <= 0 || p >= 1 { // what is certain needs no draw
		return p >= 1
	}
	return d.Uniform(entity) < p
}

// Normal returns a standard normal number by inversion of the entity's
// uniform.
func (d Draws) Normal(entity uint64) float64 { return normalQuantile(d.Uniform(entity)) }

// Exponential returns an exponential number of mean 1, above 0, by inversion of
// the entity's uniform. It says how much of a hazard an entity outlasts: a
// state that ends with a hazard of h a month, whatever h does, ends in the
// month in which the sum of h passes the number.
func (d Draws) Exponential(entity uint64) float64 { return -math.Log(d.Uniform(entity)) }

// normalQuantile returns the number below which a standard normal variable
// has the share u (0 to 1). The inverse of the error function is odd; asking it
// for one sign only spares the processor a guess.
func normalQuantile(u float64) float64 {
	x := float64(2*u) - 1
	return math.Sqrt2 * math.Copysign(math.Erfinv(math.Abs(x)), x)
}

// Choose returns the index of one of the weights, each chosen in proportion
// to its weight. Weights must not be negative; if all are zero, or there are
// none, it returns -1.
func (d Draws) Choose(entity uint64, weights []float64) int {
	total := 0.0
	for _, weight := range weights {
		total += weight
	}
	return d.ChooseOf(entity, weights, total)
}

// ChooseOf is Choose for one who has added the weights up, in order.
func (d Draws) ChooseOf(entity uint64, weights []float64, total float64) int {
	if total <= 0 {
		return -1
	}
	left, last := d.Uniform(entity)*total, -1
	for i, weight := range weights {
		if weight <= 0 {
			continue
		}
		if last = i; left < weight {
			return i
		}
		left -= weight
	}
	return last
}

// Triangular returns the number below which a triangular distribution over
// low to high with the given mode has the share u (0 to 1). Where low equals
// high it returns low.
func Triangular(u, low, mode, high float64) float64 {
	if high <= low {
		return low
	}
	// Rounding must not carry a value over an end of its range.
	if u < (mode-low)/(high-low) {
		return min(low+math.Sqrt(u*(high-low)*(mode-low)), high)
	}
	return max(low, high-math.Sqrt((1-u)*(high-low)*(high-mode)))
}

// golden is 2^64 divided by the golden ratio, the increment of SplitMix64.
const golden = 0x9e3779b97f4a7c15

// mix is the finalizer of SplitMix64 (Steele, Lea and Flood 2014, OOPSLA,
// "Fast splittable pseudorandom number generators"): a bijection of 64 bits
// in which every input bit changes half of the output bits.
func mix(x uint64) uint64 {
	x += golden
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// EntityKey hashes an entity's stable code (FNV-1a, 64 bits). Entities are
// keyed by code and never by index, so that adding one shifts nobody's luck.
func EntityKey(code string) uint64 {
	hash := uint64(14695981039346656037)
	for i := range len(code) {
		hash = (hash ^ uint64(code[i])) * 1099511628211
	}
	return hash
}

// Sub returns the key of the n-th part of an entity: a service's post, a
// network's role.
func Sub(entity uint64, n uint64) uint64 { return mix(entity + (n+1)*golden) }
