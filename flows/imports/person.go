package imports

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"luling/store"
	"luling/store/programme"
)

// roleWords are what lists call the roles.
var roleWords = map[string]programme.Role{
	"联络员": programme.RoleContact, "单位联络员": programme.RoleContact, "联系人": programme.RoleContact,
	"分管领导": programme.RoleDeputy, "分管负责人": programme.RoleDeputy, "副职": programme.RoleDeputy,
	"主要负责人": programme.RoleHead, "一把手": programme.RoleHead, "单位负责人": programme.RoleHead, "主要领导": programme.RoleHead,
	"推荐单位": programme.RoleRecommender, "推荐单位经办人": programme.RoleRecommender, "推荐单位工作人员": programme.RoleRecommender, "推荐单位联络员": programme.RoleRecommender,
	"市人才办": programme.RoleOffice, "人才办": programme.RoleOffice, "办公室": programme.RoleOffice, "市人才办工作人员": programme.RoleOffice,
	"评审专家": programme.RoleReviewer, "专家": programme.RoleReviewer, "评委": programme.RoleReviewer,
	"考察组成员": programme.RoleInspector, "考察组": programme.RoleInspector, "考察人员": programme.RoleInspector,
	"领导小组成员": programme.RoleLeadingGroup, "领导小组": programme.RoleLeadingGroup,
	"监督员": programme.RoleSupervisor, "监督人员": programme.RoleSupervisor,
}

// readPerson compares a line of a list of people with those who hold roles and
// those who are to be invited.
//
// Source: A6, A7.
func readPerson(l *line) {
	i := programme.Invitation{Name: l.called("person", 2, mostName), Post: l.text("post", 0, mostName), Phone: l.phone("phone")}
	l.name = i.Name
	said := l.cell("role")
	role, known := roleWords[programme.PlainName(said)]
	switch i.Role = role; {
	case said == "":
		l.bad("missing", "role", nil)
	case !known:
		l.bad("role", "role", facts{"Text": said})
	case l.role != "" && !programme.MayInvite(l.role, role):
		l.bad("role_not_yours", "role", facts{"Role": string(role)})
	default:
		l.place(&i)
	}
	l.once("twice_person", place(i))
	if len(l.wrong) > 0 {
		return
	}
	l.people(i)
}

// place finds the unit or the body the role is bound to.
func (l *line) place(i *programme.Invitation) {
	s := l.cell("place")
	switch {
	case s == "" && (i.Role.OfUnit() || i.Role == programme.RoleRecommender):
		l.bad("missing", "place", nil)
	case i.Role.OfUnit():
		u, known := l.units[programme.PlainName(s)]
		if !known {
			l.noUnit("place", s)
			return
		}
		if !l.mine(u) {
			l.refuse("elsewhere", nil)
		}
		i.UnitID = u.ID
	case i.Role == programme.RoleRecommender:
		b, _ := l.body("place")
		i.BodyID = b.ID
	}
}

// noUnit says that a unit is not in the register, and which one may be meant.
func (l *line) noUnit(key, s string) {
	if n, found := l.nears.find(programme.PlainName(s), func(near) bool { return true }); found {
		l.bad("unit_near", key, facts{"Text": s, "Near": n.Unit.Name})
		return
	}
	l.bad("unit", key, facts{"Text": s})
}

// place is what tells who is to hold what from others.
func place(i programme.Invitation) string {
	if i.Name == "" || i.Role == "" {
		return ""
	}
	return fmt.Sprintf("%s/%d/%d/%s", i.Role, i.UnitID, i.BodyID, programme.PlainName(i.Name))
}

