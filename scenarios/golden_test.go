package scenarios_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
)

// The first two replicates of every built-in scenario on the classroom
// population, by financial year, with judged values drawn. A change of these
// files is a change of results: it belongs into the change log. On amd64 the
// bytes must agree; elsewhere, where products and sums are fused, values agree
// closely.
func TestGoldenResults(t *testing.T) {
	t.Parallel()
	for _, info := range scenarios.List() {
		t.Run(info.Name, func(t *testing.T) {
			got := yearEnds(t, info.Name)
			path := filepath.Join("..", "testdata", "results", info.Name+".csv")
			if *scenarios.Update {
				if err := os.WriteFile(path, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Equal(got, want) {
				return
			}
			if runtime.GOARCH == "amd64" || !close(t, got, want) {
				t.Errorf("results differ from %s; if they are meant to, run make golden and say so in the change log\n%s", path, firstDifference(got, want))
			}
		})
	}
}

// yearEnds runs a scenario and writes every measure of all units in March.
func yearEnds(t *testing.T, name string) []byte {
	scenario, err := scenarios.Load(name, []string{"population.preset=classroom"})
	if err != nil {
		t.Fatal(err)
	}
	experiment, err := model.NewExperiment([]*model.Settings{&scenario.Settings}, model.Population{Preset: scenario.Preset}, 1, 2, true)
	if err != nil {
		t.Fatal(err)
	}
	records, err := sim.Execute(t.Context(), experiment, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	fmt.Fprintln(&text, "replicate,month,setting,measure,value")
	for replicate, record := range records {
		layout := record.Layout()
		for i := range record.Months() {
			if record.Month(i).OfFinancialYear() != 11 {
				continue
			}
			for _, setting := range []string{"trust", "pcn"} {
				group := layout.Group(setting, "all")
				for c, column := range layout.Columns {
					if value, ok := record.Value(i, group, c); ok {
						fmt.Fprintf(&text, "%d,%v,%s,%s,%s\n", replicate, record.Month(i), setting, column.Name, strconv.FormatFloat(value, 'g', -1, 64))
					}
				}
			}
		}
	}
	return text.Bytes()
}

// close reports whether two tables agree but for the last digits.
func close(t *testing.T, got, want []byte) bool {
	a, errA := csv.NewReader(bytes.NewReader(got)).ReadAll()
	b, errB := csv.NewReader(bytes.NewReader(want)).ReadAll()
	if errA != nil || errB != nil || len(a) != len(b) {
		return false
	}
	for i := 1; i < len(a); i++ {
		x, _ := strconv.ParseFloat(a[i][4], 64)
		y, _ := strconv.ParseFloat(b[i][4], 64)
		if a[i][3] != b[i][3] || math.Abs(x-y) > 1e-6*max(1, math.Abs(y)) {
			return false
		}
	}
	return true
}

// firstDifference shows the first line in which two texts differ.
func firstDifference(got, want []byte) string {
	a, b := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range min(len(a), len(b)) {
		if !bytes.Equal(a[i], b[i]) {
			return fmt.Sprintf("line %d is  %s\nand was     %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, and were %d", len(a), len(b))
}
