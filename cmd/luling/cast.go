package main

import (
	"luling/bot/playground"
	"luling/store/programme"
)

// A player is one of the playground's ready-made people. All names, numbers and
// units are invented.
type player struct {
	id    int64 // account in the playground
	name  string
	post  string
	phone string
	role  programme.Role
	unit  string // key of a ready-made unit
	body  string // code of a recommending body
	lang  string
	label playground.Words
}

// players are everybody, in the order the page lists them: those of one
// application come first, for a desktop opens the chats of the first few.
var players = []player{
	{1001, "刘晓梅", "人力资源部主任", "13870600101", programme.RoleContact, "hospital", "", "zh", playground.Words{Zh: "联络员 · 医院", En: "Contact · hospital"}},
	{1002, "周建国", "院长", "13870600102", programme.RoleHead, "hospital", "", "zh", playground.Words{Zh: "主要负责人 · 医院", En: "Head · hospital"}},
	{1013, "李振华", "人才股股长", "13870600113", programme.RoleRecommender, "", "jizhou", "zh", playground.Words{Zh: "推荐单位 · 吉州区", En: "Recommender · Jizhou"}},
	{1015, "陈立新", "人才科科长", "13870600115", programme.RoleOffice, "", "", "zh", playground.Words{Zh: "市人才办", En: "City talent office"}},
	{1003, "钟秀兰", "副院长", "13870600103", programme.RoleDeputy, "hospital", "", "zh", playground.Words{Zh: "分管领导 · 医院", En: "Deputy · hospital"}},
	{1004, "郭志强", "人事主管", "13870600104", programme.RoleContact, "enterprise", "", "zh", playground.Words{Zh: "联络员 · 企业", En: "Contact · enterprise"}},
	{1005, "Helen Xiao", "HR manager", "13870600105", programme.RoleContact, "enterprise", "", "en", playground.Words{Zh: "联络员(英文) · 企业", En: "Contact (English) · enterprise"}},
	{1006, "肖文斌", "总经理", "13870600106", programme.RoleHead, "enterprise", "", "zh", playground.Words{Zh: "主要负责人 · 企业", En: "Head · enterprise"}},
	{1007, "彭丽华", "办公室主任", "13870600107", programme.RoleContact, "college", "", "zh", playground.Words{Zh: "联络员 · 职业学院", En: "Contact · vocational college"}},
	{1008, "罗永辉", "院长", "13870600108", programme.RoleHead, "college", "", "zh", playground.Words{Zh: "主要负责人 · 职业学院", En: "Head · vocational college"}},
	{1009, "曾小军", "理事", "13870600109", programme.RoleContact, "cooperative", "", "zh", playground.Words{Zh: "联络员 · 合作社", En: "Contact · cooperative"}},
	{1010, "曾庆春", "理事长", "13870600110", programme.RoleHead, "cooperative", "", "zh", playground.Words{Zh: "主要负责人 · 合作社", En: "Head · cooperative"}},
	{1011, "欧阳敏", "党政办主任", "13870600111", programme.RoleContact, "township", "", "zh", playground.Words{Zh: "联络员 · 乡镇", En: "Contact · township"}},
	{1012, "胡建平", "党委书记", "13870600112", programme.RoleHead, "township", "", "zh", playground.Words{Zh: "主要负责人 · 乡镇", En: "Head · township"}},
	{1014, "王春燕", "人才股股长", "13870600114", programme.RoleRecommender, "", "yongfeng", "zh", playground.Words{Zh: "推荐单位 · 永丰县", En: "Recommender · Yongfeng"}},
	{1016, "张素云", "人才科副科长", "13870600116", programme.RoleOffice, "", "", "zh", playground.Words{Zh: "市人才办(二)", En: "City talent office (2)"}},
	{1017, "黄国平", "教授", "13870600117", programme.RoleReviewer, "", "", "zh", playground.Words{Zh: "评审专家", En: "Reviewer"}},
	{1018, "杨雪琴", "研究员", "13870600118", programme.RoleReviewer, "", "", "zh", playground.Words{Zh: "评审专家(二)", En: "Reviewer (2)"}},
	{1019, "吴海涛", "", "13870600119", programme.RolePublic, "", "", "zh", playground.Words{Zh: "社会公众", En: "Public"}},
}

// a place is a ready-made unit.
type place struct {
	key, name string
	kind      programme.UnitType
	area      string
	address   string
	staff     int64
}

var places = []place{
	{"hospital", "吉安市庐陵人民医院", programme.Hospital, "jizhou", "吉安市吉州区井冈山大道108号", 1260},
	{"enterprise", "江西赣江电子科技有限公司", programme.Enterprise, "jizhou", "吉安市吉州区工业园内环路6号", 830},
	{"college", "庐陵职业技术学院", programme.VocationalCollege, "jizhou", "吉安市吉州区学苑路28号", 540},
	{"cooperative", "永丰县恩江蔬菜专业合作社", programme.Cooperative, "yongfeng", "永丰县恩江镇城上村", 46},
	{"township", "永丰县藤田镇人民政府", programme.Township, "yongfeng", "永丰县藤田镇府前街1号", 88},
}

// cast is the playground's view of the players.
func cast() (people []playground.Person) {
	for _, p := range players {
		lang := "zh-hans"
		if p.lang == "en" {
			lang = "en"
		}
		people = append(people, playground.Person{ID: p.id, First: p.name, Lang: lang, Phone: p.phone, Role: p.label})
	}
	return people
}
