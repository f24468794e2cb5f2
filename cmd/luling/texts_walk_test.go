package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"luling/bot/bottest"
	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// a walker goes everywhere in the house and has a reader read what is said there.
type walker struct {
	*storetest.World
	house  *flows.House
	reader *reader
	heard  int64  // newest notice read
	day    string // what a question for a date is answered
	number int
}

func newWalker(t *testing.T, r *reader) *walker {
	t.Helper()
	return &walker{World: storetest.New(t, bottest.Start), house: house(t), reader: r, day: "2025-05-20"}
}

// a stand is where somebody stands: the conversation and the screen before him.
type stand struct {
	account int64
	c       flows.Conversation
	screen  flows.Reply
}

func at(account int64) stand {
	return stand{account: account, c: flows.Rebuild(store.Screen{})}
}

func typed(text string) flows.Input { return flows.Input{Event: flows.Texted, Text: text} }

func (s stand) press(b flows.Button) flows.Input {
	data, _ := flows.Data(b, s.c.ID, s.c.Revision) // the reader has looked at its length
	return flows.Input{Event: flows.Pressed, Data: data, Live: true, Offered: true}
}

// turn takes one input inside a transaction and reads what it led to.
func (w *walker) turn(tx *store.Tx, s stand, in flows.Input) (stand, error) {
	w.number++
	in.From, in.Chat, in.Message, in.At, in.Language = s.account, s.account, w.number, w.Now, "zh"
	where := fmt.Sprintf("%s %q %s", in.Event, in.Text, in.Data)
	out, err := w.house.Turn(tx, s.c, in)
	if no := flows.RefusalOf(err); no != nil {
		out, err = w.house.Refused(tx, s.c, in, no)
	}
	if err != nil {
		return s, fmt.Errorf("%s: %w", where, err)
	}
	w.reader.reply(where, out.Reply)
	s.c = out.Conversation
	if out.Reply.Text != "" {
		s.c.Shown(s.c.Revision+1, in.Event)
		s.screen = out.Reply
	}
	return s, w.listen(tx)
}

// listen reads the notices that were promised meanwhile.
func (w *walker) listen(tx *store.Tx) error {
	all, err := tx.Notices(store.NoticeFilter{})
	for _, n := range all {
		if n.ID > w.heard {
			w.reader.notice(n.Key, n)
		}
	}
	return err
}

var errUndone = errors.New("as if it had not been")

// does goes on for good.
func (w *walker) does(s stand, in flows.Input) (after stand) {
	w.T.Helper()
	storetest.Update(w.T, w.DB, w.Now, func(tx *store.Tx) (err error) {
		after, err = w.turn(tx, s, in)
		return err
	})
	storetest.View(w.T, w.DB, w.Now, func(tx *store.Tx) error {
		all, err := tx.Notices(store.NoticeFilter{})
		for _, n := range all {
			w.heard = max(w.heard, n.ID)
		}
		return err
	})
	return after
}

// looks goes in some directions, and so many steps on by every button there, and
// comes back as if it had not been.
func (w *walker) looks(s stand, steps int, directions ...flows.Input) {
	w.T.Helper()
	for _, in := range directions {
		var next []flows.Input
		err := w.DB.Update(context.Background(), w.Now, func(tx *store.Tx) error {
			after, err := w.turn(tx, s, in)
			if err != nil {
				return err
			}
			if steps > 0 {
				next = ways(after)
			}
			for _, on := range next {
				if _, err := w.turn(tx, after, on); err != nil {
					return err
				}
			}
			return errUndone
		})
		if !errors.Is(err, errUndone) {
			w.T.Error(err)
		}
	}
}

// ways are all buttons of a screen.
func ways(s stand) (all []flows.Input) {
	for _, row := range s.screen.Buttons {
		for _, b := range row {
			all = append(all, s.press(b))
		}
	}
	return all
}

// odd are inputs that most questions do not want.
func odd() []flows.Input {
	all := []flows.Input{
		typed("？"), typed("-5"), typed("三五个"), typed("3 4"), typed("1.234"), typed("2月31日"), typed("2099-01-01"), typed("1900-01-01"),
		typed(strings.Repeat("长", 4096)), typed("9999999999999999"), typed("张三"), typed("12345"), typed("0.5"), typed("<b>&"),
		{Event: flows.Shared}, {Event: flows.Corrected, Text: "改"}, {Event: flows.Texted, Text: "早", Early: true},
		{Event: flows.Filed, File: &flows.Incoming{TelegramID: "t", UniqueID: "u", Name: "内部材料.pdf", Size: 100}},
		{Event: flows.Filed, File: &flows.Incoming{TelegramID: "t", UniqueID: "u", Name: "大.pdf", Size: 25 << 20}},
	}
	for _, kind := range []string{"sticker", "voice", "video", "location", "unknown"} {
		all = append(all, flows.Input{Event: flows.Odd, Other: kind})
	}
	return all
}

