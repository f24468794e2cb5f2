package main

import (
	"testing"

	"luling/bot/playground"
	"luling/flows/sheet/sheettest"
)

// How the texts of lists are put together, for the tests that walk them.
func init() {
	made["imports."] = "flows/imports: the state of a list"
	made["imports.why."] = "flows/imports: why a line, or a list, cannot be taken"
	made["imports.column."] = "flows/imports: the columns of lists"
	made["imports.kind."] = "flows/imports: the kinds of list"
	made["imports.twin."] = "flows/imports: what is alike"
	made["imports.result."] = "flows/imports: what becomes of a line"
	made["imports.paper."] = "flows/imports: the state of a list whose table is sent"
}

func workbook(name string, b *sheettest.Book) playground.File {
	return playground.File{Name: name + ".xlsx", Content: b.Bytes()}
}

// The office sends a short list and has it saved.
func TestTalkImport(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	office := chat[1015]
	opens(w, "市人才办导入单位名单", office)
	b := (&sheettest.Book{}).Row("2026年拟申报单位名单").Row().
		Row("序号", "单位全称", "单位类型", "所在地", "统一社会信用代码", "职工人数").
		Row(1, "吉安市井冈蜜柚专业合作社联合社", "合作社", "吉州区", nil, "１２０人").
		Row(2, "吉安市庐陵人民医院", "医院", "吉州区", nil, 860).
		Row(3, "吉安县敦厚镇人民政府", "机关", "吉安县", nil, "约80人")
	office.Says("/导入")
	office.Sends(workbook("单位名单", b))
	office.Found("1 条有误")
	office.Press("确认保存")
	talk(t, w, "import", nil)
}
