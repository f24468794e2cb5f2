package ask

import "fmt"

// A Refusal tells a person why an answer was not accepted: the name of a text,
// refused.<Name>, and what it mentions. It is an error too, so that a feature's
// Submit can return one.
type Refusal struct {
	Name string
	Data map[string]any
}

// with is what a refusal's text mentions.
type with = map[string]any

// Refuse returns a refusal. The names this package gives are in Refusals;
// features add their own.
func Refuse(name string, data map[string]any) *Refusal { return &Refusal{Name: name, Data: data} }

// Error is for logs, and therefore without what was typed.
func (r *Refusal) Error() string { return fmt.Sprintf("refused: %s", r.Name) }

// outcome classes a refusal by its name; an unlisted one is Invalid.
func (r *Refusal) outcome() Outcome {
	kind := Invalid
	if known, ok := classes[r.Name]; ok {
		kind = known
	}
	return Outcome{Kind: kind, Refusal: r}
}

func refuse(name string, mentions with) Outcome { return Refuse(name, mentions).outcome() }

// mostQuoted is how many characters of what was typed a refusal repeats.
const mostQuoted = 40

// quote is what was typed, fit to be repeated: one line, no marks that steer
// the display, not endless.
func quote(typed string) string {
	line := cleanLine(typed)
	if runes := []rune(line); len(runes) > mostQuoted {
		return string(runes[:mostQuoted]) + "…"
	}
	return line
}