// answers says how a kind of question is answered; buttons answer the others.
var answersOf = map[string]string{
	"text": "这是一段用来走完全部提问的文字", "number": "3", "money": "30万", "year": "2025",
	"phone": "13870600101", "person": "张三 主任 13870600101",
	"long_text": strings.Repeat("这是一段用来走完全部提问的文字。", 5),
}

// fills answers the form on the screen to its end, looking around at each question.
func (w *walker) fills(s stand, wanted programme.Category, look func(stand)) stand {
	w.T.Helper()
	listed := map[any]bool{}
	for range 400 {
		about, _ := s.screen.Data.(map[string]any)
		kind, asks := about["Kind"].(string)
		if !asks || s.screen.Text != "form.question" {
			return s
		}
		look(s)
		question := about["Question"]
		switch text := answersOf[kind]; {
		case question == "apply.full_time_names":
			s = w.does(s, typed("张一、张二、张三"))
		case text != "":
			s = w.does(s, typed(text))
		case kind == "date":
			s = w.does(s, typed(w.day))
		case kind == "files":
			s = w.sends(s)
		case kind == "list":
			s, listed[question] = w.lists(s, listed[question]), true
		case kind == "choices":
			s = w.presses(w.presses(s, "on"), "done")
		default:
			s = w.picks(s, string(wanted))
		}
	}
	w.T.Fatalf("the form does not end: %v", s.screen.Data)
	return s
}

// lists puts a further entry into the list on the screen, or ends it if it has one
// and may be ended.
func (w *walker) lists(s stand, has bool) stand {
	w.T.Helper()
	if has && keyOf(s, "done") != nil {
		return w.presses(s, "done")
	}
	return w.presses(s, "add")
}

// presses presses the first button of the form that does so.
func (w *walker) presses(s stand, do string) stand {
	w.T.Helper()
	b := keyOf(s, do)
	if b == nil {
		w.T.Fatalf("nothing does %q: %v", do, s.screen)
	}
	return w.does(s, s.press(*b))
}

// keyOf finds the first button of the form that does so, nil if there is none.
func keyOf(s stand, do string) *flows.Button {
	for _, row := range s.screen.Buttons {
		for _, b := range row {
			if b.Do == do {
				return &b
			}
		}
	}
	return nil
}

// picks presses the button of an option, or the first that answers.
func (w *walker) picks(s stand, wanted string) stand {
	var first *flows.Button
	for _, row := range s.screen.Buttons {
		for _, b := range row {
			if b.Do == "pick" && (first == nil || b.Arg == wanted) {
				first = &b
			}
		}
	}
	return w.does(s, s.press(*first))
}

// sends sends one file, which arrives, and ends the list.
func (w *walker) sends(s stand) stand {
	w.T.Helper()
	id := fmt.Sprint("file", w.number)
	s = w.does(s, flows.Input{Event: flows.Filed, File: &flows.Incoming{TelegramID: id, UniqueID: id, Name: id + ".pdf", Size: 1000}})
	var pending []programme.File
	storetest.View(w.T, w.DB, w.Now, func(tx *store.Tx) (err error) {
		pending, err = tx.FilesPending()
		return err
	})
	for _, f := range pending {
		for _, reason := range []string{"type", "empty", "too_big", "unsafe", "unreadable"} {
			w.looks(s, 0, flows.Input{Event: flows.Arrived, Received: &flows.Received{File: f.ID, State: programme.FileRefused, Reason: reason}})
		}
		hash := fmt.Sprintf("%064d", f.ID)
		s = w.does(s, flows.Input{Event: flows.Arrived, Received: &flows.Received{File: f.ID, State: programme.FileStored, Type: "application/pdf", Size: 1000, SHA256: hash}})
	}
	return w.presses(s, "done")
}

// What anybody can be shown exists in both languages and fits; and what the
// texts hold is what somebody can be shown.
func TestEveryText(t *testing.T) {
	t.Parallel()
	r := newReader(t)
	everyForm(t, r)
	otherForms(t, r)
	unitForms(t, r)
	deskTexts(t, r)
	wholeLife(t, r)
	everyState(t, r)
	r.byHand()
	r.covers()
}

