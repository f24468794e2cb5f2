//go:build failpoints

package failpoint

import (
	"fmt"
	"os"
	"slices"
	"sync/atomic"
)

// Enabled reports whether this program was built with the tag failpoints.
const Enabled = true

var (
	counts = counters()
	orders = mustParse(os.Getenv(Variable))
)

func counters() map[string]*atomic.Int64 {
	m := make(map[string]*atomic.Int64, len(names))
	for _, name := range names {
		m[name] = new(atomic.Int64)
	}
	return m
}

func mustParse(s string) map[string]order {
	all, err := parse(s)
	if err != nil {
		panic(err)
	}
	return all
}

// Hit counts that the point was reached and does what the environment ordered
// for it: kill ends the process as a power cut would, panic panics, and error
// returns an [ErrOrdered]. A name that is not in [Names] does nothing.
func Hit(name string) error {
	count, known := counts[name]
	if !known {
		return nil
	}
	n := count.Add(1)
	o, ordered := orders[name]
	if !ordered || o.at != n {
		return nil
	}
	return o.carryOut(name)
}

// Count is how often the point was reached.
func Count(name string) int64 {
	if !slices.Contains(names, name) {
		return 0
	}
	return counts[name].Load()
}

func (o order) carryOut(name string) error {
	switch o.what {
	case "kill":
		kill()
	case "panic":
		panic("failpoint " + name)
	}
	return fmt.Errorf("failpoint %s: %w", name, ErrOrdered)
}

// kill ends the process at once and does not come back: nothing is flushed, no
// deferred call runs.
func kill() {
	if p, err := os.FindProcess(os.Getpid()); err == nil {
		_ = p.Kill()
	}
	select {}
}
