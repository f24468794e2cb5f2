package locales

import (
	"errors"
	"fmt"
	html "html/template"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template/parse"
	"unicode"
)

func TestLanguagesHaveTheSameNames(t *testing.T) {
	t.Parallel()
	texts := loaded(t)
	for _, a := range Languages {
		for _, b := range Languages {
			for name, s := range texts.tongues[a].sources {
				other, ok := texts.tongues[b].sources[name]
				if !ok {
					t.Errorf("%s: %q is not defined in %s", s.where, name, b)
				} else if other.plain != s.plain {
					t.Errorf("%s: %q is of another kind at %s", s.where, name, other.where)
				}
			}
		}
	}
}

// Escaping is worked out when a message is first rendered; a message that the
// engine cannot escape must not wait for a person to find it.
func TestMessagesCanBeEscaped(t *testing.T) {
	t.Parallel()
	for _, tongue := range loaded(t).tongues {
		for name, s := range tongue.sources {
			if s.plain {
				continue
			}
			var broken *html.Error
			if err := tongue.messages.ExecuteTemplate(io.Discard, name, nil); errors.As(err, &broken) {
				t.Errorf("%s: %q: %v", s.where, name, err)
			}
		}
	}
}

func TestMessagesUseAllowedMarkup(t *testing.T) {
	t.Parallel()
	for _, tongue := range loaded(t).tongues {
		for name, s := range tongue.sources {
			if err := markup(s.tree.Root); err != nil && !s.plain {
				t.Errorf("%s: %q: %v", s.where, name, err)
			}
		}
	}
}

func TestMarkupCheck(t *testing.T) {
	t.Parallel()
	for message, fine := range map[string]bool{
		`<b>{{.}}</b>`:                               true,
		`<blockquote expandable>a</blockquote>`:      true,
		`<a href="https://{{.}}/">a</a>`:             true,
		`{{if .}}<b>a</b>{{end}}`:                    true,
		`{{range .}}<i>a</i>{{else}}<s>b</s>{{end}}`: true,
		`<b>{{if .}}a</b>{{end}}`:                    false,
		`<b><i>a</b></i>`:                            false,
		`<b>a`:                                       false,
		`a</b>`:                                      false,
		`<p>a</p>`:                                   false,
		`a<br>`:                                      false,
		`<b class="x">a</b>`:                         false,
		`<b id="{{.}}">a</b>`:                        false,
		`{{with .}}{{range .}}<u>a</i>{{end}}{{end}}`: false,
		`{{if .}}a{{else if .}}<span>b</span>{{end}}`: false,
	} {
		root := made(t, `{{define "a"}}`+message+`{{end}}`, "").tongues["zh"].sources["a"].tree.Root
		if err := markup(root); (err == nil) != fine {
			t.Errorf("%s: %v", message, err)
		}
	}
}

// The office's tone: no exclamation marks, and no emoji but the three lights.
func TestToneOfTheOffice(t *testing.T) {
	t.Parallel()
	for name, s := range loaded(t).tongues["zh"].sources {
		said := strings.Join(literals(s.tree.Root), "")
		if i := strings.IndexFunc(said, offTone); i >= 0 {
			t.Errorf("%s: %q says %q", s.where, name, said[i:])
		}
	}
}

func offTone(r rune) bool {
	emoji := r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r >= 0x2B00 && r <= 0x2BFF || r == 0xFE0F
	return r == '!' || r == '！' || emoji && !slices.Contains([]rune("🟢🟡🔴"), r)
}

// A button, a state or a role is one line without blanks around it.
func TestLinesAreOneLine(t *testing.T) {
	t.Parallel()
	for _, tongue := range loaded(t).tongues {
		for _, name := range namesUnder(tongue, "button", "state", "phase", "role", "month", "weekday", "language", "toast") {
			said := strings.Join(literals(tongue.sources[name].tree.Root), "")
			if strings.ContainsFunc(said, unicode.IsControl) {
				t.Errorf("%s: %q breaks a line: %q", tongue.sources[name].where, name, said)
			}
		}
	}
}

func namesUnder(tongue *tongue, prefixes ...string) (names []string) {
	for name, s := range tongue.sources {
		prefix, _, _ := strings.Cut(name, ".")
		if s.plain && slices.Contains(prefixes, prefix) {
			names = append(names, name)
		}
	}
	return names
}

// literals are the words of a text as its author wrote them, branch by branch.
func literals(list *parse.ListNode) (words []string) {
	walk(list, func(n parse.Node) {
		if text, ok := n.(*parse.TextNode); ok {
			words = append(words, string(text.Text))
		}
	})
	return words
}

func walk(list *parse.ListNode, visit func(parse.Node)) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		visit(node)
		for _, branch := range branches(node) {
			walk(branch, visit)
		}
	}
}

func branches(node parse.Node) []*parse.ListNode {
	switch n := node.(type) {
	case *parse.IfNode:
		return []*parse.ListNode{n.List, n.ElseList}
	case *parse.RangeNode:
		return []*parse.ListNode{n.List, n.ElseList}
	case *parse.WithNode:
		return []*parse.ListNode{n.List, n.ElseList}
	}
	return nil
}

var (
	anyTag   = regexp.MustCompile(`<[^<>]*>`)
	goodOpen = regexp.MustCompile(`^<(?:(b|i|u|s|code|pre|tg-spoiler)|(blockquote)(?: expandable)?|(code) class="language-[a-z]+"|(a) href="[^"]*")>$`)
)

// markup checks that a text and each of its branches opens and closes only tags
// that Telegram knows, in order.
func markup(list *parse.ListNode) error {
	if list == nil {
		return nil
	}
	var flat strings.Builder
	for _, node := range list.Nodes {
		for _, branch := range branches(node) {
			if err := markup(branch); err != nil {
				return err
			}
		}
		if text, ok := node.(*parse.TextNode); ok {
			flat.Write(text.Text)
		} else {
			flat.WriteString("x")
		}
	}
	return balanced(flat.String())
}

func balanced(s string) error {
	var open []string
	for _, tag := range anyTag.FindAllString(s, -1) {
		switch m := goodOpen.FindStringSubmatch(tag); {
		case m != nil:
			open = append(open, strings.Join(m[1:], ""))
		case len(open) > 0 && tag == "</"+open[len(open)-1]+">":
			open = open[:len(open)-1]
		default:
			return fmt.Errorf("%s is not allowed here", tag)
		}
	}
	if len(open) > 0 {
		return fmt.Errorf("<%s> does not end", open[len(open)-1])
	}
	return nil
}
