package units_test

import (
	"fmt"
	"strings"
	"testing"

	"luling/flows/flowtest"
	"luling/store"
	"luling/store/programme"
)

func TestBodiesAreAddedAndChanged(t *testing.T) {
	t.Parallel()
	h := town(t)
	office := h.Of(h.Person("刘主任", programme.RoleOffice))
	office.Says("/bodies").Sees("共 39 个", "第 1/5 页", "尚无人员").Presses("下一页").Sees("9. ")
	office.Says("吉州").Sees("中共吉州区委组织部").Presses("中共吉州区委组织部").Sees("县（市、区）", "编号简称：吉州", "每轮推荐名额：2 个")
	office.Presses("修改推荐名额").Sees("现为：2").Says("21").Sees("20").Says("3").Presses("提交").Sees("已修改", "每轮推荐名额：3 个")
	office.Presses("修改电话").Says("0796-8223344").Presses("提交").Sees("0796")
	office.Presses("修改上级单位").Presses("青原").Presses("提交").Sees("上级单位：中共青原区委组织部")
	h.Change(func(tx *store.Tx) error { return tx.SeedBodies() })
	if b := h.Body("jizhou"); b.Quota != 3 || b.Phone == "" || b.ParentID != h.Body("qingyuan").ID {
		t.Errorf("the programme file changed it back: %+v", b)
	}

	office.Says("/bodies").Presses("新增推荐单位").Says("中共吉州区委 组织部").Sees("与现有推荐单位").Says("庐陵新区党工委").Presses("功能区")
	office.Says("庐陵新区").Says("庐陵").Sees("通常为 1 个").Says("1").Presses("跳过").Presses("无上级单位").Presses("提交").Sees("已登记", "庐陵新区党工委")
	office.Says("/units").Presses("新增单位").Says("新区中学").Presses("学校").Says("庐陵新区").Sees("请选择主管部门")

	for _, who := range []*flowtest.Chat{h.Of(h.Person("李科长", programme.RoleRecommender, h.Body("jizhou"))), h.Chat(5)} {
		who.Says("/bodies").Sees("没有可供您使用的命令")
		who.Forges("units.end", int64(h.Body("jizhou").ID), "").Sees("暂无权限")
	}
}

