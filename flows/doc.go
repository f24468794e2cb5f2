// Package flows says what a feature is and runs conversations.
//
// A [Feature] is a value: its commands, its buttons, its forms and its slow
// work. A [House] is the list of all features; its Turn takes one input of one
// person and answers with data, never with words: names of texts and what they
// mention. Who may do what is decided here, inside the transaction, from the
// rights of the programme.
//
// The package promises that an input either changes everything it should or
// nothing, that a press of an old revision changes nothing, and that where a
// person stands can always be rebuilt from the database. It will not send,
// render, or know of Telegram or Redis.
package flows
