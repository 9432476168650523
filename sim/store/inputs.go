package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Inputs is everything that decides a result: two runs with the same inputs
// give the same tables.
type Inputs struct {
	// StreamLayout is the model's version of how random numbers are keyed: a
	// seed does not give the same luck under another.
	StreamLayout int
	Seed         uint64
	Replicates   int
	Fixed        bool   // judged values held at their defaults
	Detail       string // what is kept of each run
	Twins        bool   // tables in CSV too
	// Precision ends the runs when the headline difference is known so well; zero
	// makes Replicates. MostReplicates ends them in any case.
	Precision      float64
	MostReplicates int
	Scenarios      []ResolvedScenario
}

// A ResolvedScenario is a scenario with every default explicit.
type ResolvedScenario struct {
	Name string
	Text []byte // as written to scenario.<name>.toml
}

// Hash returns the SHA-256 of the inputs in hexadecimal.
func (in *Inputs) Hash() string {
	hash := sha256.New()
	fmt.Fprintf(hash, "skillmix inputs\nstreams %d\nseed %d\nreplicates %d\nfixed %t\n", in.StreamLayout, in.Seed, in.Replicates, in.Fixed)
	fmt.Fprintf(hash, "detail %q\ntwins %t\nprecision %v\nmost %d\n", in.Detail, in.Twins, in.Precision, in.MostReplicates)
	for _, scenario := range in.Scenarios {
		// The length stands before the text, so that no two lists read alike.
		fmt.Fprintf(hash, "scenario %q %d\n%s\n", scenario.Name, len(scenario.Text), scenario.Text)
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// Checksum returns the SHA-256 of a text in hexadecimal.
func Checksum(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
