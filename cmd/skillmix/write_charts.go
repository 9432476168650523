package main

import (
	"fmt"
	"sync"

	"skillmix/answer/charts"
)

// A picture is a figure drawn in both ways.
type picture struct {
	name     string
	svg, png []byte
}

// drawAll draws the figures that there are, on so many workers. However many there
// are, the pictures are the same.
func drawAll(charts []charts.Drawn, jobs int) ([]picture, error) {
	var pictures []picture
	var tasks []func() error
	for _, chart := range charts {
		if chart.Figure != nil {
			pictures = append(pictures, picture{name: chart.Name})
		}
	}
	at := 0
	for _, chart := range charts {
		if chart.Figure == nil {
			continue
		}
		into := &pictures[at]
		at++
		tasks = append(tasks,
			func() (err error) { into.svg, err = chart.Figure.SVG(); return drawing(chart.Name, err) },
			func() (err error) { into.png, err = chart.Figure.PNG(); return drawing(chart.Name, err) })
	}
	var (
		group  sync.WaitGroup
		errors = make([]error, len(tasks))
		next   = make(chan int)
	)
	for range max(1, min(jobs, len(tasks))) {
		group.Go(func() {
			for i := range next {
				errors[i] = tasks[i]()
			}
		})
	}
	for i := range tasks {
		next <- i
	}
	close(next)
	group.Wait()
	for _, err := range errors {
		if err != nil {
			return nil, err
		}
	}
	return pictures, nil
}

// drawing says which chart could not be drawn.
func drawing(name string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("the chart %s: %w", name, err)
}
