// Package answer turns the records of runs into what a reader asks for: the
// finding in words, tables of summaries and paired differences, outcomes of whole
// runs, how the role spread, results by area and service, and the money. It reads
// records by the names of their measures and knows nothing of the model that wrote
// them. The packages below it tell more of the same result: gates at which proposals
// fail, the ledger of a gap, charts, and the report that shows all of it.
//
// Where both sets of runs were made, tables, money, gates and charts describe
// the set in which judged values were drawn as well as chance (judgement and
// chance); of the set with chance alone only the range of the headline is
// given. With judged values held fixed there is only the second, and
// everything describes it.
package answer
