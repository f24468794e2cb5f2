package main

import (
	"bytes"
	"image"
	"image/jpeg"
	"strings"
	"testing"
	"time"

	"luling/bot/bottest"
	"luling/bot/playground"
	"luling/store/programme"
)

// Talks: the conversations of the bot, whole, as people would read them. Each
// test plays one and compares it with testdata/talk.

// talk keeps what was said as testdata/talk/NAME.txt. Secrets, which differ each
// time, stand in it under the names given.
func talk(t *testing.T, w *bottest.World, name string, secrets map[string]string) {
	t.Helper()
	said := strings.TrimPrefix(w.Log.Text(), "# ")
	for secret, as := range secrets {
		said = strings.ReplaceAll(said, secret, as)
	}
	kept := &bottest.World{Log: &bottest.Script{}}
	kept.Log.Begin(said)
	kept.Transcript(t, "talk/"+name)
	w.Sound()
}

// photo is a picture taken with a telephone.
func photo(name string) playground.File {
	var content bytes.Buffer
	_ = jpeg.Encode(&content, &image.Gray{Pix: []byte(name), Stride: 1, Rect: image.Rect(0, 0, 1, len(name))}, nil) // into memory
	return playground.File{Name: name + ".jpg", Content: content.Bytes()}
}

// meets registers one study session of a unit.
func meets(c *bottest.Chat, day, place, chair, decisions string) {
	c.Says("/专题研究")
	c.Press("登记会议")
	answers := meeting(day)
	answers["place"], answers["chair"] = bottest.Typed(place), bottest.Typed(chair)
	answers["decisions"] = bottest.Typed(decisions)
	c.Fill(answers)
	c.Press("提交")
	c.Sees("已登记")
}

// reads turns all pages of the application on the screen and takes the files of
// every part that has some.
func reads(c *bottest.Chat) {
	c.Press("查看全部")
	for c.Has("下一页") {
		c.Press("下一页")
		if page := c.Screen(); strings.Contains(page, "接收本部分文件") && !strings.Contains(page, "（2/") {
			c.Press("接收本部分文件")
		}
	}
	c.Press("返回概要")
}

// looksInto opens two pages of the application on the screen.
func looksInto(c *bottest.Chat) {
	c.Press("查看全部")
	c.Press("六有-6")
	c.Press("综述")
	c.Press("返回概要")
}

// opens has people begin, and what they are greeted with left out of the script.
func opens(w *bottest.World, title string, chats ...*bottest.Chat) {
	for _, c := range chats {
		c.Start("")
	}
	w.Log.Begin(title)
}

// later lets time pass and says so in the script.
func later(w *bottest.World, d time.Duration) {
	w.Advance(d)
	w.Log.Note(w.Clock.Now().In(programme.Zone).Format("2006年1月2日 15:04"))
}

const (
	hour = time.Hour
	day  = 24 * time.Hour
)
