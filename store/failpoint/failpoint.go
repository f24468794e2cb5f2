// Package failpoint names the places where a program may be made to die, panic
// or fail, so that tests can show what survives.
//
// It promises to cost nothing in an ordinary build: [Hit] is an empty function
// unless the program is built with the tag failpoints. It does not decide at
// random; the environment variable [Variable] orders exactly one event at each
// point it names:
//
//	LULING_FAILPOINT="store.batch.commit.after=kill@3,store.turn.seen.after=error@1"
//
// kills the process at the third commit and fails the first turn.
package failpoint

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Variable is the environment variable that holds the orders, separated by commas.
const Variable = "LULING_FAILPOINT"

// ErrOrdered is what a point returns when an error was ordered.
var ErrOrdered = errors.New("ordered by " + Variable)

// An order says what happens at the hit with number at, counted from 1.
type order struct {
	what string // kill, error or panic
	at   int64
}

// parse reads orders such as "store.batch.commit.after=kill@3".
func parse(s string) (map[string]order, error) {
	all := map[string]order{}
	for part := range strings.SplitSeq(s, ",") {
		if part == "" {
			continue
		}
		name, o, err := parseOne(part)
		if err != nil {
			return nil, err
		}
		all[name] = o
	}
	return all, nil
}

func parseOne(s string) (string, order, error) {
	name, rest, _ := strings.Cut(s, "=")
	what, at, counted := strings.Cut(rest, "@")
	n, err := int64(1), error(nil)
	if counted {
		n, err = strconv.ParseInt(at, 10, 64)
	}
	switch {
	case err != nil || n < 1:
		return "", order{}, fmt.Errorf("%s: %q: the number after @ is not a count from 1", Variable, s)
	case !slices.Contains([]string{"kill", "error", "panic"}, what):
		return "", order{}, fmt.Errorf("%s: %q: want name=kill, error or panic", Variable, s)
	case !slices.Contains(names, name):
		return "", order{}, fmt.Errorf("%s: there is no point %q", Variable, name)
	}
	return name, order{what, n}, nil
}
