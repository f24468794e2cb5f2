package main

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"luling/bot/bottest"
	"luling/bot/playground"
)

// served has every download give the content, whatever was asked for.
func served(content []byte) bottest.Meddler {
	return func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasPrefix(r.URL.Path, "/file/") {
			return false
		}
		_, _ = w.Write(content)
		return true
	}
}

// withGoodFile submits the form with one good file, after whatever went wrong.
func withGoodFile(t *testing.T, w *bottest.World, c *bottest.Chat) {
	t.Helper()
	c.Sends(pdf("纪要"))
	c.Sees("纪要.pdf", "已收到")
	c.Press("完成")
	c.Press("提交")
	c.Sees("已登记")
	w.Sound()
}

func TestAccidentFileTooBig(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "minutes")
	before := stored(w)
	w.Log.Begin("文件25兆:一次报出了大小,一次下载时才知道")
	c.Sends(playground.File{Name: "录像.pdf", Content: bytes.Repeat([]byte("%PDF-1.4\n"), 25<<20/9)})
	c.Sees("「录像.pdf」大小为 25 MB", "超过 20 MB 的上限")
	same(t, before, stored(w))
	w.Server.InjectFault(playground.Fault{Method: "getFile", Kind: playground.BadRequest, Text: "file is too big"})
	c.Sends(pdf("照片"))
	c.Sees("「照片.pdf」超过 20 MB 的上限", "压缩或拆分")
	c.SeesNot("移除文件", "[完成]")
	w.Transcript(t, "accident/file-too-big")
	withGoodFile(t, w, c)
}

// Without: sniff in store/files, which lets the program in.
func TestAccidentFileOfAnotherType(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "minutes")
	w.Log.Begin("程序改名成PDF,空文件")
	c.Sends(playground.File{Name: "纪要.pdf", Content: append([]byte("MZ\x90\x00\x03\x00\x00\x00"), make([]byte, 600)...)})
	c.Sees("「纪要.pdf」的格式不在接收范围内", "PDF")
	w.Meddle(served(nil))
	c.Sends(pdf("签到表"))
	c.Sees("「签到表.pdf」内容为空")
	w.Meddle(nil)
	w.Transcript(t, "accident/file-type")
	withGoodFile(t, w, c)
}

// The same file again is the same evidence, not a second one.
func TestAccidentSameFileTwice(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "minutes")
	w.Log.Begin("同一个文件发两次,又改了名字再发一次")
	c.Sends(pdf("纪要"))
	c.Sends(pdf("纪要"))
	c.Sees("「纪要.pdf」本项已有")
	c.SeesNot("移除文件 2")
	content, err := w.Server.Content(sentFile(c))
	if err != nil {
		t.Fatal(err)
	}
	w.Meddle(served(content)) // the messenger knows it by another id, only its content is the same
	c.Sends(playground.File{Name: "会议纪要终稿.pdf", Content: []byte("%PDF-1.7 another")})
	c.Sees("「会议纪要终稿.pdf」")
	c.SeesNot("移除文件 2")
	w.Meddle(nil)
	w.Transcript(t, "accident/same-file")
	c.Press("完成")
	answer(t, w, "study minutes", "[1]")
	c.Press("提交")
	c.Sees("已登记")
	w.Sound()
}

// sentFile is the id of the newest file a person sent.
func sentFile(c *bottest.Chat) (id string) {
	for _, m := range c.Messages() {
		if m.File != nil && !m.FromBot {
			id = m.FileID
		}
	}
	return id
}

// Of an album with bad files each is named, though good ones come after them.
// Without: carried in Conversation; the last file wipes the refusals off.
func TestAccidentAlbumWithBadFiles(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "minutes")
	w.Log.Begin("一组四个文件里有两个不能收")
	program := playground.File{Name: "签到.pdf", Content: append([]byte("MZ\x90\x00"), make([]byte, 600)...)}
	big := playground.File{Name: "录音.pdf", Content: bytes.Repeat([]byte("%PDF-1.4\n"), 21<<20/9)}
	c.Album(pdf("纪要"), program, big, pdf("决定"))
	c.Sees("「签到.pdf」的格式", "「录音.pdf」大小为 21 MB", "1. 纪要.pdf", "2. 决定.pdf")
	w.Transcript(t, "accident/album-bad-files")
	c.Press("完成")
	answer(t, w, "study minutes", "[1,3]")
	c.Press("提交")
	c.Sees("已登记")
	w.Sound()
}

// Names are shown, never trusted: 4 KB of them, paths, and marks that turn the
// direction.
func TestAccidentFileNames(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "minutes")
	w.Log.Begin("文件名四千字节、路径、方向符、标签")
	for i, name := range []string{
		strings.Repeat("会议纪要", 340) + ".pdf", "../../../etc/passwd.pdf", `C:\秘书\CON.pdf`,
		"纪要\u202efdp.exe.pdf", "<b>&纪要<b>.pdf", "\u200b",
	} {
		f := pdf(fmt.Sprint("第", i))
		f.Name = name
		c.Sends(f)
		c.Sees(fmt.Sprintf("移除文件 %d", i+1), fmt.Sprintf("%d. ", i+1))
		c.SeesNot("\u202e", "未收存", strings.Repeat("会议纪要", 30))
	}
	c.Sees("2. passwd.pdf", "3. CON.pdf", "4. 纪要fdp.exe.pdf", "5. <b>&纪要<b>.pdf", "6. file")
	w.Transcript(t, "accident/file-names")
	c.Press("完成")
	c.Press("提交")
	c.Sees("已登记")
	w.Sound()
}

// The eleventh file of a question is refused, the ten stay; one taken out makes
// room.
func TestAccidentTooManyFiles(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "minutes")
	var files []playground.File
	for i := range 10 {
		files = append(files, pdf(fmt.Sprintf("第%d页", i+1)))
	}
	c.Album(files...)
	w.Log.Begin("第十一个文件")
	c.Sends(pdf("第11页"))
	c.Sees("最多 10 个文件", "10. 第10页.pdf")
	c.Press("移除文件 3")
	c.SeesNot("第3页.pdf")
	c.Sends(pdf("第11页"))
	c.Sees("10. 第11页.pdf", "已收到")
	w.Transcript(t, "accident/too-many-files")
	c.Press("完成")
	c.Press("提交")
	c.Sees("已登记")
	w.Sound()
}

// A download that fails is tried again; until then the form cannot be submitted
// and says why. One that never works is given up and asked for again.
func TestAccidentDownloadFails(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "minutes")
	w.Log.Begin("文件一时下载不了")
	bad := w.Server.InjectFault(playground.Fault{Method: "getFile", Kind: playground.BadGateway, Times: 2})
	c.Sends(pdf("纪要"))
	c.Sees("纪要.pdf", "正在接收")
	c.Press("完成")
	c.Sees("1 个文件正在接收，收到后即可提交")
	c.SeesNot("[提交]")
	w.Advance(minute)
	w.Advance(minute)
	if bad.Fired() != 2 {
		t.Errorf("the fault fired %d times", bad.Fired())
	}
	c.Sees("各项已填写完整")
	w.Transcript(t, "accident/download")
	c.Press("修改：会议纪要")
	w.Server.InjectFault(playground.Fault{Method: "getFile", Kind: playground.ServerError, Times: 6})
	c.Sends(pdf("照片"))
	for range 8 {
		w.Advance(5 * minute)
	}
	c.Sees("「照片.pdf」无法打开", "重新上传", "1. 纪要.pdf")
	c.Press("完成")
	c.Press("提交")
	c.Sees("已登记")
	w.Sound()
}
