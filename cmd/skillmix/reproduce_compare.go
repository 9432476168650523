package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"skillmix/sim/store"
)

// compareResults returns the first difference between two results, or nothing. Tables
// come first: where a number of them differs, so does what was made from it. With
// near above zero the numbers of runs may differ by so much in proportion, and what is
// made from them is not compared: a last bit decides who is higher in a tie.
func compareResults(plan *plan, folder string, manifest *store.Manifest, again string, made *store.Manifest, near float64) (string, error) {
	if manifest.Design.Replicates != made.Design.Replicates {
		return fmt.Sprintf("it has %d replicates, and again %d", manifest.Design.Replicates, made.Design.Replicates), nil
	}
	readers := [2]*store.Reader{}
	// Nothing is written to the result itself.
	scratch := [2]string{filepath.Join(again, "charts"), again}
	for i, place := range []string{folder, again} {
		var err error
		if readers[i], err = store.NewReader(place, plan.sweep, plan.partsOf(manifest.Design.Replicates)); err != nil {
			return "", err
		}
		defer readers[i].Close()
		readers[i].ScratchIn(scratch[i])
	}
	if difference, err := store.FirstDifference(readers[0], readers[1], near); difference != "" || err != nil {
		return difference, err
	}
	sums := map[string]string{}
	for _, file := range made.Files {
		sums[file.Name] = file.SHA256
	}
	for _, file := range manifest.Files {
		if sums[file.Name] == file.SHA256 && store.Intact(folder, file) {
			continue
		}
		switch {
		case near > 0 && !strings.HasSuffix(file.Name, ".toml"):
		case strings.HasSuffix(file.Name, ".csv"):
			if difference, err := compareTables(file.Name, filepath.Join(folder, file.Name), filepath.Join(again, file.Name)); difference != "" || err != nil {
				return difference, err
			}
			return file.Name + " has other bytes, though its cells are equal", nil
		default:
			return file.Name + " has other bytes", nil
		}
	}
	return "", nil
}

// compareTables returns the first cell in which two tables in CSV differ.
func compareTables(name, one, other string) (string, error) {
	var rows [2]*csv.Reader
	for i, path := range []string{one, other} {
		file, err := os.Open(path)
		if errors.Is(err, os.ErrNotExist) {
			return name + " is missing", nil
		}
		if err != nil {
			return "", err
		}
		defer file.Close()
		rows[i] = csv.NewReader(file)
		rows[i].FieldsPerRecord = -1
		rows[i].LazyQuotes = true
	}
	var head []string
	for line := 1; ; line++ {
		a, errA := rows[0].Read()
		b, errB := rows[1].Read()
		if errors.Is(errA, io.EOF) && errors.Is(errB, io.EOF) {
			return "", nil
		}
		if errA != nil || errB != nil || len(a) != len(b) {
			return fmt.Sprintf("%s has other rows from line %d on", name, line), nil
		}
		if head == nil {
			head = a
		}
		for i := range a {
			if a[i] != b[i] {
				column := strconv.Itoa(i + 1)
				if i < len(head) {
					column = head[i]
				}
				return fmt.Sprintf("%s, line %d, column %s: %q, and again %q", name, line, column, a[i], b[i]), nil
			}
		}
	}
}
