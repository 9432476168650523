package house

import (
	"fmt"
	"go/ast"
	"slices"
	"strings"
)

// generatorFile is the one file that may know a generator.
const generatorFile = "sim/generator.go"

// makers are the names of math/rand/v2 and x/exp/rand that do not touch
// their global generator.
var makers = []string{
	"New", "NewPCG", "NewChaCha8", "NewSource", "NewZipf",
	"Rand", "PCG", "PCGSource", "ChaCha8", "Source", "LockedSource", "Zipf",
}

// samplers are the packages of gonum that draw. A distribution without a
// source silently draws from the global generator.
var samplers = []string{
	gonum + "/stat/distuv", gonum + "/stat/distmv", gonum + "/stat/distmat",
	gonum + "/stat/sampleuv", gonum + "/stat/samplemv",
}

// chance complains of random numbers that do not come from a key.
func chance(s source) []string {
	var complaints []string
	complain := func(node ast.Node, format string, arguments ...any) {
		complaints = append(complaints, s.at(node)+": "+fmt.Sprintf(format, arguments...))
	}
	for _, target := range s.imports() {
		switch {
		case target.path == "math/rand":
			complain(target.spec, "math/rand has a global generator: draw with sim.Chance")
		case target.path == expRand && s.path != generatorFile:
			complain(target.spec, "only %s may import %s: draw with sim.Chance", generatorFile, expRand)
		case slices.Contains(samplers, target.path) && !within(s.room(), "sim"):
			complain(target.spec, "only sim may import %s: draw with sim.Chance", target.path)
		case keyless(target.path) && !s.isTest() && s.path != generatorFile && inModel(s.room()):
			complain(target.spec, "%s has numbers without a key: draw with sim.Chance", target.path)
		}
		switch {
		case target.path == expRand || target.path == "math/rand/v2":
			if target.name == "." {
				complain(target.spec, "a dot import hides the global generator of %s", target.path)
			}
			s.uses(target.name, func(use *ast.SelectorExpr) {
				if !slices.Contains(makers, use.Sel.Name) {
					complain(use, "%s.%s draws from a global generator", target.path, use.Sel.Name)
				}
			})
		case slices.Contains(samplers, target.path):
			complaints = append(complaints, s.sampling()...)
		}
	}
	slices.Sort(complaints)
	return slices.Compact(complaints)
}

// keyless reports whether a package gives random numbers that no key names.
func keyless(target string) bool {
	return strings.HasPrefix(target, "math/rand/") || target == "crypto/rand" || target == "hash/maphash"
}

// inModel reports whether a package takes part in a simulation.
func inModel(folder string) bool {
	return within(folder, "sim") || within(folder, "model") || within(folder, "scenarios")
}

// sampling complains of calls of a distribution's Rand in a file that knows
// distributions: their quantile functions are for use, their draws are not.
func (s source) sampling() []string {
	var complaints []string
	ast.Inspect(s.tree, func(node ast.Node) bool {
		if call, ok := node.(*ast.CallExpr); ok {
			if selector, ok := call.Fun.(*ast.SelectorExpr); ok && selector.Sel.Name == "Rand" {
				complaints = append(complaints, s.at(call)+": Rand of a distribution takes unkeyed numbers: invert a keyed uniform")
			}
		}
		return true
	})
	return complaints
}
