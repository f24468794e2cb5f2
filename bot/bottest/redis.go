package bottest

import (
	"os"
	"testing"

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
}

// OwnRedis starts a server for one world: a real process where
// LULING_TEST_REDIS asks for real ones, else one inside the test.
func OwnRedis(t testing.TB) *Redis {
	t.Helper()
	if os.Getenv("LULING_TEST_REDIS") != "" {
		s := redistest.Start(t)
		return &Redis{s.URL(), func() { s.Do("FLUSHALL") }, s.Kill, s.Restart}
	}
	s := miniredis.NewMiniRedis()
	must(t, s.StartAddr("127.0.0.1:0"))
	t.Cleanup(s.Close)
	kill := func() { s.Close(); s.FlushAll() }
	return &Redis{"redis://" + s.Addr() + "/0", s.FlushAll, kill, func() { must(t, s.Restart()) }}
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
