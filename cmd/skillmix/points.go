package main

import (
	"io"

	"skillmix/answer"
	"skillmix/model"
	"skillmix/scenarios"
)

// points are the combinations of values that a sweep tries. The zero value is one
// point, at which nothing is varied.
type points struct{ count int }

func (p *points) len() int { return max(1, p.count) }

// labels names what is varied.
func (p *points) labels() []string { return nil }

func (p *points) settings(scenario *scenarios.Scenario, point int) (*model.Settings, error) {
	return &scenario.Settings, nil
}

func (p *points) describe(scenario *scenarios.Scenario, point int, labels []string) {}

// names are the keys that are varied.
func (p *points) names() []string { return nil }

func (p *plan) writePoints(w io.Writer, runs *answer.Runs) error { return nil }
