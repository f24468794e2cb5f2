package flowtest

import (
	"luling/flows"
)

// ToReview leads a person who is in a form to its review, by what the screen
// offers: by the overview where there is one, else by answering what is left.
func (w *Walk) ToReview(p *Stroller, bound int) error {
	for n := range bound {
		if p.C.View == flows.ViewReview {
			return nil
		}
		if b, ok := p.Button("review", "overview", "show"); ok {
			if err := w.Do(p, p.Live(b)); err != nil {
				return err
			}
			continue
		}
		if err := w.onward(p, n); err != nil {
			return err
		}
	}
	return w.failed("%s does not reach the review in %d inputs but stands at %q %s", p.Name, bound, p.C.Asks, p.C.Face())
}

// ToEnd leads a person who is in a form to its end: whatever is missing is
// answered, and it is submitted.
func (w *Walk) ToEnd(p *Stroller, bound int) error {
	for n := range bound {
		if p.C.Form == "" {
			return nil
		}
		if b, ok := p.Button("submit"); ok {
			if err := w.Do(p, p.Live(b)); err != nil {
				return err
			}
			continue
		}
		if err := w.onward(p, n); err != nil {
			return err
		}
	}
	return w.failed("%s does not reach the end in %d inputs but stands at %q %s", p.Name, bound, p.C.Asks, p.C.Face())
}

// onward does what somebody does who wants to come to the end, in another way
// each time it did not help.
func (w *Walk) onward(p *Stroller, n int) error {
	if err := w.fileArrives(p, 1); err != nil {
		return err
	}
	asks := p.Kind()
	switch b, ok := p.Button("mine", "jump", "review", "show", "list"); {
	case asks == "" && ok:
		return w.Do(p, p.Live(b))
	case len(Given[asks]) > 0 && asks != "list":
		if b, ok := p.Button("keep"); ok {
			return w.Do(p, p.Live(b))
		}
		return w.says1(p, pick(Given[asks], n))
	case asks == "files":
		if b, ok := p.Button("done"); ok && n%2 == 0 {
			return w.Do(p, p.Live(b))
		}
		return w.sendsFile(p, n*3+1)
	}
	b, ok := p.Button("done", "add", "pick", "on", "mine")
	if asks == "choices" && n%2 == 0 {
		b, ok = p.Button([]string{"on", "off"}[n/2%2], "on", "off", "done")
	}
	if !ok {
		return w.failed("%s cannot go on from %q %s", p.Name, p.C.Asks, p.C.Face())
	}
	return w.Do(p, p.Live(b))
}
