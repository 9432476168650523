package scenarios

import (
	"strings"
	"testing"
)

func TestUnusualValues(t *testing.T) {
	for _, c := range []struct{ set, want string }{
		{"parameters.q0=5", "parameters.q0 = 5: usually 0.2 to 1 logit"},
		{"parameters.q0={normal=[2,3]}", "parameters.q0 = 2.5: usually"},
		{"parameters.q0=0.9", ""},
		{"parameters.champion_share=1", "parameters.champion_share = 1: usually"},
		{"parameters.clarity_campaign=0.5", ""}, // a lever is for a programme to set
		{"funding.offered=0.04", "funding.offered = 0.04: pounds per 1,000 staff a year, not thousands or millions?"},
		{"funding.offered=0", ""},
	} {
		s, err := Load("baseline", []string{c.set})
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(s.Unusual(), "; ")
		if (got == "") != (c.want == "") || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: told %q, want %q", c.set, got, c.want)
		}
	}
}
