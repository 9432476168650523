// Package store keeps results on disk. A result is a folder that is never
// half-written: its files are made in a hidden folder beside it, which takes
// its name only when all of them are complete. Its manifest says what was
// run, from which inputs, and lists every file with its checksum.
package store
