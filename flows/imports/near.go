package imports

import (
	"math/bits"

	"luling/store/programme"
)

// nears finds names that may be meant as one among thousands. A name's letters
// fold into 64 bits: two edits change at most two of them either way, so that
// nearly all pairs are told apart without being compared.
//
// Source: A5.
type nears struct{ all []nearName }

type nearName struct {
	plain string
	runes []rune
	sign  uint64
	near
}

// a near is what goes by a name: a unit of the records, or an earlier line.
type near struct {
	Unit programme.Unit
	Line int // 0: of the records
}

func (n *nears) add(plain string, of near) {
	n.all = append(n.all, nearName{plain, []rune(plain), sign(plain), of})
}

func sign(plain string) (s uint64) {
	for _, r := range plain {
		s |= 1 << (uint32(r) * 2654435761 >> 26)
	}
	return s
}

// find is the first that goes by a name near this one, but not by this one, and
// that may be meant.
//
// Within one list only letters left out or put in count: a list of villages has
// hundreds of names that differ in two letters and are meant to.
func (n *nears) find(plain string, may func(near) bool) (found near, ok bool) {
	s, runes := sign(plain), []rune(plain)
	for _, x := range n.all {
		if bits.OnesCount64(s&^x.sign) > 2 || bits.OnesCount64(x.sign&^s) > 2 || x.plain == plain || !may(x.near) {
			continue
		}
		if x.Line == 0 && programme.Near(plain, x.plain) || x.Line != 0 && (within(runes, x.runes) || within(x.runes, runes)) {
			return x.near, true
		}
	}
	return near{}, false
}

// within reports whether a name is another with one or two letters left out.
func within(short, long []rune) bool {
	if missing := len(long) - len(short); missing < 1 || missing > 2 {
		return false
	}
	i := 0
	for _, r := range long {
		if i < len(short) && short[i] == r {
			i++
		}
	}
	return i == len(short)
}
