package apply_test

import (
	"testing"

	"luling/store/programme"
)

func TestWholeApplicationInEachCategory(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, button string
		kind         programme.UnitType
		category     programme.Category
		label        string
	}{
		{"a park, enterprise talent", "企业创新创业", programme.IndustrialPark, programme.CatEnterprise, "博士人数"},
		{"a hospital, professional talent", "专业技术", programme.Hospital, programme.CatProfessional, "高级职称人数"},
		{"a studio, skilled talent", "高技能", programme.MasterStudio, programme.CatSkilled, "高技能人才数"},
		{"a cooperative, rural talent", "农村实用", programme.Cooperative, programme.CatRural, "农村实用人才数"},
		{"a township, social work talent", "社会工作", programme.Township, programme.CatSocialWork, "持证社工人数"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := filled(t, tt.kind, tt.button, nil)
			c.contact.Sees("各项已填写完整").Presses("提交").Sees("已提交单位领导确认", "张院长", "王副院长")
			c.wants(programme.AppAwaitingLeader)
			c.head.Told("请您确认", "示范单位", "6 个文件").PressesNotice("查看全部").Sees("单位全称", "吉州区")
			for c.head.Has("下一页") {
				c.head.Presses("下一页")
			}
			c.head.Sees("申报承诺").Presses("六有-6").Sees(tt.label).SeesNot("类别变更")
			c.head.PressesNotice("确认申报").Sees("请再次确认", "材料校验码")
			c.wants(programme.AppAwaitingLeader)
			c.head.Presses("再次确认").Sees("【申报回执】吉安市示范单位", "2026-吉州-001", "待中共吉州区委组织部推荐", "2026年4月30日前完成", "/进度")
			c.wants(programme.AppSubmitted)
			c.contact.Told("【申报回执】", "2026-吉州-001")
			c.deputy.Told("【申报回执】")
			c.recommender.Told("新的申报", "2026-吉州-001").PressesNotice("查看申报").Sees("待推荐", "第 1 版")
			if a := c.application(); a.Category != tt.category || a.Number != "2026-吉州-001" || a.SubmittedAt == nil {
				t.Errorf("the application is %+v", a)
			}
			if n := len(c.neighbour.Notices()); n != 0 {
				t.Errorf("another body was told %d times", n)
			}
		})
	}
}
