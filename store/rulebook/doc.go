// Package rulebook reads the programme file, in which a city writes down all it
// decides for itself, into a [programme.Programme].
//
// It promises that a Programme it hands out is whole: every reference resolves,
// every name has both languages, every number lies in its range and the points
// add up. Whatever is wrong is told at once, each fault with file, line and
// field. It guesses nothing and passes over nothing: an unknown key is a fault.
// It will not write the file, watch it or keep versions.
package rulebook
