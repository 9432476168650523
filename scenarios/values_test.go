package scenarios

import (
	"os"
	"path/filepath"
	"testing"
)

// Every value says where it comes from: a setting, the file, the nearest of its
// parents, or nowhere.
func TestTrace(t *testing.T) {
	file := filepath.Join(t.TempDir(), "mine.toml")
	text := "extends = \"new-money\"\n[funding]\noffered = 10_000\n[mechanisms]\nevidence = false\n[parameters]\nq0 = 0.7\n[[change]]\nfrom = \"2020-04\"\nparameters = { q0 = 0.9 }\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	scenario, values, err := Trace(file, []string{"time.months=60"})
	if err != nil {
		t.Fatal(err)
	}
	if scenario.Settings.Months != 60 {
		t.Errorf("%d months", scenario.Settings.Months)
	}
	found := map[string]Value{}
	for _, value := range values {
		found[value.Key] = value
	}
	for _, want := range []Value{
		{"time.months", "60", "--set"},
		{"funding.offered", "10000", file + ":3"},
		{"mechanisms.evidence", "false", file + ":5"},
		{"parameters.q0", "0.7", file + ":7"},
		{"change", "2020-04 to 2024-03: q0 = 0.9", file + ":8"},
		{"funding.routes", "new-money", "new-money.toml (built in):24"},
		{"arrs.start", "2019-07", found["arrs.start"].From},
		{"funding.guarantee_return", "false", found["funding.guarantee_return"].From},
		{"parameters.q_fit", found["parameters.q_fit"].Text, ""},
	} {
		got := found[want.Key]
		if want.Key == "funding.routes" { // the line is that of a file that may be explained further
			got.From, want.From = got.From[:len("new-money.toml (built in):")], want.From[:len("new-money.toml (built in):")]
		}
		if got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	if len(values) < 250 {
		t.Errorf("%d values", len(values))
	}
	if _, _, err := Trace("no.toml", nil); err == nil {
		t.Error("a missing file was traced")
	}
}
