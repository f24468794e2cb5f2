package main

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"luling/bot/bottest"
	"luling/bot/playground"
	"luling/flows/sheet/sheettest"
	"luling/store"
	"luling/store/programme"
)

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

// A list of 300 lines as an office really sends it: each of 17 mistakes is named
// with its line and its reason, and exactly what was confirmed is saved.
func TestTalkMessyImport(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	office := chat[1015]
	opens(w, "市人才办发来十个县（市、区）汇总的300行名单，其中17行有误", office)
	b, wrong, _ := messyList()
	if len(wrong) != 17 {
		t.Fatalf("%d mistakes", len(wrong))
	}
	before := registered(w)
	office.Sends(workbook("拟申报单位汇总表", b))
	office.Found("共 300 行：280 条新增、0 条更新、17 条有误")
	lines := sentBack(t, w, 1, "plan")
	for no, said := range wrong {
		if row := lines[no]; row.result != "有误" || !strings.Contains(row.reason, said) {
			t.Errorf("line %d: %s %q, want %q", no, row.result, row.reason, said)
		}
	}
	for _, no := range slices.Sorted(maps.Keys(wrong)) {
		w.Log.Note(fmt.Sprintf("随附表格 第 %d 行：%s　%s", no, lines[no].result, lines[no].reason))
	}
	if n := registered(w); n != before {
		t.Errorf("%d units are registered before anything was confirmed", n-before)
	}
	office.Press("核对疑似重复")
	office.Press("是另一个单位")
	office.Press("全部新增")
	office.Press("确认保存：新增 283")
	office.Found("已保存 283 行")
	named := map[string]bool{}
	for no, row := range lines {
		if wanted := row.result == "新增" || row.result == "疑似重复"; wanted != (wrong[no] == "") {
			t.Errorf("line %d: %s %s", no, row.result, row.reason)
		}
		if wrong[no] == "" {
			named[programme.PlainName(row.cells[2])] = true
		}
	}
	w.Look(func(tx *store.Tx) error {
		units, err := tx.Units(store.UnitFilter{})
		for _, u := range units {
			if named[u.Plain] {
				delete(named, u.Plain)
			} else if u.ID > programme.UnitID(before) {
				t.Errorf("nobody confirmed %s", u.Name)
			}
		}
		return err
	})
	for name := range named {
		t.Errorf("%s was confirmed and is not there", name)
	}
	after := sentBack(t, w, 1, "saved")
	for no, row := range after {
		if want := map[bool]string{true: "有误", false: "已保存"}[wrong[no] != ""]; row.result != want {
			t.Errorf("line %d in the end: %s, want %s", no, row.result, want)
		}
	}
	talk(t, w, "import_messy", nil)
}

// registered counts the units of the register.
func registered(w *bottest.World) (n int) {
	w.Look(func(tx *store.Tx) error {
		units, err := tx.Units(store.UnitFilter{})
		n = len(units)
		return err
	})
	return n
}

// a paperLine is a line of the table that is sent back.
type paperLine struct {
	cells          []string
	result, reason string
}

// sentBack is the table sent back for a list, by line.
func sentBack(t *testing.T, w *bottest.World, id programme.ImportID, step string) map[int]paperLine {
	t.Helper()
	var file programme.File
	w.Look(func(tx *store.Tx) error {
		d, err := tx.Draft("imports", fmt.Sprint(id))
		if err != nil {
			return err
		}
		all, err := tx.FilesOf(d.ID)
		for _, f := range all {
			if f.Field == step {
				file = f
			}
		}
		return err
	})
	raw, err := os.ReadFile(filepath.Join(filepath.Dir(w.Bot.DB().Path()), "files", file.SHA256[:2], file.SHA256[2:4], file.SHA256))
	if err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(string(raw), "\ufeff")
	if !marked {
		t.Error("the table has no mark of its encoding")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	lines := map[int]paperLine{}
	for _, r := range rows[1:] {
		no, err := strconv.Atoi(r[len(r)-3])
		if err != nil {
			t.Fatal(err)
		}
		lines[no] = paperLine{r[:len(r)-3], r[len(r)-2], r[len(r)-1]}
	}
	return lines
}

// Lists of the other kinds, pasted and sent; one that says nothing of its kind.
func TestTalkOtherLists(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	office, body := chat[1015], chat[1013]
	opens(w, "市人才办导入推荐单位、人员和已命名示范点，推荐单位导入本地区单位", office, body)
	office.Says("推荐单位名称\t类型\t推荐名额\t代码\t地区\t联系电话\n" +
		"中共吉州区委组织部\t县（市、区）\t3\t\t\t0796-8228888\n" +
		"吉安高新技术产业园管委会\t功能区\t1\tgaoxin\t高新产业园\n" +
		"吉安市文学艺术界联合会\t群团\t十\twenlian\t\t8228888")
	office.Press("确认保存")
	office.Sends(playground.File{Name: "人员.csv", Content: []byte("姓名,职务,手机,身份,单位\n" +
		"周建国,院长,13870600102,一把手,吉安市庐陵人民医院\n钱志强,副院长,13870600155,分管领导,吉安市庐陵人民医院\n李四,,12345,分管领导,吉安市庐陵人民医院\n王五,,,联络员,吉安市庐陵人民医远\n赵六,,,厂医,吉安市庐陵人民医院\n")})
	office.Press("确认保存")
	office.Sends(playground.File{Name: "示范点.csv", Content: []byte("单位,示范点种类,时间\n吉安市庐陵人民医院,专业技术,2016-12-20\n")})
	office.Press("按“已命名示范点”名单读取")
	office.Sends(playground.File{Name: "示范点.csv", Content: []byte("单位,类别,命名日期,文号,证书编号,考核结果,状态\n" +
		"吉安市庐陵人民医院,专业技术,2016年12月20日,吉才字〔2016〕9号,2016-3,2017年优秀；2019年合格,有效\n" +
		"吉安市庐陵人民医院,高技能,2030年1月1日,,,不错,好\n")})
	office.Press("确认保存")
	office.Says("/创建活动")
	body.Says("/导入")
	body.Sends(playground.File{Name: "本地区单位.xls", Content: []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old")})
	body.Says("名称，类型，所在地\n吉州区某某协会，协会，吉州区\n青原区某某协会，协会，青原区")
	body.Press("放弃本次导入")
	talk(t, w, "import_kinds", nil)
}
