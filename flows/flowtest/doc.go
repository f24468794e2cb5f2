// Package flowtest lets the tests of features talk to a house in words: people
// type, press and send files through House.Turn on a real database file, and
// read what their screens and notices say.
//
// Each screen, toast, button and notice is rendered in every language from its
// JSON, as the edge does it, so that a text which is missing, does not fit its
// data or is too long for a message ends the test.
//
// It knows no messenger and waits for nothing.
package flowtest
