// Package imports takes lists: of recommending bodies, of units, of people to be
// invited and of sites named before, as a workbook, as separated values or pasted
// into a message.
//
// It promises that nothing is in the records before who sent the list has read
// the counts and pressed the button under them; that exactly the lines of that
// plan are saved, each in the same transaction as the mark that it is saved, so
// that a save which is killed and run again saves every line once; that a record
// which changed after the list was compared with it is left alone and reported;
// and that every line that is not taken is named with its number, the reason and
// what to do.
//
// It will not delete anything, print secrets of invitations, or touch what is
// outside the sender's area: a recommending body may send lists of units and
// people of its own area alone.
package imports
