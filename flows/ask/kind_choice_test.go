package ask

import (
	"encoding/json"
	"errors"
	"testing"
)

type category string

// words are a label as the programme file has them.
type words struct{ Zh, En string }

var categories = []Option{
	{"enterprise", words{"企业人才", "Enterprise talent"}},
	{"skilled", &words{"高技能人才", "Skilled workers"}},
	{"rural", words{"农村实用人才", "Rural talent"}},
	{"3", "apply.category.third"},
}

func TestChoice(t *testing.T) {
	t.Parallel()
	var c category
	q := Choice("category", &c, categories)
	for _, row := range []struct {
		says string
		in   Input
		want category
		no   string
	}{
		{"pressed", Input{Choice: "skilled"}, "skilled", ""},
		{"a made-up press", Input{Choice: "made-up"}, "", RefusedNotAnOption},
		{"an act is no option", Input{Choice: ActDone}, "", RefusedNotAnOption},
		{"typed by its Chinese label", typing("企业人才"), "enterprise", ""},
		{"typed by its label with a full stop", typing("企业人才。"), "enterprise", ""},
		{"typed by its English label in other case", typing("SKILLED workers"), "skilled", ""},
		{"typed by its ID in full width", typing("ｒｕｒａｌ"), "rural", ""},
		{"typed by its place", typing("1"), "enterprise", ""},
		{"typed by its place in words", typing("第二个"), "skilled", ""},
		{"an ID that looks like a place is an ID", typing("3"), "3", ""},
		{"typed by the last place", typing("4"), "3", ""},
		{"a place after the last", typing("5"), "", RefusedNotAnOption},
		{"no place is the zeroth", typing("0"), "", RefusedNotAnOption},
		{"typed by a part of one label", typing("实用"), "rural", ""},
		{"typed by a part of several labels", typing("人才"), "", RefusedManyOptions},
		{"typed by something else", typing("其他"), "", RefusedNotAnOption},
		{"nothing but a full stop", typing("。"), "", RefusedNotAnOption},
		{"nothing", Input{}, "", RefusedNoChoice},
		{"a file", Input{File: &File{ID: 1}}, "", RefusedWantsChoice},
		{"a location", Input{Other: "location"}, "", RefusedWantsChoice},
	} {
		got := q.Understand(row.in)
		accepted(t, q, got)
		if row.no != "" {
			is(t, row.says, got, row.no)
			continue
		}
		if got.Kind != Valid || c != row.want {
			t.Errorf("%s: got %s %s", row.says, got.Kind, brief(got))
		}
	}
	mentions(t, q.Understand(typing("人才")), with{"Text": "人才", "Has": 3})
	if echo := q.Understand(typing("第二个")).Echo; echo == nil || echo.Shown["ID"] != "skilled" {
		t.Errorf("a choice by its place is not repeated: %v", echo)
	}
	if echo := q.Understand(typing("高技能人才")).Echo; echo != nil {
		t.Errorf("a choice by its label is repeated: %v", echo)
	}
	if err := q.Set(json.RawMessage(`"gone"`)); !errors.Is(err, ErrRejected) {
		t.Errorf("a stored option that is gone: %v", err)
	}
	same(t, "an option that is gone is shown as stored", q.Shown(json.RawMessage(`"gone"`))["Kind"], any("unreadable"))
	same(t, "options that fit what was typed", len(q.Matching("人才")), 3)
	same(t, "options when nothing was typed", len(q.Matching("")), 4)
}

