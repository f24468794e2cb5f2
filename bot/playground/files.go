package playground

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"mime"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// Bounds of files, in bytes, and how long a path from getFile is good.
const (
	maxDownload = 20 << 20
	maxPhoto    = 10 << 20
	pathLives   = time.Hour
)

// A File is what a person or the bot sends.
type File struct {
	Name    string
	MIME    string // "": by the name
	Content []byte
	Caption string
	Photo   bool // as a picture: its name and type are lost, as on the platform
}

// upload is a file that came with a request.
type upload struct {
	name    string
	mime    string
	content []byte
	kind    string  // as which it is sent
	kept    []*file // once kept
}

// file is what the box remembers of a file. Files of the same content share
// Hash; the same file sent again keeps its id.
type file struct {
	ID      string    `json:"id"`
	Hash    string    `json:"hash"`
	Kind    string    `json:"kind"`
	Name    string    `json:"name,omitempty"`
	MIME    string    `json:"mime,omitempty"`
	Size    int64     `json:"size"`
	Width   int       `json:"width,omitempty"`
	Height  int       `json:"height,omitempty"`
	Path    string    `json:"path,omitempty"`
	Until   time.Time `json:"until,omitzero"`  // the path is good
	Small   string    `json:"small,omitempty"` // id of a picture's thumbnail
	Seconds int       `json:"seconds,omitempty"`
	Emoji   string    `json:"emoji,omitempty"`
}

// files are guarded by the box's mutex, their contents by one of their own, so
// that nothing waits for a disk.
type files struct {
	byID   map[string]*file
	byPath map[string]*file
	store  *contents
}

func newFiles(state string) files {
	c := &contents{memory: map[string][]byte{}}
	if state != "" {
		c.folder = state + ".files"
	}
	return files{byID: map[string]*file{}, byPath: map[string]*file{}, store: c}
}

// keep stores a content and describes it; register makes it known.
func (f *files) keep(kind, name, mimeType string, content []byte) (*file, error) {
	sum := sha256.Sum256(content)
	hash := hex.EncodeToString(sum[:])
	if err := f.store.put(hash, content); err != nil {
		return nil, fmt.Errorf("keep file: %w", err)
	}
	if mimeType == "" || mimeType == "application/octet-stream" {
		mimeType, _, _ = strings.Cut(mime.TypeByExtension(path.Ext(name)), ";")
	}
	if mimeType == "" {
		mimeType = "application/octet-stream"
	}
	key := sha256.Sum256([]byte(kind + "\x00" + name + "\x00" + mimeType + "\x00" + hash))
	id := "BQ" + base64.RawURLEncoding.EncodeToString(key[:27])
	return &file{ID: id, Hash: hash, Kind: kind, Name: name, MIME: mimeType, Size: int64(len(content))}, nil
}

func (f *files) register(all ...*file) (ids []string) {
	for _, one := range all {
		if f.byID[one.ID] == nil {
			f.byID[one.ID] = one
		}
		ids = append(ids, one.ID)
	}
	return ids
}

// document keeps a file under its name.
func (f *files) document(name, mimeType string, content []byte) ([]*file, error) {
	one, err := f.keep(kindDocument, name, mimeType, content)
	if err != nil {
		return nil, err
	}
	return []*file{one}, nil
}

// sizes returns the ids of a known file in all its sizes, smallest first.
func (f *files) sizes(id string) []string {
	if small := f.byID[id].Small; small != "" {
		return []string{small, id}
	}
	return []string{id}
}

// wire describes a file as the Bot API does; a picture has neither name nor type.
func (f *files) wire(id string) *wireFile {
	one := f.byID[id]
	w := &wireFile{ID: one.ID, Unique: "AQ" + one.Hash[:16], Name: one.Name, MIME: one.MIME, Size: one.Size,
		Width: one.Width, Height: one.Height, Emoji: one.Emoji}
	switch one.Kind {
	case kindPhoto:
		w.Name, w.MIME = "", ""
	case kindSticker:
		w.Name, w.MIME, w.Type = "", "", "regular"
	case kindVoice, kindVideo:
		w.Name, w.Duration = "", &one.Seconds
	}
	return w
}

// contents are the bytes of files, each under its hash.
type contents struct {
	mu     sync.Mutex
	folder string // "": in memory
	memory map[string][]byte
}

func (c *contents) put(hash string, content []byte) error {
	if c.folder == "" {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.memory[hash] = content
		return nil
	}
	name := filepath.Join(c.folder, hash)
	if _, err := os.Stat(name); err == nil {
		return nil
	}
	if err := os.MkdirAll(c.folder, 0o700); err != nil {
		return err
	}
	return writeFile(name, content)
}

func (c *contents) get(hash string) ([]byte, error) {
	if c.folder != "" {
		return os.ReadFile(filepath.Join(c.folder, hash))
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	content, ok := c.memory[hash]
	if !ok {
		return nil, os.ErrNotExist
	}
	return content, nil
}
