package house

import (
	"fmt"
	"slices"
	"strings"
)

// A room is a folder of packages and what they may import besides the
// standard library and their own package.
type room struct {
	folder    string
	rooms     []string // of ours; a folder stands for that package alone, with /... for those below it too
	inTests   []string // of ours, that its tests may enter besides
	libraries []string // of others, by the beginning of their path
}

// rooms is the plan of the house. A folder holds for the packages below it,
// unless they have a line of their own. A new room, a new arrow or a new
// library is a decision: it is made here, and told in the change log.
var rooms = []room{
	{folder: "cmd", rooms: []string{"answer", "answer/calibration", "answer/charts", "answer/facts", "answer/gates", "answer/ledger", "answer/report", "answer/twins", "lab", "plots", "scenarios", "model", "model/population", "sim", "sim/store"},
		inTests:   []string{"plots/rules"},
		libraries: []string{"github.com/spf13/cobra", "github.com/spf13/pflag", "github.com/schollz/progressbar/v3", "golang.org/x/term"}},
	{folder: "lab", rooms: []string{"scenarios", "model", "sim"}},
	// The answer is what is found in runs. The rooms that tell and draw more of a result
	// build on it; words, in which all of it is said, builds on none.
	{folder: "answer", rooms: []string{"answer/diffusion", "answer/words", "sim"}, inTests: []string{"answer/invented"}, libraries: []string{gonum}},
	{folder: "answer/words", rooms: []string{"sim"}},
	// Bass's model and Rogers's categories are pure functions of a curve.
	{folder: "answer/diffusion", libraries: []string{gonum}},
	{folder: "answer/gates", rooms: []string{"answer", "answer/words"}, inTests: append([]string{"sim"}, inventedResults...)},
	{folder: "answer/ledger", rooms: []string{"answer", "answer/words", "plots", "sim"}},
	{folder: "answer/charts", rooms: []string{"answer", "answer/diffusion", "answer/gates", "answer/words", "plots", "sim"},
		inTests: append([]string{"plots/rules"}, inventedResults...)},
	{folder: "answer/report", rooms: []string{"answer", "answer/gates", "answer/words", "sim"},
		inTests: append([]string{"answer/charts"}, inventedResults...)},
	// Records and results without a model: only tests may enter.
	{folder: "answer/invented", rooms: []string{"sim"}},
	{folder: "answer/invented/results", rooms: []string{"answer", "answer/invented", "sim"}},
	{folder: "answer/facts", rooms: []string{"sim"}, libraries: []string{gonum, "github.com/expr-lang/expr"}},
	{folder: "answer/twins", rooms: []string{"answer/words", "plots", "sim"}},
	{folder: "answer/calibration", rooms: []string{"sim"}, libraries: []string{gonum}},
	{folder: "plots", rooms: []string{"sim"}, inTests: []string{"plots/rules"},
		libraries: []string{gonum, "gonum.org/v1/plot", "codeberg.org/go-fonts/liberation", "golang.org/x/image"}},
	// The checker of drawn charts: only tests may enter it.
	{folder: "plots/rules", rooms: []string{"plots"}, inTests: []string{"sim"}, libraries: []string{"gonum.org/v1/plot", "golang.org/x/image"}},
	{folder: "scenarios", rooms: []string{"model/...", "sim"}, libraries: []string{"github.com/BurntSushi/toml"}},
	{folder: "model", rooms: []string{"model/...", "sim"}, libraries: []string{gonum}},
	// The rules of the model are pure: they know neither the world nor each other.
	{folder: "model/belief", rooms: []string{"sim"}, libraries: []string{gonum}},
	{folder: "model/consent", rooms: []string{"sim"}, libraries: []string{gonum}},
	{folder: "model/formation", rooms: []string{"sim"}, libraries: []string{gonum}},
	{folder: "model/labour", rooms: []string{"sim"}, libraries: []string{gonum}},
	{folder: "model/money", rooms: []string{"sim"}, libraries: []string{gonum}},
	{folder: "model/population", rooms: []string{"sim"}, libraries: []string{gonum}},
	{folder: "sim", libraries: []string{gonum, expRand}},
	{folder: "sim/store", rooms: []string{"sim"}, libraries: []string{"github.com/parquet-go/parquet-go", "github.com/gofrs/flock"}},
	// Pages of the manual that are made from the code are checked beside the pages.
	{folder: "docs", rooms: []string{"answer", "scenarios", "model/...", "sim"}},
	{folder: "internal/house"},
}

const (
	gonum   = "gonum.org/v1/gonum"
	expRand = "golang.org/x/exp/rand"
)

// inventedResults are what tests of the rooms below answer tell and draw.
var inventedResults = []string{"answer/invented", "answer/invented/results"}

// forTests are the libraries that tests of every room may use.
var forTests = []string{"pgregory.net/rapid", "github.com/google/go-cmp", "github.com/rogpeppe/go-internal", "github.com/santhosh-tekuri/jsonschema/v6"}

// roomOf returns the line of the plan that holds for a package's folder.
func roomOf(folder string) (room, bool) {
	best, found := room{}, false
	for _, candidate := range rooms {
		if within(folder, candidate.folder) && len(candidate.folder) >= len(best.folder) {
			best, found = candidate, true
		}
	}
	return best, found
}

// arrows complains of imports that the plan does not allow, in tests too.
func arrows(s source) []string {
	home, found := roomOf(s.room())
	if !found {
		return []string{fmt.Sprintf("%s: the plan of the house has no room %s", s.path, s.room())}
	}
	var complaints []string
	for _, target := range s.imports() {
		ours, own := strings.CutPrefix(target.path, module+"/")
		switch {
		case own && ours != s.room() && !home.mayEnter(ours, s.isTest()):
			complaints = append(complaints, fmt.Sprintf("%s: %s may not import %s", s.at(target.spec), s.room(), ours))
		case !own && !standard(target.path) && !home.mayUse(target.path, s.isTest()):
			complaints = append(complaints, fmt.Sprintf("%s: %s may not use the library %s", s.at(target.spec), s.room(), target.path))
		}
	}
	return complaints
}

// mayEnter reports whether the room, or a test of it, may import a package of
// ours.
func (r room) mayEnter(target string, test bool) bool {
	in := func(allowed string) bool {
		folder, below := strings.CutSuffix(allowed, "/...")
		return target == folder || below && within(target, folder)
	}
	return slices.ContainsFunc(r.rooms, in) || test && slices.ContainsFunc(r.inTests, in)
}

// mayUse reports whether the room may import a package of others.
func (r room) mayUse(target string, test bool) bool {
	in := func(library string) bool { return within(target, library) }
	return slices.ContainsFunc(r.libraries, in) || test && slices.ContainsFunc(forTests, in)
}

// standard reports whether a package is of the standard library: its path
// begins with no host name.
func standard(target string) bool {
	first, _, _ := strings.Cut(target, "/")
	return !strings.Contains(first, ".")
}
