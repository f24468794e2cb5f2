package card

import (
	"strings"

	"luling/store/programme"
)

// marks are the words that hold a file until a leader has looked at it, with
// their traditional letters. 内部 alone holds too, so that 内部控制制度 is held for
// nothing now and then: that costs a leader one tap, and a marked paper that went
// through would be an offence.
//
// Source: C5.
var marks = []string{"绝密", "絕密", "机密", "機密", "秘密", "祕密", "内部", "內部"}

// SecretMark is the first of the words that hold a file in one of the texts, ""
// if there is none. Blanks between its letters do not hide it.
//
// Source: C5.
func SecretMark(texts ...string) string {
	for _, text := range texts {
		text = strings.Join(strings.Fields(text), "")
		for _, mark := range marks {
			if strings.Contains(text, mark) {
				return mark
			}
		}
	}
	return ""
}

// LooksSecret reports whether a file's name or caption has one of the words that
// hold it. Source: C5.
func LooksSecret(f programme.File) bool { return SecretMark(f.Name, f.Caption) != "" }
