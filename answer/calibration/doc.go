// Package calibration compares what simulated networks do with what networks
// reported, and searches for the parameters that bring the two together. It
// knows numbers and months, and nothing of the model: who calls it runs the
// worlds.
package calibration
