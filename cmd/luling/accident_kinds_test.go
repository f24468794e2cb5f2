package main

import "testing"

// What is no answer says so in one sentence and leaves the question where it was.
func TestAccidentOtherKinds(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "place")
	before := stored(w)
	w.Log.Begin("联络员在填空时发来贴纸、语音、视频、位置、名片和文件")
	for _, row := range []struct {
		send func()
		says string
	}{
		{c.Sticker, "暂不接收贴纸"},
		{c.Voice, "暂不接收语音"},
		{c.Video, "暂不接收视频"},
		{c.Location, "暂不接收位置"},
		{func() { c.Contact(false) }, "暂不接收联系人名片"},
		{func() { c.Sends(pdf("议程")) }, "「议程.pdf」未收存"},
	} {
		row.send()
		c.Sees(row.says, "会议在哪里召开")
		asks(t, c, "place")
	}
	same(t, before, stored(w))
	c.Says("行政楼三楼会议室")
	w.Transcript(t, "accident/kinds")
	finish(t, w, c)
	w.Sound()
}

// A question that wants a button says that instead.
func TestAccidentOtherKindsForButtons(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "by_head")
	before := stored(w)
	w.Log.Begin("该点按钮时发来语音")
	c.Voice()
	c.Sees("暂不接收语音", "点选")
	asks(t, c, "by_head")
	w.Transcript(t, "accident/kinds-for-buttons")
	c.Sends(pdf("议程"))
	c.Sees("「议程.pdf」未收存")
	same(t, before, stored(w))
	finish(t, w, c)
	w.Sound()
}

// So does one that wants a file, and a text does not end the gathering.
func TestAccidentOtherKindsForFiles(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "minutes")
	w.Log.Begin("该传文件时发来文字和贴纸")
	c.Says("明天再传")
	c.Sees("请上传文件", "暂不接收文字")
	c.Sends(pdf("纪要"))
	c.Sticker()
	c.Sees("请上传文件", "暂不接收贴纸", "纪要.pdf")
	asks(t, c, "minutes")
	w.Transcript(t, "accident/kinds-for-files")
	c.Press("完成")
	c.Press("提交")
	c.Sees("已登记")
	w.Sound()
}

// Somebody else's card is a number like a typed one: it is shown as it was read,
// and the own one, one step back, takes its place.
func TestAccidentAnothersContact(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	applying(c, "contact_phone")
	w.Log.Begin("联络员转发了别人的名片,退回一步,再提供本人的")
	c.Contact(false)
	c.Sees("13900000000")
	c.Press("上一步")
	asks(t, c, "contact_phone")
	c.Contact(true)
	asks(t, c, "body_name")
	answer(t, w, "apply contact_phone", `"13870600101"`)
	w.Transcript(t, "accident/contact")
	w.Sound()
}

// A burst of forwarded messages is not an answer to questions nobody has seen
// yet: the first is one, the others are counted.
// Without: the case in.Early in session.take.
func TestAccidentForwardedBurst(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "attendees")
	before := stored(w)
	w.Log.Begin("联络员一次转发五条消息")
	c.Forwards("7人", "会后照片稍后发", "请查收", "好的", "收到")
	c.Sees("4 条消息未采用", "单独议题")
	asks(t, c, "separate")
	answer(t, w, "study attendees", "7")
	if more := len(stored(w)) - len(before); more != 1 {
		t.Errorf("%d answers were taken of the burst", more)
	}
	w.Transcript(t, "accident/forwarded")
	finish(t, w, c)
	w.Sound()
}

// A long text is forwarded in pieces: the pieces are put together.
func TestAccidentForwardedPieces(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "decisions")
	w.Log.Begin("会议决定分三条转发")
	c.Forwards("一、审议通过年度人才工作要点。", "二、安排专项经费32万元。", "三、由人力资源部牵头落实引才计划。")
	asks(t, c, "no_secret")
	answer(t, w, "study decisions", `"一、审议通过年度人才工作要点。\n二、安排专项经费32万元。\n三、由人力资源部牵头落实引才计划。"`)
	w.Transcript(t, "accident/forwarded-pieces")
	finish(t, w, c)
	w.Sound()
}

// An album is gathered, and its straggler finds the question the album began
// in although the person has gone on.
// Without: the album's branch of session.wants.
func TestAccidentAlbumWithStraggler(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "minutes")
	w.Log.Begin("一组三个文件,第四个在点完成之后才到")
	album := c.Album(pdf("纪要"), pdf("签到表"), pdf("决定"))
	c.Sees("纪要.pdf", "签到表.pdf", "决定.pdf")
	c.Press("完成")
	c.Sees("各项已填写完整")
	c.Straggler(album, pdf("照片"))
	c.Sees("照片.pdf", "会议纪要：4 个文件")
	answer(t, w, "study minutes", "[1,2,3,4]")
	w.Transcript(t, "accident/album")
	c.Press("提交")
	c.Sees("已登记")
	w.Sound()
}

// What was typed is corrected by editing the message; an older message is not.
func TestAccidentEditedMessages(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "place")
	w.Log.Begin("联络员修改已经发出的消息")
	c.Says("行政楼三楼会义室")
	asks(t, c, "chair")
	c.Corrects("行政楼三楼会义室", "行政楼三楼会议室")
	answer(t, w, "study place", `"行政楼三楼会议室"`)
	asks(t, c, "chair")
	c.Says("周建国")
	c.Corrects("行政楼三楼会议室", "行政楼四楼")
	c.Sees("不会改变答案")
	answer(t, w, "study place", `"行政楼三楼会议室"`)
	asks(t, c, "by_head")
	w.Transcript(t, "accident/edited")
	finish(t, w, c)
	w.Sound()
}
