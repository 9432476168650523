// Package report writes the page that tells a result: the finding, cautions, and sections
// on what differs, how fast, why, where and at what cost, with charts, what was assumed and
// how to make it again. It is one file that needs no other, no script and no network.
package report
