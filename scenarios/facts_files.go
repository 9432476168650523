package scenarios

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed facts/*.toml
var factFiles embed.FS

// ErrNoFact is wrapped by the error for a reference that is neither a built-in
// fact nor a file.
var ErrNoFact = errors.New("fact not found")

// FactNames lists the built-in facts in a telling order: how it came about,
// what stands in the way of a transfer, what helps, and what slows.
func FactNames() []string {
	return []string{
		"small-numbers", "singles", "clustered-services",
		"transfer-is-contested", "resistance-is-the-reason", "long-vacancies-do-not-suffice", "conceded-under-pressure",
		"evidence-frees-transfer", "evidence-cuts-both-ways", "champions", "two-sites", "silos", "return-guarantee",
		"pilots-embed-on-evidence", "crowded-agenda", "confusion", "stimuli-by-setting",
		"supervision-paradox", "training-without-posts",
		"arrs-history", "seventy-percent", "off-list-roles-shrink", "interest-ends-with-money", "tick-box",
		"wait-and-see", "gp-champions", "rooms", "regulated-first", "ramp-up", "duplicated-work",
		"formation-first", "ruts", "floating-or-embedded", "weak-federations", "try-before-you-buy",
		"early-adopters-lose", "pandemic-catalyst",
	}
}

// LoadFact reads a fact: a built-in by its name, or a file by its path. A name
// that is both means the built-in; write ./name for the file. The error wraps
// ErrNoFact if there is neither, is an Errors if the file is invalid, and
// otherwise tells why it cannot be read.
func LoadFact(reference string) (*Fact, error) {
	if slices.Contains(FactNames(), reference) {
		text, err := factFiles.ReadFile("facts/" + reference + ".toml")
		if err != nil {
			return nil, err
		}
		return parseFact(reference+".toml (built in)", "", text)
	}
	text, err := readFile(reference)
	switch {
	case errors.Is(err, fs.ErrNotExist) || reference == "":
		return nil, fmt.Errorf("%w: %q is neither a built-in fact nor a file%s", ErrNoFact, reference, adviceOnFact(reference))
	case err != nil:
		return nil, fmt.Errorf("fact file %s cannot be read: %w", reference, cause(err))
	}
	return parseFact(reference, filepath.Dir(reference), text)
}

// FactSource returns the commented TOML text of a built-in fact. The error
// wraps ErrNoFact and suggests the nearest name.
func FactSource(name string) ([]byte, error) {
	if !slices.Contains(FactNames(), name) {
		return nil, fmt.Errorf("%w: %q is not a built-in fact%s", ErrNoFact, name, adviceOnFact(name))
	}
	return factFiles.ReadFile("facts/" + name + ".toml")
}

// adviceOnFact suggests the nearest built-in fact, or tells how to list them.
func adviceOnFact(name string) string {
	if near := suggestion(name, FactNames()); near != "" {
		return near
	}
	return "; built in are " + strings.Join(FactNames(), ", ")
}
