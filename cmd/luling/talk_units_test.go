package main

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"luling/bot/bottest"
	"luling/store"
	"luling/store/programme"
)

// A recommender registers a unit whose name comes near another's, and somebody
// else changes the same line of it at the same time.
func TestTalkUnits(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	body, city := chat[1013], chat[1015]
	opens(w, "推荐单位登记单位:名称相近先核对,信用代码有校验;两人同时修改一项,后提交的人看到差别并选择", body, city)
	body.Says("/单位")
	body.Press("新增单位")
	body.Says("吉安市庐陵人民医院东院")
	body.Sees("疑似重复")
	body.Press("是另一个单位")
	body.Press("医院")
	body.Press("无主管部门")
	body.Says("12360800491234567M")
	body.Sees("末位校验码")
	body.Says("１２３６０８００４９１２３４５６７n")
	body.Says("贺建军")
	body.Says("吉安市吉州区城东路 12 号")
	body.Says("二百六十人")
	body.Press("提交")
	body.Sees("已登记", "12360800491234567N")
	body.Press("修改地址")
	body.Says("吉安市吉州区城东路 16 号")
	city.Says("/单位")
	city.Says("东院")
	city.Press("吉安市庐陵人民医院东院")
	city.Press("修改地址")
	city.Says("吉安市吉州区城东路 18 号")
	city.Press("提交")
	body.Press("提交")
	body.Press("去补充")
	body.Sees("现有内容：吉安市吉州区城东路 18 号", "您填写的：吉安市吉州区城东路 16 号")
	body.Press("保留现有内容")
	body.Press("提交")
	body.Sees("未作修改")
	talk(t, w, "units", nil)
}

// The office changes the type of a unit that has chosen a category already.
func TestTalkUnitType(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	c, city := chat[1004], chat[1015]
	opens(w, "单位类型改变:申报已选类别的,确认后清空类别并告知单位", c, city)
	c.Says("/申报")
	c.Press("开始填写")
	c.Press("下一步")
	c.Press("高技能")
	city.Says("/单位 赣江")
	city.Press("江西赣江电子")
	city.Press("修改类型")
	city.Press("工业园区")
	city.Sees("申报类别将清空")
	city.Press("确认修改，清空类别")
	city.Press("提交")
	c.Sees("请重新选择申报类别")
	c.Says("/申报")
	asks(t, c, "category")
	talk(t, w, "unit_type", nil)
}

// A body is merged into another in two taps; its people, units and applications go
// over, and old buttons are answered.
func TestTalkBodyMerged(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	city, body, c := chat[1015], chat[1014], chat[1009]
	opens(w, "推荐单位撤并:预览数量,两次点击,所属单位、在办申报和人员一并转入承接单位", city, body, c)
	c.Says("/申报")
	body.Says("/单位")
	body.Press("永丰县恩江蔬菜")
	city.Says("/推荐单位 永丰")
	city.Press("永丰")
	card := city.Last()
	city.Press("更名、撤销或合并")
	city.Press("撤销或合并")
	city.Says("吉州")
	city.Says("县级机构改革方案，人才工作职能由吉州区委组织部承担")
	city.Press("提交")
	city.Sees("2 个单位", "1 件在办申报", "1 名人员")
	city.Press("再次确认")
	city.Sees("已办结")
	body.Sees("推荐单位调整")
	c.Sees("推荐单位变更")
	city.PressOn(card, "更名、撤销或合并")
	body.Says("/单位")
	body.Says("/我")
	c.Says("/进度")
	talk(t, w, "body_merged", nil)
}

// Somebody of the office is away; a colleague stands in and everybody reads so.
func TestTalkAbsence(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	away, deputy, guest := chat[1015], chat[1016], chat[2005]
	opens(w, "外出委托代理:同事以本人名义代办,记录为“代×××”,到期自动结束", away, deputy)
	away.Says("/代理")
	away.Press("委托同事代理")
	away.Press("张素云")
	away.Says("明天")
	away.Says("2026年7月1日")
	away.Says("后天")
	away.Press("提交")
	deputy.Says("/我")
	later(w, day)
	deputy.Says("/我")
	deputy.Press("切换为：代陈立新")
	deputy.Says("/代理")
	deputy.Says("/人员")
	deputy.Press("市级人员")
	deputy.Press("邀请人员")
	deputy.Press("评审专家")
	deputy.Says("宋春梅")
	deputy.Press("跳过")
	deputy.Press("提交")
	link, _, as := secrets(t, deputy)
	guest.Start(link)
	deputy.Press("确认")
	away.PressOn(away.Found("请确认人员身份"), "确认")
	if !strings.Contains(away.Toast(), "张素云（代陈立新）") {
		t.Errorf("the second to decide hears %q", away.Toast())
	}
	later(w, 2*day)
	deputy.Says("/我")
	talk(t, w, "absence", as)
}

// Invitations for everybody who is not here yet come as one document to print; its
// secrets stand in no file of ours.
func TestTalkPrintedInvitations(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	body, guest := chat[1013], chat[2001]
	joins(w, "吉安市郭师傅陶瓷技能大师工作室", programme.MasterStudio)
	joins(w, "吉安市吉州区白鹭社区", programme.VillageCommunity)
	opens(w, "批量邀请:核对名单,两次点击,生成一个文件,打印后裁开分发;首次使用的人自己填写姓名", body)
	body.Says("/人员")
	body.Press("批量邀请")
	body.Press("生成邀请单")
	body.Press("再次确认")
	link, code := onPaper(t, w, body, "白鹭社区")
	for _, secret := range []string{link, code, strings.ReplaceAll(code, " ", "")} {
		if anywhere(t, w, secret) {
			t.Errorf("the secret %s is stored", secret)
		}
	}
	guest.Start(link)
	guest.Says("何志明")
	guest.Says("社区副主任")
	guest.Press("跳过")
	guest.Press("提交")
	body.Says("/人员")
	body.Press("批量邀请")
	w.Look(func(tx *store.Tx) error {
		p, err := tx.PersonByTelegram(2001)
		if p.Name != "何志明" || p.Post != "社区副主任" {
			t.Errorf("%+v", p)
		}
		return err
	})
	talk(t, w, "printed_invitations", map[string]string{link: "‹邀请码›"})
}

// onPaper reads the link and the code of one slip from the document that was sent.
func onPaper(t *testing.T, w *bottest.World, c *bottest.Chat, words string) (link, code string) {
	t.Helper()
	m := c.Last()
	if m.File == nil || !strings.HasSuffix(m.File.Name, ".docx") || m.Protected {
		t.Fatalf("the last message is no document to print: %+v", m)
	}
	content, err := w.Server.Content(m.FileID)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	_, slip, found := strings.Cut(string(text), words)
	link = regexp.MustCompile(`start=([\w-]{22})`).FindStringSubmatch(slip)[1]
	if code = codeOnScreen.FindString(slip); !found || code == "" {
		t.Fatalf("no slip of %s", words)
	}
	return link, code
}
