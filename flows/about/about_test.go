package about_test

import (
	"strings"
	"testing"
	"time"

	"luling/flows/about"
	"luling/flows/flowtest"
	"luling/store"
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

func TestTheOfficeFillsInTheApproval(t *testing.T) {
	t.Parallel()
	w := town(t, 2026)
	city := w.Of(w.Person("刘主任", programme.RoleOffice))
	city.Says("/clauses").Sees("批准依据尚未填写")
	city.Says("/programme").Sees("批准依据尚未填写").Presses("设置").Sees("批准依据：尚未填写", "在规则文件中修改", "咨询电话：")
	city.Presses("填写批准依据").Says("12").Sees("至少 4 字").Says("赣评组〔2023〕12号").Presses("提交")
	city.Sees("批准依据：赣评组〔2023〕12号", "刘主任于", "设置")
	w.Chat(stranger).Says("/programme").Sees("批准依据：赣评组〔2023〕12号")
	city.Says("/programme").SeesNot("批准依据尚未填写")
	city.Presses("设置").Presses("填写批准依据").Sees("现为：赣评组〔2023〕12号").Says("赣评组〔2023〕21号").
		Sees("更改批准依据的理由").Says("原文号录入有误，按批复原件更正。").Presses("提交").Sees("〔2023〕21号", "理由：原文号录入有误")
	w.Look(func(tx *store.Tx) error {
		entries, err := tx.Entries("setting/approval")
		if len(entries) != 2 || entries[1].Reason == "" || !strings.Contains(string(entries[0].Data), "12号") {
			t.Errorf("the journal says %+v", entries)
		}
		return err
	})
}

func TestTheOfficeWaivesTheApproval(t *testing.T) {
	t.Parallel()
	w := town(t, 2026)
	city := w.Of(w.Person("刘主任", programme.RoleOffice))
	second := w.Of(w.Person("周主任", programme.RoleOffice))
	second.Says("/programme").Presses("设置").Presses("填写批准依据")
	city.Says("/todo").Sees("批准依据尚未填写").Presses("设置").Presses("免填").Says("按规定不用。").Sees("至少 10 字").
		Says("经市委常委会会议研究同意，无需另行报批。").Presses("提交").Sees("批准依据：免填", "理由：经市委常委会")
	city.Says("/programme").SeesNot("批准依据").Says("/todo").Sees("目前没有需要您办理的事项")
	second.Says("赣评组〔2023〕12号").Sees("他人更改了同一内容")
	city.Says("/programme").Presses("设置").Sees("免填")
	if city.Has("免填并说明理由") {
		t.Error("what was waived can be waived again")
	}
}

func TestNobodyElseSetsAnything(t *testing.T) {
	t.Parallel()
	w := town(t, 2026)
	contact := w.Of(w.Person("孙联络", programme.RoleContact, w.Unit("吉安甲厂")))
	for _, act := range []string{"about.settings", "about.approve", "about.waive"} {
		contact.Forges(act, 0, "").Sees("您暂无权限")
		w.Chat(stranger).Forges(act, 0, "").Sees("您暂无权限")
	}
}

// Sites named before are counted with those that were awarded here.
func TestTheCardCountsSites(t *testing.T) {
	t.Parallel()
	w := town(t, 2018)
	r := w.Round(programme.RoundNaming)
	here, earlier, gone := w.Unit("此处命名"), w.Unit("以前命名"), w.Unit("已经摘牌")
	w.Application(here, r, programme.AppAwarded)
	w.Change(func(tx *store.Tx) error {
		for _, s := range []programme.Site{
			{UnitID: earlier.ID, State: programme.SiteActive, NamedOn: programme.Date{Year: 2016, Month: 5, Day: 4}},
			{UnitID: gone.ID, State: programme.SiteDelisted, NamedOn: programme.Date{Year: 2015, Month: 9, Day: 1}},
		} {
			s.BodyID, s.Category, s.Grades = earlier.AreaID, programme.CatEnterprise, []programme.YearGrade{}
			if err := tx.AddSite(&s, "import", ""); err != nil {
				return err
			}
		}
		return nil
	})
	w.Chat(stranger).Says("/programme").Sees("已命名 3 个，其中现有 2 个，已摘牌或退出 1 个", "距目标尚有 37 个")
}
