package apply_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"luling/flows/flowtest"
	"luling/store"
	"luling/store/programme"
)

// sending is a cast whose contact has declared himself and stands at the question
// for a plan.
func sending(t *testing.T) *cast {
	t.Helper()
	c := newCast(t, programme.Hospital)
	c.contact.Says("/apply").Presses("开始填写")
	c.at("no_secret").Presses("确认")
	c.at("proof_2_1")
	return c
}

// at turns the contact to a question.
func (c *cast) at(question string) *flowtest.Chat {
	c.T.Helper()
	c.contact.Forges("apply.mend", int64(c.application().ID), question)
	if c.contact.Asks() != question {
		c.T.Fatalf("asks %s, not %s:\n%s", c.contact.Asks(), question, c.contact.Screen())
	}
	return c.contact
}

// held reports whether a file waits for a leader's look: whether the list of them,
// which the gap leads to, has one.
func (c *cast) held() bool {
	c.T.Helper()
	c.contact.Forges("apply.waiting", int64(c.application().ID), "").Sees("待核实的文件")
	return c.contact.Has("删除第 1 个文件")
}

func (c *cast) files() (files []programme.File) {
	c.T.Helper()
	c.Look(func(tx *store.Tx) error {
		d, err := tx.Draft("apply", strconv.FormatInt(int64(c.application().ID), 10))
		if err == nil {
			files, err = tx.FilesOf(d.ID)
		}
		return err
	})
	return files
}

func TestEachWordHoldsAFile(t *testing.T) {
	t.Parallel()
	for name, held := range map[string]bool{
		"绝密 计划.pdf": true, "机 密计划.pdf": true, "秘密.pdf": true, "内部控制制度.pdf": true, "內部資料.pdf": true,
		"保密协议.pdf": false, "计划.pdf": false, "密切联系群众.pdf": false,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := sending(t)
			c.contact.Sends(name).Arrives()
			if c.held() != held {
				t.Errorf("held: %v", !held)
			}
			if n := len(c.head.Notices()); (n > 0) != held {
				t.Errorf("the head was asked %d times", n)
			}
		})
	}
}

func TestACaptionHolds(t *testing.T) {
	t.Parallel()
	c := sending(t)
	c.contact.SendsWith("计划.pdf", "内部资料，注意保管").Arrives()
	c.contact.Told("计划.pdf", "含有“内部”字样")
	c.head.Told("请您核实", "内部资料，注意保管", "含有“内部”字样")
	if !c.held() {
		t.Error("not held")
	}
}

func TestAnEditedCaptionHolds(t *testing.T) {
	t.Parallel()
	for name, elsewhere := range map[string]bool{"at the form": false, "at the menu": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := sending(t)
			c.contact.Sends("计划.pdf").Arrives()
			if elsewhere {
				c.contact.Says("/menu")
			}
			c.contact.Recaptions("计划.pdf", "机密")
			c.head.Told("请您核实", "机密")
			if !c.held() {
				t.Error("not held")
			}
		})
	}
}

func TestTheSameContentUnderOtherWordsHolds(t *testing.T) {
	t.Parallel()
	c := sending(t)
	c.contact.Sends("计划.pdf").Arrives().SendsWith("计划.pdf", "秘密")
	if !c.held() {
		t.Error("a file sent again with a secret caption is not held")
	}
	c = sending(t)
	c.contact.Sends("计划.pdf").Arrives().SendsAs("机密计划.pdf", "计划.pdf").Arrives().Sees("本项已有")
	if !c.held() {
		t.Error("a content that came again under a secret name is not held")
	}
	c.head.PressesNotice("误传")
	for _, f := range c.files() {
		if f.State == programme.FileStored {
			t.Errorf("%s is still there", f.Name)
		}
	}
}

func TestWhatWasPurgedIsHeldAgain(t *testing.T) {
	t.Parallel()
	c := sending(t)
	c.contact.Sends("机密计划.pdf").Arrives()
	c.head.PressesNotice("误传").Sees("误传的文件已删除").SeesNot("机密计划")
	if c.held() {
		t.Fatal("held after it was purged")
	}
	c.at("proof_2_1").SendsAs("计划.pdf", "机密计划.pdf").Arrives()
	c.contact.Told("计划.pdf", "与此前作为误传删除的文件相同")
	if !c.held() {
		t.Error("the same content under another name is not held")
	}
	c.head.Told("与此前作为误传删除的文件相同").PressesNotice("不涉密")
	if c.held() {
		t.Error("held after a leader cleared it")
	}
}

func TestWhoSentItMayTakeItOutAndNothingStays(t *testing.T) {
	t.Parallel()
	c := sending(t)
	c.contact.Sends("机密计划.pdf").Arrives().Presses("移除文件 1")
	if c.held() {
		t.Error("held after it was taken out")
	}
	for _, f := range c.files() {
		if f.State != programme.FileRemoved || f.Name != "" || f.Reason != store.Purged {
			t.Errorf("kept %+v", f)
		}
	}
	c.head.PressesNotice("不涉密")
	if c.head.Toast() != "该文件已处理，无需重复操作。" {
		t.Errorf("the head hears %q", c.head.Toast())
	}
}

