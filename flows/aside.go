package flows

import "strings"

// aside shows something over the active form, which is not left: the next press
// or text leads back to the face that was shown, in the same state.
func (t *turn) aside(r Reply) error {
	t.c.cover()
	r.Buttons = append(r.Buttons, Row(Button{Text: "button.to_question", Do: doShow}))
	t.reply = r
	return nil
}

// resume shows the active form again where it stood.
func (t *turn) resume(r Reply) error {
	return t.form(func(s *session) error {
		s.reply.Toast = r.Toast
		return nil
	})
}

// cover puts something over the face that is shown, and remembers it.
func (c *Conversation) cover() {
	if c.View != ViewAside {
		c.Under, c.View = c.Face(), ViewAside
	}
}

// uncover returns to what was shown before.
func (c *Conversation) uncover() {
	under := c.Under
	c.View, c.Under = ViewQuestion, ""
	c.face(under)
}

// covered is the face under another, as Face wrote it.
func covered(face string) (under string, is bool) {
	return strings.CutPrefix(face, string(ViewAside)+":")
}
