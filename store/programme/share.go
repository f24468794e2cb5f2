package programme

import (
	"fmt"
	"strconv"
	"strings"
)

// A Share is an exact part of a whole, written "2/3". It is never rounded (ruling 4).
type Share struct{ Part, Whole int64 }

// String writes part/whole.
func (s Share) String() string { return fmt.Sprintf("%d/%d", s.Part, s.Whole) }

// Met reports whether n of total is at least the share.
func (s Share) Met(n, total int) bool { return int64(n)*s.Whole >= int64(total)*s.Part }

// Exceeded reports whether n of total is more than the share. Exactly half is not more than half.
func (s Share) Exceeded(n, total int) bool { return int64(n)*s.Whole > int64(total)*s.Part }

// Least is the smallest number of total that meets the share: 2/3 of 7 is 5.
func (s Share) Least(total int) int {
	return int((int64(total)*s.Part + s.Whole - 1) / s.Whole)
}

// Compare orders shares: -1, 0 or +1.
func (s Share) Compare(t Share) int {
	a, b := s.Part*t.Whole, t.Part*s.Whole
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// MarshalText implements encoding.TextMarshaler.
func (s Share) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler. The whole is 1 to 1000, the part 0 to the whole.
func (s *Share) UnmarshalText(b []byte) error {
	before, after, _ := strings.Cut(string(b), "/")
	part, err1 := strconv.ParseInt(strings.TrimSpace(before), 10, 32)
	whole, err2 := strconv.ParseInt(strings.TrimSpace(after), 10, 32)
	if err1 != nil || err2 != nil || whole < 1 || whole > 1000 || part < 0 || part > whole {
		return fmt.Errorf("%q is not a share such as 2/3", b)
	}
	*s = Share{part, whole}
	return nil
}
