package programme

import "time"

// A PersonID names a Person. Zero means nobody, or the system itself as actor.
type PersonID int64

// A Person is one natural person known to the office by invitation.
//
// Only what the programme needs is kept: name, post, phone and the work
// addresses that hang on the person's grants.
type Person struct {
	ID            PersonID
	TelegramID    int64  // 0 until an invitation was used; at most one Person each
	Name          string // 1 to 40 characters
	Post          string // 职务, may be empty
	Phone         string // as shared or typed; may be empty
	Language      string // "zh" or "en"
	Hat           GrantID
	UnreachableAt *time.Time // set when the messenger refuses to deliver, cleared on return
	BlockedAt     *time.Time // set by the office: nothing of this person is taken any more (M9)
	CreatedAt     time.Time
}

// A Role is what a Person may be in the programme.
type Role string

// The roles of the programme. L in the specification is head or deputy.
const (
	RoleContact      Role = "contact"       // 联络员
	RoleDeputy       Role = "deputy"        // 分管领导
	RoleHead         Role = "head"          // 主要负责人
	RoleRecommender  Role = "recommender"   // 推荐单位
	RoleOffice       Role = "office"        // 市人才办
	RoleReviewer     Role = "reviewer"      // 评审专家
	RoleInspector    Role = "inspector"     // 考察组成员
	RoleLeadingGroup Role = "leading_group" // 领导小组
	RoleSupervisor   Role = "supervisor"    // 监督员
	RolePublic       Role = "public"        // 社会公众
)

// Roles lists every role that is given by invitation, in the order lists show them.
var Roles = []Role{
	RoleContact, RoleDeputy, RoleHead, RoleRecommender, RoleOffice,
	RoleReviewer, RoleInspector, RoleLeadingGroup, RoleSupervisor,
}

// OfUnit reports whether the role belongs to an applicant unit.
func (r Role) OfUnit() bool { return r == RoleContact || r.Leads() }

// Leads reports whether the role is a leader's of a unit: head or deputy in charge.
func (r Role) Leads() bool { return r == RoleHead || r == RoleDeputy }

// AsksFirst reports whether an invitation to the role only asks, and the office
// confirms the person before any right is given. Source: A6 (P).
func (r Role) AsksFirst() bool { return r == RoleOffice || r == RoleReviewer }

// A GrantID names a Grant. Zero means none.
type GrantID int64

// A GrantState says whether a Grant gives rights.
type GrantState string

// The states of a Grant. Only an active grant gives rights.
const (
	GrantPending GrantState = "pending" // invitation used, office has not confirmed
	GrantActive  GrantState = "active"
	GrantEnded   GrantState = "ended" // handed over, withdrawn or refused
)

// A Grant gives a Person a Role, bound to one Unit or one Body or, for roles of
// the city, to neither.
type Grant struct {
	ID        GrantID
	PersonID  PersonID
	Role      Role
	UnitID    UnitID // 0 unless Role.OfUnit
	BodyID    BodyID // 0 unless recommender
	State     GrantState
	GrantedBy PersonID // never the holder; 0 for the operator of the program
	CreatedAt time.Time
	EndedAt   *time.Time
}

// An Invitation lets one person, once, take a role. The code itself is not
// kept, only its hash.
type Invitation struct {
	ID        int64
	CodeHash  string // hex SHA-256 of the code
	Role      Role
	UnitID    UnitID
	BodyID    BodyID
	Name      string // whom it was written for
	Post      string
	Phone     string // as listed; may be empty
	Trusted   bool   // made by the operator: a role that asks first is active at once
	CreatedBy PersonID
	CreatedAt time.Time
	ExpiresAt time.Time // 7 days after CreatedAt, 72 hours for roles that ask first
	UsedBy    PersonID
	UsedAt    *time.Time
}