func TestHeldFilesAreListedWithTheWayOut(t *testing.T) {
	t.Parallel()
	c := sending(t)
	c.contact.Sends("机密一.pdf").Sends("二.pdf").Sends("内部三.pdf").Arrives()
	c.contact.PressesNotice("查看待核实的文件").Sees("1. 「机密一.pdf」", "2. 「内部三.pdf」", "张院长、王副院长").SeesNot("「二.pdf」")
	c.contact.Presses("删除第 1 个").Sees("1. 「内部三.pdf」").SeesNot("机密一")
	c.head.Says("/todo").Sees("内部三.pdf").SeesNot("机密一").Presses("核实文件").Presses("不涉密").Sees("可以使用")
	if c.held() {
		t.Error("held after both were decided")
	}
	if n := len(c.files()); n != 3 {
		t.Errorf("%d records", n)
	}
}

func TestAHeldFileInAListEntryIsHeldAndPurged(t *testing.T) {
	t.Parallel()
	c := sending(t)
	c.at("places").Presses("添加一项")
	c.contact.Fill(map[string]string{"places.1.name": "人才之家", "places.1.area": "120", "places.1.use": "学术沙龙和座谈"}, "places.1.photos")
	c.contact.SendsWith("照片.jpg", "内部").Arrives()
	if !c.held() {
		t.Fatal("not held")
	}
	c.head.PressesNotice("误传")
	if c.held() {
		t.Error("held after it was purged")
	}
	c.at("places.1.photos").SeesNot("照片.jpg")
}

func TestHeldFilesAreShownToNobodyElse(t *testing.T) {
	t.Parallel()
	c := sending(t)
	c.contact.Sends("机密计划.pdf").Sends("公开计划.pdf").Arrives()
	c.contact.Forges("apply.page", int64(c.application().ID), "1")
	for c.contact.Has("下一页") && !strings.Contains(c.contact.Screen(), "公开计划") {
		c.contact.Presses("下一页")
	}
	c.contact.Sees("机密计划.pdf", "公开计划.pdf")
	c.officeman.Says("/desk").Presses("吉安市示范单位").SeesNot("机密").Presses("查看全部内容")
	seen := c.officeman.Screen()
	for c.officeman.Has("下一页") {
		seen += c.officeman.Presses("下一页").Screen()
	}
	if !strings.Contains(seen, "公开计划.pdf") || strings.Contains(seen, "机密") {
		t.Errorf("the office sees:\n%s", seen)
	}
	c.officeman.Forges("desk.files", int64(c.application().ID), "plan")
	for _, f := range c.officeman.Sent() {
		if strings.Contains(f.Data.(map[string]any)["Name"].(string), "机密") {
			t.Error("the office was sent the held file")
		}
	}
	if n := len(c.officeman.Sent()); n != 1 {
		t.Errorf("the office was sent %d files", n)
	}
	c.head.PressesNotice("查看该文件")
	if n := len(c.head.Sent()); n != 1 || !c.head.Sent()[0].Protect {
		t.Errorf("the head was sent %d files", n)
	}
	for _, who := range []*flowtest.Chat{c.officeman, c.recommender, c.contact} {
		for _, act := range []string{"apply.see", "apply.clear", "apply.purge", "apply.held"} {
			who.Forges(act, int64(c.files()[0].ID), "").Sees("暂无权限")
		}
	}
}

func TestTheDeclarationIsGivenAnewAfterADay(t *testing.T) {
	t.Parallel()
	c := sending(t)
	c.Now = c.Now.Add(24*time.Hour - time.Second)
	c.at("proof_2_1").Sends("一.pdf").Arrives().Sees("一.pdf")
	c.Now = c.Now.Add(23 * time.Hour)
	c.contact.Sends("二.pdf").Arrives().Sees("二.pdf").SeesNot("【保密提示】")
	c.Now = c.Now.Add(25 * time.Hour)
	c.contact.Sends("三.pdf").Sees("「三.pdf」未收存", "【保密提示】", "超过一天", "[确认][取消]")
	c.contact.Sends("四.pdf").Sees("「四.pdf」未收存").Presses("取消").Sees("须确认")
	c.contact.Presses("确认").Sees("一.pdf", "二.pdf")
	if c.contact.Asks() != "proof_2_1" {
		t.Fatalf("asks %s", c.contact.Asks())
	}
	c.contact.Sends("三.pdf").Arrives().Sees("三.pdf").Presses("完成")
	if c.contact.Asks() == "no_secret" {
		t.Error("asked once more")
	}
}

func TestEverybodyDeclaresHimself(t *testing.T) {
	t.Parallel()
	c := sending(t)
	other := c.Of(c.Person("刘新联", programme.RoleContact, c.unit))
	other.Forges("apply.mend", int64(c.application().ID), "proof_2_1").Sees("【保密提示】").Presses("确认")
	if other.Asks() != "proof_2_1" {
		t.Errorf("asks %s", other.Asks())
	}
	c.contact.Sends("一.pdf").Sees("「一.pdf」未收存").Presses("确认").Sends("一.pdf").Arrives().Sees("一.pdf")
	other.Sends("二.pdf").Sees("「二.pdf」未收存").Presses("确认").Sends("二.pdf").Arrives().Sees("一.pdf", "二.pdf")
}
