package playground

import "strings"

// Bounds of what is written, in UTF-16 code units.
const (
	maxText    = 4096
	maxCaption = 1024
)

// words reads a text with its formatting: parse_mode, or entities given by hand.
func words(text, mode string, given []Entity) (string, []Entity, error) {
	var err error
	switch strings.ToLower(mode) {
	case "":
		err = checkEntities(text, given)
	case "html":
		text, given, err = parseHTML(text)
	case "markdownv2":
		text, given, err = parseMarkdown(text)
	default:
		err = bad("unsupported parse_mode %q", mode)
	}
	if err != nil {
		return "", nil, err
	}
	text, given = tidy(text, given)
	return text, detect(text, given), nil
}

// body reads the text of a message: not empty and not too long.
func (c *call) body() (string, []Entity, error) {
	var given []Entity
	c.object("entities", &given)
	text, all, err := words(c.text("text"), c.text("parse_mode"), given)
	switch {
	case err != nil:
		return "", nil, err
	case text == "":
		return "", nil, bad("message text is empty")
	case units(text) > maxText:
		return "", nil, bad("message is too long")
	}
	return text, all, nil
}

// caption reads the text under a picture or document; it may be empty.
func (c *call) caption() (string, []Entity, error) {
	var given []Entity
	c.object("caption_entities", &given)
	return captionOf(c.text("caption"), c.text("parse_mode"), given)
}

func captionOf(text, mode string, given []Entity) (string, []Entity, error) {
	text, all, err := words(text, mode, given)
	if err == nil && units(text) > maxCaption {
		err = bad("message caption is too long")
	}
	return text, all, err
}
