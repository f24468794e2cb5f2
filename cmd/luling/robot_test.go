//go:build failpoints

package main

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"luling/bot/playground"
	"luling/store/programme"
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
	if _, study := session[s.given]; study || s.given == "held_on" {
		s.given = "" // the form is asked twice, once for each session
		return
	}
	s.acknowledged(s.given)
	if _, before := s.acked[asks]; before && !strings.HasPrefix(hospital[then(asks)], "{") {
		s.t.Errorf("the question %s is asked again after its answer was taken: %v", asks, s.story[max(0, len(s.story)-12):])
		s.lost++
	}
	s.given = ""
}

// acknowledged notes what must be stored now that the bot has gone on: of a list
// its entries too.
func (s *stage) acknowledged(question string) {
	answer, known := sample(then(question))
	value, otherwise := kept[then(question)]
	switch {
	case otherwise:
		s.acked[question] = today(value)
	case known && answer[0] == '(':
		s.acked[question] = "[" // the number of a file
	case known && !strings.ContainsAny(answer[:1], "[{"):
		s.acked[question] = today(answer)
	}
	for name, value := range kept {
		if strings.HasPrefix(name, question+".") && strings.HasPrefix(answer, "{") {
			s.acked[name] = today(value)
		}
	}
}

// answer gives the prepared answer to a question.
func (s *stage) answer(m playground.Message, name string) bool {
	s.given = name
	answer, known := sample(then(name))
	if name == "held_on" {
		answer, known = []string{"2025年5月20日", "2025.11.18"}[min(s.sessions(), 1)], true
	}
	if !known {
		return s.press(contactAccount, m, "下一步", "确认", "专业技术", "是")
	}
	inner := strings.Trim(steps(answer)[0], "[](){}")
	switch answer[0] {
	case '[':
		return s.press(contactAccount, m, inner)
	case '(', '{':
		if s.press(contactAccount, m, "完成") {
			return true
		}
	}
	if answer[0] == '(' {
		s.did(s.box.SendFile(contactAccount, pdf(name+strconv.Itoa(s.sessions()))))
	} else {
		s.did(s.box.Send(contactAccount, today(inner)))
	}
	return true
}

// The samples are of a round of 2026; the bot under test goes by the machine's
// clock. today is a sample's text in the round of this year, then the name of one of its
// questions in that of 2026.
func today(text string) string { return years(text, time.Now().In(programme.Zone).Year()-2026) }

func then(name string) string { return years(name, 2026-time.Now().In(programme.Zone).Year()) }

var nearYear = regexp.MustCompile(`\b20[2-9]\d`)

func years(text string, on int) string {
	return nearYear.ReplaceAllStringFunc(text, func(year string) string {
		n, _ := strconv.Atoi(year)
		return strconv.Itoa(n + on)
	})
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
