// Package charts describes the figures of a result, each with a title that says what it
// shows and a text for those who do not see it, or says why there is no such figure.
// Package plots draws them.
package charts
