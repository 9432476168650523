// Package ledger parts a gap between two worlds over the barriers that stand between a
// proposal and a post, by Shapley values, so that the parts and what is left add up to the
// gap in every digit shown. It is given the headline of both worlds with every set of
// barriers held open, and writes the parts as a sentence, rows, files and a waterfall.
package ledger
