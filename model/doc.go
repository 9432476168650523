// Package model is the simulated world: NHS trusts and primary care networks,
// their money, evidence, resistance and posts. Read step.go first: it is the
// order of a month and nothing else. Rules that are pure functions of their
// arguments live in the packages below this one (belief, consent, money,
// labour); each phase file applies them to the World. docs/model.md describes
// the whole.
package model
