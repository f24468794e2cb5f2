package playground

import "fmt"

type wireMember struct {
	Status string    `json:"status"`
	User   *wireUser `json:"user"`
	Until  *int64    `json:"until_date,omitempty"`
}

type wireMembership struct {
	Chat wireChat   `json:"chat"`
	From *wireUser  `json:"from"`
	Date int64      `json:"date"`
	Old  wireMember `json:"old_chat_member"`
	New  wireMember `json:"new_chat_member"`
}

// pushMembership tells the bot that it was blocked, or no longer is.
func (s *Server) pushMembership(a *account) int64 {
	never := int64(0)
	in := wireMember{Status: "member", User: s.bot()}
	out := wireMember{Status: "kicked", User: s.bot(), Until: &never}
	if !a.Blocked {
		in, out = out, in
	}
	return s.push(onMembership, fmt.Sprint("chat ", a.ID), wireMembership{
		Chat: a.chat(), From: a.user(), Date: s.config.Clock.Now().Unix(), Old: in, New: out,
	})
}
