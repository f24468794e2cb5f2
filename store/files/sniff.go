package files

import (
	"fmt"
	"io"
	"sync"

	"github.com/gabriel-vasile/mimetype"
)

const (
	docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

// accepted are the types people may send. Source: C4 (P).
var accepted = []string{"application/pdf", docx, xlsx, "image/jpeg", "image/png"}

// tables are the types of a list. What is written in another encoding than UTF-8
// is plain text to the detector.
var tables = []string{xlsx, "text/csv", "text/tab-separated-values", "text/plain"}

// head is how much of a file is looked at: with less, some real .docx files
// look like any archive.
const head = 1 << 20

var lookFurther = sync.OnceFunc(func() { mimetype.SetLimit(head) })

// sniff finds the type in the content; the name does not matter.
func sniff(file io.ReaderAt, size int64, kinds []string) (kind, ext string, err error) {
	lookFurther()
	found, err := mimetype.DetectReader(io.NewSectionReader(file, 0, size))
	if err != nil {
		return "", "", err
	}
	for _, kind := range kinds {
		if found.Is(kind) {
			if kind == docx || kind == xlsx {
				err = inspect(file, size)
			}
			return kind, found.Extension(), err
		}
	}
	return "", "", fmt.Errorf("%w: %s", ErrType, found.String())
}
