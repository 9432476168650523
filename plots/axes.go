package plots

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"skillmix/sim"
)

// newPlot returns the plot with its axes, grid, bands and lines, for an area
// of the given width.
func (s *sheet) newPlot(width vg.Length) *plot.Plot {
	p := plot.New()
	p.BackgroundColor = nil
	p.TextHandler = s.setter.handler()
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.Tick.Label.Handler = s.setter.handler()
		axis.Tick.Label.Font = tickText.font()
		axis.Tick.Label.Color = tickText.color
		axis.Label.TextStyle.Handler = s.setter.handler()
		axis.Label.TextStyle.Font = tickText.font()
		axis.Padding = 0
	}
	p.X.LineStyle = draw.LineStyle{Color: darkGrey, Width: baselineWidth}
	p.X.Tick.LineStyle = draw.LineStyle{Color: darkGrey, Width: baselineWidth}
	p.X.Tick.Length = 5
	p.Y.LineStyle.Width = 0
	p.Y.Tick.LineStyle.Width = 0

	p.Add(&plotter.Grid{Horizontal: draw.LineStyle{Color: gridGrey, Width: gridWidth}})
	s.addCurves(p)

	first, last := s.chart.months()
	p.X.Min, p.X.Max = float64(first), float64(last)
	if first == last {
		p.X.Min, p.X.Max = p.X.Min-1, p.X.Max+1
	}
	values := valueTicks(s.chart.largest())
	p.Y.Tick.Marker = plot.ConstantTicks(values)
	p.Y.Min, p.Y.Max = 0, values[len(values)-1].Value
	p.X.Tick.Marker = plot.ConstantTicks(s.monthTicks(first, last, width))
	return p
}

// months returns the first and the last month of all series.
func (a *Adoption) months() (first, last sim.Month) {
	for i, series := range a.Series {
		end := series.month(len(series.Median) - 1)
		if i == 0 {
			first, last = series.Start, end
		}
		first, last = min(first, series.Start), max(last, end)
	}
	return first, last
}

// largest returns the largest value that is drawn.
func (a *Adoption) largest() float64 {
	largest := 0.0
	for _, series := range a.Series {
		rows := append([][]float64{series.Median, series.High80, series.High95}, series.Trajectories...)
		for _, row := range rows {
			for _, value := range row {
				largest = max(largest, value)
			}
		}
	}
	for _, observed := range a.Observed {
		for _, value := range observed.Values {
			largest = max(largest, value)
		}
	}
	return largest
}
