package units_test

import (
	"fmt"
	"testing"
	"time"

	"luling/flows"
	"luling/flows/apply"
	"luling/flows/flowtest"
	"luling/flows/people"
	"luling/flows/units"
	"luling/store"
	"luling/store/programme"
)

// Monday, 2 March 2026, 09:00 at the office.
var monday = time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC)

// goodCode is a credit code whose check digit fits.
const goodCode = "91360800MA35J0XT4K"

func town(t *testing.T) *flowtest.House {
	t.Helper()
	return flowtest.New(t, monday, units.Feature, people.Feature, apply.Feature)
}

func unit(h *flowtest.House, id programme.UnitID) (u programme.Unit) {
	h.Look(func(tx *store.Tx) (err error) {
		u, err = tx.Unit(id)
		return err
	})
	return u
}

func all(h *flowtest.House) (list []programme.Unit) {
	h.Look(func(tx *store.Tx) (err error) {
		list, err = tx.Units(store.UnitFilter{})
		return err
	})
	return list
}

func inQingyuan(h *flowtest.House) func(*programme.Unit) {
	return func(u *programme.Unit) { u.AreaID = h.Body("qingyuan").ID }
}

func TestTheListIsPagedAndSearched(t *testing.T) {
	t.Parallel()
	h := town(t)
	for i := range 9 {
		h.Unit(fmt.Sprintf("第%d医院", i+1))
	}
	h.Unit("青原中学", inQingyuan(h))
	body := h.Of(h.Person("李科长", programme.RoleRecommender, h.Body("jizhou")))
	body.Says("/units").Sees("共 9 个，第 1/2 页", "8. ", "缺联络员").SeesNot("9. ", "青原", "推荐单位名录").Presses("下一页").Sees("9. ", "第 2/2 页")
	body.Says(" 3医 ").Sees("名称含“3医”", "共 1 个", "1. 第3医院").Presses("显示全部").Sees("共 9 个")
	body.Says("青原中学").Sees("共 0 个", "没有符合的单位")
	office := h.Of(h.Person("刘主任", programme.RoleOffice))
	office.Says("/单位 青原").Sees("1. 青原中学").Presses("1. 青原中学").Sees("单位类型：企业", "所在地：青原区")
	for _, arg := range []string{"99/", "-1/", "x", "", "0/医院"} {
		office.Forges("units.list", 0, arg).Sees("单位名录")
	}
	contact := h.Of(h.Person("孙联络", programme.RoleContact, all(h)[0]))
	contact.Says("/units").Sees("没有可供您使用的命令")
	contact.Forges("units.card", int64(all(h)[0].ID), "").Sees("暂无权限")
}

func TestTheRecommenderAddsToHisOwnArea(t *testing.T) {
	t.Parallel()
	h := town(t)
	body := h.Of(h.Person("李科长", programme.RoleRecommender, h.Body("jizhou")))
	body.Says("/units").Presses("新增单位").Sees("单位全称").Says("吉安市吉州区白鹭小学").Presses("学校")
	body.Presses("无主管部门").Sees("18 位").Says(goodCode[:17]).Sees("现为 17 位").Says(goodCode[:17] + "B").Sees("末位校验码")
	body.Says("９１３６０８００ma35j0xt4k").Sees("主要负责人").Presses("跳过").Says("吉州区白鹭路1号").Says("八十六人")
	body.Sees("点“提交”登记该单位").Presses("提交").Sees("已登记", "吉安市吉州区白鹭小学", goodCode, "86 人", "尚无人员启用")
	list := all(h)
	if len(list) != 1 || list[0].AreaID != h.Body("jizhou").ID || list[0].Type != programme.School || list[0].Headcount != 86 || list[0].Head != "" {
		t.Fatalf("%+v", list)
	}
	h.Look(func(tx *store.Tx) error {
		e, err := tx.LastEntry(fmt.Sprintf("unit/%d", list[0].ID), "register_unit")
		if e.Actor != body.Who.ID {
			t.Errorf("journal: %+v", e)
		}
		return err
	})
}

