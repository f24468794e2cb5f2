package programme

import (
	"fmt"
	"strings"
)

// Diagram writes a table of moves as a Mermaid state diagram: one arrow per rule,
// in the table's order, with who may order it. The same table always gives the
// same text, so that a printed diagram can be compared with its table.
func Diagram[S ~string](rules []Rule[S]) string {
	var b strings.Builder
	b.WriteString("stateDiagram-v2\n")
	leaves := map[S]bool{}
	for _, r := range rules {
		leaves[r.From] = true
		fmt.Fprintf(&b, "    %s --> %s: %s (%s)\n", start(r.From), r.To, r.Move, listed(r.Who))
	}
	ended := map[S]bool{}
	for _, r := range rules {
		if !leaves[r.To] && !ended[r.To] {
			ended[r.To] = true
			fmt.Fprintf(&b, "    %s --> [*]\n", r.To)
		}
	}
	return b.String()
}

func start[S ~string](s S) string {
	if s == "" {
		return "[*]"
	}
	return string(s)
}

func listed(roles []Role) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = string(r)
	}
	return strings.Join(names, ", ")
}
