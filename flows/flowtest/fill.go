package flowtest

import "strings"

// Fill answers questions by name until the form shows none, or the one named. An
// answer in [brackets] is a button, one in (parentheses) a file.
func (c *Chat) Fill(answers map[string]string, until string) *Chat {
	c.h.T.Helper()
	for range 100 {
		name := c.Asks()
		if name == "" || name == until {
			return c
		}
		answer, known := answers[name]
		if !known {
			c.h.T.Fatalf("no answer for %s:\n%s", name, c.Screen())
		}
		c.Answer(answer)
		if c.Asks() == name {
			c.h.T.Fatalf("the answer %q to %s was not taken:\n%s", answer, name, c.Screen())
		}
	}
	c.h.T.Fatal("the form does not end")
	return c
}

// Answer gives one answer, written as for [Chat.Fill].
func (c *Chat) Answer(answer string) *Chat {
	c.h.T.Helper()
	inner := strings.Trim(answer, "[]()")
	switch {
	case strings.HasPrefix(answer, "["):
		return c.Presses(inner)
	case strings.HasPrefix(answer, "("):
		return c.Sends(inner).Arrives(inner).Presses("完成")
	}
	return c.Says(answer)
}
