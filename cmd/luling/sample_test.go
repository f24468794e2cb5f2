//go:build failpoints || browser

package main

// sample is what the hospital's contact types for a question; false for those
// answered by buttons or files. All of it is invented.
func sample(question string) (string, bool) {
	if text, typed := session[question]; typed {
		return text, true
	}
	text, typed := hospital[question]
	return text, typed
}

// session is what is typed when a study session is registered.
var session = map[string]string{
	"place": "行政楼三楼会议室", "chair": "周建国", "attendees": "7人",
	"decisions": "审议通过年度人才工作要点,安排专项经费32万元,由人力资源部牵头落实引才计划。",
}
