package card

import "luling/store/programme"

// Words are a name in both languages as texts take it: under the keys Zh and En.
type Words struct{ Zh, En string }

// Say makes words of the programme file words of a text.
func Say(w programme.Words) Words { return Words{w.Zh, w.En} }
