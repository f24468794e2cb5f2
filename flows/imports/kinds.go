package imports

import (
	"slices"

	"luling/flows/sheet"
	"luling/store"
	"luling/store/programme"
)

// a kind is what is known of one kind of list.
type kind struct {
	columns []sheet.Column
	read    func(*line)                                                          // from cells to what is to be done
	save    func(tx *store.Tx, i programme.Import, l programme.ImportLine) error // ErrConflict, ErrExists: overtaken
}

var kinds map[programme.ImportKind]kind

func init() { // the readers know the columns again
	kinds = map[programme.ImportKind]kind{
		programme.ImportBodies: {bodyColumns, readBody, saveBody},
		programme.ImportUnits:  {unitColumns, readUnit, saveUnit},
		programme.ImportPeople: {personColumns, readPerson, savePerson},
		programme.ImportSites:  {siteColumns, readSite, saveSite},
	}
}

var unitColumns = []sheet.Column{
	{Key: "name", Needed: true, Names: []string{"单位名称", "单位全称", "名称", "全称", "单位", "申报单位", "申报单位名称", "机构名称", "name", "unit"}},
	{Key: "type", Needed: true, Names: []string{"单位类型", "类型", "单位性质", "性质", "单位类别", "type"}},
	{Key: "area", Names: []string{"所在地", "所属地区", "所属县区", "所在县区", "所属县市区", "所在县市区", "县市区", "县区", "地区", "属地", "推荐单位", "推荐单位名称", "area"}},
	{Key: "authority", Names: []string{"主管部门", "业务主管部门", "主管单位", "上级主管部门", "行业主管部门", "authority"}},
	{Key: "city", Names: []string{"市直单位", "是否市直", "是否市直单位", "市直", "citylevel"}},
	{Key: "code", Names: []string{"统一社会信用代码", "社会信用代码", "信用代码", "统一信用代码", "机构代码", "creditcode"}},
	{Key: "address", Names: []string{"地址", "单位地址", "详细地址", "办公地址", "通讯地址", "address"}},
	{Key: "head", Names: []string{"主要负责人", "负责人", "单位负责人", "法定代表人", "法人代表", "法人", "head"}},
	{Key: "headcount", Names: []string{"职工人数", "在职职工数", "在册职工数", "职工总数", "员工人数", "人数", "在职人数", "headcount"}},
}

var bodyColumns = []sheet.Column{
	{Key: "name", Needed: true, Names: []string{"推荐单位", "推荐单位名称", "推荐单位全称", "单位名称", "单位全称", "名称", "全称", "name"}},
	{Key: "quota", Needed: true, Names: []string{"推荐名额", "名额", "推荐指标", "指标数", "名额数", "quota"}},
	{Key: "bodykind", Needed: true, Names: []string{"类型", "单位类型", "推荐单位类型", "类别", "性质", "type"}},
	{Key: "bodycode", Names: []string{"代码", "编码", "推荐单位代码", "单位代码", "code"}},
	{Key: "bodyarea", Names: []string{"地区", "所在地", "县市区", "县区", "辖区", "area"}},
	{Key: "short", Names: []string{"简称", "单位简称", "short"}},
	{Key: "phone", Names: phones},
	{Key: "parent", Names: []string{"上级单位", "主管部门", "上级主管部门", "上级", "parent"}},
}

var personColumns = []sheet.Column{
	{Key: "person", Needed: true, Names: []string{"姓名", "人员姓名", "联系人", "联系人姓名", "name"}},
	{Key: "role", Needed: true, Names: []string{"身份", "角色", "平台身份", "人员身份", "人员类别", "role"}},
	{Key: "place", Names: []string{"单位", "单位名称", "单位全称", "所在单位", "工作单位", "所属单位", "推荐单位", "unit"}},
	{Key: "post", Names: []string{"职务", "职务职称", "岗位", "职称", "post"}},
	{Key: "phone", Names: phones},
}

var siteColumns = []sheet.Column{
	{Key: "unit", Needed: true, Names: []string{"单位名称", "单位全称", "单位", "示范点", "示范点名称", "示范点单位", "名称", "unit"}},
	{Key: "category", Needed: true, Names: []string{"类别", "申报类别", "示范点类别", "示范点类型", "category"}},
	{Key: "named", Needed: true, Names: []string{"命名日期", "命名时间", "命名年月日", "授牌时间", "授牌日期", "认定时间", "认定日期", "namedon"}},
	{Key: "area", Names: []string{"所在地", "所属地区", "所属县区", "县市区", "县区", "地区", "推荐单位", "area"}},
	{Key: "document", Names: []string{"文号", "命名文号", "文件号", "命名文件", "发文字号", "document"}},
	{Key: "certificate", Names: []string{"证书编号", "证书号", "牌匾编号", "certificate"}},
	{Key: "grades", Names: []string{"考核结果", "历次考核", "历年考核结果", "考评结果", "考核等次", "评估结果", "grades"}},
	{Key: "support", Names: []string{"支持情况", "扶持情况", "政策支持", "资金支持", "支持", "support"}},
	{Key: "state", Names: []string{"状态", "现状", "目前状态", "示范点状态", "state"}},
}

var phones = []string{"电话", "联系电话", "手机", "手机号", "手机号码", "电话号码", "办公电话", "phone"}

// recognise finds out what a grid is a list of: the kind whose needed columns are
// all there and of which it names the most; two that fit alike are none. With
// "" it gives the table of no kind.
func recognise(g sheet.Grid, among []programme.ImportKind) (programme.ImportKind, sheet.Table) {
	var best programme.ImportKind
	var found sheet.Table
	most, tie := 0, false
	for _, k := range among {
		t, ok := g.Find(kinds[k].columns)
		if !ok || len(t.Missing) > 0 {
			continue
		}
		switch n := t.Known(); {
		case n > most:
			best, found, most, tie = k, t, n, false
		case n == most:
			tie = true
		}
	}
	if tie {
		return "", sheet.Table{}
	}
	return best, found
}

// header reports whether a text begins with the header of a list of any kind.
func header(g sheet.Grid) bool {
	return slices.ContainsFunc(programme.ImportKinds, func(k programme.ImportKind) bool {
		t, ok := g.Find(kinds[k].columns)
		return ok && len(t.Missing) == 0 && len(t.Lines) > 0
	})
}
