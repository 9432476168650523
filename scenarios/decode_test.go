package scenarios

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// bad lists files of testdata/bad with the first problem that Load must
// tell: the line, the key and a part of the message.
var bad = []struct {
	file    string
	line    int
	key     string
	message string
	reason  string
}{
	{"unknown-key", 4, "funding.ofered", `did you mean "offered"?`, "a slip of the finger is found and mended"},
	{"unknown-section", 1, "fundin", `did you mean "funding"?`, "headings are keys too"},
	{"unknown-far", 3, "time.xylophone", `known here: "start", "months"`, "nothing is near: say what there is"},
	{"misplaced-key", 2, "offered", "belongs under [funding]", "a heading was forgotten"},
	{"misplaced-parameter", 3, "time.room_growth", "belongs under [parameters]", "a parameter needs its heading"},
	{"misplaced-mechanism", 1, "crowding", "belongs under [mechanisms]", "a mechanism needs its heading"},
	{"title-below-heading", 3, "time.title", "belongs at the top of the file", "TOML puts it in the last section"},
	{"unknown-inner-table", 4, "time.zone", "unknown key", "tables inside sections are keys"},
	{"wrong-type-number", 2, "funding.offered", `"forty" is text, not a number; pounds per 1,000 FTE staff a year, 0 to 10000000`, "money is a number"},
	{"wrong-type-text", 1, "title", "2019 is a number, not text", "a title needs quotes"},
	{"wrong-type-truth", 2, "population.redraw", "write true or false", "yes is not TOML's truth"},
	{"wrong-type-list", 2, "funding.routes", `write a list in brackets, as ["new-money"]`, "one route is still a list"},
	{"wrong-type-section", 1, "funding", "head it [funding]", "a section is not a number"},
	{"wrong-type-item", 2, "gates.open", "3 is a number, not the name of a gate", "lists hold names only"},
	{"fractional-months", 2, "time.months", "12 is a number, not a whole number", "no rounding of what a user wrote"},
	{"section-twice-as-list", 1, "time", "write the heading [time] once", "double brackets make a list"},
	{"support-single-brackets", 1, "support", "[[support]]", "single brackets make no list"},
	{"negative-money", 3, "funding.offered", "-5 is below 0", "a programme cannot take money away"},
	{"too-much-money", 2, "funding.offered", "10000001 is above 10000000", "more than any staff costs"},
	{"not-a-number", 2, "funding.offered", "NaN is not a number to compute with", "TOML allows nan, the model does not"},
	{"infinite", 2, "funding.offered", "Inf is not a number to compute with", "TOML allows inf, the model does not"},
	{"negative-support", 5, "support.offered", "-1 is below 0", "the line is that of the second block"},
	{"clarity-above-one", 5, "support.clarity", "5 is above 1", "a share; the list before it spans lines"},
	{"no-months", 2, "time.months", "0 is below 1", "nothing would run"},
	{"too-many-months", 2, "time.months", "601 is above 600", "fifty years are enough"},
	{"huge-number", 2, "time.months", "out of range", "does not fit 64 bits"},
	{"early-start", 2, "time.start", "1989-12 is too early; a month from 1990-01 to 2100-12", "one month before the limit"},
	{"late-start", 2, "time.start", "2101-01 is too late", "one month after the limit"},
	{"month-thirteen", 2, "time.start", "there is no month 13", "an impossible date"},
	{"short-month", 2, "time.start", `"2025-4" is not written as a month; write 2025-04`, "the month that was meant is clear"},
	{"month-with-day", 2, "time.start", "write 2019-04", "days are not simulated"},
	{"month-in-words", 2, "time.start", "write year and month as 2019-04", "no natural language"},
	{"bare-date", 2, "time.start", "this is a date; write year and month in quotes", "TOML has dates of its own"},
	{"bare-month", 2, "time.start", `a month is written in quotes, as "2019-04"`, "TOML takes it for a broken date"},
	{"funding-ends-before-start", 3, "funding.end", "before it starts in 2021-04", "ends before it starts"},
	{"funding-before-run", 2, "funding.start", "outside the run, which lasts from 2019-04 to 2029-03", "tranches of unseen years"},
	{"funding-after-run", 4, "funding.start", "outside the run, which lasts from 2019-04 to 2020-03", "it would never start"},
	{"support-ends-before-start", 3, "support.until", "before it starts in 2022-04", "ends before it starts"},
	{"arrs-ends-before-start", 3, "arrs.end", "before it starts in 2020-04", "ends before it starts"},
	{"change-single-brackets", 1, "change", "[[change]]", "single brackets make no list"},
	{"change-without-from", 1, "change", "from is missing", "a change without a date is a parameter"},
	{"change-without-parameters", 1, "change", "parameters is missing", "it would change nothing"},
	{"change-nothing", 3, "change.parameters", "write the parameters that change in braces", "it would change nothing"},
	{"change-unknown-key", 3, "change.untill", `did you mean "until"?`, "one letter too many"},
	{"change-unknown-parameter", 4, "change.parameters.clarity_campain", `did you mean "clarity_campaign"?`, "names are those of [parameters]"},
	{"change-range", 3, "change.parameters.q0", "this is a table, not a number", "a changed parameter is not drawn"},
	{"change-out-of-range", 7, "change.parameters.clarity_campaign", "5 is above 1", "the catalogue's limits, in the second block"},
	{"change-of-start", 3, "change.parameters.start_posts", "acts only when a world is made", "it would do nothing"},
	{"change-of-disposition", 3, "change.parameters.champion_share", "set it under [parameters]", "champions are found at the start"},
	{"change-of-cost", 3, "change.parameters.cost_post", "acts only when a world is made", "costs are set once"},
	{"change-ends-before-start", 3, "change.until", "would end in 2020-04, before it begins in 2021-04", "ends before it starts"},
	{"change-after-run", 5, "change.from", "2020-04 is after the run, which lasts from 2019-04 to 2020-03", "it would do nothing"},
	{"change-before-run", 3, "change.until", "2019-03 is before the run", "it would do nothing"},
	{"block-name-twice", 6, "change.name", `"a" has a block above`, "which one was meant?"},
	{"block-name-capitals", 2, "support.name", "write small letters, digits and single hyphens", "names are as everywhere"},
	{"block-merged-wrong", 4, "change.until", "would end in 2019-12, before it begins in 2020-03", "the first month is the parent's"},
	{"block-merged-slip", 2, "change", "from is missing", "a name that no parent has is a new block"},
	{"hiring-before-start", 3, "arrs.hiring", "before the scheme starts in 2020-04", "no money yet"},
	{"hiring-after-end", 3, "arrs.hiring", "after the scheme ends in 2021-03", "nobody would ever hire"},
	{"announced-after-end", 3, "arrs.announced", "announced in 2021-04, after it has come in 2021-03", "news of the past"},
	{"arrs-too-early", 2, "arrs.start", "2019-06 is too early; a month from 2019-07", "there were no networks"},
	{"role-single-brackets", 1, "role", "[[role]]", "single brackets make no list"},
	{"role-without-name", 1, "role", "name is missing", "which role is meant?"},
	{"role-name-number", 2, "role.name", "3 is a number, not text", "a name is text"},
	{"role-name-capitals", 2, "role.name", "write small letters, digits and single hyphens", "names stand in tables and options"},
	{"role-twice", 5, "role.name", "has a block above", "which one was meant?"},
	{"role-unknown-key", 3, "role.regulatd", `did you mean "regulated"?`, "a slip of the finger"},
	{"role-slip", 2, "role.name", `did you mean "physician-associate"?`, "a slip in a name is not a new role"},
	{"role-incomplete", 3, "role", `"nutrition-adviser" would be a new role, which also needs need, pool_inflow`, "no guess at what has no default"},
	{"role-closeness", 5, "role.closeness", "1.1 is above 1", "a share; the line is that of the second block"},
	{"role-no-need", 3, "role.need", "0 is below 0.01", "its logarithm is taken"},
	{"role-no-belief", 3, "role.belief_failures", "0 is below 0.01", "no belief is that certain"},
	{"role-rooms-hundredths", 3, "role.rooms", "0.45 is not a number of tenths; write 0.5", "rooms are counted in tenths"},
	{"role-truth", 3, "role.prescribes", "write true or false", "yes is not TOML's truth"},
	{"role-ramp", 3, "role.ramp_months", "0 is below 1", "nobody gives full work on the first day"},
	{"role-dear", 3, "role.maximum", "500001 is above 500000", "pounds a year, not pence"},
	{"role-nan", 3, "role.appeal", "not a number to compute with", "NaN would poison every choice"},
	{"role-eligible", 3, "role.eligible", `"nevr" is not a month; write year and month as 2019-04, or "never"`, "a month or never"},
	{"role-acp-upskilled", 3, "role.upskilled", `"acp" cannot be upskilled`, "trusts hire for it"},
	{"role-caps-table", 3, "role.caps", "write caps as a list of tables", "one cap is still a list"},
	{"role-cap-incomplete", 5, "role.caps", "large is missing", "the line is that of the second cap"},
	{"role-cap-unknown-key", 7, "role.caps.untill", `did you mean "until"?`, "caps in the other spelling of a table"},
	{"role-cap-half", 3, "role.caps.usual", "1.5 is a number, not a whole number", "posts are whole"},
	{"role-cap-ends-before-start", 3, "role.caps.until", "would end in 2021-03, before it begins in 2021-04", "ends before it starts"},
	{"role-caps-overlap", 5, "role.caps", "begins before the one above it ends", "until is the last month, as everywhere"},
	{"role-too-many", 64, "role", "one role too many; a world has at most 24, of which 17 are there already", "the eighth that is added"},
	{"without-slip", 2, "arrs.without", `did you mean "dietitian"?`, "both spellings are in use"},
	{"without-unknown", 2, "arrs.without", `"gardener" is not a role; one of "acp"`, "too far for a guess: list them"},
	{"without-text", 2, "arrs.without", `write a list in brackets, as ["acp"]`, "one role is still a list"},
	{"without-twice", 2, "arrs.without", "listed twice", "as in every list"},
	{"unknown-preset", 2, "population.preset", `one of "classroom", "metropolitan", "england"`, "too far for a guess: list them"},
	{"unknown-route", 4, "funding.routes", `did you mean "budget-transfer"?`, "the line is that of the item"},
	{"background-route", 2, "funding.routes", `one of "new-money", "budget-transfer", "pilots"`, "background routes are not the programme's"},
	{"route-twice", 2, "funding.routes", "listed twice", "halves would be unequal"},
	{"unknown-gate", 2, "gates.open", `did you mean "consent"?`, "letters swapped"},
	{"unknown-service", 2, "support.services", `did you mean "critical-care"?`, "services have fixed names"},
	{"unknown-mechanism", 2, "mechanisms.evidense", `did you mean "evidence"?`, "a switch that does not exist switches nothing"},
	{"mechanism-not-truth", 2, "mechanisms.evidence", "0 is a number; write true or false", "0 is not false"},
	{"unknown-parameter", 2, "parameters.consent_los", `did you mean "consent_loss"?`, "a parameter that does not exist changes nothing"},
	{"parameter-out-of-range", 2, "parameters.q_safe", "1.5 is above 0.99; success rate, 0.01 to 0.99", "the catalogue's limits"},
	{"range-incomplete", 2, "parameters.q0", "high is missing", "no guess at the other end"},
	{"range-out-of-order", 1, "parameters.q0", "low 0.7, default 0.6 and high 1 are out of order", "low above default"},
	{"range-unknown-key", 2, "parameters.q0.defualt", `did you mean "default"?`, "keys of an inline table are checked too"},
	{"range-end-out-of-range", 4, "parameters.q_safe.high", "2 is above 0.99", "each end has the limits of the parameter"},
	{"parameter-nan", 2, "parameters.q0", "not a number to compute with", "NaN would poison every result"},
	{"law-slip", 2, "parameters.q0.norml", `did you mean "normal"?`, "one slip is told once"},
	{"law-two", 2, "parameters.q0.uniform", "a parameter has one", "which one was meant?"},
	{"law-not-a-list", 2, "parameters.q0.normal", "write normal = [low, high], the interval that holds 80%", "one number is no interval"},
	{"law-three-numbers", 2, "parameters.q0.uniform", "3 numbers; write uniform = [low, high]", "a range has two ends"},
	{"law-falling", 2, "parameters.q0.normal", "do not rise", "the ends are exchanged"},
	{"law-mode-outside", 2, "parameters.q0.triangular", "do not rise", "the mode lies outside"},
	{"law-out-of-range", 2, "parameters.locum_cover.uniform", "1.2 is above 1", "each number has the limits of the parameter"},
	{"law-lognormal-zero", 3, "parameters.locum_cover.lognormal", "is not above 0", "its logarithm is taken"},
	{"law-cut-off", 2, "parameters.locum_cover.normal", "20% of the distribution lies outside of what locum_cover may be", "a fifth of what was meant would be something else"},
	{"law-beta-of-logit", 2, "parameters.q0.beta", "a beta distribution has values from 0 to 1; q0 is from -5 to 5", "a logit is no share"},
	{"law-weights-short", 2, "parameters.q0.weights", "2 weights for 3 values", "each value has a weight"},
	{"law-weights-zero", 2, "parameters.q0.weights", "0 is below 0.000001", "leave the value out"},
	{"law-discrete-empty", 2, "parameters.q0", "no values", "nothing to draw"},
	{"law-discrete-one", 2, "parameters.q0.discrete", "every value is 1; write the number alone", "that is no distribution"},
	{"law-weights-of-normal", 2, "parameters.q0.weights", "unknown key", "weights belong to discrete values"},
	{"vary-one", 2, "vary.funding.offered", "a list of 1; a lever takes 2 to 20 values in turn", "one value is no variation"},
	{"vary-number", 2, "vary.funding.offered", "write the values in brackets", "a number is not varied"},
	{"vary-time", 2, "vary.time.months", "cannot be varied", "worlds of a run share their months"},
	{"vary-out-of-range", 2, "vary.parameters.locum_cover", "1.5 is above 1", "each value is read as its key reads it"},
	{"vary-twice", 2, "vary.funding.offered", "1 is listed twice", "two equal worlds"},
	{"vary-slip", 2, "vary.funding.ofered", `did you mean "offered"?`, "a slip of the finger"},
	{"vary-range", 3, "vary.funding.offered", "low 80000 is not below high 10000", "a range is one of numbers, from the lower to the higher"},
	{"vary-range-alone", 2, "vary", "a range is for a sample", "a grid needs values"},
	{"vary-too-many", 2, "vary", "more than 100000 combinations", "nobody could run them"},
	{"sample-of-nothing", 3, "sample.points", "50 points of nothing", "nothing is varied"},
	{"sample-too-large", 3, "sample.points", "100000 points of 176 values; at most 4000000 numbers in all", "the sample is held in memory"},
	{"percent", 3, "parameters.locum_cover", "70 per cent is written 0.7", "a share written as a percentage"},
	{"percent-in-text", 2, "parameters.locum_cover", `"70%" is text, not a number; write 0.7`, "the same with its sign"},
	{"pounds-in-text", 2, "funding.offered", "not a number; write 40000", "pounds as in print, in quotes"},
	{"pounds-in-millions", 2, "funding.offered", "not a number; write 40000", "pounds as in a budget"},
	{"long-line", 1, "title", "121 characters long", "a long line is shown in part; a tab stays a tab"},
	{"unknown-headline", 2, "report.headline", `one of "posts_per_1000_staff", "fte_per_pcn"`, "not every measure can lead"},
	{"no-replicates", 2, "report.replicates", "0 is below 1", "nothing would run"},
	{"clarity-year", 2, "start.clarity", `one of "2019", "2000"`, "two starting states are described"},
	{"clarity-number", 2, "start.clarity", "2019 is a number", "it is a name, in quotes"},
	{"empty-title", 1, "title", "empty", "a chart needs a title"},
	{"two-line-title", 1, "title", "line break", "a chart's title is one line"},
	{"syntax-no-value", 2, "time.months", "expected value", "the TOML library's own line"},
	{"syntax-open-heading", 2, "", "expected '.' or ']'", "the heading is not closed"},
	{"syntax-comma", 2, "funding", "numbers are written without commas", "thousands as in print"},
	{"syntax-pound", 2, "funding.offered", "as 40000", "pounds as in print"},
	{"syntax-twice", 3, "time.months", "already been defined", "which one was meant?"},
	{"syntax-capital-true", 2, "population.redraw", "true and false in small letters", "as in other languages"},
	{"syntax-deep", 1, "", "nested too deeply", "a strange file must not occupy the machine"},
	{"extends-missing", 2, "extends", `did you mean "baseline"?`, "the parent does not exist"},
	{"extends-itself", 1, "extends", "cannot extend itself", "the shortest circle"},
	{"extends-circle", 2, "extends", "leads back", "told at the file that closes the circle"},
	{"extends-circle-2", 1, "extends", "leads back", "the same from the other side"},
	{"extends-bad-parent", 3, "time.months", "0 is below 1", "the file's own problems come first"},
	{"extends-number", 1, "extends", "3 is a number, not text", "a parent has a name"},
	{"several", 2, "title", "empty", "the first of several"},
}

