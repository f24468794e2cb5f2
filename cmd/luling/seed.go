package main

import (
	"context"
	"fmt"
	"time"

	"luling/bot"
	"luling/store"
	"luling/store/programme"
)

// seed fills an empty database with the ready-made units and people, a round
// that is open, and one study session. A database with units is left alone.
func seed(ctx context.Context, b *bot.Bot, now time.Time) error {
	return b.DB().Update(ctx, now, plant)
}

func plant(tx *store.Tx) error {
	units, err := tx.Units(store.UnitFilter{})
	if err != nil || len(units) > 0 {
		return err
	}
	tx.As(programme.Person{}, programme.Grant{Role: programme.RoleOffice})
	ids, err := seedUnits(tx)
	if err != nil {
		return err
	}
	for _, p := range players {
		if err := seedPerson(tx, p, ids); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return seedRound(tx)
}

func seedUnits(tx *store.Tx) (map[string]programme.UnitID, error) {
	ids := map[string]programme.UnitID{}
	for _, p := range places {
		area, err := tx.BodyByCode(p.area)
		if err != nil {
			return nil, err
		}
		u := programme.Unit{
			Name: p.name, Plain: programme.PlainName(p.name), Type: p.kind, AreaID: area.ID,
			Address: p.address, Headcount: p.staff,
		}
		if err := tx.AddUnit(&u); err != nil {
			return nil, err
		}
		ids[p.key] = u.ID
	}
	return ids, nil
}

// seedPerson knows a player by his account; the public stays unknown.
func seedPerson(tx *store.Tx, p player, units map[string]programme.UnitID) error {
	if p.role == programme.RolePublic {
		return nil
	}
	who := programme.Person{TelegramID: p.id, Name: p.name, Post: p.post, Phone: p.phone, Language: p.lang}
	if err := tx.AddPerson(&who); err != nil {
		return err
	}
	g := programme.Grant{PersonID: who.ID, Role: p.role, UnitID: units[p.unit], State: programme.GrantActive}
	if p.body != "" {
		body, err := tx.BodyByCode(p.body)
		if err != nil {
			return err
		}
		g.BodyID = body.ID
	}
	return tx.AddGrant(&g)
}

// seedRound opens this year's round: applying began a week ago and lasts a month.
func seedRound(tx *store.Tx) error {
	today := tx.Today()
	r := programme.Round{
		Year: today.Year, OpensOn: today.AddDays(-7), ClosesOn: today.AddDays(30),
		RecommendBy: today.AddDays(50), CheckBy: today.AddDays(65),
	}
	return roundOpen{Provisional: true}.open(tx, &r)
}
