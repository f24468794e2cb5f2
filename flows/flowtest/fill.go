package flowtest

import "strings"

// Fill answers questions by name until the form shows none, or the one named. An
// answer in [brackets] is a button, one in (parentheses) a file, one in {braces}
// the lines of a list, which is ended after them. A question of an entry may be
// named without the entry's id, as "list.field".
func (c *Chat) Fill(answers map[string]string, until string) *Chat {
	c.h.T.Helper()
	listed := map[string]bool{}
	for range 300 {
		name := c.Asks()
		if name == "" || name == until {
			return c
		}
		answer, known := answers[name]
		if !known {
			answer, known = answers[column(name)]
		}
		switch {
		case !known:
			c.h.T.Fatalf("no answer for %s:\n%s", name, c.Screen())
		case listed[name]:
			answer = "[完成]"
		}
		c.Answer(answer)
		if c.Asks() == name && !strings.HasPrefix(answer, "{") {
			c.h.T.Fatalf("the answer %q to %s was not taken:\n%s", answer, name, c.Screen())
		}
		listed[name] = strings.HasPrefix(answer, "{")
	}
	c.h.T.Fatal("the form does not end")
	return c
}

// column is the name of an entry's question without the entry's id.
func column(name string) string {
	part := strings.Split(name, ".")
	if len(part) != 3 {
		return name
	}
	return part[0] + "." + part[2]
}

// Answer gives one answer, written as for [Chat.Fill].
func (c *Chat) Answer(answer string) *Chat {
	c.h.T.Helper()
	inner := strings.Trim(answer, "[](){}")
	switch {
	case strings.HasPrefix(answer, "["):
		return c.Presses(inner)
	case strings.HasPrefix(answer, "("):
		return c.Sends(inner).Arrives(inner).Presses("完成")
	case strings.HasPrefix(answer, "{"):
		return c.Says(inner)
	}
	return c.Says(answer)
}
