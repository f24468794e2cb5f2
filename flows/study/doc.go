// Package study is the ledger of the leadership's study sessions: a unit
// registers them, and it, its recommending body and the office read them.
//
// It promises that a unit has one session a day, that only sessions with talent
// work as an item of its own and with minutes on file are counted, and that
// every screen says which are and what is still missing.
//
// It will not remind anybody, close a year, or confirm and return a session.
//
// Source: S4.1a.
package study
