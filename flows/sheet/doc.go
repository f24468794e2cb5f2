// Package sheet reads a table somebody sent: a workbook (.xlsx), a file of
// separated values, or lines pasted into a message. What comes out is text, with
// the line numbers the sender's own table program shows.
//
// It promises to read in bounded memory whatever arrives: at most 5,000 lines
// under the header, 60 columns, 20 MB as sent and 64 MB a part when unpacked; to
// never evaluate a formula (its last shown value counts) and to refuse macros;
// and to say in words of a [*ask.Refusal] what it cannot read.
//
// It does not know what the columns mean beyond their names: which values are
// right is for who asked.
//
// Workbooks are read from their parts directly: a reader that streams is the only
// one whose memory is bounded by what it keeps.
package sheet
