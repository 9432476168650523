// Package words writes for readers: numbers so that they can be compared and
// subtracted by eye, shares, months, pounds, and names as they stand within a sentence;
// and numbers as the rows of tables have them. All that is said of a result is worded by
// it, so that the same thing reads the same wherever it stands.
package words
