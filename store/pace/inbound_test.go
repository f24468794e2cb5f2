package pace

import (
	"testing"
	"time"
)

func TestWhatOnePersonMaySend(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC)
	in := inbound{people: map[int64]*sent{}}
	for i := range inboundBurst {
		if ok, _ := in.takes(1, start); !ok {
			t.Fatalf("number %d is not taken", i+1)
		}
	}
	if ok, first := in.takes(1, start.Add(999*time.Millisecond)); ok || !first {
		t.Errorf("one too many: taken %v, said so %v", ok, first)
	}
	if ok, first := in.takes(1, start.Add(999*time.Millisecond)); ok || first {
		t.Errorf("the next: taken %v, said so again %v", ok, first)
	}
	if ok, _ := in.takes(2, start); !ok {
		t.Error("another person waits for the first")
	}
	if ok, _ := in.takes(1, start.Add(time.Second)); !ok {
		t.Error("a second later one is not taken")
	}
	if ok, first := in.takes(1, start); ok || !first {
		t.Errorf("what comes late counts as now: taken %v, said so %v", ok, first)
	}
	if ok, _ := in.takes(1, start.Add(time.Hour)); !ok {
		t.Error("an hour later nothing is taken")
	}
}

// A backlog that came in over hours is no flood, though it is delivered at once.
func TestABacklogIsNoFlood(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC)
	in := inbound{people: map[int64]*sent{}}
	for i := range 5 * inboundBurst {
		if ok, _ := in.takes(1, start.Add(time.Duration(i)*time.Second)); !ok {
			t.Fatalf("number %d of a backlog is not taken", i+1)
		}
	}
}

func TestThoseAtRestAreForgotten(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC)
	in := inbound{people: map[int64]*sent{}}
	for i := range int64(crowd + 1) {
		in.takes(i, start)
	}
	in.takes(-1, start.Add(inboundBurst*inboundEvery+time.Second))
	if len(in.people) != 1 {
		t.Errorf("%d are remembered", len(in.people))
	}
}
