package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"luling/store"
	"luling/store/programme"
)

type roundCommand struct {
	Open roundOpen `cmd:"" help:"设立年度评选 / Make the round of a year; applying begins by itself on its first day."`
	List roundList `cmd:"" help:"列出评选轮次 / List the rounds."`
}

type roundOpen struct {
	Year        int    `arg:"" help:"年度 / Year of the round."`
	From        string `required:"" placeholder:"DATE" help:"申报开始日 / First day of applying, YYYY-MM-DD."`
	Until       string `required:"" placeholder:"DATE" help:"申报截止日（含）/ Last day of applying; it counts to its end."`
	Recommend   string `required:"" placeholder:"DATE" help:"推荐截止日 / Last day of the recommending bodies."`
	Check       string `required:"" placeholder:"DATE" help:"形式审查预计完成日 / Expected end of the formal check."`
	Grace       int    `placeholder:"HOURS" help:"宽限小时数 / Hours of grace after the last day."`
	Reason      string `help:"同年第二轮的原因 / Why there is a second round in the year."`
	Provisional bool   `help:"节假日尚未公布仍继续 / Go on although the holidays of a year are not known yet."`
}

// Run makes the round and checks its dates. It is announced at once, which tells
// nobody yet; applying begins by itself on its first day.
//
// Source: S5.1, B1–B3.
func (c roundOpen) Run(ctx context.Context, s *Settings, out io.Writer) error {
	r, err := c.round()
	if err != nil {
		return err
	}
	return s.with(ctx, out, func(d *doors) error {
		if err := d.update(ctx, func(tx *store.Tx) error { return c.open(tx, &r) }); err != nil {
			return err
		}
		_, err := fmt.Fprintf(out, "round %d of %d: applying from %s to %s\n", r.ID, r.Year, r.OpensOn, r.ClosesOn)
		return err
	})
}

func (c roundOpen) round() (r programme.Round, err error) {
	r = programme.Round{Year: c.Year, GraceHours: c.Grace, Reason: c.Reason}
	for _, d := range []struct {
		flag, text string
		into       *programme.Date
	}{
		{"--from", c.From, &r.OpensOn}, {"--until", c.Until, &r.ClosesOn},
		{"--recommend", c.Recommend, &r.RecommendBy}, {"--check", c.Check, &r.CheckBy},
	} {
		if *d.into, err = programme.ParseDate(d.text); err != nil {
			return r, fmt.Errorf("%s %q is not a date such as 2026-03-01", d.flag, d.text)
		}
	}
	return r, nil
}

func (c roundOpen) open(tx *store.Tx, r *programme.Round) error {
	p := tx.Programme()
	if err := c.dates(p, *r); err != nil {
		return err
	}
	rounds, err := tx.Rounds()
	if err != nil {
		return err
	}
	for _, other := range rounds {
		if other.Year == r.Year && other.Phase != programme.RoundCancelled && r.Reason == "" {
			return fmt.Errorf("there is a round of %d already; a second one needs --reason", r.Year)
		}
	}
	r.Title = fmt.Sprintf("%d年度%s", r.Year, p.Name.Zh)
	r.Rules, r.SeatsMin, r.SeatsMax, r.SeatsPlanned = p.Version, p.Seats.Min, p.Seats.Max, p.Seats.Planned
	tx.As(programme.Person{}, programme.Grant{Role: programme.RoleOffice})
	if err := tx.AddRound(r); err != nil {
		return err
	}
	return tx.MakeRound(r, programme.MoveAnnounce, r.Reason)
}

// dates checks the order of the phases, their working days and the calendar.
func (c roundOpen) dates(p *programme.Programme, r programme.Round) error {
	const least = 3 // working days of a phase in which units or bodies act
	for _, phase := range []struct {
		name     string
		from, to programme.Date
	}{{"applying", r.OpensOn, r.ClosesOn}, {"recommending", r.ClosesOn, r.RecommendBy}, {"checking", r.RecommendBy, r.CheckBy}} {
		if phase.to.Before(phase.from) {
			return fmt.Errorf("%s ends on %s, before it begins on %s", phase.name, phase.to, phase.from)
		}
		if n := p.Calendar.WorkdaysBetween(phase.from, phase.to); n < least {
			return fmt.Errorf("%s has %d working days; at least %d are needed", phase.name, n, least)
		}
	}
	if years := p.Calendar.Provisional(r.OpensOn, r.CheckBy); len(years) > 0 && !c.Provisional {
		return errors.New(fmt.Sprint("the holidays of ", years, " are not known yet; dates there are provisional: repeat with --provisional to confirm"))
	}
	return nil
}

type roundList struct{}

// Run lists the rounds, newest first.
func (roundList) Run(ctx context.Context, s *Settings, out io.Writer) error {
	return s.with(ctx, out, func(d *doors) error {
		return d.view(ctx, func(tx *store.Tx) error {
			rounds, err := tx.Rounds()
			if err != nil {
				return err
			}
			return table(out, func(row func(...any)) error {
				for _, r := range rounds {
					row(r.ID, r.Year, r.Phase, r.OpensOn, r.ClosesOn, r.Title)
				}
				return nil
			})
		})
	})
}
