// Package diffusion tells of a curve of cumulative adoption how it went in the terms of two
// classic texts: Bass's model of a new product (Management Science 15(5), 1969) and Rogers's
// categories of adopters (Diffusion of Innovations, 1962). Its functions are pure: they know
// the curve and nothing of where it comes from.
package diffusion
