package imports_test

import (
	"testing"

	"luling/store"
	"luling/store/programme"
)

func TestBodiesAreComparedWithTheRecords(t *testing.T) {
	t.Parallel()
	h := town(t)
	before := h.Body("jizhou")
	c := office(h).Says(table(
		"推荐单位名称,类型,推荐名额,代码,地区,联系电话,上级单位",
		"中共吉州区委组织部,县（市、区）,3,,,0796-8228888,",
		"庐陵新区高新产业园管委会,功能区,1,gaoxin,庐陵新区高新园,,吉州区委组织部",
		"吉安市文学艺术界联合会,市直,二,wenlian,,8228888,",
		"某局,市直单位,50,ju,,,",
		"某院,其他,1,,,,没有这个单位",
		"庐陵新区高新产业园管委会,功能区,1,,高新,,",
	)).Works()
	want(t, plan(h, c),
		"2 update|推荐名额：2 → 3|电话：（空） → 0796-8228888",
		"3 new 庐陵新区高新产业园管委会",
		"4 wrong|“8228888”缺少区号",
		"5 wrong|“50”超过上限 20",
		"6 wrong|不是推荐单位的类型|不在推荐单位名册内",
		"7 wrong|与第 3 行单位名称相同",
	)
	c.Presses("确认保存：新增 1、更新 1").Works().Sees("已保存 2 行")
	after, zone := h.Body("jizhou"), h.Body("gaoxin")
	if after.Quota != 3 || after.Phone != "0796-8228888" || !after.Kept || after.Name != before.Name {
		t.Errorf("the changed body is %+v", after)
	}
	if zone.ParentID != before.ID || zone.Type != programme.BodyZone || zone.Quota != 1 {
		t.Errorf("the new body is %+v", zone)
	}
	h.Change(func(tx *store.Tx) error { return tx.SeedBodies() })
	if h.Body("jizhou").Quota != 3 {
		t.Error("the programme file takes the office's change back")
	}
}

func TestPeopleAreToBeInvited(t *testing.T) {
	t.Parallel()
	h := town(t)
	u := h.Unit("吉州电子厂")
	h.Unit("青原电子厂", func(u *programme.Unit) { u.AreaID = h.Body("qingyuan").ID })
	h.Person("刘晓梅", programme.RoleContact, u)
	lines := table(
		"姓名,职务,手机,身份,单位",
		"刘晓梅,人事科长,13870600101,联络员,吉州电子厂",
		"周建国,院长,13870600102,一把手,吉州电子厂",
		"李四,,12345,分管领导,吉州电子厂",
		"王五,,,联络员,吉州电子",
		"赵六,,,厂医,吉州电子厂",
		"钱七,教授,,评审专家,",
		"孙八,,,联络员,青原电子厂",
		"周建国,院长,,主要负责人,吉州电子厂",
	)
	c := office(h).Says(lines).Works()
	want(t, plan(h, c),
		"2 update 刘晓梅|职务：（空） → 人事科长|电话：（空） → 13870600101",
		"3 new 周建国", "4 wrong 李四|不是一个电话号码", "5 wrong 王五|名称相近的“吉州电子厂”", "6 wrong 赵六|不是平台的身份",
		"7 new 钱七", "8 new 孙八", "9 wrong 周建国|与第 3 行为同一人",
	)
	c.Presses("确认保存").Works().Sees("已保存 4 行", "尚未收到邀请", "批量邀请")
	invited := map[string]programme.Invitation{}
	h.Look(func(tx *store.Tx) error {
		all, err := tx.InvitationsUnused()
		for _, i := range all {
			invited[i.Name] = i
		}
		return err
	})
	if i := invited["周建国"]; i.Role != programme.RoleHead || i.UnitID != u.ID || i.Post != "院长" || i.Phone != "13870600102" || len(invited) != 3 {
		t.Errorf("invited: %+v", invited)
	}
	if i := invited["钱七"]; i.ExpiresAt.Sub(i.CreatedAt).Hours() != 72 || i.UnitID != 0 {
		t.Errorf("a reviewer: %+v", i)
	}
	c.Says(lines).Works()
	want(t, plan(h, c), "same", "same", "wrong", "wrong", "wrong", "same", "same", "wrong")
	own := recommender(h, "jizhou").Says(lines).Works()
	want(t, plan(h, own), "same", "same", "wrong", "wrong", "wrong", "wrong|由市人才办邀请", "wrong|不由贵单位推荐", "wrong")
}

func TestSitesNamedBeforeAreCounted(t *testing.T) {
	t.Parallel()
	h := town(t)
	h.Unit("吉州电子厂")
	h.Unit("吉州制药厂")
	h.Unit("吉州中学", func(u *programme.Unit) { u.Type = programme.School })
	c := office(h).Says(table(
		"示范点\t类别\t命名日期\t文号\t证书编号\t历次考核\t状态",
		"吉州电子厂\t企业创新创业\t2016年12月20日\t吉才字〔2016〕9号\t2016-3\t2017年优秀；2019年合格\t有效",
		"吉州制药厂\t企业创新创业人才\t42724\t\t2016-4\t2018年度不合格\t已摘牌",
		"吉州中学\t专业技术\t2030年1月1日",
		"吉州中学\t高技能\t2018-05-01",
		"吉州中学\t专业技术\t2012-05-01",
		"吉州中学\t专业技术\t2018年5月",
		"吉州中学\t文化艺术\t2月30日",
		"吉州电子厂\t企业创新创业\t2016年12月20日",
		"吉州中学\t专业技术\t2018-05-01\t\t2016-3\t去年很好\t好",
	)).Works()
	want(t, plan(h, c),
		"2 new", "3 new", "4 wrong|2030年1月1日，尚未到来", "5 wrong|学校不在|S3.3|可选：专业技术", "6 wrong|早于2015年6月15日",
		"7 wrong|缺少日", "8 wrong|不是规定的类别|没有这一天", "9 wrong|与第 2 行为同一单位", "10 wrong|证书编号相同|“考核结果”填的|不是示范点的状态",
	)
	c.Presses("确认保存：新增 2").Works().Sees("已保存 2 行")
	h.Look(func(tx *store.Tx) error {
		n, err := tx.SiteCount()
		if n.Named != 2 || n.InForce != 1 || n.Delisted != 1 {
			t.Errorf("counted %+v", n)
		}
		sites, more := tx.Sites(store.SiteFilter{States: []programme.SiteState{programme.SiteActive}})
		if len(sites) != 1 || len(sites[0].Grades) != 2 || sites[0].Grades[0].Grade != programme.GradeExcellent || sites[0].Document != "吉才字〔2016〕9号" {
			t.Errorf("the site: %+v, %v", sites, more)
		}
		return err
	})
	c.Says(table("示范点\t类别\t命名日期\t状态\t历次考核", "吉州电子厂\t1\t2016-12-20\t整改中\t2025优秀", "吉州电子厂\t企业\t2019-12-20")).Works()
	want(t, plan(h, c), "2 update|状态：有效 → 限期整改|2017年优秀；2019年合格 → 2025年优秀", "3 wrong")
	c.Presses("确认保存：新增 0、更新 1").Works().Sees("已保存 1 行")
}
