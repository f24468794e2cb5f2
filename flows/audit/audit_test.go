package audit_test

import (
	"strings"
	"testing"

	"luling/flows/audit"
	"luling/flows/flowtest"
	"luling/store/programme"
)

// a record is an application that came as far as a state, and its readers.
type record struct {
	*flowtest.House
	of   programme.Application
	unit programme.Unit
}

func recorded(t *testing.T, state programme.ApplicationState) *record {
	t.Helper()
	h := flowtest.New(t, flowtest.At("2026-03-10"), audit.Feature)
	u := h.Unit("吉安市示范医院", func(u *programme.Unit) { u.Type = programme.Hospital })
	return &record{h, h.Application(u, h.Round(programme.RoundApplying), state), u}
}

func (r *record) reads(role programme.Role, bound ...any) *flowtest.Chat {
	return r.Of(r.Person("孙记录", role, bound...))
}

func TestTheRecordTellsEveryReaderWhatIsHis(t *testing.T) {
	t.Parallel()
	r := recorded(t, programme.AppNotSelected)
	office := r.reads(programme.RoleOffice)
	office.Says("/审计 吉安市示范医院").Sees("办理记录：吉安市示范医院", "最近的在前", "未列入拟命名", "较早的")
	office.Presses("较早的").Sees("第 2/", "较近的")
	r.reads(programme.RoleSupervisor).Says("/audit 示范医院").Sees("未列入拟命名")
	for name, c := range map[string]*flowtest.Chat{
		"the head": r.reads(programme.RoleHead, r.unit), "the recommending body": r.reads(programme.RoleRecommender, r.Body("jizhou")),
	} {
		c.Says("/审计 示范医院").SeesNot("拟命名").Sees("考察完成")
		if n := strings.Count(c.Screen(), "→"); n == 0 {
			t.Errorf("%s sees no move", name)
		}
	}
}

func TestAContactReadsWhatHeDidHimself(t *testing.T) {
	t.Parallel()
	r := recorded(t, programme.AppSubmitted)
	r.reads(programme.RoleContact, r.unit).Says("/审计").Sees("办理记录：吉安市示范医院", "共 0 条", "暂无可查看的记录")
}

func TestWhatIsNotHisIsAsGoodAsNotThere(t *testing.T) {
	t.Parallel()
	r := recorded(t, programme.AppSubmitted)
	stranger := r.reads(programme.RoleRecommender, r.Body("qingyuan"))
	stranger.Says("/审计 示范医院").Sees("没有找到可查看的申报")
	stranger.Says("/审计 没有这家").Sees("没有找到可查看的申报")
	stranger.Forges("audit.page", int64(r.of.ID), "0").SeesNot("示范医院")
	r.reads(programme.RoleOffice).Says("/审计").Sees("请在命令后写上受理编号")
}
