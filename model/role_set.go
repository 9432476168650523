package model

import "math/bits"

// RoleSet is a set of roles, by index.
type RoleSet uint32

// With returns the set with one more role.
func (s RoleSet) With(role int) RoleSet { return s | 1<<role }

// Without returns the set without a role.
func (s RoleSet) Without(role int) RoleSet { return s &^ (1 << role) }

// Has reports whether the set holds the role.
func (s RoleSet) Has(role int) bool { return s&(1<<role) != 0 }

// first returns the lowest role of a set that is not empty, and rest the set
// without it: for a walk through the set.
func (s RoleSet) first() int    { return bits.TrailingZeros32(uint32(s)) }
func (s RoleSet) rest() RoleSet { return s & (s - 1) }

// allRoles returns the set of the first n roles.
func allRoles(n int) RoleSet { return 1<<n - 1 }
