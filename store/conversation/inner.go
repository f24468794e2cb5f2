package conversation

import (
	"crypto/rand"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/alicebob/miniredis/v2"
)

const (
	saving = time.Second
	// One pass looks at every key (70 ms for 100,000), and nothing here cares
	// whether it lives five seconds longer.
	ageing = 5 * time.Second
)

// inner is the server inside the process. It listens on the loopback address
// with a password nobody else knows.
type inner struct {
	server   *miniredis.Miniredis
	password string
	file     string // "": memory only
	now      func() time.Time
	aged     time.Time // until when keys have been aged
	log      *slog.Logger
	dirty    atomic.Bool
	failing  bool // the last snapshot could not be written
	stop     chan struct{}
	stopped  chan struct{}
}

func openInner(file string, now func() time.Time, log *slog.Logger) (*inner, error) {
	in := &inner{
		server: miniredis.NewMiniRedis(), password: rand.Text(), file: file,
		now: now, aged: now(), log: log,
		stop: make(chan struct{}), stopped: make(chan struct{}),
	}
	in.server.RequireAuth(in.password)
	if err := in.restore(); err != nil {
		return nil, err
	}
	if err := in.server.StartAddr("127.0.0.1:0"); err != nil {
		return nil, fmt.Errorf("start the inner server: %w", err)
	}
	go in.run()
	return in, nil
}

// run ages keys and writes snapshots until close.
func (in *inner) run() {
	defer close(in.stopped)
	save, age := time.NewTicker(saving), time.NewTicker(ageing)
	defer save.Stop()
	defer age.Stop()
	for {
		select {
		case <-in.stop:
			return
		case <-age.C:
			in.age()
		case <-save.C:
			in.save()
			save.Reset(saving) // after a long save there is a pause all the same
		}
	}
}

// age moves the keys' remaining lives on by the time that really went by: this
// server has no clock of its own.
func (in *inner) age() {
	now := in.now()
	if gone := now.Sub(in.aged); gone > 0 {
		in.server.FastForward(gone)
	}
	in.aged = now
}

// save writes a snapshot if anything changed. What cannot be written is tried
// again a second later.
func (in *inner) save() {
	if in.file == "" || !in.dirty.Swap(false) {
		return
	}
	err := in.snapshot()
	if err != nil {
		in.dirty.Store(true)
	}
	if failing := err != nil; failing != in.failing {
		in.failing = failing
		in.log.Warn("snapshot of conversations", "failing", failing, "error", err)
	}
}

// close stops the server after a last snapshot.
func (in *inner) close() error {
	select {
	case <-in.stop:
		return nil
	default:
	}
	close(in.stop)
	<-in.stopped
	in.age()
	var err error
	if in.file != "" && in.dirty.Load() {
		err = in.snapshot()
	}
	in.server.Close()
	return err
}

// changed says that the inner server, if there is one, has something to save.
func (r *Redis) changed() {
	if r.inner != nil {
		r.inner.dirty.Store(true)
	}
}
