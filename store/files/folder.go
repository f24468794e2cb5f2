package files

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"regexp"
	"time"
)

// What Put refuses, and what the others do not find.
var (
	ErrEmpty    = errors.New("file is empty")
	ErrTooBig   = errors.New("file is too big")
	ErrType     = errors.New("file type is not accepted")
	ErrUnsafe   = errors.New("file is not safe to open") // nested archive, macros, bomb
	ErrNotFound = errors.New("no such content")
)

// waiting is where a file lies until it is known to be whole and acceptable.
const waiting = "incoming"

// A Folder is a folder of stored files. Its methods may be called from many
// goroutines.
type Folder struct{ root *os.Root }

// OpenFolder opens a folder, making it if it is missing. Nothing outside of it
// is ever touched, links in it included.
func OpenFolder(dir string) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make the files folder: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open the files folder: %w", err)
	}
	if err := root.MkdirAll(waiting, 0o700); err != nil {
		return nil, errors.Join(fmt.Errorf("make the files folder: %w", err), root.Close())
	}
	return &Folder{root}, nil
}

// Close closes the folder; files that were opened stay open.
func (f *Folder) Close() error { return f.root.Close() }

var address = regexp.MustCompile(`^[0-9a-f]{64}$`)

// place is where a content lies: ab/cd/abcd….
func place(sha string) (string, error) {
	if !address.MatchString(sha) {
		return "", fmt.Errorf("content %q: %w", sha, ErrNotFound)
	}
	return path.Join(sha[:2], sha[2:4], sha), nil
}

// Open opens a stored content for reading, or returns ErrNotFound.
func (f *Folder) Open(sha string) (*os.File, error) {
	at, err := place(sha)
	if err != nil {
		return nil, err
	}
	file, err := f.root.Open(at)
	if errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("content %s: %w", sha, ErrNotFound)
	}
	return file, err
}

// Has reports whether a content is stored.
func (f *Folder) Has(sha string) (bool, error) {
	at, err := place(sha)
	if err != nil {
		return false, nil
	}
	_, err = f.root.Stat(at)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// Remove removes a stored content; a second call does nothing.
func (f *Folder) Remove(sha string) error {
	at, err := place(sha)
	if err != nil {
		return err
	}
	if err := f.root.Remove(at); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove content: %w", err)
	}
	return nil
}

// A Content is one stored file as Walk meets it.
type Content struct {
	SHA256  string
	Size    int64
	PutAt   time.Time
	Foreign bool // not a file of ours by its place; SHA256 is empty
}

// Walk shows fn every stored content in the order of their hashes, until fn
// returns an error. Files nobody needs any more are found by it.
func (f *Folder) Walk(ctx context.Context, fn func(Content) error) error {
	return fs.WalkDir(f.root.FS(), ".", func(at string, entry fs.DirEntry, err error) error {
		if err = errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		if entry.IsDir() {
			if at == waiting {
				return fs.SkipDir
			}
			return nil
		}
		meta, err := entry.Info()
		if err != nil {
			return err
		}
		c := Content{SHA256: entry.Name(), Size: meta.Size(), PutAt: meta.ModTime()}
		if want, err := place(c.SHA256); err != nil || want != at {
			c.SHA256, c.Foreign = "", true
		}
		return fn(c)
	})
}

// Sweep removes what a crash left half-written before the given instant and
// returns how many there were.
func (f *Folder) Sweep(before time.Time) (n int, err error) {
	entries, err := fs.ReadDir(f.root.FS(), waiting)
	if err != nil {
		return 0, fmt.Errorf("sweep: %w", err)
	}
	for _, entry := range entries {
		meta, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil && meta.ModTime().Before(before) {
			err = f.root.Remove(path.Join(waiting, entry.Name()))
			n++
		}
		if err != nil {
			return n, fmt.Errorf("sweep: %w", err)
		}
	}
	return n, nil
}

// Verify reads a stored content and reports whether it still is what its name
// says; ErrNotFound if it is not there.
func (f *Folder) Verify(sha string) (bool, error) {
	file, err := f.Open(sha)
	if err != nil {
		return false, err
	}
	defer file.Close()
	_, got, err := digest(io.Discard, file)
	return got == sha, err
}
