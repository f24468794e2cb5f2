package main

import (
	"maps"
	"strings"
)

// How the texts of lists are put together, and what of them no transcript shows,
// for the tests that walk texts.
func init() {
	maps.Copy(made, map[string]string{
		"imports.":        "flows/imports: the state of a list",
		"imports.why.":    "flows/imports: why a line, or a list, cannot be taken",
		"imports.column.": "flows/imports: the columns of lists",
		"imports.kind.":   "flows/imports: the kinds of list",
		"imports.twin.":   "flows/imports: what is alike",
		"imports.result.": "flows/imports: what becomes of a line",
		"imports.paper.":  "flows/imports: the state of a list whose table is sent",
	})
	for why := range strings.FieldsSeq(`missing too_short too_long formula type type_applied body body_closed area authority code code_length
		code_number twice_name twice_code twice_bodycode twice_short short_taken twice_person twice_site twice_certificate elsewhere number
		not_whole negative too_big yes_no unread date no_such_date day_missing weekday future phone area_code bodykind role role_not_yours
		unit unit_near category category_closed grades grades_future state site_twice certificate_taken no_header columns sheet_empty
		sheet_too_long sheet_too_wide sheet_too_big sheet_too_big_inside sheet_old_format sheet_macros sheet_damaged sheet_encoding
		sheet_no_table sheet_quotes failed unsaved file_type file_empty file_too_big file_unsafe file_unreadable`) {
		rare["imports.why."+why] = facts{
			"Column": "imports.column.phone", "Columns": []any{facts{"Text": "imports.column.name"}}, "Text": "甲", "Has": 1, "Min": 2, "Max": 20 << 20, "Over": 3,
			"Size": 21 << 20, "No": 7, "Known": "企业", "Near": "乙", "Name": "丙", "Successor": "", "Date": "2030-01-01", "NamedOn": "2016-12-20", "Year": 2030,
			"Type": "学校", "Category": facts{"Zh": "高技能", "En": "Skilled"}, "Clause": "S3.3", "Open": "专业技术", "Role": "reviewer",
		}
	}
	rare["imports.why.too_early"] = facts{"Column": "imports.column.named", "Text": "2012-05-01", "Date": "2012-05-01", "Min": "2015-06-15"}
	alike := facts{"Name": "甲"}
	maps.Copy(rare, map[string]any{
		"imports.twin.name": alike, "imports.twin.code": alike, "imports.twin.line": alike,
		"imports.change": facts{"Column": "imports.column.phone", "From": "", "To": "1"}, "imports.change_kind": facts{"From": "county", "To": "zone"},
		"imports.change_state": facts{"From": "active", "To": "delisted"},
		"imports.result.same":  nil, "imports.result.overtaken": nil, "imports.result.left": nil, "imports.result.update": nil, "imports.result.asked": nil,
		"imports.result.new": nil, "imports.result.saved": nil, "imports.paper.no": nil, "imports.paper.result": nil, "imports.paper.reason": nil,
		"imports.summary": facts{"Lines": 3, "New": 1, "Update": 1, "Same": 0, "Wrong": 1, "Asked": 1, "Left": 1, "Saved": 2, "Overtaken": 1, "Over": false},
	})
	title := facts{"Name": "名单.xlsx", "Kind": "units", "Done": 3, "All": 9}
	for _, state := range []string{"fetching", "reading", "saving", "unclear", "discarded"} {
		rare["imports."+state] = title
	}
}
