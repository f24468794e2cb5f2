package main

import (
	"testing"

	"luling/store/programme"
)

// What somebody hears whom nobody has invited.
func TestTalkStranger(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	c, english := chat[1019], chat[2002]
	w.Log.Begin("未受邀请的人:问候、申报、发文字、发文件、查身份")
	c.Start("")
	c.Says("/申报")
	c.Says("你好,我们单位想申报示范点")
	c.Sends(pdf("申报书"))
	c.Sticker()
	c.Says("/我的身份")
	c.Says("/帮助")
	c.Says("/语言")
	c.Press("English")
	english.Start("")
	english.Says("/apply")
	english.Says("/help")
	talk(t, w, "stranger", nil)
}

// The card of the programme and the clauses, for the public and for the office.
func TestTalkProgramme(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	public, city, english := chat[1019], chat[1015], chat[2002]
	opens(w, "创建活动概况:社会公众、市人才办、英文", public, city, english)
	public.Says("/programme")
	city.Says("/创建活动")
	english.Says("/programme")
	talk(t, w, "programme", nil)
}

func TestTalkClauses(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	c, english := chat[1001], chat[2002]
	opens(w, "查阅“六有”条件:逐条翻看", c, english)
	c.Says("/条款")
	for _, criterion := range []string{"1. ", "2. ", "3. ", "4. ", "5. ", "6. "} {
		c.Press(criterion)
		for c.Has("下一页") {
			c.Press("下一页")
		}
		c.Press("全部条件")
	}
	english.Says("/clauses")
	english.Press("1. ")
	talk(t, w, "clauses", nil)
}

// The language can be changed at any screen, and one comes back to the same place.
func TestTalkLanguage(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	c := chat[1001]
	opens(w, "在任何一步换语言:菜单、提问、帮助、总览、核对", c)
	c.Says("/语言")
	c.Press("English")
	c.Says("/menu")
	c.Says("/study")
	c.Press("Register")
	c.Says("/language zh")
	c.Says("/专题研究")
	c.Press("登记会议")
	c.Says("2025年5月20日")
	c.Says("/申报")
	c.Press("开始填写")
	c.Press("下一步")
	c.Press("帮助")
	c.Says("/language en")
	c.Says("/apply")
	c.Press("Professional")
	c.Press("Overview")
	c.Press("Check and submit")
	c.Says("/language zh")
	c.Says("/申报")
	asks(t, c, "address")
	talk(t, w, "language", nil)
}

// The menu and the help of every role.
func TestTalkHelp(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	settles(w, 2001, "何志明", "市纪委监委干部", programme.Grant{Role: programme.RoleSupervisor})
	settles(w, 2003, "谢文静", "市人社局科长", programme.Grant{Role: programme.RoleInspector})
	settles(w, 2004, "廖建军", "市委组织部副部长", programme.Grant{Role: programme.RoleLeadingGroup})
	w.Log.Begin("各类身份的主菜单和帮助")
	for _, id := range []int64{1001, 1003, 1002, 1013, 1015, 1017, 2003, 2004, 2001, 1019} {
		c := chat[id]
		c.Start("")
		c.Says("/菜单")
		c.Says("/帮助")
		c.Says("/待办")
	}
	talk(t, w, "help", nil)
}
