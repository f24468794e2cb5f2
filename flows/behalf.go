package flows

// A Proxied form is filled in for somebody else, whom every screen of it names.
//
// Source: C17.
type Proxied interface {
	// For names whom it is filled in for, "" if for oneself.
	For() string
}

// whom is the one the form is filled in for, "" if the actor fills it in for himself.
func (s *session) whom() string {
	if p, is := s.form.(Proxied); is {
		return p.For()
	}
	return ""
}
