package programme

// Words are one name or sentence in both languages of the product. In a checked
// [Programme] neither of the two is empty. As JSON they are {"Zh":…,"En":…}, as
// texts expect what they mention.
type Words struct {
	Zh string `toml:"zh"`
	En string `toml:"en"`
}

// In is the wording in a language, "zh" or "en". Chinese is the programme's own
// language and answers for every other.
func (w Words) In(language string) string {
	if language == "en" {
		return w.En
	}
	return w.Zh
}

// Whole reports whether neither wording is empty.
func (w Words) Whole() bool { return w.Zh != "" && w.En != "" }
