// Package files keeps attachments by what they contain: a file is stored under
// the SHA-256 of its bytes, so the same paper sent twice is one file and a stored
// one never changes.
//
// It promises that a file is there as a whole or not at all, that what is stored
// was counted, hashed and found to be of an accepted type by its content, and
// that no name people gave ever becomes part of a path. It never unpacks or
// renders anything: of a .docx or .xlsx it reads the list of entries only.
package files
