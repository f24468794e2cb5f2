package conversation

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// A kept is one key of a snapshot. Strings are all the inner server is used for.
type kept struct {
	Key   string
	Value []byte
	Until time.Time // when it ends; zero: never
}

var errDamaged = errors.New("damaged")

// snapshot replaces the file by what the server knows now. At every moment the
// file is either the old or the new one, whole.
func (in *inner) snapshot() error {
	b, err := json.Marshal(in.everything())
	if err != nil {
		return fmt.Errorf("snapshot: %w", err)
	}
	sum := sha256.Sum256(b)
	if err := replace(in.file, []byte(hex.EncodeToString(sum[:])+"\n"), b); err != nil {
		return fmt.Errorf("snapshot: %w", err)
	}
	return nil
}

func (in *inner) everything() []kept {
	all := []kept{}
	for _, k := range in.server.Keys() {
		value, err := in.server.Get(k)
		if err != nil { // ended meanwhile, or is no string
			continue
		}
		one := kept{Key: k, Value: []byte(value)}
		if left := in.server.TTL(k); left > 0 {
			one.Until = in.aged.Add(left)
		}
		all = append(all, one)
	}
	return all
}

// replace writes a file beside the old one, to the disk, and then in its place.
func replace(file string, parts ...[]byte) error {
	f, err := os.OpenFile(file+".new", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	for _, part := range parts {
		if err == nil {
			_, err = f.Write(part)
		}
	}
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := os.Rename(file+".new", file); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(file))
}

func syncFolder(folder string) error {
	d, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// restore fills the server from the file. A damaged file is set aside and the
// server starts empty: everything in it can be rebuilt.
func (in *inner) restore() error {
	if in.file == "" {
		return nil
	}
	all, err := readSnapshot(in.file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case errors.Is(err, errDamaged):
		in.log.Warn("the snapshot of conversations is damaged and set aside; they are rebuilt as people write", "file", in.file+".damaged")
		return os.Rename(in.file, in.file+".damaged")
	case err != nil:
		return fmt.Errorf("restore conversations: %w", err)
	}
	return in.put(all)
}

func readSnapshot(file string) (all []kept, err error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	sum, b, _ := bytes.Cut(content, []byte("\n"))
	want := sha256.Sum256(b)
	if string(sum) != hex.EncodeToString(want[:]) || json.Unmarshal(b, &all) != nil {
		return nil, errDamaged
	}
	return all, nil
}

func (in *inner) put(all []kept) error {
	for _, one := range all {
		left := one.Until.Sub(in.aged)
		if !one.Until.IsZero() && left <= 0 {
			continue
		}
		if err := in.server.Set(one.Key, string(one.Value)); err != nil {
			return fmt.Errorf("restore conversations: %w", err)
		}
		if !one.Until.IsZero() {
			in.server.SetTTL(one.Key, left)
		}
	}
	return nil
}
