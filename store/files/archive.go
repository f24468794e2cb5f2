package files

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// What an office file may hold at most. Source: policy default.
const (
	maxEntries = 1000
	maxClaimed = 200 << 20 // bytes, unpacked, as the list of entries claims
	maxRatio   = 100       // claimed bytes per byte of the file
)

// inspect reads the list of entries of an office file and nothing else. The
// entries are counted before the list is read, so a list of millions costs no
// memory.
func inspect(file io.ReaderAt, size int64) error {
	if n, err := countEntries(io.NewSectionReader(file, 0, size)); err != nil {
		return err
	} else if n > maxEntries {
		return fmt.Errorf("%w: more than %d entries", ErrUnsafe, maxEntries)
	}
	list, err := zip.NewReader(file, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return fmt.Errorf("%w: %w", ErrType, err)
	}
	var claimed uint64
	for _, entry := range list.File {
		if err := inspectEntry(entry); err != nil {
			return err
		}
		if claimed += min(entry.UncompressedSize64, maxClaimed+1); claimed > maxClaimed {
			return fmt.Errorf("%w: would unpack to more than %d bytes", ErrUnsafe, maxClaimed)
		}
	}
	if claimed > maxRatio*uint64(size) {
		return fmt.Errorf("%w: would unpack to more than %d times its size", ErrUnsafe, maxRatio)
	}
	return nil
}

// signature begins each entry of the list in a zip file.
var signature = []byte("PK\x01\x02")

// countEntries counts signatures in bounded memory and stops above the limit.
// Packed bytes that look like one are too rare to matter.
func countEntries(r io.Reader) (n int, err error) {
	buf := make([]byte, 0, 64<<10)
	for err == nil && n <= maxEntries {
		keep := min(len(buf), len(signature)-1)
		buf = append(buf[:0], buf[len(buf)-keep:]...)
		var got int
		got, err = io.ReadFull(r, buf[keep:cap(buf)])
		buf = buf[:keep+got]
		n += bytes.Count(buf, signature)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return n, err
}

var archives = []string{
	".zip", ".rar", ".7z", ".gz", ".bz2", ".xz", ".tar", ".tgz", ".cab", ".iso", ".jar",
	".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".pptm",
}

// inspectEntry refuses what a paper or a table has no need of.
func inspectEntry(entry *zip.File) error {
	name := strings.ToLower(strings.ReplaceAll(entry.Name, `\`, "/"))
	switch {
	case strings.Contains(path.Base(name), "vbaproject"):
		return fmt.Errorf("%w: holds macros", ErrUnsafe)
	case slices.Contains(archives, path.Ext(name)):
		return fmt.Errorf("%w: holds another archive", ErrUnsafe)
	case !fs.ValidPath(strings.TrimSuffix(name, "/")) || strings.ContainsRune(name, 0):
		return fmt.Errorf("%w: an entry leads out of the file", ErrUnsafe)
	case entry.Mode()&fs.ModeSymlink != 0:
		return fmt.Errorf("%w: holds a link", ErrUnsafe)
	case entry.Flags&1 != 0:
		return fmt.Errorf("%w: is encrypted", ErrUnsafe)
	}
	return nil
}