// A merged body gives everything to its successor in one act: units, applications
// that are not over, people; what is over and the journal keep the old name.
func TestABodyIsMerged(t *testing.T) {
	t.Parallel()
	h := town(t)
	from, to := h.Body("jizhou"), h.Body("qingyuan")
	office := h.Of(h.Person("刘主任", programme.RoleOffice))
	body := h.Of(h.Person("李科长", programme.RoleRecommender, from))
	both := h.Of(h.Person("张科长", programme.RoleRecommender, from))
	h.Change(func(tx *store.Tx) error {
		g := programme.Grant{PersonID: both.Who.ID, Role: programme.RoleRecommender, BodyID: to.ID, State: programme.GrantActive}
		return tx.AddGrant(&g)
	})
	r := h.Round(programme.RoundApplying)
	live, over, withdrawn, there := h.Unit("甲厂"), h.Unit("乙厂子弟校"), h.Unit("丙医院分院"), h.Unit("丁厂", inQingyuan(h))
	apps := map[string]programme.Application{
		"live": h.Application(live, r, programme.AppSubmitted), "withdrawn": h.Application(withdrawn, r, programme.AppWithdrawn),
		"over": h.Application(over, r, programme.AppDisqualified), "there": h.Application(there, r, programme.AppDraft),
	}
	contact := h.Of(h.Person("孙联络", programme.RoleContact, live))

	office.Says("/bodies 吉州").Presses("中共吉州区委组织部").Presses("更名、撤销或合并").Presses("撤销或合并").Says("青原").Says("机构改革").Sees("还差").Says("机构改革，职能并入青原区委组织部")
	office.Sees("由中共青原区委组织部承接 3 个单位、2 件在办申报、2 名人员").Presses("提交").Sees("请再次确认", "3 个单位", "2 名人员")
	h.Unit("戊厂新设")
	stale := office.Button("再次确认")
	office.Presses("再次确认").Sees("数量在您查看后有变化", "4 个单位")
	again := office.Button("再次确认")
	office.Presses("再次确认").Sees("已办结", "由中共青原区委组织部承接", "所推荐单位：0 个").SeesNot("修改", "更名、撤销")

	for name, want := range map[string]programme.BodyID{"live": to.ID, "withdrawn": to.ID, "over": from.ID, "there": to.ID} {
		h.Look(func(tx *store.Tx) error {
			a, err := tx.Application(apps[name].ID)
			if a.BodyID != want {
				t.Errorf("%s is with body %d, want %d", name, a.BodyID, want)
			}
			return err
		})
	}
	body.Told("中共吉州区委组织部已撤并", "4 个单位").Says("/me").Sees("中共青原区委组织部 推荐单位（当前）")
	body.Says("/units").Sees("共 5 个", "甲厂", "丁厂")
	both.Says("/me").Sees("中共青原区委组织部 推荐单位").SeesNot("吉州区委组织部 推荐单位")
	contact.Told("贵单位原由中共吉州区委组织部推荐，现由中共青原区委组织部承接")
	if u := unit(h, live.ID); u.AreaID != to.ID || u.Version != live.Version+1 {
		t.Errorf("%+v", u)
	}
	h.Look(func(tx *store.Tx) error {
		e, err := tx.LastEntry(fmt.Sprintf("body/%d", from.ID), "succeed")
		if !strings.Contains(string(e.Data), from.Name) || e.Reason == "" || e.Actor != office.Who.ID {
			t.Errorf("journal: %+v", e)
		}
		_, more := tx.LastEntry(fmt.Sprintf("application/%d", apps["live"].ID), "go_over")
		return firstError(err, more)
	})

	// what was pressed before, and again, is answered politely and changes nothing
	for _, b := range []struct{ words string }{{"old"}, {"second"}} {
		button := stale
		if b.words == "second" {
			button = again
		}
		office.PressesButton(button).Sees("刘主任", "办理撤并", "未执行")
	}
	office.Forges("units.end", int64(from.ID), "").Sees("已于", "撤并")
	office.Forges("units.body_change", int64(from.ID), "quota").Sees("撤并")
	office.Forges("units.succeed", 4711, "").Sees("暂无权限")
	office.Says("/units").Presses("新增单位").Says("城北实验小学").Presses("企业").SeesNot("[吉州区]").Says("吉州区").Sees("选项中没有")
}

func firstError(all ...error) error {
	for _, err := range all {
		if err != nil {
			return err
		}
	}
	return nil
}

func TestABodyIsRenamed(t *testing.T) {
	t.Parallel()
	h := town(t)
	b := h.Body("jizhou")
	office, second := h.Of(h.Person("刘主任", programme.RoleOffice)), h.Of(h.Person("周主任", programme.RoleOffice))
	body := h.Of(h.Person("李科长", programme.RoleRecommender, b))
	u := h.Unit("甲厂")
	second.Says("/bodies 吉州").Presses("中共吉州").Presses("更名、撤销或合并").Presses("更名")
	office.Says("/bodies 吉州").Presses("中共吉州").Presses("更名、撤销或合并").Presses("更名").Says("中共青原区委组织部").Sees("与现有推荐单位").Says("中共吉州区委人才局")
	office.Says("区委机构改革方案，更名").Presses("提交").Sees("更名为中共吉州区委人才局", "1 个单位").Presses("再次确认").Sees("已更名", "中共吉州区委人才局")
	body.Told("已更名为中共吉州区委人才局").Says("/units").Presses("甲厂").Sees("推荐单位：中共吉州区委人才局")
	if unit(h, u.ID).Version != u.Version {
		t.Error("the unit was touched")
	}
	second.Says("另一个名称").Sees("刘主任", "修改", "未执行")
	h.Look(func(tx *store.Tx) error {
		e, err := tx.LastEntry(fmt.Sprintf("body/%d", b.ID), "rename_body")
		if !strings.Contains(string(e.Data), b.Name) {
			t.Errorf("journal: %s", e.Data)
		}
		return err
	})
}
