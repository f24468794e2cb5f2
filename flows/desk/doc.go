// Package desk is the list of applications for those who receive them: the
// recommending body sees those of its own units, the office and the observer all,
// each with its card, all answers and files.
//
// It promises that of an application that was not submitted a recommending body
// sees name, state and completeness and nothing else (ruling 12); that what was
// submitted is shown as it was frozen; and that the counts by state add up to
// the length of the list.
//
// It changes nothing.
//
// Source: D1, S5.2b; section 7.
package desk
