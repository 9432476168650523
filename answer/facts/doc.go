// Package facts holds a model to findings. A fact names worlds, one number
// for each run of them, and what is expected of the means of those numbers;
// this package takes the numbers while runs go on, and judges. It knows
// neither the model nor the files in which facts are written.
package facts
