package imports_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"luling/store"
	"luling/store/programme"
)

func TestUnitsAreComparedWithTheRegister(t *testing.T) {
	t.Parallel()
	h := town(t)
	h.Unit("吉州电子厂", func(u *programme.Unit) { u.Address, u.Headcount = "人民路1号", 100 })
	h.Unit("吉州制药厂")
	h.Unit("吉州机械厂", func(u *programme.Unit) { u.CreditCode = "91360800MA00000010" })
	c := office(h).Says(table(
		"单位名称\t类型\t所在地\t信用代码\t人数\t地址",
		"吉州电子厂\t企业\t吉州\t\t1２0人\t人民路1号",
		"吉州制药厂\t企业\t吉州区",
		"吉州赣中化工集团\t企业\t吉州区委组织部\t\t约３０",
		"吉州制要厂\t企业\t吉州区",
		"吉州机械总厂\t企业\t吉州区\t91360800MA00000010",
		"吉安市农业农村局下属站\t企业\t市农业农村局",
	)).Works()
	want(t, plan(h, c),
		"2 update 吉州电子厂|职工人数：100 → 120",
		"3 same 吉州制药厂",
		"4 new 吉州赣中化工集团",
		"5 asked 吉州制要厂|“吉州制药厂”名称相近",
		"6 asked 吉州机械总厂|“吉州机械厂”统一社会信用代码相同",
		"7 wrong|不在推荐单位名册内",
	)
	c.Sees("1 条新增、1 条更新、1 条有误", "1 条无变化", "2 条疑似重复")
	if unitCalled(h, "吉州赣中化工集团").ID != 0 {
		t.Error("something is saved before it was confirmed")
	}
	c.Presses("核对疑似重复").Sees("第 5 行", "吉州制药厂").Presses("本行不导入")
	c.Sees("第 6 行", "信用代码相同", "名称：吉州机械厂 → 吉州机械总厂").SeesNot("是另一个单位")
	c.Presses("就是它").Sees("1 条新增、2 条更新", "1 条不导入").Presses("确认保存：新增 1、更新 2").Sees("正在保存").Works().Sees("已保存 3 行")
	if u := unitCalled(h, "吉州机械总厂"); u.CreditCode != "91360800MA00000010" || unitCalled(h, "吉州机械厂").ID != 0 {
		t.Errorf("the renamed unit is %+v", u)
	}
	if u := unitCalled(h, "吉州电子厂"); u.Headcount != 120 || u.Address != "人民路1号" || u.Version != 2 {
		t.Errorf("the changed unit is %+v", u)
	}
	if u := unitCalled(h, "吉州赣中化工集团"); u.Headcount != 30 || u.AreaID != h.Body("jizhou").ID {
		t.Errorf("the new unit is %+v", u)
	}
	if unitCalled(h, "吉州制要厂").ID != 0 {
		t.Error("what was left out is saved")
	}
}

// The record of a line changes between the report and the confirmation.
func TestWhatChangedMeanwhileIsLeftAlone(t *testing.T) {
	t.Parallel()
	h := town(t)
	u := h.Unit("吉州电子厂")
	c := office(h).Says(table("名称,类型,所在地,人数", "吉州电子厂,企业,吉州区,120", "吉州赣中化工集团,企业,吉州区,7", "吉州井冈纺织公司,企业,吉州区,8")).Works()
	h.Change(func(tx *store.Tx) error { u.Headcount = 99; return tx.PutUnit(&u) })
	h.Unit("吉州赣中化工集团")
	c.Presses("确认保存").Works().Sees("已保存 1 行", "2 行的记录在核对之后已被更改", "第 2 行（吉州电子厂）", "第 3 行（吉州赣中化工集团）")
	if now := unitCalled(h, "吉州电子厂"); now.Headcount != 99 {
		t.Errorf("overwritten: %+v", now)
	}
}

