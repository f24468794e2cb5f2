package imports

import (
	"strings"

	"luling/store/programme"
)

// typeWords are what lists call the types of unit besides their names.
var typeWords = map[string]programme.UnitType{
	"园区": programme.IndustrialPark, "开发区": programme.IndustrialPark, "产业园": programme.IndustrialPark, "工业园": programme.IndustrialPark,
	"公司": programme.Enterprise, "民营企业": programme.Enterprise, "国有企业": programme.Enterprise, "民企": programme.Enterprise, "国企": programme.Enterprise,
	"中学": programme.School, "小学": programme.School, "中小学": programme.School, "高校": programme.School, "大学": programme.School, "高等学校": programme.School,
	"卫生院": programme.Hospital, "医疗机构": programme.Hospital, "中医院": programme.Hospital,
	"研究院": programme.ResearchInstitute, "研究所": programme.ResearchInstitute, "科研机构": programme.ResearchInstitute, "科研单位": programme.ResearchInstitute,
	"职业院校": programme.VocationalCollege, "技师学院": programme.VocationalCollege, "高职院校": programme.VocationalCollege, "职业学院": programme.VocationalCollege,
	"大师工作室": programme.MasterStudio, "工作室": programme.MasterStudio,
	"乡": programme.Township, "镇": programme.Township, "办事处": programme.Township,
	"村": programme.VillageCommunity, "社区": programme.VillageCommunity, "村委会": programme.VillageCommunity, "居委会": programme.VillageCommunity, "村社区": programme.VillageCommunity,
	"合作社": programme.Cooperative, "农民专业合作社": programme.Cooperative,
	"社会组织": programme.SocialOrg, "协会": programme.SocialOrg, "学会": programme.SocialOrg, "民办非企业": programme.SocialOrg, "社团": programme.SocialOrg,
}

// unitType reads a type by its names in the programme file, or by another word.
func (l *line) unitType() programme.UnitType {
	s := l.cell("type")
	if s == "" {
		return ""
	}
	want := programme.PlainName(s)
	for _, t := range l.rules.UnitTypes {
		for _, w := range append([]programme.Words{t.Name}, t.Also...) {
			if want == programme.PlainName(w.Zh) || want == programme.PlainName(w.En) || want == string(t.ID) {
				return t.ID
			}
		}
	}
	if t, known := typeWords[want]; known {
		if _, there := l.rules.UnitType(t); there {
			return t
		}
	}
	l.bad("type", "type", facts{"Text": s, "Known": l.typeNames()})
	return ""
}

func (l *line) typeName(t programme.UnitType) string {
	rule, _ := l.rules.UnitType(t)
	return rule.Name.Zh
}

func (l *line) typeNames() string {
	var names []string
	for _, t := range l.rules.UnitTypes {
		names = append(names, t.Name.Zh)
	}
	return strings.Join(names, "、")
}
