package formation

import (
	"math"
	"testing"
)

func TestGrowth(t *testing.T) {
	for _, test := range []struct {
		reason                               string
		maturity, skill, integrating, growth float64
	}{
		{"half grown, half skilled: 0.04/4", 0.5, 0.5, 0, 0.01},
		{"fully formed networks do not grow", 1, 1, 0, 0},
		{"all staff new: 60% of growth is lost", 0.5, 0.5, 1, 0.004},
	} {
		if got := Growth(test.maturity, 0.04, test.skill, 0.6, test.integrating); math.Abs(got-test.growth) > 1e-12 {
			t.Errorf("%s: %v, want %v", test.reason, got, test.growth)
		}
	}
}

func TestLiability(t *testing.T) {
	for _, test := range []struct {
		reason       string
		left, weight float64
	}{
		{"far from the end", 60, 0.7},
		{"a year before: half of the fear", 12, 0.7 * 5},
		{"at the end", 0, 0.7 * 9},
		{"after it", -5, 0.7 * 9},
	} {
		if got := Liability(0.7, 8, test.left); math.Abs(got-test.weight) > 1e-12 {
			t.Errorf("%s: %v, want %v", test.reason, got, test.weight)
		}
	}
}

func TestStiffness(t *testing.T) {
	if Stiffness(0, 24) != 1 || Stiffness(24, 24) != 0.5 {
		t.Errorf("%v at first and %v after the rut's length, want 1 and a half", Stiffness(0, 24), Stiffness(24, 24))
	}
}

func TestDuplicated(t *testing.T) {
	if got := Duplicated(0.4, 24, 24); math.Abs(got-0.4/math.E) > 1e-12 {
		t.Errorf("%v after the time of decay, want 0.4/e", got)
	}
}

// A weak federation isolates more than any other, a strong one less than a
// usual one.
func TestIsolation(t *testing.T) {
	federation := &Operatings[Federation]
	if weak, strong := federation.IsolationAt(0), federation.IsolationAt(1); weak <= federation.Isolation || strong >= federation.Isolation {
		t.Errorf("weak %v, strong %v, middling %v", weak, strong, federation.Isolation)
	}
	lead := &Operatings[LeadPractice]
	if lead.IsolationAt(0) != lead.IsolationAt(1) {
		t.Error("quality counts for federations only")
	}
}

func TestSharesAddUp(t *testing.T) {
	sum := 0.0
	for i := range Operatings {
		sum += Operatings[i].Share
	}
	if math.Abs(sum-1) > 1e-12 {
		t.Errorf("operating models hold %v of networks", sum)
	}
}
