//go:build failpoints

package main

import (
	"slices"
	"strconv"
	"strings"

	"luling/bot/playground"
)

// last is the newest message of the bot.
func last(all []playground.Message) (playground.Message, bool) {
	for _, m := range slices.Backward(all) {
		if m.FromBot {
			return m, true
		}
	}
	return playground.Message{}, false
}

// sees is what a person's newest message looks like, buttons and all.
func (s *stage) sees(person int64) string {
	m, _ := last(s.box.Messages(person))
	sight := strconv.FormatInt(m.ID, 10) + m.Text
	for _, row := range m.Keyboard {
		for _, b := range row {
			sight += "[" + b.Text + b.Data + "]"
		}
	}
	return sight
}

// standing is what the person acts on once: the question on the screen and what
// can be pressed there, or the message.
func (s *stage) standing(person int64, m playground.Message) string {
	conversation, revision, inForm := formOf(m)
	if !inForm {
		return s.sees(person)
	}
	name, view, _ := s.asked(conversation, revision)
	standing := conversation + ":" + name + ":" + view
	for _, row := range m.Keyboard {
		for _, b := range row {
			standing += "[" + b.Text + "]"
		}
	}
	return standing
}

// apply is what the contact does: begins the application, answers what is asked, submits.
func (s *stage) apply(m playground.Message) bool {
	conversation, revision, inForm := formOf(m)
	if !inForm {
		return s.begin(m)
	}
	name, view, known := s.asked(conversation, revision)
	if !known {
		return false
	}
	s.story = append(s.story, strconv.FormatInt(revision, 10)+" "+name+" "+view)
	s.took(name)
	if strings.HasPrefix(view, "review") {
		return s.press(contactAccount, m, "提交")
	}
	return s.answer(m, name)
}

// begin opens what comes next: two study sessions, then the application.
func (s *stage) begin(m playground.Message) bool {
	s.given = ""
	switch {
	case s.heard(contactAccount, "已提交单位领导确认") > 0 || s.heard(contactAccount, "申报回执") > 0:
		return false
	case s.sessions() < 2:
		if !s.press(contactAccount, m, "登记会议", "再登记一次会议") {
			s.did(s.box.Send(contactAccount, "/专题研究"))
		}
	case !s.press(contactAccount, m, "开始填写", "继续填写"):
		s.did(s.box.Send(contactAccount, "/申报"))
	}
	return true
}

// took notes that the bot has gone on from the question answered last.
func (s *stage) took(asks string) {
	if s.given == "" || s.given == asks {
		return
	}
	if _, study := session[s.given]; study || s.given == "held_on" || s.given == "minutes" {
		s.given = "" // the form is asked twice, once for each session
		return
	}
	if value, known := kept[s.given]; known {
		s.acked[s.given] = value
	} else if value, typed := sample(s.given); typed {
		s.acked[s.given] = value
	}
	if _, before := s.acked[asks]; before {
		s.t.Errorf("the question %s is asked again after its answer was taken: %v", asks, s.story[max(0, len(s.story)-12):])
		s.lost++
	}
	s.given = ""
}

// answer gives the prepared answer to a question.
func (s *stage) answer(m playground.Message, name string) bool {
	s.given = name
	if strings.HasSuffix(name, "_files") || name == "minutes" {
		if s.press(contactAccount, m, "完成") {
			return true
		}
		s.did(s.box.SendFile(contactAccount, playground.File{Name: name + ".pdf", Content: paper(name + strconv.Itoa(s.sessions()))}))
		return true
	}
	if name == "held_on" {
		s.did(s.box.Send(contactAccount, []string{"2025年5月20日", "2025.11.18"}[min(s.sessions(), 1)]))
		return true
	}
	if text, typed := sample(name); typed {
		s.did(s.box.Send(contactAccount, text))
		return true
	}
	return s.press(contactAccount, m, "下一步", "确认", "专业技术", "是", "跳过")
}

// confirm is what the head does: opens, agrees, agrees again.
func (s *stage) confirm() bool {
	all := s.box.Messages(headAccount)
	for _, m := range slices.Backward(all) {
		if m.FromBot && s.press(headAccount, m, "确认申报", "再次确认", "确认提交") {
			return true
		}
	}
	return false
}

// press presses the first of the labels that is there.
func (s *stage) press(person int64, m playground.Message, labels ...string) bool {
	for _, label := range labels {
		for _, row := range m.Keyboard {
			for _, b := range row {
				if strings.Contains(b.Text, label) && b.Data != "" {
					_, err := s.box.PressData(person, m.ID, b.Data)
					s.did(0, err)
					return true
				}
			}
		}
	}
	return false
}

// formOf reads conversation and revision out of a form's buttons.
func formOf(m playground.Message) (conversation string, revision int64, ok bool) {
	for _, row := range m.Keyboard {
		for _, b := range row {
			part := strings.Split(b.Data, ":")
			if len(part) == 5 && part[0] == "f" {
				revision, err := strconv.ParseInt(part[2], 36, 64)
				return part[1], revision, err == nil
			}
		}
	}
	return "", 0, false
}

// paper is a small PDF that differs by name.
func paper(name string) []byte {
	return []byte("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% " + name + "\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
}
