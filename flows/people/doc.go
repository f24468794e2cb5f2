// Package people is how somebody becomes known and who he is: invitations and
// their codes, the roles a person holds and the one worn now, the language, and
// the people of a unit, of a recommending body and of the city.
//
// It promises that a role comes only by an invitation bound to it, that an
// invitation is used once, that codes are kept as hashes, that five wrong codes
// within an hour lock an account for an hour, that a wrong, used, expired or
// locked code is answered in the same words, and that a unit has one contact at
// a time: the new one's acceptance ends the old one's role at that moment.
//
// It will not let anybody register himself, give a role that asks first without
// a person of the office, or take a role away: that is the office's feature.
package people
