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
	sign  uint64
	near
}

// a near is what goes by a name: a unit of the records, or an earlier line.
type near struct {
	Unit programme.Unit
	Line int // 0: of the records
}

func (n *nears) add(plain string, of near) {
	n.all = append(n.all, nearName{plain, sign(plain), of})
}

func sign(plain string) (s uint64) {
	for _, r := range plain {
		s |= 1 << (uint32(r) * 2654435761 >> 26)
	}
	return s
}

// find lists what goes by a name near this one, but not by this one.
func (n *nears) find(plain string) (found []near) {
	s := sign(plain)
	for _, x := range n.all {
		if bits.OnesCount64(s&^x.sign) > 2 || bits.OnesCount64(x.sign&^s) > 2 || x.plain == plain {
			continue
		}
		if programme.Near(plain, x.plain) {
			found = append(found, x.near)
		}
	}
	return found
}
