package locales

import (
	"strings"
	"testing"

	"luling/flows/ask"
)

// mentioned is a value for each key a refusal mentions.
var mentioned = map[string]any{
	"Text": "三十左右吧", "Example": "3", "Has": 3, "Min": 20, "Max": 50, "Over": 132, "Kind": "sticker", "Unit": "万元",
	"Step": 50, "Below": 800, "Above": 850, "Month": "2026-03", "Date": "2026-03-04", "Today": "2026-03-01", "Is": 3,
	"Year": 2023, "Months": true, "Years": []int{2025, 2026}, "From": 1949, "To": 2026, "Lacks": []string{"post", "phone"}, "Name": "会议纪要.pdf",
}

// A refusal renders from just the keys that are promised with its name.
func TestEveryRefusalOfAQuestionIsSaid(t *testing.T) {
	t.Parallel()
	texts := loaded(t).With(map[string]any{"office": "市人才办", "phone": ""})
	for _, shape := range ask.Refusals() {
		about := map[string]any{}
		for _, key := range shape.Keys {
			if _, ok := mentioned[key]; !ok {
				t.Fatalf("%s mentions %s, which this test has no value for", shape.Name, key)
			}
			about[key] = mentioned[key]
		}
		for _, lang := range Languages {
			if _, err := texts.HTML(lang, "refused."+shape.Name, about); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestRefusalsSayByHowMuch(t *testing.T) {
	t.Parallel()
	texts := loaded(t).With(map[string]any{"office": "市人才办", "phone": "0796-8200000"})
	type with = map[string]any
	for _, tt := range []struct {
		name  string
		about with
		want  string
	}{
		{"not_a_number", with{"Text": "好几个", "Example": "3"}, "未能识别「好几个」，请填写阿拉伯数字，例如：3。"},
		{"too_long", with{"Max": 2000, "Has": 2132, "Over": 132}, "现有 2,132 字，最多 2,000 字，超出 132 字，请删减后重新发送。"},
		{"too_short", with{"Min": 20, "Has": 6}, "现有 6 字，至少 20 字，还差 14 字，请补充后重新发送全文。"},
		{"too_small", with{"Min": 1000000, "Has": 0, "Kind": "money"}, "现填 0 元，不得小于 1 万元，请核对后重新填写。"},
		{"too_big", with{"Max": 2026, "Has": 20260, "Kind": "year"}, "现填 20260年，不得大于 2026年，请核对后重新填写。"},
		{"too_big", with{"Max": 1000, "Has": 1050, "Kind": "score"}, "现填 10.5 分，不得大于 10 分，请核对后重新填写。"},
		{"in_future", with{"Date": "2026-03-04", "Today": "2026-03-01"}, "2026年3月4日尚未到来（今天是2026年3月1日），请填写已经发生的日期。"},
		{"in_future", with{"Date": 2027, "Today": 2026}, "2027年尚未到来（今天是2026年），请填写已经发生的日期。"},
		{"wrong_weekday", with{"Date": "2026-03-04", "Has": 5, "Is": 3}, "2026年3月4日是周三，不是周五，请核对后重新填写。"},
		{"wrong_weekday", with{"Date": "2026-03-01", "Has": 1, "Is": 7}, "2026年3月1日是周日，不是周一，请核对后重新填写。"},
		{"file_too_big", with{"Name": "方案.pdf", "Size": 26214400, "Max": 20971520}, "文件「方案.pdf」大小为 25 MB，超过 20 MB 的上限。请压缩或拆分后重新上传。"},
		{"not_allowed", nil, "您暂无权限办理该事项。如有疑问，请联系市人才办（电话 0796-8200000）。"},
	} {
		if said, err := texts.HTML("zh", "refused."+tt.name, tt.about); err != nil || said != tt.want {
			t.Errorf("%s: %q, %v, want %q", tt.name, said, err, tt.want)
		}
	}
}

func TestRefusalsOfTheHouseAreSaid(t *testing.T) {
	t.Parallel()
	texts := loaded(t).With(map[string]any{"office": "市人才办", "phone": ""})
	about := map[string]any{"Command": "x", "Name": strings.Repeat("长", 200), "Size": 1, "Max": 2, "Has": 3}
	for _, name := range []string{
		"not_allowed", "no_such_command", "form_gone", "conflict", "not_optional", "no_file_here", "file_too_big",
		"draft_files", "draft_bytes", "files_unreadable", "file.type", "file.empty", "file.too_big", "file.unsafe", "file.unreadable",
	} {
		for _, lang := range Languages {
			said, err := texts.HTML(lang, "refused."+name, about)
			if err != nil || Length(said) > 300 {
				t.Errorf("%s/%s: %d characters, %v", lang, name, Length(said), err)
			}
		}
	}
}
