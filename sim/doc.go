// Package sim is the discrete-time engine of skillmix: months, chance, runs
// and tables. It knows nothing of the NHS. A model joins it by two methods,
// Step and Observe; everything else the engine offers (replicates on a pool
// of workers, paired comparisons, summaries) works for any such type. See
// example_test.go for a model of ten lines.
package sim