// people compares with who holds the role there, then with who is invited to it.
func (l *line) people(i programme.Invitation) {
	if p, holds := l.holders[place(i)]; holds {
		after := p
		fill(&after.Post, i.Post)
		fill(&after.Phone, i.Phone)
		l.object, l.was, l.will = int64(p.ID), p, after
		l.changed(&l.changes, "post", p.Post, after.Post)
		l.changed(&l.changes, "phone", p.Phone, after.Phone)
		return
	}
	if before, invited := l.invited[place(i)]; invited {
		after := before
		fill(&after.Post, i.Post)
		fill(&after.Phone, i.Phone)
		l.object, l.was, l.will = -before.ID, before, after // an invitation, told from a person by its sign
		l.changed(&l.changes, "post", before.Post, after.Post)
		l.changed(&l.changes, "phone", before.Phone, after.Phone)
		return
	}
	l.will = i
}

func fill(to *string, from string) {
	if from != "" {
		*to = from
	}
}

func (l *ledger) readPeople(tx *store.Tx) error {
	l.holders, l.invited = map[string]programme.Person{}, map[string]programme.Invitation{}
	people, err := tx.People(store.PeopleFilter{})
	if err != nil {
		return err
	}
	for _, p := range people {
		grants, err := tx.Grants(p.ID)
		if err != nil {
			return err
		}
		for _, g := range grants {
			l.holders[place(programme.Invitation{Role: g.Role, UnitID: g.UnitID, BodyID: g.BodyID, Name: p.Name})] = p
		}
	}
	open, err := tx.InvitationsUnused()
	for _, i := range open {
		l.invited[place(i)] = i
	}
	return err
}

// savePerson notes who is to be invited: an invitation whose secret nobody has.
// Codes to be handed out are made when they are printed, and shown there alone.
func savePerson(tx *store.Tx, i programme.Import, row programme.ImportLine) error {
	switch {
	case row.Object > 0:
		return saveHolder(tx, i, row)
	case row.Object < 0:
		return saveInvited(tx, i, row)
	}
	var who programme.Invitation
	if err := json.Unmarshal(row.Will, &who); err != nil {
		return err
	}
	if there, err := tx.Invited(who); err != nil || there {
		return errors.Join(store.ErrExists, err)
	}
	var nobody [32]byte
	if _, err := rand.Read(nobody[:]); err != nil {
		return err
	}
	periods := tx.Programme().Periods
	life := time.Duration(periods.InvitationDays) * 24 * time.Hour
	if who.Role.AsksFirst() {
		life = time.Duration(periods.InvitationHours) * time.Hour
	}
	who.CodeHash, who.CreatedBy, who.ExpiresAt = hex.EncodeToString(nobody[:]), tx.Actor().ID, tx.Now().Add(life)
	if err := tx.AddInvitation(&who); err != nil {
		return err
	}
	return journal(tx, i, row, fmt.Sprintf("invitation/%d", who.ID))
}

func saveHolder(tx *store.Tx, i programme.Import, row programme.ImportLine) error {
	var after programme.Person
	if err := json.Unmarshal(row.Will, &after); err != nil {
		return err
	}
	now, err := tx.Person(programme.PersonID(row.Object))
	if err == nil {
		err = unchanged(told(now), toldBytes(row.Was))
	}
	if err != nil {
		return err
	}
	now.Post, now.Phone = after.Post, after.Phone
	if err := tx.PutPerson(now); err != nil {
		return err
	}
	return journal(tx, i, row, fmt.Sprintf("person/%d", now.ID))
}

// told is what lists say of a person; language, hat and reach are his own.
func told(p programme.Person) programme.Person {
	return programme.Person{ID: p.ID, Name: p.Name, Post: p.Post, Phone: p.Phone}
}

func toldBytes(raw []byte) []byte {
	var p programme.Person
	if json.Unmarshal(raw, &p) != nil {
		return raw
	}
	raw, _ = json.Marshal(told(p)) // a struct of ours can be written
	return raw
}

func saveInvited(tx *store.Tx, i programme.Import, row programme.ImportLine) error {
	var after programme.Invitation
	if err := json.Unmarshal(row.Will, &after); err != nil {
		return err
	}
	if err := tx.AmendInvitation(after); err != nil {
		return err
	}
	return journal(tx, i, row, fmt.Sprintf("invitation/%d", after.ID))
}
