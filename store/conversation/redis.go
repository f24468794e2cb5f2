package conversation

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/logging"
)

// ErrAway says that Redis did not answer, or answered that it cannot serve:
// loading, read-only, out of memory, no such user. Callers go on without it.
var ErrAway = errors.New("redis is away")

const (
	patience = 250 * time.Millisecond // for one round trip, dialling included
	respite  = time.Second            // without asking, after a failure
)

// Config says which Redis to use.
type Config struct {
	URL      string           // see [Open]; empty: a server inside this process
	Snapshot string           // file the inner server is kept in; empty: memory only
	Log      *slog.Logger     // nil: silence
	Now      func() time.Time // the clock, required
}

// Redis is a connection that does not keep its callers waiting. It may be used
// by any number of goroutines.
type Redis struct {
	client  redis.UniversalClient
	inner   *inner // nil if the server is not ours
	breaker breaker
	now     func() time.Time
	log     *slog.Logger
	trips   atomic.Int64
	unread  atomic.Int64
	wasAway atomic.Bool
}

// Open connects to Redis. A server that does not answer now is no error: it may
// come later. A URL that cannot be understood is one, and so is a snapshot that
// cannot be read for any reason but damage; a damaged one is set aside.
//
// The URL has one of these forms; rediss in place of redis means TLS:
//
//	redis://user:password@host:6379/0            one server
//	unix:///run/redis.sock?db=0                  one server on this machine
//	redis://host:26379/0?master=NAME&addr=host2:26379&addr=host3:26379
//	                                             Sentinel; sentinel_password=… if they ask for one
//	redis://host:6379?cluster=true&addr=host2:6379
//	                                             Cluster, from any of its nodes
func Open(ctx context.Context, c Config) (*Redis, error) {
	if c.Now == nil {
		return nil, errors.New("open redis: no clock")
	}
	logging.Disable() // the client's own lines repeat what is logged here
	r := &Redis{now: c.Now, log: c.Log}
	if r.log == nil {
		r.log = slog.New(slog.DiscardHandler)
	}
	options, err := r.options(c)
	if err != nil {
		return nil, fmt.Errorf("open redis: %w", err)
	}
	r.client = redis.NewUniversalClient(options)
	_ = r.Try(ctx, func(ctx context.Context, client redis.UniversalClient) error { return client.Ping(ctx).Err() })
	return r, nil
}

func (r *Redis) options(c Config) (*redis.UniversalOptions, error) {
	if c.URL != "" {
		return address(c.URL)
	}
	inner, err := openInner(c.Snapshot, r.now, r.log)
	if err != nil {
		return nil, err
	}
	r.inner = inner
	return quick(&redis.UniversalOptions{Addrs: []string{inner.server.Addr()}, Password: inner.password}), nil
}

// Close ends the connection; the server inside the process writes its last
// snapshot. A second call returns an error and does nothing else.
func (r *Redis) Close() error {
	err := r.client.Close()
	if r.inner != nil {
		err = errors.Join(err, r.inner.close())
	}
	if err != nil {
		return fmt.Errorf("close redis: %w", err)
	}
	return nil
}

// RoundTrips is how often Redis was asked since Open. A pipeline counts once.
func (r *Redis) RoundTrips() int64 { return r.trips.Load() }

// Unread is how many values were found that could not be read since Open.
func (r *Redis) Unread() int64 { return r.unread.Load() }

// Now is the clock Redis was opened with.
func (r *Redis) Now() time.Time { return r.now() }

// Try asks Redis once, for at most 250 ms. ErrAway means that fn failed or was
// not called at all; fn returns nil for answers that are no failure of the
// server, such as redis.Nil. If ctx ended, its error is returned instead.
func (r *Redis) Try(ctx context.Context, fn func(context.Context, redis.UniversalClient) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if !r.breaker.allows(r.now()) {
		return ErrAway
	}
	r.trips.Add(1)
	short, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	err := fn(short, r.client)
	if ended := ctx.Err(); err != nil && ended != nil {
		return ended
	}
	return r.verdict(ctx, err)
}

func (r *Redis) verdict(ctx context.Context, err error) error {
	if err == nil {
		r.breaker.reset()
		if r.wasAway.CompareAndSwap(true, false) {
			r.log.InfoContext(ctx, "redis is back")
		}
		return nil
	}
	r.breaker.trip(r.now())
	if r.wasAway.CompareAndSwap(false, true) {
		r.log.WarnContext(ctx, "redis is away", "error", err)
	}
	return fmt.Errorf("%w: %w", ErrAway, err)
}

// Shared reports whether other processes may use the same Redis.
func (r *Redis) Shared() bool { return r.inner == nil }
