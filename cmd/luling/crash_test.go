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
