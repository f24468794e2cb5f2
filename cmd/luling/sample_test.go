//go:build failpoints || browser

package main

import "strings"

// sample is what the hospital's contact answers to a question, as [scripted] reads
// it; false for those that any button answers. All of it is invented.
func sample(question string) (answer string, known bool) {
	if answer, known = session[question]; known {
		return answer, true
	}
	if answer, known = hospital[question]; known {
		return answer, true
	}
	part := strings.Split(question, ".")
	answer, known = hospital[part[0]+"."+part[len(part)-1]]
	return answer, known
}

// session is what is typed when a study session is registered.
var session = map[string]string{
	"place": "行政楼三楼会议室", "chair": "周建国", "attendees": "7人",
	"minutes":   "(会议纪要.pdf)",
	"decisions": "审议通过年度人才工作要点,安排专项经费32万元,由人力资源部牵头落实引才计划。",
}
