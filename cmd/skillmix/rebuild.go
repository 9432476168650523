package main

import (
	"fmt"
	"path/filepath"

	"skillmix/sim/store"
)

// rebuild makes the plan again of which a manifest tells, from the scenario files in
// the same folder.
func rebuild(folder string, manifest *store.Manifest, out string) (*plan, error) {
	options := *newRunOptions()
	options.out = out
	options.quiet = true
	design := &manifest.Design
	options.seed.value, options.reps.value = manifest.Seed, uint64(design.Replicates)
	options.seed.given, options.reps.given = true, true
	if precision := design.Precision; precision != nil {
		options.precision = positive{precision.Asked, true}
		options.reps.value, options.maxReps.value = uint64(precision.Begin), uint64(precision.MostReplicates)
		options.maxReps.given = true
	}
	options.fixed, options.twins = design.Fixed, design.Twins
	if err := options.detail.Set(design.Detail); err != nil {
		return nil, &store.ReadError{Path: folder, Cause: fmt.Errorf("its manifest asks for detail %w", err)}
	}
	var references []string
	for _, scenario := range manifest.Scenarios {
		references = append(references, filepath.Join(folder, scenario.File))
	}
	plan, err := newPlan(references, options)
	if err != nil {
		return nil, err
	}
	if plan.identity.Inputs != manifest.Inputs {
		return nil, &store.ReadError{Path: folder, Cause: fmt.Errorf("its scenario files are not those from which it was made, or this build of skillmix reads them otherwise: inputs %.12s, and the manifest says %.12s", plan.identity.Inputs, manifest.Inputs)}
	}
	return plan, nil
}
