package main

import (
	"io/fs"
	"os"
	"testing"

	"luling/bot"
	"luling/bot/bottest"
)

// A contact sends a plan that is marked as internal and one that is not; the
// deputy finds that the first ought not to be here, and nothing of it stays. It
// comes again under another name. The next day secrecy is declared anew.
func TestTalkSecret(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	c, head, deputy, city := chat[1001], chat[1002], chat[1003], chat[1015]
	opens(w, "误传带“内部”字样的文件:暂缓使用、领导核实、删除、换名再传", head, deputy, city)
	folder := filesOf(w)
	c.Start("")
	c.Says("/申报")
	c.Press("开始填写")
	c.FillTo("category", given(hospital, "专业技术"))
	toQuestion(c, "六有-1", "保密承诺")
	c.Press("确认")
	toQuestion(c, "六有-2", "佐证2.1")
	plan := pdf("人才引进内部测算")
	c.Sends(plan)
	c.Sends(pdf("百名学科骨干培养工程实施方案"))
	c.Sees("人才引进内部测算.pdf", "百名学科骨干培养工程实施方案.pdf")
	if n := contents(t, folder); n != 2 {
		t.Fatalf("%d contents", n)
	}
	city.Says("/台账")
	city.Press("庐陵人民医院")
	city.Press("查看全部内容")
	city.SeesNot("内部测算")
	deputy.Press("查看该文件")
	deputy.Press("误传")
	deputy.Sees("误传的文件已删除")
	if n := contents(t, folder); n != 1 {
		t.Errorf("%d contents after the purge", n)
	}
	c.Says("/申报")
	toQuestion(c, "六有-2", "佐证2.1")
	c.SeesNot("内部测算")
	plan.Name = "测算表.pdf"
	c.Sends(plan)
	c.Found("与此前作为误传删除的文件相同")
	head.Press("不涉密")
	later(w, 25*hour)
	c.Says("/申报")
	toQuestion(c, "六有-2", "佐证2.2")
	c.Sees("【保密提示】")
	c.Press("确认")
	c.Sends(pdf("年度目标任务分解表"))
	c.Sees("年度目标任务分解表.pdf")
	talk(t, w, "secret", nil)
}

// toQuestion leads to a question by the overview.
func toQuestion(c *bottest.Chat, section, label string) {
	if !c.Has("总览") {
		c.Says("/申报")
	}
	c.Press("总览")
	c.Press(section)
	for _, verb := range []string{"填写：", "修改："} {
		if c.Has(verb + label) {
			c.Press(verb + label)
			return
		}
	}
	c.Press(label)
}

func filesOf(w *bottest.World) (folder string) {
	w.Configure(func(cfg *bot.Config) { folder = cfg.Files })
	return folder
}

// contents counts the files kept in a folder.
func contents(t *testing.T, folder string) (n int) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(folder), ".", func(_ string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
