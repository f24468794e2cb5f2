package main

import (
	"regexp"
	"strings"
	"testing"

	"luling/bot/bottest"
	"luling/bot/playground"
)

// ownCard is a sample's word for sharing the own telephone number.
const ownCard = "(本人名片)"

// scriptParts are the steps of a scripted answer.
var scriptParts = regexp.MustCompile(`\[[^\]]*\]|\([^)]*\)|\{[^}]*\}`)

// steps cuts an answer of a sample into what is done: [a button], (a file), {lines
// of a list}, several of them in a row, or a text that is typed. After files and
// lines one ends the answer.
func steps(answer string) []string {
	if !strings.ContainsAny(answer[:1], "[({") {
		return []string{answer}
	}
	all := scriptParts.FindAllString(answer, -1)
	if last := all[len(all)-1]; last != ownCard && last[0] != '[' {
		all = append(all, "[完成]")
	}
	return all
}

// scripted gives an answer of a sample: step after step while the question stands,
// and where a list is come back to, the steps that are left.
func scripted(answer string) bottest.Given {
	all, done := steps(answer), 0
	return func(c *bottest.Chat) {
		begun, _ := c.Asked()
		for now := begun; now == begun; now, _ = c.Asked() {
			act(c, all[min(done, len(all)-1)])
			if done++; done >= len(all) {
				return
			}
		}
	}
}

func act(c *bottest.Chat, what string) {
	inner := strings.Trim(what, "[](){}")
	switch {
	case what == ownCard:
		c.Contact(true)
	case what[0] == '[':
		c.Press(inner)
	case what[0] == '(':
		c.Sends(file(inner))
	case what[0] == '{':
		c.Says(inner)
	default:
		c.Says(what)
	}
}

// file is a file by its name: a picture or a PDF.
func file(name string) playground.File {
	if stem, is := strings.CutSuffix(name, ".jpg"); is {
		return photo(stem)
	}
	return pdf(strings.TrimSuffix(name, ".pdf"))
}

// given is a sample as answers, in the category named.
func given(sample map[string]string, category string) map[string]bottest.Given {
	all := map[string]bottest.Given{
		"unit": bottest.Pressed("下一步"), "study": bottest.Pressed("下一步"), "category": bottest.Pressed(category),
		"no_secret": bottest.Pressed("确认"), "declaration": bottest.Pressed("确认"),
	}
	for name, answer := range sample {
		all[name] = scripted(answer)
	}
	return all
}

// A sample is written in a way that all its steps are found again.
func TestSamplesAreReadWhole(t *testing.T) {
	t.Parallel()
	for _, sample := range []map[string]string{hospital, enterprise, college, cooperative, township} {
		for name, answer := range sample {
			whole := strings.TrimSuffix(strings.Join(steps(answer), ""), "[完成]")
			if whole != strings.TrimSuffix(answer, "[完成]") {
				t.Errorf("%s: %q is read as %q", name, answer, whole)
			}
		}
	}
}
