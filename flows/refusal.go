package flows

import "errors"

// A Refusal is a "no" for the person: a name and what it mentions. Its text is
// "refused." and the name. Whatever the turn had changed is undone.
type Refusal struct {
	Name string
	Data any
}

// Error names the refusal for logs; people read its text instead.
func (r *Refusal) Error() string { return "refused: " + r.Name }

// Refuse makes a Refusal.
func Refuse(name string, data any) error { return &Refusal{Name: name, Data: data} }

// refusal finds the Refusal in err, or nil.
func refusal(err error) *Refusal {
	var r *Refusal
	if errors.As(err, &r) {
		return r
	}
	return nil
}
