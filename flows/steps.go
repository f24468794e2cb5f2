package flows

import (
	"strings"

	"luling/flows/ask"
	"luling/store"
)

// The words of form buttons: what a press does inside its form.
const (
	doPick     = "pick"   // an option; the argument is its id
	doOn       = "on"     // an option of several, wanted chosen
	doOff      = "off"    // and wanted not chosen
	doKeep     = "keep"   // go on, leaving the answer as it is; a prefilled one is confirmed
	doWhole    = "whole"  // confirm the prefilled answers of an entry; the argument is "list.id"
	doDone     = "done"   // no more files or options
	doDrop     = "drop"   // take a file out; the argument is its id
	doAdd      = "add"    // a further entry; the argument is its id if it is put back
	doUnlist   = "unlist" // take the entry shown out of its list; the argument is its id
	doEntry    = "entry"  // show an entry; the argument is its id
	doList     = "list"   // back to the list; the argument is its name
	doPage     = "page"   // another page of the options; the argument is its number, "" for all options again
	doCalendar = "cal"    // show the calendar; the argument is its page
	doSkip     = "skip"
	doBack     = "back"
	doLeave    = "leave"
	doHelp     = "help"
	doShow     = "show" // back to the question
	doOverview = "overview"
	doSection  = "section" // the argument is the section
	doJump     = "jump"    // the argument is the question
	doReview   = "review"
	doSubmit   = "submit"
	doMine     = "mine"
	doTheirs   = "theirs"
	doSuggest  = "say" // the answer that is offered
)

// press applies a form button of the live revision.
func (s *session) press(p pressed) error {
	switch p.do {
	case doPick, doOn, doOff, doKeep, doDone, doDrop, doSkip, doBack, doAdd, doEntry, doPage, doSuggest:
		return s.onQuestion(p)
	case doLeave:
		return s.leave()
	case doSubmit:
		return s.submit()
	case doMine, doTheirs:
		return s.settle(p.do == doMine)
	case doJump:
		s.jump(p.arg, s.c.View)
	case doUnlist:
		if head, id, ok := s.entryOf(); ok && id == p.arg {
			return s.unlist(head, id)
		}
	case doList:
		s.jump(p.arg, s.c.Home)
	case doWhole:
		list, id, _ := strings.Cut(p.arg, ".")
		return s.whole(list, id)
	case doCalendar:
		s.c.View, s.c.Section = ViewCalendar, p.arg
	case doHelp:
		s.c.View = ViewHelp
	case doShow:
		if s.c.View != ViewAside { // which is taken off anyway
			s.c.View = ViewQuestion
		}
	case doOverview:
		s.c.View, s.c.Return = ViewOverview, ViewQuestion
	case doReview:
		s.c.View, s.c.Focus, s.c.Return = ViewReview, "", ViewQuestion
	case doSection:
		s.c.View, s.c.Section = ViewSection, p.arg
	default:
		return s.stale()
	}
	return nil
}

// onQuestion applies a button of the question on the screen.
func (s *session) onQuestion(p pressed) error {
	q, ok := s.onScreen()
	switch {
	case s.c.Asks == "":
		return nil
	case !ok: // the form has changed since
		s.note("form.note.gone", nil)
		return nil
	}
	switch p.do {
	case doPick:
		return s.pick(q, ask.Input{Choice: p.arg})
	case doSuggest:
		return s.pick(q, ask.Input{Text: q.Suggested})
	case doOn, doOff:
		return s.toggle(q, p.arg, p.do == doOn)
	case doKeep:
		if err := s.confirm(q); err != nil {
			return err
		}
		s.advance(q.Name)
		s.told.Saved = ""
		return nil
	case doDone:
		return s.done(q)
	case doDrop:
		return s.drop(q, p.arg)
	case doAdd:
		return s.add(q, p.arg)
	case doEntry:
		s.openEntry(q, p.arg)
		return nil
	case doSkip:
		return s.skip(q)
	case doPage:
		s.turnPage(q, p.arg)
		return nil
	}
	s.back(q)
	return nil
}

// pick answers the question by a button.
func (s *session) pick(q ask.Question, in ask.Input) error {
	in.Today, in.Person = s.reads(s.in).Today, s.in.From
	out := q.Understand(in)
	if out.Kind != ask.Valid {
		s.told.refuse(out.Refusal)
		return nil
	}
	return s.accept(q, out.Value)
}

func (s *session) toggle(q ask.Question, id string, on bool) error {
	if q.Kind != ask.KindChoices {
		return s.stale()
	}
	value := toggled(q, s.rows[q.Name].Value, id, on)
	return s.put(store.Answer{Name: q.Name, Value: value})
}

// done closes a question of several parts if it has enough of them.
func (s *session) done(q ask.Question) error {
	out := q.Understand(ask.Input{Choice: ask.ActDone})
	if out.Kind != ask.Valid {
		s.told.refuse(out.Refusal)
		return nil
	}
	if err := s.put(store.Answer{Name: q.Name, Value: out.Value, Done: out.Done}); err != nil {
		return err
	}
	s.advance(q.Name)
	return nil
}

func (s *session) skip(q ask.Question) error {
	if !q.Optional {
		s.told.refuse(&ask.Refusal{Name: "not_optional"})
		return nil
	}
	row := s.rows[q.Name]
	row.Name, row.Skipped, row.Prefilled = q.Name, true, false
	if !s.unseen(row) {
		row.By = 0
		if err := s.put(row); err != nil {
			return err
		}
	}
	s.advance(q.Name)
	s.told.Saved = ""
	return nil
}

// back moves the focus to the question before; it deletes nothing. A list is
// walked as one: from an entry back to its list, and from there to what is
// before all its entries.
func (s *session) back(q ask.Question) {
	before, ok := ask.Before(s.filled, q.Name)
	switch {
	case q.InList() && (before.List != q.List || before.Entry != q.Entry):
		before, ok = ask.Find(s.filled, q.List)
	case q.Kind == ask.KindList:
		for ok && before.InList() && before.List == q.Name {
			before, ok = ask.Before(s.filled, before.Name)
		}
	}
	if ok {
		s.c.Focus, s.c.View, s.c.Return = before.Name, ViewQuestion, ViewQuestion
	}
}

// leave ends the conversation for now; every answer is stored already.
func (s *session) leave() error {
	done, total := s.progress()
	s.over = true
	form, subject, whom := s.c.Form, s.c.Subject, s.whom()
	r, err := s.h.menu(s.tx, "")
	if err != nil {
		return err
	}
	s.c.leave()
	r.Text, r.Data = "form.left", map[string]any{"Form": form, "Subject": subject, "For": whom, "Done": done, "Total": total}
	s.reply = r
	return nil
}

// submit hands the answers to the feature, if nothing stands against it.
func (s *session) submit() error {
	gaps, err := s.gaps()
	if err != nil {
		return err
	}
	if len(gaps) > 0 {
		s.c.View = ViewReview
		return nil
	}
	r, err := s.form.Submit(s.tx)
	if err != nil {
		return err
	}
	if _, keeps := s.form.(Keeping); !keeps {
		if err := s.tx.CloseDraft(s.draft.ID); err != nil {
			return err
		}
	}
	s.over = true
	s.c.leave()
	return s.answer(r, nil)
}
