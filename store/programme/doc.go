// Package programme holds the rules of a demonstration-site programme: its
// nouns, the moves each of them may make, who may do what, and the arithmetic
// of dates and conditions, each beside the clause it comes from.
//
// It promises to be pure: no clock, no database, no messenger, no language.
// Everything it decides it decides from its arguments, so that the same
// question always has the same answer. What a city decides for itself (names,
// points, quotas, periods) is a value of type [Programme], read elsewhere.
//
// Clauses are those of the founding measure, numbered S0.1 to S6.4d; "P" marks
// a default of ours where the measure is silent.
package programme
