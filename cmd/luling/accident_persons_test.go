package main

import "testing"

// Two phones of one person show the same chat. What is pressed on the second
// one too late changes nothing.
func TestAccidentTwoPhones(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "by_head")
	onTheOther := c.Last()
	w.Log.Begin("两部手机:一部点了是,另一部还停在上一屏,点了否")
	c.Press("是")
	c.PressOn(onTheOther, "否")
	c.Sees("到会的领导班子成员")
	asks(t, c, "attendees")
	answer(t, w, "study by_head", `"yes"`)
	w.Transcript(t, "accident/two-phones")
	finish(t, w, c)
	w.Sound()
}

// Two contacts write in one draft. Who comes second sees both values and says
// which one holds; neither is lost before that.
// Without: the first if of session.accept, by which the second overwrites the first.
func TestAccidentTwoContacts(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, button, kept, next string }{
		{"theirs", "colleague", `"吉安市工业园内环路6号"`, "founded"},
		{"mine", "My answer", `"Industrial Park, Ji'an"`, "founded"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			w, chat := accident(t)
			c, helen := chat[1004], chat[1005]
			c.Start("")
			helen.Start("")
			c.Says("/申报")
			c.Press("开始填写")
			c.FillTo("address", given(hospital, "企业"))
			helen.Says("/apply")
			w.Log.Begin("同一单位两名联络员填同一项")
			c.Says("吉安市工业园内环路6号")
			helen.Says("Industrial Park, Ji'an")
			helen.Sees("吉安市工业园内环路6号", "Industrial Park, Ji'an", "郭志强")
			if got := stored(w)["apply address"]; got != `"吉安市工业园内环路6号" skipped=false done=true rival="Industrial Park, Ji'an"` {
				t.Errorf("before the choice %s is stored", got)
			}
			helen.Says("Industrial Park 6")
			helen.Sees("Industrial Park, Ji'an")
			helen.Press(row.button)
			answer(t, w, "apply address", row.kept)
			asks(t, helen, row.next)
			asks(t, c, "founded")
			w.Transcript(t, "accident/two-contacts-"+row.name)
			c.Says("1998年")
			c.Says("1998年3月")
			helen.Says("March 1998")
			w.Sound()
		})
	}
}

// /cancel half-way leaves the form with everything in it, and says so.
// Without: the case c.Name == cancel in turn.command.
func TestAccidentCancelHalfWay(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "attendees")
	before := stored(w)
	w.Log.Begin("填到一半发 /cancel,再发一条没人要的消息,然后接着填")
	c.Says("/cancel")
	c.Sees("已暂存", "已填 4/9 项")
	same(t, before, stored(w))
	c.Says("7人")
	c.Sees("目前没有正在填写的内容", "文字未采用")
	c.Sticker()
	c.Sees("贴纸未采用")
	c.Sends(pdf("纪要"))
	c.Sees("文件未采用")
	c.Corrects("7人", "8人")
	c.Sees("修改已发送的消息不会改变")
	same(t, before, stored(w))
	c.Press("专题研究")
	c.Press("登记")
	asks(t, c, "attendees")
	w.Transcript(t, "accident/cancel")
	finish(t, w, c)
	w.Sound()
}

// Another command in the middle of a form does not lose it either.
func TestAccidentCommandHalfWay(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "attendees")
	before := stored(w)
	w.Log.Begin("填到一半发别的命令和错误的命令")
	c.Says("/进渡")
	c.Sees("没有可供您使用的命令「进渡」")
	c.Press("返回填写")
	asks(t, c, "attendees")
	c.Says("/desk")
	c.Sees("没有可供您使用的命令「desk」")
	c.Says("7人")
	c.Sees("点选下方按钮")
	same(t, before, stored(w))
	w.Transcript(t, "accident/command")
	finish(t, w, c)
	w.Sound()
}

// Passing over a question does not pass over what a colleague has just answered.
// Without: the if of s.unseen in session.skip.
func TestAccidentSkippingAColleaguesAnswer(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c, helen := chat[1004], chat[1005]
	c.Start("")
	helen.Start("")
	c.Says("/申报")
	c.Press("开始填写")
	c.FillTo("deputy", given(hospital, "企业"))
	helen.Says("/apply")
	asks(t, helen, "deputy")
	w.Log.Begin("同事刚填了分管领导,另一名联络员点了跳过")
	c.Says("钟秀兰 副院长 13870600103")
	before := stored(w)
	helen.Press("Skip")
	asks(t, helen, "contact_post")
	same(t, before, stored(w))
	w.Transcript(t, "accident/skip")
	w.Sound()
}
