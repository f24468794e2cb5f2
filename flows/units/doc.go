// Package units is the register of units and of recommending bodies, kept in
// chat: lists with a typed search, a card each, adding, changing one field, and
// what becomes of a body that is renamed, merged or dissolved.
//
// It promises that a recommending body registers and changes the units it
// recommends and no others, that a name or credit code that may be a unit's
// which is there already is asked about before it is added, that whoever was
// overtaken sees what the other one wrote and chooses, that every change is
// journalled with what stood there before, and that a body ends in one act that
// moves units, applications and people together or not at all.
//
// It will not delete anything: what is over keeps the old name.
//
// Source: A4, A5, A13; M4.
package units
