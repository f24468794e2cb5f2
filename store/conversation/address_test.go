package conversation

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"luling/store/conversation/redistest"
)

func TestAddress(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, url, user, password, master string
		addrs                             []string
		db                                int
		cluster, tls                      bool
	}{
		{name: "a host alone has the usual port", url: "redis://r", addrs: []string{"r:6379"}},
		{name: "one server", url: "redis://u:p%40@r:1/2", user: "u", password: "p@", addrs: []string{"r:1"}, db: 2},
		{name: "IPv6", url: "redis://[::1]", addrs: []string{"[::1]:6379"}},
		{name: "with TLS", url: "rediss://r:1", addrs: []string{"r:1"}, tls: true},
		{name: "a socket", url: "unix:///run/r.sock?db=3", addrs: []string{"/run/r.sock"}, db: 3},
		{name: "Sentinel", url: "redis://a:1/1?master=m&addr=b:2&addr=c:3", addrs: []string{"a:1", "b:2", "c:3"}, master: "m", db: 1},
		{name: "Cluster", url: "redis://a:1?cluster=true&addr=b:2", addrs: []string{"a:1", "b:2"}, cluster: true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o, err := address(tt.url)
			if err != nil {
				t.Fatal(err)
			}
			if !cmp.Equal(o.Addrs, tt.addrs) || o.Username != tt.user || o.Password != tt.password || o.MasterName != tt.master ||
				o.DB != tt.db || o.IsClusterMode != tt.cluster || (o.TLSConfig != nil) != tt.tls {
				t.Errorf("read as %+v", o)
			}
		})
	}
}

func TestAddressRefuses(t *testing.T) {
	t.Parallel()
	for name, url := range map[string]string{
		"no scheme":                       "localhost:6379",
		"another scheme":                  "http://r:1",
		"no host":                         "redis://:secret@",
		"a database that is no number":    "redis://:secret@r/x",
		"a database below 0":              "redis://:secret@r/-1",
		"a word that means nothing":       "redis://:secret@r?retries=3",
		"several servers of no kind":      "redis://:secret@a?addr=b:1",
		"something that is no URL at all": "redis://:secret@r:port\x7f",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := Open(context.Background(), Config{URL: url, Now: newClock().Now})
			if err == nil || strings.Contains(err.Error(), "secret") {
				t.Errorf("error %v", err)
			}
		})
	}
	if _, err := Open(context.Background(), Config{}); err == nil {
		t.Error("opened without a clock")
	}
}

func TestSocketClusterAndSentinel(t *testing.T) {
	t.Parallel()
	for name, start := range map[string]func(t *testing.T) string{
		"socket": func(t *testing.T) string {
			socket := t.TempDir() + "/r.sock"
			redistest.Start(t, "--unixsocket", socket)
			return "unix://" + socket
		},
		"cluster": func(t *testing.T) string {
			return "redis://" + redistest.Cluster(t).Addr + "?cluster=true"
		},
		"sentinel": func(t *testing.T) string {
			return "redis://" + redistest.Sentinel(t, redistest.Start(t)).Addr + "?master=luling"
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New[where](open(t, Config{URL: start(t), Now: newClock().Now}))
			put := map[int64]where{1: {"a", 1}, 2: {"b", 2}, 3: {"c", 3}}
			if err := s.Save(t.Context(), put, nil); err != nil {
				t.Fatal(err)
			}
			if got, err := s.Load(t.Context(), []int64{1, 2, 3, 4}); err != nil || !cmp.Equal(got, put) {
				t.Errorf("%v, %v", got, err)
			}
		})
	}
}
