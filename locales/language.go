package locales

import (
	"errors"
	"fmt"
	"strings"
)

// Languages lists the languages of the texts, the programme's own first.
var Languages = []string{"zh", "en"}

// Match is the language for what a messenger says a person's client speaks,
// such as "zh-hans" or "en-GB". Whatever is neither is Chinese, and so is nothing.
func Match(code string) string {
	code = strings.ToLower(code)
	if base, _, _ := strings.Cut(strings.ReplaceAll(code, "_", "-"), "-"); base == "en" {
		return "en"
	}
	return "zh"
}

// chosen is the reader's side of words in both languages. Where that side is
// empty it is the other: a name in the wrong language is better than none.
func chosen(lang string, v any) (string, error) {
	switch v := v.(type) {
	case string:
		return v, nil
	case map[string]any:
		if !isWords(v) {
			return "", errors.New("a map without Zh and En is no words")
		}
		zh, _ := v["Zh"].(string)
		en, _ := v["En"].(string)
		if lang == "en" && en != "" || zh == "" {
			return en, nil
		}
		return zh, nil
	}
	return "", fmt.Errorf("%T is neither words nor a string", v)
}

func isWords(m map[string]any) bool {
	_, zh := m["Zh"].(string)
	_, en := m["En"].(string)
	return zh || en
}
