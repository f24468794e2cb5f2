// Package card is what several features show of an application: its form with
// the answers of now, its content as it is frozen, where it stands, and its
// pages.
//
// It promises that
//   - an application has one form, asked by one feature and shown by others;
//   - the content of the same application is the same bytes, and so has the same
//     hash, whenever it is composed, and holds no answer that does not apply;
//   - a page fits one message;
//   - whoever is not allowed to see something gets the same answer as about
//     something that does not exist.
//
// It will not change an application. A [Reader] shows pages and files under the
// name of the feature that uses it; everything else it returns is data, which
// each feature shows with buttons of its own.
package card
