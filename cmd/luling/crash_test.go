//go:build failpoints

package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"luling/store/failpoint"
)

var (
	crashSeed   = flag.Uint64("seed", uint64(time.Now().UnixNano()), "seed of the crash test")
	crashCycles = flag.Int("cycles", 1, "cycles at each failpoint")
	crashOnly   = flag.String("point", "", "only failpoints that contain this")
)

// unused are points this scenario cannot reach: they are of migrations, of
// errors that kill nothing, and of refusals.
var unused = []string{"store.statement.lost", "store.migrate.backup.before", "store.migrate.backup.after", "store.notices.retry.after"}

// TestMain lets the test binary be the bot's process too: it has the failpoints.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "messenger" {
		main()
		return
	}
	os.Exit(m.Run())
}

// TestCrash kills the bot once in each cycle, at a named point, in the middle of
// a whole application, with updates delivered twice; then it looks what is left.
func TestCrash(t *testing.T) {
	t.Logf("seed=%d", *crashSeed)
	var sum verdict
	points, cycles := 0, 0
	for _, point := range failpoint.Names() {
		if slices.Contains(unused, point) || !strings.Contains(point, *crashOnly) {
			continue
		}
		points++
		for n := range *crashCycles {
			r := rand.New(rand.NewPCG(*crashSeed, uint64(points*1000+n)))
			v := crashCycle(t, point, r)
			if !v.fired {
				t.Errorf("%s: the point was never reached", point)
			}
			sum.add(v)
			cycles++
		}
	}
	fmt.Printf("crash points=%d cycles=%d lost=%d doubled=%d missing=%d violations=%d redelivered=%d seed=%d\n",
		points, cycles, sum.lost, sum.doubled, sum.missing, sum.violations, sum.redelivered, *crashSeed)
	if sum.lost+sum.doubled+sum.missing+sum.violations > 0 {
		t.Fail()
	}
}

// TestCrashControl runs a bot that confirms updates before their effects are
// committed, which must not exist: the crash test has to see what that loses.
func TestCrashControl(t *testing.T) {
	if !confirmsFirst {
		t.Skip("built without the tag confirmfirst")
	}
	t.Logf("seed=%d", *crashSeed)
	lost, cycles := 0, 0
	for n, point := range []string{"line.before-batch", "store.batch.begun", "store.batch.commit.before", "store.turn.seen.after"} {
		for range max(*crashCycles, 3) {
			cycles++
			lost += controlCycle(t, point, rand.New(rand.NewPCG(*crashSeed, uint64(n*100+cycles))))
		}
	}
	fmt.Printf("crash-control cycles=%d lost=%d seed=%d\n", cycles, lost, *crashSeed)
	if lost == 0 {
		t.Error("nothing was lost: the crash test would not notice")
	}
}

// controlCycle counts the updates that were confirmed and left no trace.
func controlCycle(t *testing.T, point string, r *rand.Rand) int {
	t.Helper()
	s := newStage(t, r)
	defer s.end()
	s.start("LULING_FAILPOINT=" + fmt.Sprintf("%s=kill@%d", point, 3+r.IntN(5)))
	for i := range 12 {
		s.did(s.box.Send(contactAccount, fmt.Sprintf("/没有这个命令%d", i)))
		select {
		case <-s.bot.ended:
		case <-time.After(100 * time.Millisecond):
		}
	}
	<-s.bot.ended
	s.start("LULING_FAILPOINT=")
	s.did(s.box.Send(contactAccount, "/menu"))
	last := s.updates[len(s.updates)-1]
	for deadline := time.Now().Add(30 * time.Second); !s.knows(last); {
		if time.Now().After(deadline) {
			t.Fatal("the bot does not come back")
		}
		select {
		case <-s.events:
		case <-time.After(100 * time.Millisecond):
		}
	}
	return s.unseen()
}

// a verdict counts what a cycle found.
type verdict struct {
	fired                                           bool
	lost, doubled, missing, violations, redelivered int
}

func (v *verdict) add(x verdict) {
	v.lost += x.lost
	v.doubled += x.doubled
	v.missing += x.missing
	v.violations += x.violations
	v.redelivered += x.redelivered
}

// crashCycle is one application with one kill.
func crashCycle(t *testing.T, point string, r *rand.Rand) verdict {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	s := newStage(t, r)
	defer s.end()
	s.start("LULING_FAILPOINT=" + fmt.Sprintf("%s=kill@%d", point, s.when(point)))
	s.play(ctx)
	return s.judge(point)
}
