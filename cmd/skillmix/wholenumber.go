package main

import (
	"fmt"
	"strconv"
)

// A wholeNumber is the value of a flag that takes a whole number in a range.
type wholeNumber struct {
	value       uint64
	least, most uint64
	given       bool
}

// String, Set and Type make it a flag's value.
func (n *wholeNumber) String() string { return strconv.FormatUint(n.value, 10) }

// Type is what help shows for the value.
func (n *wholeNumber) Type() string { return "number" }

// Set reads the value.
func (n *wholeNumber) Set(text string) error {
	value, err := strconv.ParseUint(text, 10, 64)
	if err != nil || value < n.least || value > n.most {
		return fmt.Errorf("write a whole number from %d to %d", n.least, n.most)
	}
	n.value, n.given = value, true
	return nil
}
