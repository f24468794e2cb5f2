// Package locales turns names of texts into what people read, in Chinese and
// in English.
//
// The texts are template files beside this package, one pair per feature and
// language, each a list of {{define "feature.name"}}…{{end}}:
//
//   - zh/apply.html, en/apply.html: messages. They are Telegram's HTML with the
//     tags b, i, u, s, code, pre, a, blockquote and tg-spoiler and no others;
//     a new line is a new line. What people typed is escaped by the engine.
//   - zh/apply.txt, en/apply.txt: plain lines for buttons, toasts, descriptions
//     of commands and captions of files. Nothing is escaped.
//
// A name is a message or a line, never both, and is the same in each language.
// A template sees only what survives JSON: whole numbers are int64, others
// float64, so eq, lt and index work on them. A key that is missing is an error,
// never a blank; {{index . "Key"}} asks for one that may be missing. Addresses
// that are not http or https do not pass an <a href>: make them buttons.
//
// Templates may call, besides the functions of text/template:
//
//	text NAME DATA    another message, in messages only; the name may be computed;
//	                  at most eight deep, and so is line
//	line NAME DATA    another line
//	in WORDS          words of both languages, or a plain string, for the reader
//	label X           words, a plain string, or the line {Text, Data}
//	var NAME          a variable of the programme file
//	num N             12,345
//	points N          hundredths: 850 is 8.5
//	money FEN         30 万元, 305,000.50 元; CNY 300,000
//	date DAY          of 2026-03-04: 2026年3月4日, 4 March 2026; of nothing: —
//	at INSTANT        of an RFC 3339 instant, at the office: 2026年3月4日 09:12
//	size BYTES        1.2 MB
//	join SEP LIST     the entries, each as label shows it
//	add A B, sub A B  of whole numbers
//	default D X       X, or D if X is empty or zero
//	dict K V …        a map for text and line
//	cut N S           at most N characters, the last an ellipsis if S was longer
//	quote S           「S」 or “S”, safe for text that runs right to left
//
// The package promises that both languages have the same names and that a text
// either renders whole or fails with the name of what is missing. It will not
// choose a language for anybody, split long messages, or know who reads.
package locales