func TestADepartmentAddsCityLevelUnits(t *testing.T) {
	t.Parallel()
	h := town(t)
	department := h.Body(departmentCode(t, h))
	body := h.Of(h.Person("张处长", programme.RoleRecommender, department))
	body.Says("/units").Presses("新增单位").Says("吉安市科学院").Presses("科研院所").Presses("青原区").Says(goodCode)
	body.Presses("跳过").Presses("跳过").Presses("跳过").Presses("提交").Sees("市直单位，由主管部门推荐")
	if u := all(h)[0]; u.AuthorityID != department.ID || !u.CityLevel || u.RecommendedBy() != department.ID || u.AreaID != h.Body("qingyuan").ID {
		t.Errorf("%+v", u)
	}
}

func departmentCode(t *testing.T, h *flowtest.House) (code string) {
	t.Helper()
	h.Look(func(tx *store.Tx) error {
		bodies, err := tx.Bodies()
		for _, b := range bodies {
			if b.Type == programme.BodyDepartment {
				code = b.Code
			}
		}
		return err
	})
	return code
}

func TestAVillageNeedsNoCode(t *testing.T) {
	t.Parallel()
	h := town(t)
	office := h.Of(h.Person("刘主任", programme.RoleOffice))
	office.Says("/units").Presses("新增单位").Says("白鹭社区").Says("村居").Presses("吉州区").Presses("无主管部门").Sees("18 位").Presses("跳过").Sees("负责人")
	office.Says("/units").Presses("新增单位").Sees("白鹭社区", "负责人")
}

func TestPerhapsRegisteredAlready(t *testing.T) {
	t.Parallel()
	h := town(t)
	there := h.Unit("吉安市庐陵人民医院", inQingyuan(h), func(u *programme.Unit) { u.CreditCode = goodCode })
	office := h.Of(h.Person("刘主任", programme.RoleOffice))
	office.Says("/units").Presses("新增单位").Says("吉安市 庐陵人民医院").Sees("疑似重复", "名称相同", "青原区委组织部推荐").SeesNot("另一个单位")
	office.Presses("吉安市庐陵人民医院").Sees("不重复登记").Presses("提交").Sees("该单位此前已登记", goodCode)

	office.Says("/units").Presses("新增单位").Says("吉安市庐陵第一医院").Sees("疑似重复", "名称相近").Presses("是另一个单位").Sees("单位类型")
	office.Presses("医院").Presses("吉州区").Presses("无主管部门").Says(goodCode).Sees("主要负责人")
	if n := len(all(h)); n != 1 {
		t.Errorf("%d units", n)
	}

	body := h.Of(h.Person("李科长", programme.RoleRecommender, h.Body("jizhou")))
	body.Says("/units").Presses("新增单位").Says("城南敬老院").Says("其他社会组织").Presses("无主管部门").Says(goodCode)
	body.Sees("疑似重复", "同一统一社会信用代码").Presses("吉安市庐陵人民医院").Presses("提交").Sees("该单位已登记", "青原区委组织部负责推荐")
	if u := unit(h, there.ID); u.Version != there.Version {
		t.Error("it was changed")
	}
}

func TestOneFieldIsChanged(t *testing.T) {
	t.Parallel()
	h := town(t)
	u := h.Unit("吉州甲厂")
	body := h.Of(h.Person("李科长", programme.RoleRecommender, h.Body("jizhou")))
	body.Says("/units").Presses("吉州甲厂").SeesNot("修改所在地", "修改主管部门").Presses("修改地址").Sees("现为：未填").Says("工业大道 6 号").Presses("提交").Sees("已修改", "工业大道 6 号")
	body.Presses("修改地址").Sees("现为：工业大道 6 号").Says("工业大道 6 号").Presses("提交").Sees("内容与原来相同")
	body.Presses("修改名称").Says("吉州甲厂").Sees("提交").SeesNot("疑似重复").Says("/cancel")
	body.Forges("units.change", int64(u.ID), "area").Sees("暂无权限")
	body.Forges("units.change", int64(u.ID), "nothing").Sees("暂无权限")
	far := h.Unit("青原乙厂", inQingyuan(h))
	body.Forges("units.change", int64(far.ID), "address").Sees("暂无权限")
	body.Forges("units.card", 4711, "").Sees("暂无权限")

	office := h.Of(h.Person("刘主任", programme.RoleOffice))
	office.Says("/units").Presses("吉州甲厂").Presses("修改所在地").Sees("现为：吉州区").Says("青原").Presses("提交").Sees("所在地：青原区")
	body.Says("/units").SeesNot("吉州甲厂").Forges("units.card", int64(u.ID), "").Sees("暂无权限")
	h.Look(func(tx *store.Tx) error {
		e, err := tx.LastEntry(fmt.Sprintf("unit/%d", u.ID), "change_unit")
		want := fmt.Sprintf(`{"field":"area","from":"%d","to":"%d"}`, h.Body("jizhou").ID, h.Body("qingyuan").ID)
		if string(e.Data) != want {
			t.Errorf("journal: %s, want %s", e.Data, want)
		}
		return err
	})
}