func TestBadFiles(t *testing.T) {
	for _, test := range bad {
		t.Run(test.file, func(t *testing.T) {
			_, err := Load(filepath.Join("testdata", "bad", test.file+".toml"), nil)
			var all Errors
			if !errors.As(err, &all) {
				t.Fatalf("Load gave %v, want Errors: %s", err, test.reason)
			}
			first := all[0]
			if first.Line != test.line || first.Key != test.key || !strings.Contains(first.Message, test.message) {
				t.Errorf("got  %s\nwant line %d, key %s, %q: %s", first, test.line, test.key, test.message, test.reason)
			}
			if strings.Contains(first.Error(), "\n") {
				t.Errorf("%q is not one line", first.Error())
			}
		})
	}
}

func TestEveryBadFileHasACase(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "bad", "*.toml"))
	if err != nil || len(files) < 40 {
		t.Fatalf("%d bad files, error %v", len(files), err)
	}
	listed := map[string]bool{}
	for _, test := range bad {
		listed[test.file+".toml"] = true
	}
	for _, file := range files {
		if !listed[filepath.Base(file)] {
			t.Errorf("%s has no case", file)
		}
	}
}

func TestAllProblemsAtOnce(t *testing.T) {
	_, err := Load("testdata/bad/several.toml", []string{"time.months=0", "funding.ofered=3", "nonsense"})
	want := strings.Join([]string{
		`testdata/bad/several.toml:2: title: empty; one line of at most 120 characters`,
		`testdata/bad/several.toml:5: time.start: "2019-00" is not a month: there is no month 0; write year and month as 2019-04`,
		`testdata/bad/several.toml:6: time.months: 1000 is above 600; length of the run in months, 1 to 600`,
		`testdata/bad/several.toml:9: funding.offered: -1 is below 0; pounds per 1,000 FTE staff a year, 0 to 10000000`,
		`testdata/bad/several.toml:10: funding.routes: "old-money" is not a route of a programme; one of "new-money", "budget-transfer", "pilots"`,
		`testdata/bad/several.toml:11: funding.guarantee: unknown key; known here: "routes", "offered", "start", "end", "guarantee_return"`,
		`testdata/bad/several.toml:14: parameters.q0: "high" is text, not a number; logit, -5 to 5, usually 0.2 to 1`,
		`--set time.months: 0 is below 1; length of the run in months, 1 to 600`,
		`--set funding.ofered: unknown key; did you mean "offered"?`,
		`--set: "nonsense" is not a setting; write key=value, for example funding.offered=20000`,
	}, "\n")
	if err == nil || filepath.ToSlash(withoutPlaces(err)) != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

// withoutPlaces returns the lines of an error without columns and excerpts,
// which testdata/bad.golden holds.
func withoutPlaces(err error) string {
	var lines []string
	for line := range strings.Lines(err.Error()) {
		if !excerptLine.MatchString(line) {
			lines = append(lines, strings.TrimSuffix(column.ReplaceAllString(line, "$1:"), "\n"))
		}
	}
	return strings.Join(lines, "\n")
}

var (
	column      = regexp.MustCompile(`^(\S+:\d+):\d+:`)
	excerptLine = regexp.MustCompile(`^  [ \d]+ \| `)
)

// Every file of the corpus, with all that is told of it, as a user sees it.
func TestMessagesOfBadFiles(t *testing.T) {
	var all strings.Builder
	for _, test := range bad {
		_, err := Load(filepath.Join("testdata", "bad", test.file+".toml"), nil)
		fmt.Fprintf(&all, "# %s: %s\n%s\n\n", test.file, test.reason, filepath.ToSlash(err.Error()))
	}
	golden := filepath.Join("testdata", "bad.golden")
	if *Update {
		if err := os.WriteFile(golden, []byte(all.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(all.String(), "\n")); diff != "" {
		t.Errorf("messages differ from %s; if they are meant to, run go test ./scenarios -run Messages -update:\n%s", golden, diff)
	}
}

func TestProblemsOfAParentNameTheParent(t *testing.T) {
	_, err := Load("testdata/bad/extends-bad-parent.toml", nil)
	var all Errors
	if !errors.As(err, &all) || len(all) != 2 || filepath.Base(all[1].File) != "negative-money.toml" || all[1].Line != 3 {
		t.Errorf("got %v", err)
	}
}

func TestLargeFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "large.toml")
	if err := os.WriteFile(file, []byte("#"+strings.Repeat("x", maxBytes)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Load(file, nil)
	var all Errors
	if !errors.As(err, &all) || !strings.Contains(err.Error(), "larger than 262144 bytes") {
		t.Errorf("got %v", err)
	}
}

// A file full of problems is told in part, whatever they are.
func TestManyProblems(t *testing.T) {
	for _, c := range []struct{ head, line, reason string }{
		{"", "k%d = 1\n", "at the top"},
		{"[funding]\n", "k%d = 1\n", "in a section"},
		{"[parameters]\n", "k%d = 1\n", "parameters"},
		{"[mechanisms]\n", "k%d = 1\n", "mechanisms"},
		{"", "[s%d]\n", "headings"},
		{"", "[[support]]\nclarity = %d7\n", "blocks"},
		{"[gates]\nopen = [", "\"g%d\", ", "names"},
	} {
		var text strings.Builder
		text.WriteString(c.head)
		for i := range 12_000 {
			fmt.Fprintf(&text, c.line, i)
		}
		if strings.HasSuffix(c.head, "[") {
			text.WriteString("]\n")
		}
		_, err := loader{read: func(string) ([]byte, error) { return []byte(text.String()), nil }}.load("many.toml", nil)
		var all Errors
		if !errors.As(err, &all) || len(all) > mostTold+1 {
			t.Errorf("%s: %d problems told of %d bytes", c.reason, len(all), text.Len())
			continue
		}
		if last := all[len(all)-1]; len(all) > 1 && !strings.HasSuffix(last.Message, "more problems are not shown; mend these first") {
			t.Errorf("%s: %d problems told, the last is %v", c.reason, len(all), last)
		}
	}
}

func TestNotFoundAndUnreadable(t *testing.T) {
	for _, test := range []struct{ reference, message, reason string }{
		{"new-mony", `did you mean "new-money"?`, "a slip of the finger"},
		{"nothing.toml", "neither a built-in scenario nor a file", "a missing file"},
		{"", "neither", "an empty argument"},
		{"a\x00b", "neither", "a name that no file can have"},
	} {
		_, err := Load(test.reference, nil)
		if !errors.Is(err, ErrNotFound) || !strings.Contains(err.Error(), test.message) {
			t.Errorf("Load(%q) gave %v, want ErrNotFound with %q: %s", test.reference, err, test.message, test.reason)
		}
	}
	_, err := Load(t.TempDir(), nil)
	var all Errors
	if err == nil || errors.Is(err, ErrNotFound) || errors.As(err, &all) || !strings.Contains(err.Error(), "cannot be read") {
		t.Errorf("a folder gave %v, want an error of reading", err)
	}
	if _, err := Source("baselin"); !errors.Is(err, ErrNotFound) {
		t.Errorf("Source of an unknown name gave %v", err)
	}
}
