package rulebook

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"

	"luling/store/programme"

	"github.com/pelletier/go-toml/v2"
)

//go:embed jian.toml
var jian []byte

// ErrTooLong says that a file is longer than any programme file has reason to be.
var ErrTooLong = errors.New("programme file is longer than 1 MiB")

const longest = 1 << 20

// Default is the programme of the Ji'an measure as written. Each call makes a new value.
func Default() (*programme.Programme, error) { return Read("jian.toml", bytes.NewReader(jian)) }

// Load reads the programme file at path.
func Load(path string) (*programme.Programme, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("load programme file: %w", err)
	}
	defer f.Close()
	return Read(path, f)
}

// Read reads and checks a programme file; name stands in its faults. What is
// wrong with the content is a [Faults], all of them in the order of the file.
// The Version of the result is the SHA-256 of the bytes, so that the smallest
// change is a new version.
func Read(name string, r io.Reader) (*programme.Programme, error) {
	source, err := io.ReadAll(io.LimitReader(r, longest+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if len(source) > longest {
		return nil, fmt.Errorf("read %s: %w", name, ErrTooLong)
	}
	p, faults := parse(source)
	if len(faults) > 0 {
		return nil, faults.in(name)
	}
	if p.Calendar, err = Calendar(); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(source)
	p.Version, p.Source = hex.EncodeToString(sum[:]), source
	return p, nil
}

func parse(source []byte) (*programme.Programme, Faults) {
	text := bytes.TrimPrefix(source, []byte("\ufeff")) // some editors put it there
	lines := locate(text)
	d, err := decode(text)
	if err != nil {
		return nil, lines.faultsOf(err, text)
	}
	p := d.programme(lines)
	return p, check(p, lines)
}

func decode(text []byte) (d document, err error) {
	return d, toml.NewDecoder(bytes.NewReader(text)).DisallowUnknownFields().Decode(&d)
}
