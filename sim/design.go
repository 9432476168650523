package sim

// A Design says which runs a sweep has. It is an index function: no list of
// runs is ever made. Replicates turn slowest, then points, then sets, and
// worlds fastest, so that a pair is finished together and a sweep that stops
// early has all points and worlds equally often. All counts are at least one.
type Design struct {
	Worlds     int // compared with each other, pair by pair
	Sets       int // ways in which all of it is run, such as with judged values drawn and with them held
	Points     int // of a grid or a sample
	Replicates int
}

// A Place is where a run stands in a design.
type Place struct{ Replicate, Point, Set, World int }

// Len returns the number of runs.
func (d Design) Len() int { return d.Pairs() * d.Together() }

// Pairs returns the number of comparisons of all worlds in each set: replicates
// times points.
func (d Design) Pairs() int { return d.Replicates * d.Points }

// Together returns the number of runs of a pair in all worlds and sets, which
// follow each other.
func (d Design) Together() int { return d.Worlds * d.Sets }

// Place returns the place of the i-th run.
func (d Design) Place(i int) Place {
	return Place{
		World:     i % d.Worlds,
		Set:       i / d.Worlds % d.Sets,
		Point:     i / d.Together() % d.Points,
		Replicate: i / d.Together() / d.Points,
	}
}

// Index returns the run at a place: the inverse of Place.
func (d Design) Index(p Place) int {
	return ((p.Replicate*d.Points+p.Point)*d.Sets+p.Set)*d.Worlds + p.World
}