// everyForm walks every form in every category for every type of unit: each
// question, each face of the form, each refusal, each button.
func everyForm(t *testing.T, r *reader) {
	t.Helper()
	w := newWalker(t, r)
	w.Round(programme.RoundApplying)
	looked, walked := map[any]bool{}, map[programme.Category]bool{}
	look := func(s stand) {
		question := s.screen.Data.(map[string]any)["Question"]
		if !looked[question] {
			w.looks(s, 1, ways(s)...)
			w.looks(s, 0, odd()...)
		}
		looked[question] = true
	}
	for _, kind := range programme.UnitTypes {
		for _, c := range storetest.Programme(t).Open(kind) {
			u := w.Unit(string(kind)+string(c.ID), func(u *programme.Unit) { u.Type = kind })
			contact := at(w.Person("联络员", programme.RoleContact, u).TelegramID)
			w.looks(contact, 1, typed("/apply"))
			s := w.does(w.does(contact, typed("/apply")), typed("/apply"))
			if walked[c.ID] { // the form is the same whatever the type, but for what it begins with
				s = w.picks(w.picks(s, ""), string(c.ID))
				w.looks(s, 1, ways(s)...)
				continue
			}
			if s = w.fills(s, c.ID, look); s.screen.Text != "form.review" {
				t.Errorf("%s as %s ends at %s", kind, c.ID, s.screen.Text)
			}
			w.looks(s, 1, ways(s)...)
			walked[c.ID] = true
		}
	}
}

// otherForms walks the forms that are not the application: registering a
// session, twice on one day, and inviting somebody to each place.
func otherForms(t *testing.T, r *reader) {
	t.Helper()
	w := newWalker(t, r)
	u := w.Unit("甲厂")
	office := at(w.Person("办公室", programme.RoleOffice).TelegramID)
	contact := at(w.Person("联络员", programme.RoleContact, u).TelegramID)
	around := func(s stand) { w.looks(s, 0, ways(s)...); w.looks(s, 0, odd()...) }
	for range 2 {
		s := w.fills(w.opens(contact, "study.register", ""), "yes", around)
		w.looks(s, 1, ways(s)...)
		s = w.submits(s)
		w.looks(s, 1, ways(s)...)
		w.looks(s, 1, typed("/study"))
	}
	for _, place := range []string{fmt.Sprintf("unit/%d", u.ID), "body/1", "city/0"} {
		s := w.submits(w.fills(w.opens(office, "people.invite", place), "reviewer", around))
		w.looks(s, 1, ways(s)...)
		w.looks(office, 1, office.press(flows.Button{Act: "people.at", Arg: place}))
	}
}

// wholeLife walks an application from the first question to a restored withdrawal,
// and looks around at each step with everybody's eyes.
func wholeLife(t *testing.T, r *reader) {
	t.Helper()
	w := newWalker(t, r)
	w.Round(programme.RoundApplying)
	u := w.Unit("甲厂")
	contact := at(w.Person("联络员", programme.RoleContact, u).TelegramID)
	head := at(w.Person("负责人", programme.RoleHead, u).TelegramID)
	body := at(w.Person("推荐", programme.RoleRecommender, w.Body("jizhou")).TelegramID)
	office := at(w.Person("办公室", programme.RoleOffice).TelegramID)
	nothing := func(stand) {}
	around := func() {
		for _, s := range []stand{contact, head, body, office} {
			for _, word := range []string{"/apply", "/progress", "/todo", "/desk"} {
				w.looks(s, 1, typed(word))
			}
			w.acts(s, 1, "", "1", "restore")
		}
	}
	for _, w.day = range []string{"2025-05-20", "2025-09-20"} {
		w.submits(w.fills(w.opens(contact, "study.register", ""), "yes", nothing))
	}
	fill := func() {
		w.submits(w.fills(w.does(w.does(contact, typed("/apply")), typed("/apply")), programme.CatEnterprise, nothing))
	}
	fill()
	around()
	w.submits(w.fills(w.does(head, head.press(flows.Button{Act: "apply.return", Object: 1, Version: w.version()})), "", nothing))
	around()
	fill()
	w.scans(office)
	asked := w.does(head, head.press(flows.Button{Act: "apply.confirm", Object: 1, Version: w.version()}))
	w.does(asked, ways(asked)[0])
	around()
	w.submits(w.fills(w.does(contact, contact.press(flows.Button{Act: "apply.withdraw", Object: 1, Version: w.version()})), "", nothing))
	around()
	w.does(head, head.press(flows.Button{Act: "apply.agree", Object: 1, Version: w.version(), Arg: "withdraw"}))
	around()
	w.does(contact, contact.press(flows.Button{Act: "apply.restore", Object: 1, Version: w.version()}))
	around()
	w.does(head, head.press(flows.Button{Act: "apply.agree", Object: 1, Version: w.version(), Arg: "restore"}))
	around()
}

