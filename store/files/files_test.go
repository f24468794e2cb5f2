package files

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

const big = 20 << 20

func folder(t *testing.T) *Folder {
	t.Helper()
	f, err := OpenFolder(filepath.Join(t.TempDir(), "files"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if n := incoming(t, f); n != 0 {
			t.Errorf("%d files are left half-written", n)
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func incoming(t *testing.T, f *Folder) int {
	t.Helper()
	d, err := f.root.Open(waiting)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	names, err := d.Readdirnames(-1)
	if err != nil {
		t.Fatal(err)
	}
	return len(names)
}

func put(f *Folder, content []byte) (Stored, error) {
	return f.Put(context.Background(), bytes.NewReader(content), big)
}

func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// An entry of an archive made for a test.
type entry struct {
	name    string
	content string
	change  func(*zip.FileHeader)
}

// office makes a .docx or .xlsx of the parts such a file has, and more.
func office(t *testing.T, main string, more ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	parts := []entry{{name: "[Content_Types].xml", content: "<Types/>"}, {name: "_rels/.rels", content: "<R/>"}, {name: main, content: "<d/>"}}
	for _, e := range append(parts, more...) {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		if e.change != nil {
			e.change(h)
		}
		part, err := w.CreateHeader(h)
		if err == nil {
			_, err = io.WriteString(part, e.content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	word  = "word/document.xml"
	table = "xl/workbook.xml"
)

func picture(t *testing.T, encode func(io.Writer, image.Image) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b, image.NewGray(image.Rect(0, 0, 3, 3))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWhatIsAccepted(t *testing.T) {
	t.Parallel()
	asJPEG := func(w io.Writer, m image.Image) error { return jpeg.Encode(w, m, nil) }
	for _, row := range []struct {
		name    string
		content []byte
		kind    string
		ext     string
	}{
		{"a PDF", []byte("%PDF-1.7\n%%EOF"), "application/pdf", ".pdf"},
		{"a PNG", picture(t, png.Encode), "image/png", ".png"},
		{"a JPEG", picture(t, asJPEG), "image/jpeg", ".jpg"},
		{"a Word file", office(t, word), docx, ".docx"},
		{"a table", office(t, table), xlsx, ".xlsx"},
		{"a Word file whose document comes late", office(t, "docProps/x.xml", entry{name: "customXml/a.xml", content: random(9000)}, entry{name: word}), docx, ".docx"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			f := folder(t)
			s, err := put(f, row.content)
			want := Stored{hashOf(row.content), int64(len(row.content)), row.kind, row.ext}
			if err != nil || s != want {
				t.Fatalf("stored %+v, %v; want %+v", s, err, want)
			}
			file, err := f.Open(s.SHA256)
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(file)
			if err := errors.Join(err, file.Close()); err != nil || !bytes.Equal(got, row.content) {
				t.Errorf("read back %d bytes, %v", len(got), err)
			}
			if ok, err := f.Verify(s.SHA256); !ok || err != nil {
				t.Errorf("verified %v, %v", ok, err)
			}
		})
	}
}

// random is text that does not pack well.
func random(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		fmt.Fprint(&b, hashOf(fmt.Append(nil, i)))
	}
	return b.String()
}

func TestWhatIsRefused(t *testing.T) {
	t.Parallel()
	many := make([]entry, maxEntries)
	for i := range many {
		many[i] = entry{name: fmt.Sprintf("word/%d.xml", i)}
	}
	for _, row := range []struct {
		name    string
		content []byte
		want    error
	}{
		{"nothing", nil, ErrEmpty},
		{"text", []byte("你好"), ErrType},
		{"a test virus", []byte(`X5O!P%@AP[4\PZX54(P^)7CC)7}$` + `EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`), ErrType},
		{"a program", []byte("\x7fELF\x02\x01\x01" + strings.Repeat("\x00", 60)), ErrType},
		{"a page with a script", []byte("<html><script>alert(1)</script></html>"), ErrType},
		{"a drawing with a script", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>`), ErrType},
		{"an old Word file", append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, make([]byte, 2048)...), ErrType},
		{"a plain archive", office(t, "readme.txt"), ErrType},
		{"an archive of archives", office(t, word, entry{name: "inner.zip"}), ErrUnsafe},
		{"a table inside a Word file", office(t, word, entry{name: "word/embeddings/a.XLSX"}), ErrUnsafe},
		{"macros", office(t, word, entry{name: "word/vbaProject.bin"}), ErrUnsafe},
		{"macros by a Windows path", office(t, word, entry{name: `word\vbaProject.bin`}), ErrUnsafe},
		{"an entry that leads out", office(t, word, entry{name: "../../etc/passwd"}), ErrUnsafe},
		{"an entry with a path of the system", office(t, word, entry{name: "/etc/passwd"}), ErrUnsafe},
		{"a link", office(t, word, entry{name: "word/a", change: func(h *zip.FileHeader) { h.SetMode(os.ModeSymlink | 0o777) }}), ErrUnsafe},
		{"a bomb by its ratio", office(t, word, entry{name: "word/a.xml", content: strings.Repeat("0", 30<<20)}), ErrUnsafe},
		{"a bomb by its claim", claiming(office(t, word), 3<<30), ErrUnsafe},
		{"too many entries", office(t, word, many[:maxEntries-2]...), ErrUnsafe},
		{"an office file cut short", office(t, word, entry{name: "word/a.xml", content: random(5000)})[:2800], ErrType},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			f := folder(t)
			s, err := put(f, row.content)
			if !errors.Is(err, row.want) {
				t.Errorf("stored %+v, %v; want %v", s, err, row.want)
			}
			if ok, _ := f.Has(hashOf(row.content)); ok {
				t.Error("it was stored all the same")
			}
		})
	}
	if _, err := put(folder(t), office(t, word, many[:maxEntries-3]...)); err != nil {
		t.Errorf("just as many entries as may be: %v", err)
	}
}

// claiming changes the unpacked size the list of entries claims for the last one.
func claiming(content []byte, size uint32) []byte {
	at := bytes.LastIndex(content, signature)
	binary.LittleEndian.PutUint32(content[at+24:], size)
	return content
}

// A list of half a million entries is refused without being read.
func TestAListOfEntriesCostsNoMemory(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	b.Write(office(t, word))
	header := append(bytes.Clone(signature), make([]byte, 42)...)
	for b.Len() < big-100 {
		b.Write(header)
	}
	content := b.Bytes()
	if n, err := countEntries(bytes.NewReader(content)); err != nil || n <= maxEntries {
		t.Fatalf("counted %d, %v", n, err)
	}
	allocated := testing.Benchmark(func(b *testing.B) {
		for b.Loop() {
			if err := inspect(bytes.NewReader(content), int64(len(content))); !errors.Is(err, ErrUnsafe) {
				b.Error(err)
			}
		}
	}).AllocedBytesPerOp()
	if allocated > 1<<20 {
		t.Errorf("%d bytes were allocated", allocated)
	}
}

func TestEntriesAreCountedAcrossPieces(t *testing.T) {
	t.Parallel()
	for at := 64<<10 - 8; at < 64<<10+8; at++ {
		content := make([]byte, 130<<10)
		copy(content[at:], signature)
		if n, err := countEntries(bytes.NewReader(content)); n != 1 || err != nil {
			t.Errorf("at %d: counted %d, %v", at, n, err)
		}
	}
}

func TestBothSidesOfTheSize(t *testing.T) {
	t.Parallel()
	f := folder(t)
	content := []byte("%PDF-1.7 " + strings.Repeat("x", 91))
	if _, err := f.Put(t.Context(), bytes.NewReader(content), 99); !errors.Is(err, ErrTooBig) {
		t.Errorf("a byte too many: %v", err)
	}
	if s, err := f.Put(t.Context(), bytes.NewReader(content), 100); err != nil || s.Size != 100 {
		t.Errorf("just as many as may be: %+v, %v", s, err)
	}
}

func TestTheSameContentIsOneFile(t *testing.T) {
	t.Parallel()
	f := folder(t)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if _, err := put(f, []byte("%PDF-1.7")); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if found := walk(t, f); len(found) != 1 || found[0].SHA256 != hashOf([]byte("%PDF-1.7")) || found[0].Size != 8 {
		t.Errorf("stored: %+v", found)
	}
}

func walk(t *testing.T, f *Folder) (found []Content) {
	t.Helper()
	err := f.Walk(t.Context(), func(c Content) error { found = append(found, c); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestARemovedFileIsGone(t *testing.T) {
	t.Parallel()
	f := folder(t)
	s, err := put(f, []byte("%PDF-1.7"))
	if err := errors.Join(err, f.Remove(s.SHA256), f.Remove(s.SHA256)); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Open(s.SHA256); !errors.Is(err, ErrNotFound) {
		t.Errorf("open: %v", err)
	}
	if ok, err := f.Has(s.SHA256); ok || err != nil {
		t.Errorf("has: %v, %v", ok, err)
	}
}

func TestAnAddressIsNeverAPath(t *testing.T) {
	t.Parallel()
	f := folder(t)
	for _, sha := range []string{"", "../../etc/passwd", "incoming", strings.Repeat("A", 64), strings.Repeat("a", 63), strings.Repeat("a", 65), "/" + strings.Repeat("a", 63)} {
		if _, err := f.Open(sha); !errors.Is(err, ErrNotFound) {
			t.Errorf("open %q: %v", sha, err)
		}
		if ok, err := f.Has(sha); ok || err != nil {
			t.Errorf("has %q: %v, %v", sha, ok, err)
		}
	}
}

func TestWalkNamesWhatIsNotOurs(t *testing.T) {
	t.Parallel()
	f := folder(t)
	s, err := put(f, []byte("%PDF-1.7"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"notes.txt", strings.Repeat("a", 64)} {
		if err := f.root.WriteFile(name, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ours, foreign := 0, 0
	for _, c := range walk(t, f) {
		if c.Foreign {
			foreign++
		} else if c.SHA256 == s.SHA256 {
			ours++
		}
	}
	if ours != 1 || foreign != 2 {
		t.Errorf("%d of ours, %d foreign", ours, foreign)
	}
}

func TestSweepingRemovesWhatIsOld(t *testing.T) {
	t.Parallel()
	f := folder(t)
	if err := f.root.WriteFile(waiting+"/half", []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	meta, err := f.root.Stat(waiting + "/half")
	if err != nil {
		t.Fatal(err)
	}
	if n, err := f.Sweep(meta.ModTime()); n != 0 || err != nil {
		t.Errorf("a file of that instant: swept %d, %v", n, err)
	}
	if n, err := f.Sweep(meta.ModTime().Add(time.Nanosecond)); n != 1 || err != nil {
		t.Errorf("a file before that instant: swept %d, %v", n, err)
	}
}

func TestAChangedContentIsFound(t *testing.T) {
	t.Parallel()
	f := folder(t)
	s, err := put(f, []byte("%PDF-1.7"))
	if err != nil {
		t.Fatal(err)
	}
	at, err := place(s.SHA256)
	if err == nil {
		err = f.root.WriteFile(at, []byte("%PDF-1.8"), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	if ok, err := f.Verify(s.SHA256); ok || err != nil {
		t.Errorf("verified %v, %v", ok, err)
	}
}

func TestAReaderThatFails(t *testing.T) {
	t.Parallel()
	f := folder(t)
	broken := errors.New("the connection broke")
	r := io.MultiReader(strings.NewReader("%PDF-1.7"), &failing{broken})
	if _, err := f.Put(t.Context(), r, big); !errors.Is(err, broken) {
		t.Errorf("put: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := f.Put(ctx, strings.NewReader("%PDF-1.7"), big); !errors.Is(err, context.Canceled) {
		t.Errorf("put after the deadline: %v", err)
	}
	if found := walk(t, f); len(found) != 0 {
		t.Errorf("stored: %+v", found)
	}
}

type failing struct{ err error }

func (f *failing) Read([]byte) (int, error) { return 0, f.err }

func FuzzSniff(f *testing.F) {
	f.Add([]byte("%PDF-1.7"))
	f.Add(append(bytes.Clone(signature), "PK\x05\x06 word/document.xml"...))
	f.Add([]byte("\x89PNG\r\n\x1a\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		kind, ext, err := sniff(bytes.NewReader(content), int64(len(content)), accepted)
		if (err == nil) == (kind == "" || ext == "") && !errors.Is(err, ErrUnsafe) && !errors.Is(err, ErrType) {
			t.Errorf("%q, %q, %v", kind, ext, err)
		}
	})
}
