// Package house holds the rules of the house as tests: which room may import
// which, where chance, clocks and file formats may be known, that what is
// exported is explained, and that no file names a place on one machine. It
// has no code of its own to import.
package house
