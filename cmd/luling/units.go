package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"luling/store"
	"luling/store/programme"
)

type unitCommand struct {
	Add  unitAdd  `cmd:"" help:"登记单位 / Register a unit."`
	List unitList `cmd:"" help:"列出单位和编号 / List the units with their numbers."`
}

type unitAdd struct {
	Name      string `arg:"" help:"单位全称，与印章一致 / Full name, as on the seal."`
	Type      string `required:"" placeholder:"TYPE" help:"单位类型 / Unit type, such as enterprise, hospital, township."`
	Area      string `required:"" placeholder:"CODE" help:"所在地推荐单位代码 / Code of the area's body, such as jizhou (see luling body list)."`
	Authority string `placeholder:"CODE" help:"主管部门代码 / Code of the competent department, if there is one."`
	CityLevel bool   `help:"市直单位，由主管部门推荐 / The department recommends the unit, not the area."`
	Code      string `placeholder:"CODE" help:"统一社会信用代码 / Unified social credit code."`
	Address   string `help:"地址 / Address."`
	Headcount int64  `placeholder:"NUMBER" help:"职工人数 / Staff."`
}

// Run registers the unit. A name that exists already is refused.
func (c unitAdd) Run(ctx context.Context, s *Settings, out io.Writer) error {
	return s.with(ctx, out, func(d *doors) error {
		var u programme.Unit
		err := d.update(ctx, func(tx *store.Tx) (err error) {
			u, err = c.unit(tx)
			if err != nil {
				return err
			}
			return tx.AddUnit(&u)
		})
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(out, "unit %d: %s\n", u.ID, u.Name)
		return err
	})
}

func (c unitAdd) unit(tx *store.Tx) (u programme.Unit, err error) {
	if !slices.Contains(programme.UnitTypes, programme.UnitType(c.Type)) {
		return u, fmt.Errorf("--type %q is none of %v", c.Type, programme.UnitTypes)
	}
	if c.Code != "" {
		if c.Code, err = programme.CreditCode(c.Code); err != nil {
			return u, fmt.Errorf("--code: %w", err)
		}
	}
	u = programme.Unit{
		Name: strings.TrimSpace(c.Name), Plain: programme.PlainName(c.Name), Type: programme.UnitType(c.Type),
		CityLevel: c.CityLevel, CreditCode: c.Code, Address: c.Address, Headcount: c.Headcount,
	}
	area, err := tx.BodyByCode(c.Area)
	if err != nil {
		return u, fmt.Errorf("--area: %w", err)
	}
	u.AreaID = area.ID
	if c.Authority == "" {
		if c.CityLevel {
			return u, fmt.Errorf("--city-level needs --authority: who is to recommend the unit?")
		}
		return u, nil
	}
	authority, err := tx.BodyByCode(c.Authority)
	if err != nil {
		return u, fmt.Errorf("--authority: %w", err)
	}
	u.AuthorityID = authority.ID
	return u, nil
}

type unitList struct{}

// Run lists the units.
func (unitList) Run(ctx context.Context, s *Settings, out io.Writer) error {
	return s.with(ctx, out, func(d *doors) error {
		return d.view(ctx, func(tx *store.Tx) error {
			units, err := tx.Units(store.UnitFilter{})
			if err != nil {
				return err
			}
			return table(out, func(row func(...any)) error {
				for _, u := range units {
					body, err := tx.Body(u.RecommendedBy())
					if err != nil {
						return err
					}
					row(u.ID, u.Name, u.Type, body.Name)
				}
				return nil
			})
		})
	})
}

type bodyCommand struct {
	List bodyList `cmd:"" default:"1" help:"列出推荐单位、代码和名额 / List the recommending bodies with their codes and quotas."`
}

type bodyList struct{}

// Run lists the recommending bodies. Source: S0.1.
func (bodyList) Run(ctx context.Context, s *Settings, out io.Writer) error {
	return s.with(ctx, out, func(d *doors) error {
		return d.view(ctx, func(tx *store.Tx) error {
			bodies, err := tx.Bodies()
			if err != nil {
				return err
			}
			return table(out, func(row func(...any)) error {
				for _, b := range bodies {
					row(b.Code, b.Name, b.Type, b.Quota)
				}
				return nil
			})
		})
	})
}

// table prints rows in columns.
func table(out io.Writer, fill func(row func(...any)) error) error {
	w := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	err := fill(func(cells ...any) {
		for i, c := range cells {
			if i > 0 {
				_, _ = fmt.Fprint(w, "\t") // a tabwriter keeps its error for Flush
			}
			_, _ = fmt.Fprint(w, c)
		}
		_, _ = fmt.Fprintln(w)
	})
	if err != nil {
		return err
	}
	return w.Flush()
}
