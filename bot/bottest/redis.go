package bottest

import (
	"os"
	"testing"
	"time"

	"github.com/alicebob/miniredis/v2"

	"luling/bot"
	"luling/bot/playground"
	"luling/store/conversation/redistest"
)

// A Redis is a server of a world's own. It can forget everything, die and come
// back empty.
type Redis struct {
	url                  string
	flush, kill, restart func()
	put                  func(key, value string, life time.Duration)
}

// OwnRedis starts a server for one world: a real process where
// LULING_TEST_REDIS asks for real ones, else one inside the test.
func OwnRedis(t testing.TB) *Redis {
	t.Helper()
	if os.Getenv("LULING_TEST_REDIS") != "" {
		s := redistest.Start(t)
		put := func(key, value string, life time.Duration) { s.Do("SET", key, value, "PX", life.Milliseconds()) }
		return &Redis{s.URL(), func() { s.Do("FLUSHALL") }, s.Kill, s.Restart, put}
	}
	s := miniredis.NewMiniRedis()
	must(t, s.StartAddr("127.0.0.1:0"))
	t.Cleanup(s.Close)
	kill := func() { s.Close(); s.FlushAll() }
	put := func(key, value string, life time.Duration) {
		must(t, s.Set(key, value))
		s.SetTTL(key, life)
	}
	return &Redis{"redis://" + s.Addr() + "/0", s.FlushAll, kill, func() { must(t, s.Restart()) }, put}
}

// Option has a world use the server.
func (r *Redis) Option() Option {
	return func(c *bot.Config, _ *playground.Config) { c.Redis, c.Snapshot = r.url, "" }
}

// Flush makes it forget everything.
func (r *Redis) Flush() { r.flush() }

// Kill ends it without warning; what it knew is gone.
func (r *Redis) Kill() { r.kill() }

// Restart brings a killed one back, empty, at the same address.
func (r *Redis) Restart() { r.restart() }

// Put has the server know a key, as if an earlier program had written it.
func (r *Redis) Put(key, value string, life time.Duration) { r.put(key, value, life) }
