// Package bot is the edge: it takes updates in, runs each as one turn, shows
// screens and sends what was promised.
//
// It promises that an update is confirmed to the messenger only after its
// effects are committed, that a person's inputs are applied in order and each
// at most once, that what should be shown is shown whatever was killed in
// between, and that a notice is sent once, or twice where nobody can know.
//
// It decides nothing about the programme: that is done in the features, on the
// transaction it hands them. Only this package knows Telegram.
package bot
