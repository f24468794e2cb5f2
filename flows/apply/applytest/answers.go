// Package applytest knows the answers to an application form, for the tests of
// all features that are about applications.
package applytest

import (
	"maps"
	"strings"
)

// A sentence is long enough for every text of the application form.
const sentence = "单位党委高度重视人才工作，主要负责人任领导小组组长，制度健全，措施有力，近三年投入专项经费九十五万元，成效明显，群众认可。"

// Answers is a whole application in a round of 2026, whatever its category, but
// for the category itself. What more says takes the place of it. They are written
// as flowtest's Chat.Fill takes them, by the names of the questions, those of
// entries without the entry's id.
func Answers(more map[string]string) map[string]string {
	all := map[string]string{}
	for _, part := range []map[string]string{about, guarantee, fund, entries, criteria, talents, proofs()} {
		maps.Copy(all, part)
	}
	maps.Copy(all, more)
	return all
}

var about = map[string]string{
	"unit": "[下一步]", "address": "吉安市吉州区阳明西路108号", "founded": "2009年6月", "nature": "[事业单位]", "staff": "一百二十六",
	"head": "张三 院长 13800000000", "deputy": "[跳过]", "contact_post": "人事科科长", "contact_phone": "13800000002",
	"body_name": "人事科（人才工作办公室）", "body_founded": "2016年3月", "body_basis": "《关于成立人才工作领导小组的通知》（院党字〔2016〕5号）",
	"full_time": "2", "full_time_names": "陈文静、刘志强",
	"summary": strings.Repeat(sentence, 2), "honours": "[跳过]", "related": "[没有]", "declaration": "[确认]",
}

var guarantee = map[string]string{"no_secret": "[确认]", "study": "[下一步]", "guarantee_text": sentence}

// fund is three years of money that add up.
var fund = map[string]string{
	"fund_opening":     "3",
	"fund.2024.budget": "30", "fund.2024.spent": "28", "fund.2024.carried": "5",
	"fund.2025.budget": "30", "fund.2025.spent": "31.5", "fund.2025.carried": "3.5",
	"fund.2026.budget": "35万元", "fund.2026.spent": "6", "fund.2026.carried": "32.5",
}

// entries are the lists, each as lines that are typed at once.
var entries = map[string]string{
	"rules": "{高层次人才引进办法，2023年5月，引进、使用，院发〔2023〕12号\n" +
		"青年骨干培养计划实施细则，2024年2月，培养，院发〔2024〕3号\n" +
		"人才评价激励和服务保障办法，2024年9月，评价、激励、服务、保障，院发〔2024〕21号}",
	"targets": "{引进硕士以上人才，8 名，人事科陈文静，2026年12月，已到岗 2 名\n" +
		"选派骨干外出进修，12 人次，科教科王敏，2026年10月，已选派 4 人次\n" +
		"培养学科带头人，3 名，医务科周强，2026年11月，已确定人选}",
	"activities": "{2025年4月18日，学术报告，基层常见病诊疗进展，150，永阳镇卫生院\n" +
		"2025年9月12日，现场咨询指导，乡村义诊和用药指导，320，固江镇文化站\n" +
		"2025年11月6日，传授新技术新知识，心肺复苏培训，86，吉州区党校}",
	"platforms": "{李四名医工作室，市级，2022年6月\n临床技能培训中心，本单位，2019年9月}",
	"places":    "{人才之家（专家楼三层），120，每月举办学术沙龙一次}",

	"places.photos": "[跳过]",
}

var criteria = map[string]string{
	"plan_title": "青年医师“双百”培养计划", "plan_from": "2024年1月", "plan_until": "2026年12月", "plan_text": sentence,
	"carrier_text": sentence, "platform_text": sentence, "feature_text": sentence, "feature_case": sentence, "media": "[跳过]",
	"result_text": sentence, "environment": sentence,
}

// talents are counts of three years and results, those of every category.
var talents = map[string]string{
	"talents.total": "86", "talents.doctors": "4", "talents.masters": "21", "talents.senior": "35", "talents.middle": "28",
	"talents.high_skill": "40", "talents.rural_talent": "52", "talents.social_cert": "12",
	"introduced": "19", "trained": "12", "patents": "11", "awards": "6", "income": "2300", "villagers": "430", "cases": "260",
}

// proofs are one file for each criterion but the first, which the study ledger
// proves too, and nothing for the other items.
func proofs() map[string]string {
	all := map[string]string{}
	for criterion, items := range []int{9, 4, 3, 3, 3, 4} {
		for item := range items {
			all["proof_"+string(rune('1'+criterion))+"_"+string(rune('1'+item))] = "[跳过]"
		}
	}
	maps.Copy(all, map[string]string{
		"proof_1_6": "(引进办法.pdf)", "proof_2_1": "(三年计划.pdf)", "proof_3_1": "(活动照片.jpg)",
		"proof_4_3": "(场所照片.jpg)", "proof_5_3": "(案例.docx)", "proof_6_2": "(成果.xlsx)",
	})
	return all
}
