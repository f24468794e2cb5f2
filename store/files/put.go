package files

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"

	"luling/store/failpoint"
)

// A Stored says what became of a file.
type Stored struct {
	SHA256 string // hex
	Size   int64  // bytes, as counted
	Type   string // MIME type found in the content
	Ext    string // of that type, such as ".pdf"
}

// Put reads r to its end and stores it, whatever it was called. At most max
// bytes are taken: ErrTooBig. ErrEmpty, ErrType and ErrUnsafe say what else is
// refused. What is returned is on the disk. Putting the same content again
// stores nothing and returns the same.
func (f *Folder) Put(ctx context.Context, r io.Reader, max int64) (s Stored, err error) {
	return f.put(ctx, r, max, accepted)
}

// PutTable is Put for lists: a workbook or separated values, and nothing else.
func (f *Folder) PutTable(ctx context.Context, r io.Reader, max int64) (s Stored, err error) {
	return f.put(ctx, r, max, tables)
}

func (f *Folder) put(ctx context.Context, r io.Reader, max int64, kinds []string) (s Stored, err error) {
	at := path.Join(waiting, rand.Text())
	file, err := f.root.OpenFile(at, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return s, fmt.Errorf("put file: %w", err)
	}
	defer func() {
		err = errors.Join(err, file.Close())
		if gone := f.root.Remove(at); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}()
	if s, err = receive(ctx, file, r, max, kinds); err != nil {
		return Stored{}, fmt.Errorf("put file: %w", err)
	}
	if err := f.settle(at, s.SHA256); err != nil {
		return Stored{}, fmt.Errorf("put file: %w", err)
	}
	return s, nil
}

// receive writes r into file and looks at what came.
func receive(ctx context.Context, file *os.File, r io.Reader, max int64, kinds []string) (s Stored, err error) {
	s.Size, s.SHA256, err = digest(file, &limited{ctx: ctx, from: r, left: max})
	if err == nil && s.Size == 0 {
		err = ErrEmpty
	}
	if err != nil {
		return s, err
	}
	if s.Type, s.Ext, err = sniff(file, s.Size, kinds); err != nil {
		return s, err
	}
	if err := failpoint.Hit("store.files.put.written"); err != nil {
		return s, err
	}
	return s, file.Sync()
}

// settle moves a whole file to its place, durably. One that is there is the same.
func (f *Folder) settle(at, sha string) error {
	to, err := place(sha)
	if err != nil {
		return err
	}
	if err := f.root.MkdirAll(path.Dir(to), 0o700); err != nil {
		return err
	}
	if err := failpoint.Hit("store.files.put.rename.before"); err != nil {
		return err
	}
	if err := f.root.Rename(at, to); err != nil {
		return err
	}
	_ = failpoint.Hit("store.files.put.rename.after")
	for dir := path.Dir(to); ; dir = path.Dir(dir) {
		if err := f.sync(dir); err != nil || dir == "." {
			return err
		}
	}
}

// sync makes the names in a folder durable.
func (f *Folder) sync(dir string) error {
	d, err := f.root.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// digest copies r to w and returns how much it was and its SHA-256 in hex.
func digest(w io.Writer, r io.Reader) (int64, string, error) {
	sum := sha256.New()
	n, err := io.Copy(io.MultiWriter(w, sum), r)
	return n, hex.EncodeToString(sum.Sum(nil)), err
}

// limited reads at most left bytes and fails on the next one, or when ctx ends.
type limited struct {
	ctx  context.Context
	from io.Reader
	left int64
}

// Read implements io.Reader.
func (l *limited) Read(p []byte) (int, error) {
	if err := l.ctx.Err(); err != nil {
		return 0, err
	}
	if int64(len(p)) > l.left+1 {
		p = p[:l.left+1]
	}
	n, err := l.from.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return 0, ErrTooBig
	}
	return n, err
}
