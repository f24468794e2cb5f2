package locales

import (
	"strings"
	"testing"
)

type facts = map[string]any

// an answer of each kind, as questions show it.
var answers = []facts{
	{"Kind": "text", "Text": "甲"}, {"Kind": "long_text", "Text": strings.Repeat("很长的文字", 2000)},
	{"Kind": "number", "Number": 12345, "Unit": "人"}, {"Kind": "money", "Money": 30000000}, {"Kind": "year", "Year": 2025},
	{"Kind": "date", "Date": "2026-03-01", "Month": "2026-03"}, {"Kind": "date", "Date": "2026-03-04", "Month": ""},
	{"Kind": "phone", "Phone": "0796-8200000"}, {"Kind": "choice", "ID": "a", "Label": facts{"Zh": "甲", "En": "A"}},
	{"Kind": "choices", "Chosen": []facts{{"ID": "a", "Label": "甲"}, {"ID": "b", "Label": facts{"Text": "button.confirm"}}}},
	{"Kind": "choices", "Chosen": []facts{}}, {"Kind": "score", "Score": 850},
	{"Kind": "person", "Name": "张三", "Post": "", "Phone": "13800000000"},
	{"Kind": "files", "Files": []facts{{"ID": 1, "Name": "纪要.pdf", "Size": 1310720, "State": "pending"}, {"ID": 2, "Name": "照片.jpg", "Size": 0, "State": "stored"}}},
	{"Kind": "files", "Files": []facts{}}, {"Kind": "declaration", "Agreed": true}, {"Kind": "facts", "Seen": true},
	{"Kind": "unreadable", "Text": "[1]"},
}

// speaking has the variables every screen may mention.
func speaking(t *testing.T) *Texts {
	t.Helper()
	return loaded(t).With(facts{"office": "市人才办", "phone": "", "city": "吉安市", "measure": "实施办法", "bot": "luling_bot"})
}

func TestAnswersAreShownByTheirKind(t *testing.T) {
	t.Parallel()
	texts := speaking(t)
	var said []string
	for _, shown := range answers {
		line, err := texts.Plain("zh", "form.brief", shown)
		if err != nil {
			t.Error(err)
		}
		said = append(said, line)
	}
	want := []string{
		"甲", strings.Repeat("很长的文字", 2000)[:59*3] + "…", "12,345 人", "30 万元", "2025年", "2026年3月", "2026年3月4日", "0796-8200000",
		"甲", "甲、确认", "未选", "8.5 分", "张三 13800000000", "2 个文件", "0 个文件", "已确认", "已阅", "[1]",
	}
	for i := range want {
		if said[i] != want[i] {
			t.Errorf("%v is shown as %q, want %q", answers[i]["Kind"], said[i], want[i])
		}
	}
}

// Every face of a form can be made of every kind of answer and fits a message.
func TestFacesOfAForm(t *testing.T) {
	t.Parallel()
	texts := speaking(t)
	for _, shown := range answers {
		line := facts{"No": 1, "Label": "button.confirm", "About": facts{}, "Shown": shown, "State": "complete", "Section": "button.skip", "SectionAbout": facts{}, "Done": 1, "Total": 2}
		where := facts{"Form": "button.menu", "About": facts{}, "Done": 12, "Total": 41, "Sections": 9, "Section": "button.skip", "SectionNo": 2, "SectionAbout": facts{}}
		screens := map[string]facts{
			"form.question": {
				"Question": "refused.empty", "Kind": shown["Kind"], "Optional": true, "Current": shown, "Rejected": true,
				"Refusal": facts{"Text": "refused.empty", "Data": facts{}}, "Saved": facts{"Label": "button.confirm", "Shown": shown, "Echo": true},
				"Notes": []facts{{"Text": "form.note.press"}, {"Text": "form.note.unused", "Data": facts{"Count": 2}}},
			},
			"form.section":  {"Lines": []facts{line}},
			"form.overview": {"Lines": []facts{line}},
			"form.review": {
				"Gaps":  []facts{{"No": 1, "Text": "gap.unanswered", "Data": line, "Clause": "S4"}},
				"Ready": true, "Submit": "button.submit", "SubmitAbout": facts{}, "Lines": []facts{line},
			},
			"form.conflict": {"Label": "button.confirm", "Theirs": shown, "Mine": shown, "Colleague": "李四", "At": "2026-03-04T01:12:00.123Z"},
			"form.help":     {"Label": "button.confirm", "Clause": "P", "Quote": "", "Plain": ""},
			"form.left":     {"Form": "people.invite"},
		}
		for name, about := range screens {
			for k, v := range where {
				if _, own := about[k]; !own {
					about[k] = v
				}
			}
			for _, lang := range Languages {
				said, err := texts.HTML(lang, name, about)
				if err != nil || Length(said) > 4000 || strings.Contains(said, "\n\n\n") {
					t.Errorf("%s/%s of %v: %d characters, %v: %s", lang, name, shown["Kind"], Length(said), err, said)
				}
			}
		}
	}
}

func TestLineOnTop(t *testing.T) {
	t.Parallel()
	texts := speaking(t)
	for name, tt := range map[string]struct {
		about facts
		want  string
	}{
		"a form with sections counts them": {facts{"Form": "button.menu", "Sections": 9, "Section": "button.back", "SectionNo": 2, "SectionAbout": nil, "Done": 12, "Total": 41}, "<b>二、上一步</b>  2/9 · 12/41"},
		"a form without names itself":      {facts{"Form": "button.menu", "Sections": 1, "Section": "x", "SectionNo": 1, "Done": 1, "Total": 4}, "<b>主菜单</b>  1/4"},
	} {
		if said, err := texts.HTML("zh", "form.where", tt.about); err != nil || said != tt.want {
			t.Errorf("%s: %q, %v", name, said, err)
		}
	}
}
