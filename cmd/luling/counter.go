package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"time"

	"luling/bot"
	"luling/store"
)

// Operators' commands need the database, which one process alone may write.
// While the bot runs, they are handed to it over a socket in the data folder;
// otherwise they open the database themselves.

// doors are the two doors of a database, here or in the running bot.
type doors struct {
	update func(ctx context.Context, f func(*store.Tx) error) error
	view   func(ctx context.Context, f func(*store.Tx) error) error
	db     *store.DB
}

type doorsKey struct{}

// a counter takes commands for a running bot.
type counter struct {
	server *http.Server
	socket string
}

func (s Settings) socket() string { return s.path("luling.sock") }

// longestSocket is how many bytes the system takes for a socket's path everywhere.
const longestSocket = 103

func (s Settings) openCounter(ctx context.Context, b *bot.Bot) (*counter, error) {
	c := &counter{socket: s.socket()}
	if n := len(c.socket) - longestSocket; n > 0 {
		return nil, fmt.Errorf("LULING_DATA is %d bytes too long for the operators' socket: name a shorter folder", n)
	}
	if err := os.Remove(c.socket); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("operators' socket: %w", err)
	}
	door, err := net.Listen("unix", c.socket)
	if err != nil {
		return nil, fmt.Errorf("operators' socket: %w", err)
	}
	if err := os.Chmod(c.socket, 0o600); err != nil {
		return nil, fmt.Errorf("operators' socket: %w", err)
	}
	ctx = context.WithValue(ctx, doorsKey{}, open(b.DB(), b.Now))
	c.server = &http.Server{ReadHeaderTimeout: time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		attend(ctx, w, r)
	})}
	go func() { _ = c.server.Serve(door) }() // ends with close
	return c, nil
}

func (c *counter) close() { _ = c.server.Close() }

// attend runs one command line and answers with what it printed.
func attend(ctx context.Context, w http.ResponseWriter, r *http.Request) {
	var args []string
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&args); err != nil {
		http.Error(w, "not a command line", http.StatusBadRequest)
		return
	}
	var out bytes.Buffer
	if err := execute(ctx, args, nil, &out); err != nil {
		w.WriteHeader(http.StatusUnprocessableEntity)
		_, _ = fmt.Fprint(w, err)
		return
	}
	_, _ = out.WriteTo(w)
}

func open(db *store.DB, now func() time.Time) *doors {
	return &doors{
		db:     db,
		update: func(ctx context.Context, f func(*store.Tx) error) error { return db.Update(ctx, now(), f) },
		view:   func(ctx context.Context, f func(*store.Tx) error) error { return db.View(ctx, now(), f) },
	}
}

// running reports whether this is a command a running bot was handed.
func running(ctx context.Context) bool { return ctx.Value(doorsKey{}) != nil }

// with runs a command on the database: of this process if it is the bot, of the
// running bot if there is one, else on the file.
func (s Settings) with(ctx context.Context, out io.Writer, f func(*doors) error) error {
	if d, here := ctx.Value(doorsKey{}).(*doors); here {
		return f(d)
	}
	rules, err := s.programme()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(s.Data, 0o700); err != nil {
		return fmt.Errorf("LULING_DATA: %w", err)
	}
	db, err := store.Open(ctx, store.Config{Path: s.path("luling.db"), Programme: rules})
	if errors.Is(err, store.ErrInUse) {
		return s.hand(ctx, out)
	}
	if err != nil {
		return err
	}
	d := open(db, time.Now)
	err = d.update(ctx, func(tx *store.Tx) error { return tx.SeedBodies() })
	if err == nil {
		err = f(d)
	}
	return errors.Join(err, db.Close())
}

// hand gives this command line to the running bot and prints its answer.
func (s Settings) hand(ctx context.Context, out io.Writer) error {
	client := &http.Client{Transport: &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "unix", s.socket())
	}}}
	body, err := json.Marshal(s.typed)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://luling/", bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := client.Do(req)
	if err != nil {
		return fmt.Errorf("the database is in use, and the bot that uses it does not answer: %w", err)
	}
	defer resp.Body.Close()
	said, err := io.ReadAll(resp.Body)
	if err != nil {
		return fmt.Errorf("answer of the running bot: %w", err)
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New(string(said))
	}
	_, err = out.Write(said)
	return err
}
