// Package invented makes records of runs without a model: each measure is what a test
// says. Only tests enter it.
package invented
