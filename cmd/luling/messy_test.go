package main

import (
	"fmt"
	"strings"
	"time"

	"luling/flows/sheet/sheettest"
)

// signs and weights of a unified social credit code.
const creditSigns = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// creditCode is the n-th code of some registry, with its check digit.
func creditCode(n int) string {
	body := fmt.Sprintf("91360800MA%07d", n)
	sum, weight := 0, 1
	for i := range 17 {
		sum += strings.IndexByte(creditSigns, body[i]) * weight
		weight = weight * 3 % 31
	}
	return body + string(creditSigns[(31-sum%31)%31])
}

// messyList is a list of units as an office gets it together from its counties:
// a title, a note, merged cells for the counties, rows left empty, full width,
// blanks that cannot be seen, dates nobody asked for, and in 17 of its 300 lines
// something that is wrong, each time something else. It returns the number of
// each such line with what must be said of it.
func messyList() (b *sheettest.Book, wrong map[int]string, counties int) {
	b = &sheettest.Book{}
	b.Row("吉安市2026年度人才工作示范点拟申报单位名单").Merge("A1:J1")
	b.Row("填报：市人才办", nil, nil, nil, nil, nil, "填报时间：", sheettest.On(2026, time.February, 27))
	b.Row()
	b.Row("序号", "所在\n县（市、区）", "单 位 名 称\n（与公章一致）", "单位类型*", "是否市直", "主管部门", "统一社会信用代码", "在职职工数（人）", "单位负责人", "地址", "成立日期")
	m := &messy{Book: b, wrong: map[int]string{}}
	for i, county := range []string{"吉州区", "青原区", "井冈山市", "吉安县", "吉水县", "峡江县", "新干县", "永丰县", "泰和县", "遂川县"} {
		m.county(i, county)
	}
	return b, m.wrong, 10
}

type messy struct {
	*sheettest.Book
	wrong map[int]string
	n     int
}

// kinds of unit in each county: what the list calls them and how they are named.
var townsfolk = []struct{ kind, name string }{
	{"企业", "%s庐陵电子科技第%d有限公司"}, {"民营企业", "%s赣江新材料%d号股份有限公司"}, {"学校", "%s第%d实验学校"},
	{"医院", "%s第%d人民医院"}, {"镇", "%s第%d镇人民政府"}, {"村委会", "%s第%d村民委员会"},
	{"合作社", "%s井冈蜜柚第%d专业合作社"}, {"社会组织", "%s第%d社会工作服务中心"}, {"工业园区", "%s第%d产业园管理委员会"}, {"大师工作室", "%s第%d陶瓷技能大师工作室"},
}

// county adds thirty lines under one merged cell, with a row left empty among them.
func (m *messy) county(i int, county string) {
	first := m.Next()
	for j := range 30 {
		if j == 17 {
			m.Row()
		}
		m.line(i*30+j, county, townsfolk[j%10].kind, fmt.Sprintf(townsfolk[j%10].name, county, j/10+1))
	}
	m.Merge(fmt.Sprintf("B%d:B%d", first, m.Next()-1))
}

// line adds one line: a good one in the careless hand of its county, or one with
// a mistake.
func (m *messy) line(n int, county, kind, name string) {
	m.n++
	cells := []any{m.n, nil, careless(n, name), kind, nil, nil, creditCode(n), 20 + n, "王建国", county + "人民路" + fmt.Sprint(n) + "号", nil}
	if n%30 == 0 {
		cells[1] = county
	}
	switch n % 7 {
	case 1:
		cells[7] = fmt.Sprintf("%d人", 20+n)
	case 2:
		cells[6] = strings.Map(wide, creditCode(n))
	case 3:
		cells[10] = sheettest.On(2003, time.May, 1+n%28)
	case 4:
		cells[7] = sheettest.Formula{Is: "SUM(H1:H2)", Shows: fmt.Sprint(20 + n)}
	case 5:
		cells[6], cells[8] = nil, "/"
	}
	m.spoil(n, cells)
	m.Row(cells...)
}

// careless writes a name as people do: with blanks of all kinds and in full width.
func careless(n int, name string) string {
	switch n % 5 {
	case 1:
		return "　" + name + " "
	case 2:
		return strings.Map(wide, name)
	case 3:
		return name + "\u200b"
	case 4:
		return "\u00a0" + name + "\n"
	}
	return name
}

// wide writes digits and letters in full width.
func wide(r rune) rune {
	if r >= '!' && r <= '~' {
		return r - '!' + '！'
	}
	return r
}

// spoil makes a mistake in each of 17 lines.
func (m *messy) spoil(n int, cells []any) {
	mistake := func(column int, cell any, said string) {
		cells[column] = cell
		m.wrong[m.Next()] = said
	}
	switch n {
	case 4:
		mistake(2, nil, "未填写“单位名称”")
	case 21:
		mistake(2, "厂", "只有 1 字，至少 2 字")
	case 38:
		mistake(2, strings.Repeat("庐陵", 41), "有 82 字，最多 80 字，请删减 2 字")
	case 55:
		mistake(3, nil, "未填写“单位类型”")
	case 72:
		mistake(3, "行政机关", "“行政机关”不是规定的单位类型")
	case 89:
		mistake(6, creditCode(89)[:17]+"I", "校验码不符")
	case 96:
		mistake(6, "9136080012345", "有 13 位，应为 18 位")
	case 106:
		mistake(6, sheettest.Raw("9.13608001234567E+17"), "被存成了数值")
	case 123:
		mistake(2, "吉州区第1人民医院", "单位名称相同，请只保留一行")
	case 140:
		mistake(6, creditCode(0), "统一社会信用代码相同")
	case 157:
		mistake(7, "若干", "“若干”不是一个数")
	case 174:
		mistake(7, -5, "小于 0")
	case 191:
		mistake(7, 99999999, "超过上限 1,000,000")
	case 208:
		mistake(4, "大概是", "无法判断，请填“是”或“否”")
	case 225:
		mistake(4, "是", "请填写“主管部门”")
	case 242:
		mistake(5, "市文联下属办公室", "不在推荐单位名册内")
	case 259:
		mistake(9, sheettest.Formula{Is: "VLOOKUP(1,A:B,2)", Shows: "#N/A"}, "公式出错（#N/A）")
	}
}
