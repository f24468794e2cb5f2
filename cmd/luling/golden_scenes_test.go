//go:build golden

package main

import (
	"io"
	"maps"
	"net/http"
	paths "path"
	"strings"

	"luling/bot/bottest"
)

// a scene is a situation in which a release may find people.
type scene struct {
	name, title string
	play        func(s *stageOf)
}

// stageOf is where a scene is played: the playground's town.
type stageOf struct {
	*bottest.World
	chat map[int64]*bottest.Chat
}

// Accounts of the hospital, of the company's two contacts, and of those above.
const (
	contactOf, headOf, deputyOf = 1001, 1002, 1003
	companyOf, helenOf          = 1004, 1005
	bodyOf, cityOf              = 1013, 1015
)

// scenes are told by how far people have come, not by the names of questions, so
// that the next release plays the same.
var scenes = []scene{
	{"first-section", "联络员填到第一部分中间", func(s *stageOf) { s.fills(4) }},
	{"middle", "联络员填到表的中间，前面有一项跳过", func(s *stageOf) { s.fills(17) }},
	{"late-section", "联络员填到后面的部分", func(s *stageOf) { s.fills(30) }},
	{"evidence", "联络员停在附件一项，已发两个文件", func(s *stageOf) {
		s.fillsTo(func(name string) bool { return strings.HasSuffix(name, "_files") })
		s.contact().Sends(pdf("任命文件"))
		s.contact().Sends(pdf("引才办法"))
	}},
	{"overview", "联络员看着总览", func(s *stageOf) {
		s.fills(12)
		s.contact().Press("总览")
	}},
	{"change", "联络员从总览进入一部分，正在改已填的一项", func(s *stageOf) {
		s.fills(20)
		s.contact().Press("总览")
		s.contact().Press("一、")
		s.contact().Press("修改：单位地址")
	}},
	{"review", "各项已填完，停在检查并提交", func(s *stageOf) { s.fills(200) }},
	{"help", "联络员看着一项的帮助", func(s *stageOf) {
		s.fillsTo(func(string) bool { return s.contact().Has("帮助") })
		s.contact().Press("帮助")
	}},
	{"refused", "联络员的回答刚被退回", func(s *stageOf) {
		s.fillsTo(func(name string) bool { return name == "staff" })
		s.contact().Says("很多人")
	}},
	{"aside", "联络员在填表中发了不认识的命令", func(s *stageOf) {
		s.fills(6)
		s.contact().Says("/没有这个命令")
	}},
	{"left", "联络员暂存退出，停在主菜单", func(s *stageOf) {
		s.fills(10)
		s.contact().Press("暂存退出")
	}},
	{"conflict", "两名联络员填同一项，后填的正看着两个答案", conflict},
	{"study", "联络员登记会议到一半，申报表也填了一部分", func(s *stageOf) {
		s.fills(9)
		s.contact().Says("/专题研究")
		s.contact().Press("登记会议")
		answers := meeting("2026年1月15日")
		for range 5 {
			name, _ := s.contact().Asked()
			answers[name](s.contact())
		}
	}},
	{"waiting", "申报待单位领导确认，院长已点一次确认", func(s *stageOf) {
		s.sends()
		s.chat[headOf].Press("确认申报")
	}},
	{"unsent", "提交单位领导的一刻平台停机：界面没有更新，通知没有发出", func(s *stageOf) {
		s.fills(200)
		s.Meddle(deaf)
		s.contact().Unseen(func() { s.contact().Press("提交") })
	}},
	{"returned", "领导退回修改，联络员还没有动", func(s *stageOf) {
		s.sends()
		s.chat[headOf].Press("退回修改")
		s.chat[headOf].Says("请把专项经费的使用情况写得更清楚一些。")
		s.chat[headOf].Press("提交")
	}},
	{"submitted", "申报已提交，各方收到回执，推荐单位正在看", func(s *stageOf) {
		s.submits()
		s.chat[bodyOf].Press("查看申报")
		s.chat[bodyOf].Press("查看全部")
		s.chat[cityOf].Says("/台账")
	}},
	{"withdrawn", "申报提交前由联络员撤回", func(s *stageOf) {
		s.fills(15)
		s.contact().Says("/进度")
		s.contact().Press("撤回")
		s.contact().Says("因机构调整，本年度不再申报。")
		s.contact().Press("提交")
	}},
	{"withdrawing", "申报提交后联络员申请撤回，待领导同意", func(s *stageOf) {
		s.submits()
		s.contact().Says("/进度")
		s.contact().Press("撤回")
		s.contact().Says("因机构调整，本年度不再申报。")
		s.contact().Press("提交")
	}},
}

func (s *stageOf) contact() *bottest.Chat { return s.chat[contactOf] }

// begins opens the chats of those concerned and the application.
func (s *stageOf) begins() {
	for _, who := range []int64{contactOf, headOf, deputyOf, bodyOf, cityOf} {
		s.chat[who].Start("")
	}
	studies(s.contact())
	s.contact().Says("/申报")
	s.contact().Press("开始填写")
}

// fills answers so many questions of the application; the first that may be
// skipped is.
func (s *stageOf) fills(most int) {
	s.begins()
	s.answers(most, func(string) bool { return false })
}

// fillsTo answers the application up to a question.
func (s *stageOf) fillsTo(there func(name string) bool) {
	s.begins()
	s.answers(200, there)
}

func (s *stageOf) answers(most int, there func(name string) bool) {
	c, skipped := s.contact(), false
	answers := given(hospital, "专业技术")
	for range most {
		name, _ := c.Asked()
		if name == "" || there(name) {
			return
		}
		if !skipped && c.Has("跳过") {
			skipped = true
			c.Press("跳过")
			continue
		}
		answers[name](c)
	}
}

func (s *stageOf) sends() {
	s.fills(200)
	s.contact().Press("提交")
	s.Advance(hour)
}

func (s *stageOf) submits() {
	s.sends()
	s.chat[headOf].Press("确认申报")
	s.chat[headOf].Press("再次确认")
	s.Advance(hour)
}

// deaf is a messenger that takes nothing more.
func deaf(w http.ResponseWriter, r *http.Request) bool {
	method := paths.Base(r.URL.Path)
	if !strings.HasPrefix(method, "send") && !strings.HasPrefix(method, "edit") {
		return false
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusTooManyRequests)
	_, _ = io.WriteString(w, `{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 60","parameters":{"retry_after":60}}`)
	return true
}

func conflict(s *stageOf) {
	c, helen := s.chat[companyOf], s.chat[helenOf]
	c.Start("")
	helen.Start("")
	c.Says("/申报")
	c.Press("开始填写")
	answers := maps.Clone(given(hospital, "企业"))
	c.FillTo("address", answers)
	helen.Says("/apply")
	s.Advance(minute)
	c.Says("吉安市工业园内环路6号")
	helen.Says("Industrial Park, Ji'an")
}
