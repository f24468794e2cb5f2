package flows

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// MaxData is how many bytes a button may carry, by the platform's rule.
const MaxData = 64

// ErrData says that button data is not of our making.
var ErrData = errors.New("button data not understood")

// Data writes what a button carries back when it is pressed. Form buttons name
// the conversation and the revision they were made for, act buttons the thing
// and its version. Longer than [MaxData] is an error: a fault of the program.
func (b Button) data(id string, revision int64) (string, error) {
	var s string
	switch {
	case b.Do != "":
		s = strings.Join([]string{"f", id, base36(revision), b.Do, b.Arg}, ":")
	case strings.HasPrefix(b.Act, "/"):
		s = strings.Join([]string{"c", b.Act[1:], b.Arg}, ":")
	default:
		s = strings.Join([]string{"a", b.Act, base36(b.Object), base36(b.Version), b.Arg}, ":")
	}
	if len(s) > MaxData {
		return "", fmt.Errorf("button %s%s: %d bytes of data", b.Act, b.Do, len(s))
	}
	return s, nil
}

// Data is what the button carries on a screen of the given conversation and revision.
func Data(b Button, id string, revision int64) (string, error) { return b.data(id, revision) }

// a pressed button, decoded.
type pressed struct {
	form     string // conversation, for a form button
	revision int64
	do       string
	command  string
	act      string
	press    Press
	arg      string
}

// parseData reads button data strictly; anything else is ErrData.
func parseData(s string) (p pressed, err error) {
	kind, rest, _ := strings.Cut(s, ":")
	switch part := strings.SplitN(rest, ":", 4); {
	case len(s) > MaxData:
		return p, ErrData
	case kind == "f" && len(part) == 4:
		p = pressed{form: part[0], do: part[2], arg: part[3]}
		p.revision, err = number36(part[1])
	case kind == "c" && len(part) == 2:
		p = pressed{command: part[0], arg: part[1]}
	case kind == "a" && len(part) == 4:
		p = pressed{act: part[0], arg: part[3]}
		p.press.Arg = part[3]
		if p.press.Object, err = number36(part[1]); err == nil {
			p.press.Version, err = number36(part[2])
		}
	default:
		return p, ErrData
	}
	return p, err
}

func base36(n int64) string { return strconv.FormatInt(n, 36) }

func number36(s string) (int64, error) {
	n, err := strconv.ParseInt(s, 36, 64)
	if err != nil || n < 0 || base36(n) != s {
		return 0, ErrData
	}
	return n, nil
}