// version is that of the first application.
func (w *walker) version() (v int64) {
	storetest.View(w.T, w.DB, w.Now, func(tx *store.Tx) error {
		a, err := tx.Application(1)
		v = a.Version
		return err
	})
	return v
}

// opens presses a button that opens a form.
func (w *walker) opens(s stand, act, arg string) stand {
	w.T.Helper()
	return w.does(s, s.press(flows.Button{Act: act, Arg: arg}))
}

// submits presses the button that submits, if it is there.
func (w *walker) submits(s stand) stand {
	w.T.Helper()
	for _, row := range s.screen.Buttons {
		for _, b := range row {
			if b.Do == "submit" {
				return w.does(s, s.press(b))
			}
		}
	}
	return s
}

// everyState walks everybody's commands and every act, on an application in every
// state.
func everyState(t *testing.T, read *reader) {
	t.Helper()
	w := newWalker(t, read)
	r := w.Round(programme.RoundApplying)
	body := w.Body("jizhou")
	everybody := []stand{at(1)}
	for _, role := range programme.Roles {
		if !role.OfUnit() && role != programme.RoleRecommender {
			everybody = append(everybody, at(w.Person(string(role), role).TelegramID))
		}
	}
	everybody = append(everybody, at(w.Person("推荐", programme.RoleRecommender, body).TelegramID))
	for _, s := range everybody {
		w.commands(s)
		w.acts(s, 1, "", "zh", "unit/1", "guarantee.0", "guarantee.5", "draft/1")
	}
	states := []programme.ApplicationState{}
	for _, rule := range programme.ApplicationMoves {
		if !slices.Contains(states, rule.To) {
			states = append(states, rule.To)
		}
	}
	for _, state := range states {
		if state == "" {
			continue
		}
		u := w.Unit("单位" + string(state))
		var people []stand
		for _, role := range []programme.Role{programme.RoleContact, programme.RoleDeputy, programme.RoleHead} {
			people = append(people, at(w.Person(string(role)+string(state), role, u).TelegramID))
		}
		a := w.Application(u, r, state)
		w.freeze(a)
		for _, s := range people {
			w.commands(s)
			w.acts(s, int64(a.ID), "", "restore")
		}
		for _, s := range everybody {
			w.looks(s, 1, s.press(flows.Button{Act: "desk.card", Object: int64(a.ID)}))
		}
	}
}

// freeze gives a submitted application the snapshot and the number it would have.
func (w *walker) freeze(a programme.Application) {
	w.T.Helper()
	storetest.Update(w.T, w.DB, w.Now, func(tx *store.Tx) error {
		whole, err := card.Read(tx, a.ID)
		if err != nil || !card.Frozen(whole.Stage()) {
			return err
		}
		d, err := whole.Draft(tx)
		if err != nil {
			return err
		}
		content, err := d.Content().Bytes()
		if err != nil {
			return err
		}
		_, err = tx.AddSnapshot(a.ID, content)
		return err
	})
}

func (w *walker) commands(s stand) {
	words := []string{"没有的", "start 不对的邀请码"}
	for _, f := range w.house.Features {
		for _, c := range f.Commands {
			words = append(words, c.Name)
		}
	}
	for _, word := range words {
		w.looks(s, 1, typed("/"+word))
	}
	w.looks(s, 0, typed("你好"), typed("ABCDE 23456"), flows.Input{Event: flows.Odd, Other: "sticker"}, flows.Input{Event: flows.Left})
}

// acts presses every act there is on an object, of its first versions and with
// each of the arguments.
func (w *walker) acts(s stand, id int64, args ...string) {
	w.T.Helper()
	for name := range w.house.Acts() {
		for _, arg := range args {
			for version := range int64(4) {
				if arg == "" || version == 1 {
					w.looks(s, 0, s.press(flows.Button{Act: name, Object: id, Version: version, Arg: arg}))
				}
			}
		}
	}
}
