package flows

// say offers a text outside any form to the features. What none of them wants
// is answered by the menu, which says that it was not taken.
func (t *turn) say() error {
	for _, f := range t.h.Features {
		if f.Say == nil || t.in.Event != Texted {
			continue
		}
		if r, mine, err := f.Say(t.tx, t.in.Text); mine || err != nil {
			return t.answer(r, err)
		}
	}
	r, err := t.h.menu(t.tx, "")
	if greeting, known := r.Data.(map[string]any); known {
		greeting["Stray"] = stray(t.in)
	}
	return t.answer(r, err)
}

// stray is what came though nothing was asked, in one word.
func stray(in Input) string {
	switch in.Event {
	case Filed:
		return "file"
	case Shared:
		return "contact"
	case Odd:
		return in.Other
	case Corrected:
		return "edited"
	}
	return "text"
}

// reach notes that the person can or cannot be written to. Who comes back gets
// what was meant for him, and his screen.
func (t *turn) reach() error {
	p := t.tx.Actor()
	switch {
	case p.ID == 0:
		return nil
	case t.in.Event == Left:
		return t.tx.NoticeUnreachable(p.ID)
	}
	t.again = true
	return t.tx.Reached(p.ID)
}
