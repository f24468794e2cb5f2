//go:build browser

package main

import (
	"slices"

	"github.com/chromedp/chromedp"
)

// picture keeps what is seen now, and holds it to what must be so on every screen.
func (p *page) picture(name string) {
	p.t.Helper()
	image, err := within(p, chromedp.CaptureScreenshot())
	if err != nil {
		p.fail("picture %s: %v", name, err)
	}
	if err := keep(name, image); err != nil {
		p.fail("picture %s: %v", name, err)
	}
	p.sound(name)
}

// sound finds text that is a box, parts that leave the window, and buttons too
// small for a thumb.
func (p *page) sound(where string) {
	p.t.Helper()
	for what, found := range map[string][]string{
		"letters without a drawing":        evaluate[[]string](p, "look.boxes()"),
		"parts wider than the window":      evaluate[[]string](p, "look.wide()"),
		"buttons smaller than 44 by 44 px": evaluate[[]string](p, "look.small()"),
	} {
		if len(found) > 0 {
			p.t.Errorf("%s: %s: %q", where, what, found)
		}
	}
}

// proveBoxes shows that a letter nobody can draw would be found.
func (p *page) proveBoxes() {
	p.t.Helper()
	const nobody = "\u0530" // assigned to no letter
	if found := evaluate[[]string](p, `look.boxes("`+nobody+`")`); !slices.Equal(found, []string{nobody}) {
		p.fail("of all letters only U+0530 should be a box, found %q", found)
	}
}
