package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"luling/flows"
	"luling/locales"
	"luling/store/programme"
)

// parts are the README's parts that the code prints, by their names.
func parts() map[string]func(*testing.T) string {
	return map[string]func(*testing.T) string{
		"talk":             talkPart,
		"make":             makePart,
		"settings":         settingsPart,
		"commands":         commandsPart,
		"words in chat":    chatPart,
		"moves of a round": func(*testing.T) string { return mermaid(programme.Diagram(programme.RoundMoves)) },
		"moves of an application": func(*testing.T) string {
			return mermaid(programme.Diagram(programme.ApplicationMoves))
		},
		"moves of a study session": func(*testing.T) string { return mermaid(programme.Diagram(programme.StudyMoves)) },
		"rights":                   rightsPart,
	}
}

func mermaid(diagram string) string { return "```mermaid\n" + diagram + "```" }

// quotedTurns are the turns of the hospital's application that the README quotes.
var quotedTurns = []string{
	"刘晓梅 > [申报]", "刘晓梅 > [专业技术人才工作示范点]", "刘晓梅 > 1958年10月", "刘晓梅 > １２６０人",
	"刘晓梅 > [检查并提交]", "刘晓梅 > [提交]", "钟秀兰 > [确认申报]", "钟秀兰 > [再次确认，正式提交]",
}

// talkPart quotes a transcript: of each turn what was done and the first answer.
func talkPart(t *testing.T) string {
	lines := strings.Split(read(t, "testdata/talk/professional.txt"), "\n")
	var quoted []string
	for _, turn := range quotedTurns {
		i := slices.Index(lines, turn)
		if i < 0 {
			t.Errorf("the transcript has no turn %q after the one quoted before", turn)
			continue
		}
		lines = lines[i:]
		answers := 0
		for _, line := range lines {
			if strings.HasPrefix(line, "庐陵 → ") {
				answers++
			}
			if answers > 1 || line != turn && turnBegins.MatchString(line) {
				break
			}
			quoted = append(quoted, strings.TrimRight(line, " "))
		}
		quoted = append(quoted, "")
	}
	return "```text\n" + strings.TrimSpace(regexp.MustCompile(`\n\n+`).ReplaceAllString(strings.Join(quoted, "\n"), "\n\n")) + "\n```"
}

var turnBegins = regexp.MustCompile(`^(\S.* > |# )`)

// makePart is the list that `make` prints.
func makePart(t *testing.T) string {
	var b strings.Builder
	b.WriteString("| target | what it does |\n| --- | --- |\n")
	for _, m := range regexp.MustCompile(`(?m)^([a-z-]+):.*## (.*)$`).FindAllStringSubmatch(read(t, root+"/Makefile"), -1) {
		fmt.Fprintf(&b, "| `make %s` | %s |\n", m[1], m[2])
	}
	return b.String()
}

func settingsPart(t *testing.T) string {
	var b strings.Builder
	b.WriteString("| variable | flag | default | 说明 / meaning |\n| --- | --- | --- | --- |\n")
	for _, f := range model(t).Flags {
		if len(f.Envs) == 0 {
			continue
		}
		fmt.Fprintf(&b, "| `%s` | `--%s` | %s | %s |\n", f.Envs[0], f.Name, coded(f.Default), strings.Replace(f.Help, " ("+f.Default+")", "", 1))
	}
	return b.String()
}

// commandsPart is what --help lists.
func commandsPart(t *testing.T) string {
	var b strings.Builder
	b.WriteString("| command | 说明 / meaning |\n| --- | --- |\n")
	for _, c := range model(t).Leaves(true) {
		fmt.Fprintf(&b, "| `luling %s` | %s |\n", path(c), c.Help)
	}
	return b.String()
}

// chatPart lists what may be typed in chat, and by whom.
func chatPart(t *testing.T) string {
	house, err := flows.NewHouse(features()...)
	if err != nil {
		t.Fatal(err)
	}
	texts, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("| command | 也可发送 / also | 说明 / meaning | 谁可用 / who |\n| --- | --- | --- | --- |\n")
	for _, f := range house.Features {
		for _, c := range f.Commands {
			fmt.Fprintf(&b, "| `/%s` | %s | %s / %s | %s |\n", c.Name, slashed(c.Also),
				says(t, texts, "zh", c), says(t, texts, "en", c), holders(c.Who))
		}
	}
	return b.String()
}

func says(t *testing.T, texts *locales.Texts, lang string, c flows.Command) string {
	text, err := texts.Plain(lang, "command."+c.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func slashed(words []string) string {
	var all []string
	for _, w := range words {
		all = append(all, "/"+w)
	}
	return strings.Join(all, " ")
}

func holders(who []programme.Role) string {
	switch {
	case who == nil:
		return "所有人 / everybody"
	case len(who) == len(programme.Roles):
		return "every role"
	}
	return joined(who)
}

// rightsPart sums the table of rights up: of each act who may do it, and on what.
// In which states of an application is left to the table.
func rightsPart(*testing.T) string {
	var b strings.Builder
	b.WriteString("| act | role (on what) |\n| --- | --- |\n")
	for _, act := range programme.Acts {
		var who []string
		for _, r := range programme.Rights {
			if line := fmt.Sprintf("%s (%s)", r.Role, r.Scope); r.Act == act && !slices.Contains(who, line) {
				who = append(who, line)
			}
		}
		if who == nil {
			who = []string{"nobody"}
		}
		fmt.Fprintf(&b, "| `%s` | %s |\n", act, strings.Join(who, ", "))
	}
	return b.String()
}

func joined(roles []programme.Role) string {
	var all []string
	for _, r := range roles {
		all = append(all, string(r))
	}
	return strings.Join(all, ", ")
}

func coded(s string) string {
	if s == "" {
		return ""
	}
	return "`" + s + "`"
}
