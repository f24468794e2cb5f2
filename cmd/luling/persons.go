package main

import (
	"context"
	"fmt"
	"io"
	"slices"

	"luling/flows/people"
	"luling/store"
	"luling/store/programme"
)

type inviteCommand struct {
	Name    string `arg:"" help:"姓名 / Name of the person."`
	Role    string `required:"" placeholder:"ROLE" help:"角色 / One of contact, deputy, head, recommender, office, reviewer, inspector, leading_group or supervisor."`
	Post    string `help:"职务 / Post."`
	Unit    int64  `placeholder:"NUMBER" help:"单位编号，邀请联络员和单位领导时用 / Number of the unit, for its contact and leaders (see luling unit list)."`
	Body    string `placeholder:"CODE" help:"推荐单位代码 / Code of the body, for a recommender (see luling body list)."`
	Trusted bool   `help:"市人才办第一人，免确认 / For the first person of the office: no confirmation by a second one."`
}

// Run makes a one-time invitation and prints its two secrets, which nobody can
// read again. Source: A6.
func (c inviteCommand) Run(ctx context.Context, s *Settings, out io.Writer) error {
	return s.with(ctx, out, func(d *doors) error {
		var code people.Code
		var made programme.Invitation
		err := d.update(ctx, func(tx *store.Tx) error {
			i, err := c.invitation(tx)
			if err != nil {
				return err
			}
			made, code, err = people.Invite(tx, i)
			return err
		})
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(out, "%s %s, once, until %s\n  link  https://t.me/<bot>?start=%s\n  code  %s\n",
			made.Role, made.Name, made.ExpiresAt.In(programme.Zone).Format("2006-01-02 15:04"), code.Link, code.Typed)
		return err
	})
}

func (c inviteCommand) invitation(tx *store.Tx) (i programme.Invitation, err error) {
	role := programme.Role(c.Role)
	if !slices.Contains(programme.Roles, role) {
		return i, fmt.Errorf("--role %q is none of %v", c.Role, programme.Roles)
	}
	i = programme.Invitation{Role: role, Name: c.Name, Post: c.Post, Trusted: c.Trusted}
	switch {
	case role.OfUnit():
		u, err := tx.Unit(programme.UnitID(c.Unit))
		if err != nil {
			return i, fmt.Errorf("--unit: %w", err)
		}
		i.UnitID = u.ID
	case role == programme.RoleRecommender:
		b, err := tx.BodyByCode(c.Body)
		if err != nil {
			return i, fmt.Errorf("--body: %w", err)
		}
		i.BodyID = b.ID
	}
	return i, nil
}

type personCommand struct {
	List    personList    `cmd:"" default:"1" help:"列出人员和角色 / List the people with their roles; phones by their last four digits."`
	Confirm personConfirm `cmd:"" help:"确认待确认的角色 / Confirm a role that waits for confirmation."`
	End     personEnd     `cmd:"" help:"收回角色 / Take a role away at once."`
}

type personList struct{}

// Run lists people and grants; of phone numbers it shows the last four digits.
func (personList) Run(ctx context.Context, s *Settings, out io.Writer) error {
	return s.with(ctx, out, func(d *doors) error {
		return d.view(ctx, func(tx *store.Tx) error {
			all, err := tx.People(store.PeopleFilter{})
			if err != nil {
				return err
			}
			return table(out, func(row func(...any)) error {
				for _, p := range all {
					grants, err := tx.Grants(p.ID)
					if err != nil {
						return err
					}
					for _, g := range grants {
						row(g.ID, p.Name, g.Role, g.State, tail(p.Phone))
					}
				}
				return nil
			})
		})
	})
}

func tail(phone string) string {
	if len(phone) < 4 {
		return ""
	}
	return "…" + phone[len(phone)-4:]
}

type personConfirm struct {
	Grant int64 `arg:"" help:"角色编号 / Number of the role (see luling person list)."`
}

// Run confirms a pending role in the operator's name.
func (c personConfirm) Run(ctx context.Context, s *Settings, out io.Writer) error {
	return s.with(ctx, out, func(d *doors) error {
		return d.update(ctx, func(tx *store.Tx) error { return tx.ActivateGrant(programme.GrantID(c.Grant), 0) })
	})
}

type personEnd struct {
	Grant  int64  `arg:"" help:"角色编号 / Number of the role (see luling person list)."`
	Reason string `required:"" help:"原因，记入日志 / Why; it stands in the journal."`
}

// Run ends a role at once.
func (c personEnd) Run(ctx context.Context, s *Settings, out io.Writer) error {
	return s.with(ctx, out, func(d *doors) error {
		return d.update(ctx, func(tx *store.Tx) error { return tx.EndGrant(programme.GrantID(c.Grant), c.Reason) })
	})
}
