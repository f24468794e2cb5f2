// Package applytest plays people in front of a house: it types, presses and
// sends files through House.Turn on a real database, and reads what the screens
// and notices say in words.
//
// Each screen and notice is rendered in both languages, so that a text that is
// missing, does not fit its data or is too long for a message ends the test.
package applytest
