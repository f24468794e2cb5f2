package apply_test

import (
	"strings"
	"testing"

	"luling/flows"
	"luling/flows/flowtest"
	"luling/store"
	"luling/store/programme"
)

const scanReason = "主要负责人外出学习，单位书面来函并加盖公章。"

// scans has the office fill in the form of the scan, until its first look.
func scans(c *cast) *flowtest.Chat {
	c.T.Helper()
	c.officeman.Says("/desk").Presses("吉安市示范单位").Presses("凭盖章扫描件确认").Says(scanReason)
	return c.officeman.Sends("确认件.pdf").Arrives().Presses("完成").Presses("提交")
}

func TestTheOfficeTakesAStampedScan(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	scans(c).Sees("请再次确认", "凭盖章扫描件", "确认件.pdf", scanReason, "材料校验码")
	c.wants(programme.AppAwaitingLeader)
	c.officeman.Presses("再次确认").Sees("【申报回执】", "凭盖章扫描件办理")
	c.wants(programme.AppSubmitted)
	for _, who := range []*flowtest.Chat{c.contact, c.head, c.deputy} {
		who.Told("【申报回执】", "凭盖章扫描件办理")
	}
	c.recommender.Told("【新的申报】", "确认方式：凭盖章扫描件")
	c.Look(func(tx *store.Tx) error {
		e, err := tx.LastEntry("application/1", "accept_scan")
		if err == nil && (e.Reason != scanReason || !strings.Contains(string(e.Data), `"sha256":"`) || e.Role != programme.RoleOffice) {
			t.Errorf("the journal says %+v %s", e, e.Data)
		}
		return err
	})
	c.officeman.Presses("查看申报").Sees("待推荐").SeesNot("凭盖章")
}

func TestASecondTapOnTheScanShowsTheReceipt(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	yes := scans(c).Button("再次确认")
	c.officeman.PressesButton(yes).PressesButton(yes).Sees("【申报回执】")
	if n := len(c.contact.Notices()); n != 1 {
		t.Errorf("the contact was told %d times", n)
	}
}

func TestALeaderMayBeQuicker(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	yes := scans(c).Button("再次确认")
	c.head.PressesNotice("确认申报").Presses("再次确认").Sees("【申报回执】").SeesNot("扫描件")
	c.officeman.PressesButton(yes).Sees("待推荐")
	if !strings.Contains(c.officeman.Toast(), "张院长") {
		t.Errorf("toast %q", c.officeman.Toast())
	}
	c.Look(func(tx *store.Tx) error {
		if _, err := tx.LastEntry("application/1", "accept_scan"); err == nil {
			t.Error("the scan is in the journal though it was not taken")
		}
		return nil
	})
}

func TestAScanIsAPictureOrAPDF(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	c.officeman.Says("/desk").Presses("吉安市示范单位").Presses("凭盖章扫描件确认").Says("太短").Sees("至少 10 字").Says(scanReason)
	c.officeman.Sends("确认件.pdf").Presses("完成").Sees("正在接收")
	c.Change(func(tx *store.Tx) error {
		files, err := tx.FilesPending()
		if err != nil {
			return err
		}
		f := files[0]
		f.State, f.SHA256, f.Type = programme.FileStored, strings.Repeat("ab", 32), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
		return tx.PutFile(f, programme.FilePending)
	})
	c.officeman.Says("好了").Sees("不是 PDF 或照片")
	if c.officeman.Has("提交") {
		t.Error("a document can be submitted as a scan")
	}
}

func TestWhoMayNotTakeAScan(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	a := c.application()
	for _, who := range []*flowtest.Chat{c.contact, c.head, c.recommender, c.neighbour} {
		for _, act := range []string{"apply.scan", "apply.scanned"} {
			who.PressesButton(flows.Button{Act: act, Object: int64(a.ID), Version: a.Version}).Sees("您暂无权限")
		}
	}
	yes := scans(c).Button("再次确认")
	other := c.Of(c.Person("周市办", programme.RoleOffice))
	other.PressesButton(yes).Sees("您暂无权限") // another officer's scan
	yes.Arg = strings.Split(yes.Arg, "/")[0] + "/1"
	c.officeman.PressesButton(yes).Sees("您暂无权限") // the application's own form is no scan
	c.wants(programme.AppAwaitingLeader)
}

func TestTheScanIsInTimeAsALeaderIs(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	yes := scans(c).Button("再次确认")
	c.Now = day("2026-04-10").Ends().Add(programme.Delivery)
	c.Tick()
	c.officeman.PressesButton(yes).Sees("已过申报截止时间")
	c.wants(programme.AppAwaitingLeader)
	c.Now = day("2026-04-10").Ends().Add(programme.Delivery - 1e9)
	c.officeman.PressesButton(yes).Sees("【申报回执】", "宽限期内")
}
