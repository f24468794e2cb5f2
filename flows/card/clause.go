package card

import (
	"regexp"
	"strconv"
	"strings"
)

var clauseID = regexp.MustCompile(`^S(\d)(?:\.(\d+))?`)

// Clause says where in the measure a clause stands, for the text "card.clause":
// its part, and its item or 0. Nil for what is ours.
func Clause(id string) map[string]any {
	id, _, _ = strings.Cut(id, ",")
	found := clauseID.FindStringSubmatch(id)
	if found == nil || found[1] == "0" {
		return nil
	}
	part, _ := strconv.Atoi(found[1])
	item, _ := strconv.Atoi(found[2]) // 0 where there is none
	return map[string]any{"Part": part, "Item": item}
}
