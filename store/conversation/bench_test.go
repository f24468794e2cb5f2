package conversation

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A batch of a turn loop: one load and one save.
func BenchmarkBatch(b *testing.B) {
	for _, size := range []int64{1, 10, 100} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			r := open(b, Config{Now: time.Now})
			s, ids, put := New[where](r), []int64{}, map[int64]where{}
			for id := range size {
				ids, put[id] = append(ids, id), where{Form: strings.Repeat("x", 400)}
			}
			for b.Loop() {
				if _, err := s.Load(b.Context(), ids); err != nil {
					b.Fatal(err)
				}
				if err := s.Save(b.Context(), put, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(size), "µs/conversation")
		})
	}
}

// What the server inside the process does beside its callers, with 100,000
// conversations of half a kilobyte.
func BenchmarkHundredThousand(b *testing.B) {
	c := newClock()
	r := open(b, Config{Snapshot: filepath.Join(b.TempDir(), "conversations"), Now: c.Now})
	in := r.inner
	all := make([]kept, 100_000)
	for id := range all {
		all[id] = kept{Key: key(int64(id)), Value: []byte(strings.Repeat("x", 500)), Until: c.Now().Add(Life)}
	}
	if err := in.put(all); err != nil {
		b.Fatal(err)
	}
	b.Run("snapshot", func(b *testing.B) {
		for b.Loop() {
			if err := in.snapshot(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("ageing", func(b *testing.B) {
		for b.Loop() {
			in.server.FastForward(time.Nanosecond)
		}
	})
}