func TestChoices(t *testing.T) {
	t.Parallel()
	var chosen []category
	q := Choices("categories", &chosen, categories, Least(2), Most(3))
	gather := func(press, want string, done bool) {
		t.Helper()
		got := q.Understand(Input{Choice: press})
		is(t, "after "+press, got, want)
		accepted(t, q, got)
		same(t, "done after "+press, got.Done, done)
	}
	gather(ActDone, RefusedNoChoice, false)
	gather("rural", `["rural"]`, false)
	gather(ActDone, RefusedTooFewChoices, false)
	gather("enterprise", `["enterprise","rural"]`, false)
	gather("rural", `["enterprise"]`, false)
	gather(Keep("rural"), `["enterprise","rural"]`, false)
	gather(Keep("rural"), `["enterprise","rural"]`, false)
	gather(Drop("skilled"), `["enterprise","rural"]`, false)
	gather("skilled", `["enterprise","skilled","rural"]`, false)
	gather("3", RefusedTooManyChoices, false)
	gather(Drop("rural"), `["enterprise","skilled"]`, false)
	gather("made-up", RefusedNotAnOption, false)
	gather(Keep("made-up"), RefusedNotAnOption, false)
	gather(ActDone, `["enterprise","skilled"]`, true)

	is(t, "typed by places", q.Understand(typing("1、2")), `["enterprise","skilled"]`)
	is(t, "typed by labels", q.Understand(typing("农村实用人才，企业人才")), `["enterprise","rural"]`)
	is(t, "typed twice the same", q.Understand(typing("1 1")), RefusedTooFewChoices)
	is(t, "typed with one unknown", q.Understand(typing("1、9")), RefusedNotAnOption)
	is(t, "typed all", q.Understand(typing("1 2 3 农村")), RefusedTooManyChoices)
	is(t, "typed more than there are", q.Understand(typing("1 1 1 1 1")), RefusedTooManyChoices)
	is(t, "nothing but marks", q.Understand(typing("、、")), RefusedNoChoice)
	is(t, "nothing", q.Understand(Input{}), RefusedNoChoice)
	same(t, "typing ends the answer", q.Understand(typing("1、2")).Done, true)
	mentions(t, q.Understand(typing("1")), with{"Min": 2, "Has": 1})

	shown := q.Shown(json.RawMessage(`["skilled"]`))["Chosen"].([]map[string]any)
	same(t, "shown", shown[0]["ID"], any("skilled"))
	if err := q.Set(json.RawMessage(`["skilled","gone"]`)); !errors.Is(err, ErrRejected) {
		t.Errorf("a stored option that is gone: %v", err)
	}
}

func TestChoicesMayBeNone(t *testing.T) {
	t.Parallel()
	var chosen []category
	q := Choices("categories", &chosen, categories, Least(0))
	got := q.Understand(Input{Choice: ActDone})
	is(t, "none", got, `[]`)
	accepted(t, q, got)
	is(t, "marks are not none", q.Understand(typing("、")), RefusedNoChoice)
	parted := Choices("ways", &chosen, []Option{{"train", words{Zh: "培养/引进"}}, {"use", words{Zh: "使用"}}})
	is(t, "a label with a stroke", parted.Understand(typing("培养/引进")), `["train"]`)
	is(t, "a label with a stroke is not repeated in parts", parted.Understand(typing("使用 1")), `["train","use"]`)
}

func TestDeclaration(t *testing.T) {
	t.Parallel()
	var agreed bool
	q := Declaration("secrecy", &agreed)
	for _, row := range []struct {
		says string
		in   Input
		want string
	}{
		{"agreed", Input{Choice: ActAgree}, "true"},
		{"agreed in words", typing("我确认。"), "true"},
		{"agreed in English", typing("Yes"), "true"},
		{"declined", Input{Choice: ActDecline}, RefusedMustAgree},
		{"declined in words", typing("不同意"), RefusedMustAgree},
		{"another press", Input{Choice: "同意"}, RefusedNotAnOption},
		{"another word", typing("再想想"), RefusedNotAnOption},
		{"nothing", Input{}, RefusedNoChoice},
		{"a sticker", Input{Other: "sticker"}, RefusedWantsChoice},
	} {
		got := q.Understand(row.in)
		is(t, row.says, got, row.want)
		accepted(t, q, got)
	}
	agreed = false
	if err := q.Set(json.RawMessage("false")); !errors.Is(err, ErrRejected) || agreed {
		t.Errorf("a stored refusal to agree is accepted: %v", err)
	}
}

func TestFacts(t *testing.T) {
	t.Parallel()
	q := Facts("unit", About(with{"Name": "吉州医院"}))
	is(t, "next", q.Understand(Input{Choice: ActNext}), "true")
	is(t, "next in words", q.Understand(typing("下一步")), "true")
	is(t, "another word", q.Understand(typing("好")), RefusedWantsNext)
	is(t, "a file", q.Understand(Input{File: &File{ID: 1}}), RefusedWantsNext)
	is(t, "nothing", q.Understand(Input{}), RefusedEmpty)
	accepted(t, q, q.Understand(Input{Choice: ActNext}))
	accepted(t, q, q.Understand(typing("好")))
	same(t, "facts", q.About["Name"], any("吉州医院"))
}