// A process that dies after any piece of the saving loses nothing and doubles
// nothing.
func TestASaveThatDiesGoesOn(t *testing.T) {
	t.Parallel()
	for at := 1; at <= 7; at++ {
		h := town(t)
		lines := []string{"名称,类型,所在地"}
		for i := range 90 {
			lines = append(lines, fmt.Sprintf("吉州%s厂,企业,吉州区", strings.Repeat(string(rune('甲'+i)), 3)))
		}
		c := office(h).Says(table(lines...))
		c.Dies(at, errors.New("killed")).Works().Sees("90 条新增")
		c.Presses("确认保存：新增 90").Dies(at, errors.New("killed")).Works().Sees("已保存 90 行")
		entries := map[string]int{}
		h.Look(func(tx *store.Tx) error {
			all, err := tx.Units(store.UnitFilter{})
			for _, u := range all {
				e, err := tx.Entries(fmt.Sprintf("unit/%d", u.ID))
				if err != nil {
					return err
				}
				entries[u.Name] += len(e)
			}
			return err
		})
		for name, n := range entries {
			if n != 1 {
				t.Errorf("killed at piece %d: %s has %d entries", at, name, n)
			}
		}
		if len(entries) != 90 {
			t.Errorf("killed at piece %d: %d units", at, len(entries))
		}
	}
}

func TestOldButtonsOfAListChangeNothing(t *testing.T) {
	t.Parallel()
	h := town(t)
	h.Unit("吉州制药厂")
	c := office(h).Says(table("名称,类型,所在地", "吉州制要厂,企业,吉州区", "吉州赣中化工集团,企业,吉州区")).Works()
	old := c.Button("确认保存：新增 1")
	c.Presses("核对疑似重复").Presses("是另一个单位").Sees("2 条新增")
	c.PressesButton(old)
	if unitCalled(h, "吉州赣中化工集团").ID != 0 || !strings.Contains(c.Toast(), "本次操作未生效") {
		t.Errorf("a plan that was not shown is saved; toast %q", c.Toast())
	}
	c.Presses("确认保存：新增 2").Works().Sees("已保存 2 行")
	c.PressesButton(old).Sees("已保存 2 行")
	again := office(h)
	again.Forges("imports.show", 1, "").Sees("暂无权限")
}

func TestARecommenderSendsHisOwnAreaAlone(t *testing.T) {
	t.Parallel()
	h := town(t)
	h.Unit("青原电子厂", func(u *programme.Unit) { u.AreaID = h.Body("qingyuan").ID })
	c := recommender(h, "jizhou").Says(table("名称,类型,所在地", "吉州电子厂,企业,", "青原电子厂,企业,吉州区", "青原化工厂,企业,青原区", "吉州河东机床厂,企业,吉州区")).Works()
	want(t, plan(h, c), "2 new", "3 wrong|不由贵单位推荐", "4 wrong|不由贵单位推荐", "5 new")
	c.Says(table("推荐单位名称,名额,类型", "吉州区委,3,县区")).Works().Sees("未能从表头判断").SeesNot("按“推荐单位”")
	contact := h.Of(h.Person("联络员", programme.RoleContact, unitCalled(h, "青原电子厂")))
	contact.Says(table("名称,类型", "甲厂,企业"))
	contact.SendsTable("名单.csv", []byte("名称,类型\n甲厂,企业"))
	if n := len(rows(h)); n != 0 {
		t.Errorf("a list of somebody who may send none has %d lines", n)
	}
}

func TestWhatIsNoListIsSaid(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct{ file, content, says string }{
		"no header":              {"a.csv", "甲,乙\n丙,丁", "未能从表头判断"},
		"a column short":         {"a.csv", "所在地,单位类型,人数\n吉州,企业,3", "未能从表头判断"},
		"nothing but a header":   {"a.csv", "名称,类型,所在地\n", "表头下没有内容"},
		"an old workbook":        {"a.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版格式"},
		"quotes that do not end": {"a.csv", "名称,类型\n\"甲,企业", "1 条有误"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := town(t)
			c := office(h).SendsTable(row.file, []byte(row.content)).Works()
			c.Sees(row.says)
			if row.says == "未能从表头判断" {
				c.Presses("按“单位”名单读取").Sees("正在逐行核对").Works().Sees("单位名称")
			}
		})
	}
}

