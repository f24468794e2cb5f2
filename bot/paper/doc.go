// Package paper makes documents from data: what is printed, filled in by hand or
// filed. Words come from package locales, so a document says what the screens say.
//
// It promises that the same data give the same bytes, and that whatever people
// typed is data in the document, never markup. It keeps nothing and sends nothing.
package paper
