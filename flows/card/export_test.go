package card

import "luling/store/programme"

// PageData is a page as its text takes it.
func PageData(p Page, rules *programme.Programme, n, of int) map[string]any {
	return map[string]any{"Unit": "吉安市第一人民医院", "State": "state.submitted", "Number": "2026-吉州-001", "No": 1, "Hash": "0123456789ab", "Page": p.data(rules), "N": n, "Of": of}
}

// SectionFacts is what the name of a section mentions.
var SectionFacts = sectionFacts
