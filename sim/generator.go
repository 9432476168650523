package sim

//lint:ignore SA1019 the package is frozen upstream and pinned in go.mod; replacing it would move every result
import "golang.org/x/exp/rand"

// word returns the 64 random bits behind a key. It is the only place that
// touches a generator: x/exp/rand's PCG source, pinned in go.mod, which sits
// on the stack and is seeded with a key that is already well mixed (Seed
// copies the word into both halves of its state).
func word(key uint64) uint64 {
	var source rand.PCGSource
	source.Seed(key)
	return source.Uint64()
}

// source returns a stream of random bits for a sampler that takes one, seeded
// like word.
func source(key uint64) interface{ Uint64() uint64 } {
	source := &rand.PCGSource{}
	source.Seed(key)
	return source
}
