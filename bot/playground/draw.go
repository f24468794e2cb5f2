package playground

import (
	"strconv"
	"strings"
)

// draw spells an event for the page, or returns nil if its subject is gone.
func (s *Server) draw(e event) any {
	type object = map[string]any
	switch e.name {
	case "message":
		if m := s.messages[e.message]; m != nil {
			return object{"person": e.person, "message": s.viewMessage(m)}
		}
		return nil
	case "delete":
		return object{"person": e.person, "ids": []int64{e.message}}
	case "toast":
		return object{"person": e.person, "text": e.toast.Text, "alert": e.toast.Alert, "message": e.toast.Message}
	case "person":
		return s.viewPerson(s.people[e.person])
	case "typing":
		return object{"person": e.person}
	case "clock":
		return object{"now": s.config.Clock.Now()}
	case "bot":
		return object{"up": s.link.up}
	}
	return nil
}

func (s *Server) viewPerson(a *account) viewPerson {
	v := viewPerson{
		ID: a.ID, Name: strings.TrimSpace(a.First + " " + a.Last), Lang: a.Lang, Role: a.Role, Start: a.Start,
		Started: a.Started, Blocked: a.Blocked, Unread: a.Unread, Commands: s.menus.resolve(a),
	}
	if n := len(a.log); n > 0 {
		v.Last, v.LastAt = s.lastLine(a, a.log[n-1]), a.log[n-1].At
	}
	return v
}

func (s *Server) viewMessage(m *message) viewMessage {
	v := viewMessage{
		ID: m.ID, Date: m.At, Edited: !m.EditedAt.IsZero(), From: m.Sender, Kind: m.Kind,
		HTML: renderHTML(m.Text, m.Entities), File: s.viewFile(m), Album: m.Album,
		Keyboard: viewKeyboard(m.Keyboard), Protected: m.Protected, Forwarded: m.Origin != nil,
	}
	if m.Contact != nil {
		v.HTML = renderHTML(strings.TrimSpace(m.Contact.First+" "+m.Contact.Last)+"\n"+m.Contact.Phone, nil)
	}
	if m.Dice != nil {
		v.HTML = renderHTML(m.Dice.Emoji+" "+strconv.Itoa(m.Dice.Value), nil)
	}
	if r := m.Markup; r != nil {
		v.RemoveKeyboard, v.ForceReply, v.ReplyKeyboard = r.Remove, r.Force, r.view()
	}
	return v
}

func (s *Server) viewFile(m *message) *viewFile {
	if len(m.Files) == 0 {
		return nil
	}
	f := s.files.byID[m.Files[len(m.Files)-1]]
	return &viewFile{Name: f.Name, Size: f.Size, MIME: f.MIME, URL: "/page/files/" + f.ID}
}

func viewKeyboard(rows [][]inlineKey) [][]viewButton {
	out := make([][]viewButton, 0, len(rows))
	for _, row := range rows {
		line := make([]viewButton, 0, len(row))
		for _, k := range row {
			line = append(line, viewButton{Text: k.Text, Kind: k.kind(), URL: k.URL, Copy: k.copied(), Style: k.Style})
		}
		out = append(out, line)
	}
	return out
}

var kindWords = map[string]Words{
	kindPhoto: {"图片", "Photo"}, kindDocument: {"文件", "File"}, kindSticker: {"贴纸", "Sticker"},
	kindVoice: {"语音", "Voice"}, kindVideo: {"视频", "Video"}, kindLocation: {"位置", "Location"},
	kindContact: {"名片", "Contact"}, kindDice: {"骰子", "Dice"},
}

// lastLine is what the list of chats shows of the newest message.
func (s *Server) lastLine(a *account, m *message) string {
	line, _, _ := strings.Cut(m.Text, "\n")
	if line == "" && m.Kind == kindDocument {
		line = s.files.byID[m.Files[0]].Name
	}
	if word := kindWords[m.Kind]; line == "" && strings.HasPrefix(a.Lang, "zh") {
		line = "[" + word.Zh + "]"
	} else if line == "" {
		line = "[" + word.En + "]"
	}
	if r := []rune(line); len(r) > 80 {
		line = string(r[:80]) + "…"
	}
	return line
}
