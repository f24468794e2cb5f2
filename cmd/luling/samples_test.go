package main

import "fmt"

// Samples: what contacts of five kinds of unit answer, by question, written as
// [scripted] reads it. All of it is invented.

// proving adds the evidence: for each of the six criteria a file for each of its
// items in order, "" for an item that is skipped.
func proving(sample map[string]string, criteria ...[]string) map[string]string {
	for i, files := range criteria {
		for j, file := range files {
			answer := "[跳过]"
			if file != "" {
				answer = "(" + file + ")"
			}
			sample[fmt.Sprintf("proof_%d_%d", i+1, j+1)] = answer
		}
	}
	return sample
}

// kept is what is stored of the hospital's answers where it differs from what was
// typed, and of its lists.
var kept = map[string]string{
	"founded": "1958-10-01", "nature": "institution", "staff": "1260", "head": "周建国", "deputy": "钟秀兰",
	"contact_phone": "13870600101", "body_founded": "2016-03-01", "full_time": "3",
	"fund_opening": "5000000", "fund.2024.budget": "30000000", "fund.2024.spent": "27500000", "fund.2024.carried": "7500000",
	"fund.2025.budget": "32000000", "fund.2025.spent": "31000000", "fund.2025.carried": "8500000",
	"fund.2026.budget": "35000000", "fund.2026.spent": "4200000", "fund.2026.carried": "39300000",
	"plan_from": "2024-01-01", "plan_until": "2026-12-31",
	"talents.2025.total": "405", "talents.2025.middle": "160", "talents.2026.senior": "96", "awards": "12", "introduced": "57", "trained": "41",

	"rules": `["1","2","3","4"]`, "rules.2.number": "庐医党〔2024〕9号", "rules.3.kinds": `["appraise","encourage"]`,
	"targets": `["1","2","3"]`, "targets.1.value": "6 名", "targets.3.due": "2026-10-01",
	"activities": `["1","2","3","4"]`, "activities.1.held_on": "2025-01-15", "activities.2.served": "320", "activities.4.form": "technique",
	"platforms": `["1","2","3"]`, "platforms.3.level": "own", "places": `["1","2"]`, "places.1.area": "860", "related": `["1"]`,
}
