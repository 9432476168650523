package main

import (
	"encoding/csv"
	"io"
	"strconv"

	"skillmix/model"
)

// writeInputs writes inputs.csv: what each replicate drew of every parameter that
// is not one number in all scenarios. The draws of a replicate are the same in
// every scenario that draws from the same range; they stand here so that an
// output can be set against them.
func (p *plan) writeInputs(w io.Writer, replicates int) error {
	varied := p.variedParameters()
	out := csv.NewWriter(w)
	head := []string{"scenario", "replicate"}
	for _, parameter := range varied {
		head = append(head, model.Catalogue[parameter].Name)
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for _, scenario := range p.scenarios {
		for replicate := range replicates {
			values := scenario.Settings.Draws(p.seed.value, replicate, true)
			row := []string{scenario.Name, strconv.Itoa(replicate)}
			for _, parameter := range varied {
				row = append(row, strconv.FormatFloat(values[parameter], 'g', -1, 64))
			}
			if err := out.Write(row); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// variedParameters are drawn in some scenario, or varied by its levers.
func (p *plan) variedParameters() []model.Parameter {
	var varied []model.Parameter
	for i := range model.Catalogue {
		for _, scenario := range p.scenarios {
			if parameter := model.Parameter(i); !scenario.Settings.Parameters[i].Fixed() || p.points.varies(parameter) {
				varied = append(varied, parameter)
				break
			}
		}
	}
	return varied
}
