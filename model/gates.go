package model

import "math/bits"

// A Gate is a condition that a proposal must meet.
type Gate uint8

// The gates, in the order in which a proposal's mask lists them.
const (
	GateCrowding Gate = iota
	GateClarity
	GateFinance
	GateConsent
	GateSupervision
	GateRooms
	GateEmployer
	GateCandidate
	GateCount int = iota
)

var gateNames = [GateCount]string{"crowding", "clarity", "finance", "consent", "supervision", "rooms", "employer", "candidate"}

// String returns the gate's name as scenario files and outputs write it.
func (g Gate) String() string { return gateNames[g] }

// Gates is a set of gates: those a proposal failed, or those held open.
type Gates uint16

// With returns the set with one more gate.
func (g Gates) With(gate Gate) Gates { return g | 1<<gate }

// Has reports whether the set holds the gate.
func (g Gates) Has(gate Gate) bool { return g&(1<<gate) != 0 }

// first returns the lowest gate of a set that is not empty, and rest the set
// without it: for a walk through the set.
func (g Gates) first() Gate { return Gate(bits.TrailingZeros16(uint16(g))) }
func (g Gates) rest() Gates { return g & (g - 1) }

// Alone reports whether the gate is the only one in the set.
func (g Gates) Alone(gate Gate) bool { return g == 1<<gate }