// What comes of itself becomes the screen of who looks at it, and a notice for
// who does not.
func TestWhoWentAwayIsToldByANotice(t *testing.T) {
	t.Parallel()
	h := town(t)
	c := office(h).Says(table("名称,类型,所在地", "吉州电子厂,企业,吉州区")).Sees("正在逐行核对")
	c.Says("/menu").Works().Sees("您好")
	c.Told("1 条新增").PressesNotice("确认保存").Sees("正在保存").Works().Sees("已保存 1 行")
}

func TestFiveThousandLines(t *testing.T) {
	h := town(t)
	var b strings.Builder
	b.WriteString("单位名称,单位类型,所在地,职工人数\n")
	for i := range 5000 {
		fmt.Fprintf(&b, "吉州区%s村民委员会,村居,吉州区,%d\n", village(i), i)
	}
	c := office(h).SendsTable("名单.csv", []byte(b.String()))
	begun := time.Now()
	c.Works().Sees("共 5,000 行：5,000 条新增")
	read := time.Now()
	c.Presses("确认保存：新增 5000").Works().Sees("已保存 5,000 行")
	t.Logf("read in %v, saved in %v", read.Sub(begun), time.Since(read))
}

// village is the i-th name of two to four characters.
func village(i int) string {
	signs := []rune("东南西北中上下前后大小新老红白青黄金木水")
	n := len(signs)
	return string([]rune{signs[i%n], signs[i/n%n], signs[i/n/n%n]})
}

// What cannot be saved in six tries is given back to who confirmed it.
func TestASaveInVainCanBeConfirmedAgain(t *testing.T) {
	t.Parallel()
	h := town(t)
	c := office(h).Says(table("名称,类型,所在地", "吉州电子厂,企业,吉州区", "吉州赣中化工集团,企业,吉州区")).Works()
	c.Presses("确认保存").Fails(1, errors.New("disk"))
	c.Sees("保存未能全部完成", "确认保存：新增 2").Presses("确认保存").Works().Sees("已保存 2 行")
}

func TestADepartmentListsItsOwnUnits(t *testing.T) {
	t.Parallel()
	h := town(t)
	var department programme.Body
	h.Look(func(tx *store.Tx) error {
		all, err := tx.Bodies()
		for _, b := range all {
			if !b.HasArea() {
				department = b
			}
		}
		return err
	})
	c := recommender(h, department.Code).Says(table("名称,类型,所在地", "吉安市第 二 技 师 学院,技师学院,青原区", "吉安市直属站,企业,")).Works()
	want(t, plan(h, c), "2 new 吉安市第二技师学院", "3 wrong|未填写“所在地”")
	c.Presses("确认保存").Works().Sees("已保存 1 行")
	if u := unitCalled(h, "吉安市第二技师学院"); u.RecommendedBy() != department.ID || u.AreaID != h.Body("qingyuan").ID || u.Type != programme.VocationalCollege {
		t.Errorf("registered as %+v", u)
	}
}

// A second list of the same bodies, one with a short name that is taken.
func TestShortNamesStandInNumbers(t *testing.T) {
	t.Parallel()
	h := town(t)
	c := office(h).Says(table("推荐单位,类型,名额,简称,地区", "吉州新城管委会,功能区,1,吉州,吉州新城", "河东新区管委会,功能区,1,河东,河东新区", "河东园区管委会,功能区,1,河东,河东园区")).Works()
	want(t, plan(h, c), "wrong|简称“吉州”已由", "new", "wrong|与第 3 行简称相同")
}
