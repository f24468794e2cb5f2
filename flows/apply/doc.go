// Package apply is a unit's application in chat: the form its contact fills in,
// the confirmation by its leader, the receipt, withdrawal and restoring.
//
// It promises that an application is submitted by a leader of the unit alone, in
// time, with every hard condition met, and that what was submitted is frozen
// under a hash before anybody is told; that of two leaders who decide at once the
// second learns who did and when; and that a withdrawal of what was submitted is
// agreed to by contact and leader.
//
// It will not recommend, return or judge an application, and it types for
// nobody: proxies have a feature of their own.
//
// Source: S5.2b; C1–C7, C10–C13.
package apply
