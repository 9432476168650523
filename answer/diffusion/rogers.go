package diffusion

// A Category is one of Rogers's, by the order in which units adopt: it takes up the shares
// of all units from one to another (Rogers 1962: by standard deviations before and after the
// mean time of adoption, if that is normal).
type Category struct {
	Name     string
	From, To float64 // shares of all units, 0 to 1
}

// Rogers lists the categories in their order.
var Rogers = []Category{
	{"innovators", 0, 0.025}, {"early adopters", 0.025, 0.16}, {"early majority", 0.16, 0.50}, {"late majority", 0.50, 0.84}, {"laggards", 0.84, 1},
}

// In returns the share of all units that are in the category when a share has adopted.
func (c Category) In(share float64) float64 { return min(max(share-c.From, 0), c.To-c.From) }

// Complete returns the index of the first point of a curve at which the category is
// complete, or false if there is none.
func (c Category) Complete(shares []float64) (int, bool) {
	for i, share := range shares {
		if share >= c.To-tiny {
			return i, true
		}
	}
	return 0, false
}

// tiny is what a mean over runs may be short of all by rounding.
const tiny = 1e-9
