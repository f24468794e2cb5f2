package about_test

import (
	"strings"
	"testing"
	"time"

	"luling/flows/about"
	"luling/flows/flowtest"
	"luling/store/programme"
	"luling/store/storetest"
)

func town(t *testing.T, year int) *flowtest.House {
	t.Helper()
	return flowtest.New(t, time.Date(year, 3, 2, 1, 0, 0, 0, time.UTC), about.Feature)
}

const stranger = 777

func TestTheTarget(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		year  int
		named int
		sees  string
	}{
		{"in the year of the target it is not over", 2020, 0, "今后每年需命名约 40 个"},
		{"the year after it is", 2021, 0, "目标期已届满"},
		{"three years before, the pace is rounded up", 2018, 1, "距目标尚有 39 个，今后每年需命名约 13 个"},
		{"and so with one more", 2018, 2, "距目标尚有 38 个，今后每年需命名约 13 个"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := town(t, tt.year)
			r := w.Round(programme.RoundNaming)
			for i := range tt.named {
				w.Application(w.Unit(strings.Repeat("甲", i+2)), r, programme.AppAwarded)
			}
			w.Chat(stranger).Says("/programme").Sees(tt.sees, "到2020年，40 个左右")
		})
	}
}

func TestCardIsForEverybody(t *testing.T) {
	t.Parallel()
	w := town(t, 2026)
	w.Chat(stranger).Says("/创建活动").Sees("市级人才工作示范点", "主办单位", "不收取任何费用", "吉才办字〔2015〕6号", "1. 企业创新创业人才工作示范点：工业园区、企业").
		SeesNot("请市人才办注意", "主菜单").Presses("查阅").Sees("“六有”条件")
	w.Of(w.Person("刘主任", programme.RoleOffice)).Says("/programme").Sees("批准依据尚未填写")
	w.Of(w.Person("孙联络", programme.RoleContact, w.Unit("吉安甲厂"))).Says("/programme").SeesNot("批准依据尚未填写").Presses("主菜单")
}

// Every item of every criterion is on one of the pages, with its words, points and proof.
func TestAllItemsCanBeRead(t *testing.T) {
	t.Parallel()
	w := town(t, 2026)
	p := storetest.Programme(t)
	for _, lang := range []string{"zh", "en"} {
		items := 0
		for i, c := range p.Criteria {
			chat := w.Chat(stranger)
			chat.Language = lang
			chat.Says("/clauses").Sees(c.Name.In(lang)).Presses(c.Name.In(lang))
			first := chat.Screen()
			for n, item := range c.Items {
				if n > 0 && n%5 == 0 {
					chat.Presses(map[string]string{"zh": "下一页", "en": "Next"}[lang]).SeesNot("<blockquote>")
				}
				escaped := strings.NewReplacer("'", "&#39;", "&", "&amp;").Replace
				chat.Sees(item.No, escaped(item.Name.In(lang)), escaped(item.Proof.In(lang)), escaped(item.Text.In(lang)))
				items++
			}
			clause, _ := p.Clause(c.Clause)
			if !strings.Contains(first, strings.NewReplacer("'", "&#39;", "&", "&amp;").Replace(clause.Quote.In(lang))) {
				t.Errorf("criterion %d does not quote its clause", i+1)
			}
		}
		if items != 26 {
			t.Errorf("%d items", items)
		}
	}
}

func TestForgedPages(t *testing.T) {
	t.Parallel()
	w := town(t, 2026)
	for _, arg := range []string{"nothing.0", "guarantee.99", "", "...", "guarantee.10"} {
		chat := w.Chat(stranger).Says("/clauses")
		if chat.Forges("about.criterion", 0, arg); chat.Toast() == "" {
			t.Errorf("%q shows %s", arg, chat.Screen())
		}
	}
	w.Chat(stranger).Forges("about.criterion", 0, "guarantee.-5").Sees("1.1")
	w.Chat(stranger).Forges("about.criterion", 0, "guarantee.7").Sees("1.6")
}

func TestWaysToVerifyAreSaid(t *testing.T) {
	t.Parallel()
	w := town(t, 2026)
	w.Chat(stranger).Says("/clauses").Presses("1. ").Sees("核实方式：材料审核、访谈").SeesNot("about.verify")
	chat := w.Chat(stranger)
	chat.Language = "en"
	chat.Says("/clauses").Presses("1. ").Sees("Verified by: review of documents, interview", "(last year)").SeesNot("about.verify")
}
