package flows_test

import (
	"testing"

	"luling/flows/ask"
	"luling/flows/flowtest"
	"luling/store"
	"luling/store/programme"
)

// filing is a house with a form of two questions for files and one for words.
func filing(t *testing.T) *flowtest.House {
	t.Helper()
	labels := map[string]string{"minutes": "会议纪要", "photos": "现场照片", "story": "事迹", "after": "备注"}
	return toying(t, labels, func() func() []ask.Question {
		var minutes, photos []int64
		var story, after string
		return func() []ask.Question {
			return []ask.Question{
				ask.Files("minutes", &minutes, ask.Clause("S4.1a")), ask.Files("photos", &photos),
				ask.LongText("story", &story, ask.Clause("S4.1b")), ask.Text("after", &after),
			}
		}
	})
}

func states(h *flowtest.House) (all []programme.FileState) {
	h.Look(func(tx *store.Tx) error {
		d, err := tx.Draft("toy", "1")
		if err != nil {
			return err
		}
		files, err := tx.FilesOf(d.ID)
		for _, f := range files {
			all = append(all, f.State)
		}
		return err
	})
	return all
}

func TestTheSameFileIsReferredTo(t *testing.T) {
	t.Parallel()
	h := filing(t)
	c := contact(h, "李联络").Sends("纪要.pdf").Arrives().Sends("纪要.pdf").Sees("文件「纪要.pdf」本项已有，未重复收存").Presses("完成")
	asks(c, t, "photos")
	c.Sends("纪要.pdf").Sees("与“会议纪要”中已上传的是同一份，本项直接引用", "1. 纪要.pdf", "[移除文件 1]").Presses("移除文件 1").SeesNot("纪要.pdf")
	c.Sends("另一份.pdf").Arrives().Presses("完成").Presses("上一步").Presses("上一步").Sees("1. 纪要.pdf", "已收到")
	if got := states(h); len(got) != 2 || got[0] != programme.FileStored {
		t.Errorf("files are %v", got)
	}
}

func TestTheSameContentUnderAnotherNameIsReferredTo(t *testing.T) {
	t.Parallel()
	h := filing(t)
	c := contact(h, "李联络").Sends("纪要.pdf").Arrives().Presses("完成").SendsAs("扫描件.pdf", "纪要.pdf").Sees("扫描件.pdf", "正在接收")
	c.Arrives().Sees("文件「扫描件.pdf」与“会议纪要”中已上传的是同一份", "1. 纪要.pdf").SeesNot("正在接收")
	c.Presses("移除文件 1").Presses("上一步").Sees("1. 纪要.pdf").Presses("移除文件 1")
	if got := states(h); len(got) != 2 || got[0] != programme.FileRemoved || got[1] != programme.FileRemoved {
		t.Errorf("files are %v", got)
	}
}

func TestTheSameContentArrivesWhileTheFormIsLeft(t *testing.T) {
	t.Parallel()
	c := contact(filing(t), "李联络").Sends("纪要.pdf").Arrives().Presses("完成").SendsAs("扫描件.pdf", "纪要.pdf").Presses("暂存退出")
	c.Arrives().Says("/toy").Sees("1. 纪要.pdf").SeesNot("扫描件", "正在接收")
}

func TestAQuestionMarkAsksForTheClause(t *testing.T) {
	t.Parallel()
	c := contact(filing(t), "李联络")
	for _, mark := range []string{"?", "？", " 帮助 "} {
		c.Says(mark).Sees("填写帮助：会议纪要", "[返回填写]").Presses("返回填写")
		asks(c, t, "minutes")
	}
	c.Sends("纪要.pdf").Arrives().Presses("完成").Sends("照片.jpg").Arrives().Presses("完成").Says("？").Sees("填写帮助：事迹")
	c.Says("为什么？因为有需要").Sees("事迹：为什么？因为有需要") // typed under the help it is the answer
	asks(c, t, "after")
	c.Says("??").Sees("备注：??")
}
