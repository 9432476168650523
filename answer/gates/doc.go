// Package gates tells at which gates proposals fail, alone and together: as means over the
// runs of a result, and as counts of those that were run again. It writes them as
// sentences, tables of text and files.
package gates
