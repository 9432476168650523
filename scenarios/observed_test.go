package scenarios

import (
	"io/fs"
	"math"
	"slices"
	"strings"
	"testing"

	"skillmix/model"
	"skillmix/sim"
)

// Figures which the project's documents quote, so that a table cannot change
// unseen.
func TestObservedPanels(t *testing.T) {
	panels := ObservedPanels()
	if len(panels) != 3 {
		t.Fatalf("%d sets of networks, want 3", len(panels))
	}
	for i, want := range []struct {
		start           sim.Month
		networks, count int
		first, last     float64
	}{
		{sim.MonthOf(2020, 6), 438, 8, 2.607, 9.965},
		{sim.MonthOf(2020, 12), 707, 6, 4.284, 9.83},
		{sim.MonthOf(2021, 3), 814, 5, 5.861, 9.949},
	} {
		p := panels[i]
		if p.Start != want.start || p.Networks != want.networks || len(p.Quarters) != want.count || p.Quarters[0] != p.Start {
			t.Errorf("set %d: %d networks from %v, %d quarters", i, p.Networks, p.Start, len(p.Quarters))
		}
		if last := p.Mean[len(p.Mean)-1]; p.Mean[0] != want.first || last != want.last {
			t.Errorf("set %d: means from %v to %v, want %v to %v", i, p.Mean[0], last, want.first, want.last)
		}
		if len(p.Deviation) != want.count || len(p.Roles) != 12 {
			t.Errorf("set %d: %d deviations, %d roles", i, len(p.Deviation), len(p.Roles))
		}
		for q, quarter := range p.Quarters {
			sum := 0.0
			for r, role := range p.Roles {
				if _, known := model.RoleNamed(role); !known {
					t.Errorf("set %d: %s is no role of the model", i, role)
				}
				mean, share := p.RoleMeans[r][q], p.RoleShares[r][q]
				missing := role == "care-coordinator" && quarter < sim.MonthOf(2020, 12)
				if math.IsNaN(mean) != missing || math.IsNaN(share) != missing {
					t.Errorf("set %d: %s in %v: mean %v, share %v; only care coordinators before December 2020 are missing", i, role, quarter, mean, share)
				}
				if !missing {
					sum += mean
				}
				if share < 0 || share > 1 || mean < 0 {
					t.Errorf("set %d: %s in %v: mean %v, share %v", i, role, quarter, mean, share)
				}
			}
			if sum > p.Mean[q]*1.001 || sum < 0.9*p.Mean[q] {
				t.Errorf("set %d: in %v roles sum to %v of %v FTE", i, quarter, sum, p.Mean[q])
			}
		}
	}
}

func TestObservedSpendingAndSpread(t *testing.T) {
	fitted := 0
	for _, year := range ObservedSpendings() {
		if year.Source == "" || year.Scope == "" {
			t.Errorf("%s has no source or scope", year.Year)
		}
		if year.Fitted {
			fitted++
			if year.Year != "2020/21" || math.Abs(year.UnspentShare()-164.0/430) > 1e-12 {
				t.Errorf("fitted: %+v", year)
			}
		} else if math.Abs(year.UnspentShare()-0.58) > 0.01 {
			t.Errorf("context: %s leaves %v", year.Year, year.UnspentShare())
		}
	}
	if fitted != 1 {
		t.Errorf("%d years are fitted, want 1", fitted)
	}
	spread := ObservedSpreads()
	for i, s := range spread {
		if s.Source == "" || s.Scope == "" || i > 0 && (s.Month <= spread[i-1].Month || s.Share <= spread[i-1].Share) {
			t.Errorf("survey %d: %+v", i, s)
		}
	}
	if len(spread) != 4 || spread[0].Share != 0.06 || spread[3].Share != 0.63 {
		t.Errorf("surveys: %+v", spread)
	}
}

func TestObservedDispersions(t *testing.T) {
	all := ObservedDispersions()
	if len(all) != 2 || all[0].Quarter != sim.MonthOf(2021, 3) || all[1].Networks != 1040 || all[1].Variation != 0.506 {
		t.Fatalf("%+v", all)
	}
	for _, d := range all {
		if len(d.Shares) != 7 || d.Shares[0] != 0.05 || d.Shares[6] != 0.95 || !slices.IsSorted(d.Shares) || !slices.IsSorted(d.Quantiles) {
			t.Errorf("%+v", d)
		}
	}
}

func TestObservedTablesNameSources(t *testing.T) {
	files, err := fs.Glob(observedFiles, "observed/*.csv")
	if err != nil || len(files) != 4 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, file := range files {
		text, err := observedFiles.ReadFile(file)
		if err != nil || !strings.Contains(string(text), "\n# Source: ") || !strings.Contains(string(text), "\n# Caution: ") {
			t.Errorf("%s tells no source or caution: %v", file, err)
		}
	}
}
