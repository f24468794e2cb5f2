package flows

// An Offering form has buttons of its own besides those of the engine. They are
// whole acts: who presses one leaves the form, and its answers stay.
type Offering interface {
	// Offers are rows of buttons for the face of the form that is shown. Only the
	// review is asked for them.
	Offers(face View) [][]Button
}

// offers are the form's own buttons for the face shown, none if it has none.
func (s *session) offers(face View) [][]Button {
	if o, ok := s.form.(Offering); ok {
		return o.Offers(face)
	}
	return nil
}
