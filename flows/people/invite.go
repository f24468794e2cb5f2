package people

import (
	"errors"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"luling/store"
	"luling/store/programme"
)

// MostName is the longest name of a person, in characters.
const MostName = 40

// ErrInvitation says that an invitation cannot be made; the error wrapped around it says why.
var ErrInvitation = errors.New("invitation cannot be made")

// Invite makes an invitation from the role, unit or body, name, post and
// Trusted of i, and journals it. It returns the invitation and the secrets that
// open it, which nobody can look up again. A second call makes a second one.
//
// It asks for no rights: that is for the caller, so that the operator of the
// program can invite the first person of the office. Trusted is for him alone.
//
// Each secret has its row, alike but for the hash; using one uses up both.
// Errors: ErrInvitation.
//
// Source: A6.
func Invite(tx *store.Tx, i programme.Invitation) (programme.Invitation, Code, error) {
	if err := checkInvitation(i); err != nil {
		return i, Code{}, err
	}
	i.CreatedBy, i.ExpiresAt = tx.Actor().ID, tx.Now().Add(life(tx.Programme().Periods, i.Role))
	code := newCode()
	for _, secret := range []string{code.Typed, code.Link} {
		i.ID, i.CodeHash = 0, hash(secret)
		if err := tx.AddInvitation(&i); err != nil {
			return i, Code{}, err
		}
	}
	return i, code, journalInvitation(tx, i)
}

func checkInvitation(i programme.Invitation) error {
	why := ""
	switch n := utf8.RuneCountInString(i.Name); {
	case n < 1 || n > MostName:
		why = fmt.Sprintf("a name has 1 to %d characters, not %d", MostName, n)
	case !slices.Contains(programme.Roles, i.Role):
		why = fmt.Sprintf("%q is not a role that is given", string(i.Role))
	case i.Role.OfUnit() != (i.UnitID != 0) || (i.Role == programme.RoleRecommender) != (i.BodyID != 0):
		why = fmt.Sprintf("%s is bound to the wrong thing", i.Role)
	}
	if why != "" {
		return fmt.Errorf("%w: %s", ErrInvitation, why)
	}
	return nil
}

// life is how long an invitation can be used: 7 days, or 72 hours to a role that
// asks first. Its end is not part of it.
func life(p programme.Periods, role programme.Role) time.Duration {
	if role.AsksFirst() {
		return time.Duration(p.InvitationHours) * time.Hour
	}
	return time.Duration(p.InvitationDays) * 24 * time.Hour
}

func journalInvitation(tx *store.Tx, i programme.Invitation) error {
	return tx.Journal(store.Entry{
		Act: "invite", Object: fmt.Sprintf("invitation/%d", i.ID), Clause: programme.Ours,
		Data: []byte(fmt.Sprintf(`{"role":%q,"unit":%d,"body":%d,"trusted":%t}`, i.Role, i.UnitID, i.BodyID, i.Trusted)),
	})
}

// same reports whether two rows are the two secrets of one invitation. Two that
// were made at one instant by one person for one person and role are one.
func same(a, b programme.Invitation) bool {
	return a.Role == b.Role && a.UnitID == b.UnitID && a.BodyID == b.BodyID && a.Name == b.Name && a.Post == b.Post &&
		a.Trusted == b.Trusted && a.CreatedBy == b.CreatedBy && a.CreatedAt.Equal(b.CreatedAt)
}

// use uses an invitation up, whichever of its secrets was given.
func use(tx *store.Tx, i programme.Invitation, person programme.PersonID) error {
	open, err := tx.Invitations()
	if err != nil {
		return err
	}
	for _, other := range open {
		if same(i, other) {
			if err := tx.UseInvitation(other.ID, person); err != nil {
				return err
			}
		}
	}
	return nil
}
