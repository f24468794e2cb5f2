package main

import (
	"context"
	"errors"
	"fmt"
	"io"
)

type verifyCommand struct{}

// Run walks the journal's chain and the invariants; the first row that does not
// fit, and every violation, is named.
func (verifyCommand) Run(ctx context.Context, s *Settings, out io.Writer) error {
	return s.with(ctx, out, func(d *doors) error {
		v, err := d.db.Verify(ctx)
		if err != nil {
			return err
		}
		violations, err := d.db.Check(ctx)
		if err != nil {
			return err
		}
		for _, x := range violations {
			if _, err := fmt.Fprintln(out, x); err != nil {
				return err
			}
		}
		if len(violations) > 0 {
			return errors.New("the journal is whole, the database is not: see above")
		}
		_, err = fmt.Fprintf(out, "journal: %d rows, head %s; invariants hold\n", v.Rows, v.Head)
		return err
	})
}

type rulesCommand struct {
	File string `arg:"" optional:"" help:"规则文件，不填为现行 / Programme file; without it the one in force."`
}

// Run reads a programme file and says what it holds, or what is wrong with it.
func (c rulesCommand) Run(s *Settings, out io.Writer) error {
	if c.File != "" {
		s.File = c.File
	}
	p, err := s.programme()
	if err != nil {
		return err
	}
	items := 0
	for _, k := range p.Criteria {
		items += len(k.Items)
	}
	_, err = fmt.Fprintf(out, "%s %s: %d categories, %d criteria with %d items, %d bodies; version %.12s\n",
		p.City.Zh, p.Name.Zh, len(p.Categories), len(p.Criteria), items, len(p.Bodies), p.Version)
	return err
}