// Who was overtaken sees what the other one wrote, and chooses; a change of
// another field is nobody's trouble.
func TestOvertaken(t *testing.T) {
	t.Parallel()
	h := town(t)
	u := h.Unit("吉州甲厂")
	body, office := h.Of(h.Person("李科长", programme.RoleRecommender, h.Body("jizhou"))), h.Of(h.Person("刘主任", programme.RoleOffice))
	open := func(c *flowtest.Chat, field string) *flowtest.Chat {
		return c.Forges("units.change", int64(u.ID), field)
	}
	open(body, "address").Says("工业大道 6 号")
	open(office, "headcount").Says("12").Presses("提交").Sees("已修改")
	body.Presses("提交").Sees("已修改", "工业大道 6 号", "12 人")

	open(body, "address").Says("学苑路 1 号")
	open(office, "address").Says("学苑路 2 号").Presses("提交").Sees("学苑路 2 号")
	body.Presses("提交").Presses("去补充").Sees("刘主任", "现有内容：学苑路 2 号", "您填写的：学苑路 1 号").Presses("保留现有内容").Presses("提交").Sees("已保留现有内容", "学苑路 2 号")

	open(body, "address").Says("学苑路 3 号")
	open(office, "address").Says("学苑路 4 号").Presses("提交")
	body.Presses("提交").Presses("去补充").Presses("以我填写的为准")
	open(office, "address").Says("学苑路 5 号").Presses("提交")
	body.Presses("提交").Presses("去补充").Sees("现有内容：学苑路 5 号").Presses("以我填写的为准").Presses("提交").Sees("学苑路 3 号")
	if got := unit(h, u.ID); got.Address != "学苑路 3 号" || got.Headcount != 12 {
		t.Errorf("%+v", got)
	}
}

// A change of type takes the category off an application that is not submitted,
// after it was confirmed; one without a category is left alone.
func TestChangingTheTypeClearsTheCategory(t *testing.T) {
	t.Parallel()
	h := town(t)
	u := h.Unit("吉州甲厂")
	r := h.Round(programme.RoundApplying)
	contact := h.Of(h.Person("孙联络", programme.RoleContact, u))
	office := h.Of(h.Person("刘主任", programme.RoleOffice))
	contact.Says("/apply").Presses("开始填写").Presses("下一步").Presses("高技能")
	office.Says("/units").Presses("吉州甲厂").Sees("填写中").Presses("修改类型").Sees("现为：企业").Presses("学校").Sees("申报类别将清空", "高技能").Presses("确认修改").Presses("提交").Sees("单位类型：学校")
	contact.Told("高技能", "学校", "重新选择")
	contact.Says("/apply").Sees("专业技术人才工作示范点").SeesNot("高技能人才工作示范点")
	h.Look(func(tx *store.Tx) error {
		a, err := tx.LiveApplication(u.ID, r.ID)
		if a.Category != "" {
			t.Errorf("%+v", a)
		}
		return err
	})
	office.Says("/units").Presses("吉州甲厂").Presses("修改类型").Presses("医院").SeesNot("清空").Presses("提交").Sees("单位类型：医院")
}

func TestAFormIsOfWhoBeganIt(t *testing.T) {
	t.Parallel()
	h := town(t)
	u := h.Unit("吉州甲厂")
	office := h.Person("刘主任", programme.RoleOffice)
	for _, subject := range []string{"", "add", "add/999", "1/address/x", fmt.Sprintf("%d/nothing/x/%d", u.ID, office.ID), fmt.Sprintf("77/address/x/%d", office.ID)} {
		h.Look(func(tx *store.Tx) error {
			tx.As(office.Person, office.Grant)
			if _, err := units.Feature.Forms["units.unit"](tx, subject); flows.RefusalOf(err) == nil {
				t.Errorf("%q opens: %v", subject, err)
			}
			return nil
		})
	}
}
