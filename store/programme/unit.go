package programme

import "time"

// A UnitID names a Unit. Zero means none.
type UnitID int64

// A UnitType is one of the kinds of unit the measure lists. Source: S3.1–S3.5.
type UnitType string

// The unit types of the measure.
const (
	IndustrialPark    UnitType = "industrial_park"    // 工业园区
	Enterprise        UnitType = "enterprise"         // 企业
	School            UnitType = "school"             // 学校
	Hospital          UnitType = "hospital"           // 医院
	ResearchInstitute UnitType = "research_institute" // 科研院所
	VocationalCollege UnitType = "vocational_college" // 职业技术学院
	MasterStudio      UnitType = "master_studio"      // 技能大师工作室
	Township          UnitType = "township"           // 乡镇
	VillageCommunity  UnitType = "village_community"  // 村居
	Cooperative       UnitType = "cooperative"        // 专业合作社
	SocialOrg         UnitType = "social_org"         // 其他社会组织
)

// UnitTypes lists the unit types in the order of the measure.
var UnitTypes = []UnitType{
	IndustrialPark, Enterprise, School, Hospital, ResearchInstitute, VocationalCollege,
	MasterStudio, Township, VillageCommunity, Cooperative, SocialOrg,
}

// A Category is one of the five kinds of demonstration site. Source: S3.
type Category string

// The five categories. Source: S3.1–S3.5.
const (
	CatEnterprise   Category = "enterprise"   // 企业创新创业人才
	CatProfessional Category = "professional" // 专业技术人才
	CatSkilled      Category = "skilled"      // 高技能人才
	CatRural        Category = "rural"        // 农村实用人才
	CatSocialWork   Category = "social_work"  // 社会工作人才
)

// Categories lists the categories in the order of the measure.
var Categories = []Category{CatEnterprise, CatProfessional, CatSkilled, CatRural, CatSocialWork}

// A Unit is an organisation that may apply.
type Unit struct {
	ID          UnitID
	Name        string // full name as on the seal, 2 to 80 characters
	Plain       string // PlainName(Name), unique
	Type        UnitType
	AreaID      BodyID // county-level area or zone it lies in
	AuthorityID BodyID // 主管部门; 0 if none. A city-level unit is recommended by it
	CityLevel   bool   // 市直: recommended by its authority, not by its area (D9)
	CreditCode  string // 统一社会信用代码, 18 characters or empty
	Address     string
	Head        string // name of the 主要负责人 as listed; may be empty
	Headcount   int64
	Version     int64
	CreatedAt   time.Time
}

// RecommendedBy is the body that recommends the unit. Source: S0.1, D9.
func (u Unit) RecommendedBy() BodyID {
	if u.CityLevel && u.AuthorityID != 0 {
		return u.AuthorityID
	}
	return u.AreaID
}

// A BodyID names a Body. Zero means none.
type BodyID int64

// A BodyType tells the kinds of recommending body apart. Source: S0.1.
type BodyType string

// The kinds of recommending body.
const (
	BodyCounty     BodyType = "county"     // 县(市、区)
	BodyZone       BodyType = "zone"       // 功能区
	BodyDepartment BodyType = "department" // 领导小组成员单位及市直有关单位
)

// BodyTypes lists the kinds of recommending body in the order of the measure.
var BodyTypes = []BodyType{BodyCounty, BodyZone, BodyDepartment}

// A Body recommends the units of its area or of its competence. Source: S0.1.
type Body struct {
	ID          BodyID
	Code        string // stable, from the programme file, such as "jizhou"
	Name        string // 吉州区委组织部
	Area        string // 吉州区; empty for departments
	Short       string // 吉州; stands in application numbers
	Type        BodyType
	Quota       int // recommendations a round
	ParentID    BodyID
	Phone       string     // of the body, not of a person; may be empty
	Kept        bool       // somebody changed it: the programme file does not change it back
	SuccessorID BodyID     // who took over when it was dissolved or merged; 0 while it is open
	ClosedAt    *time.Time // nil while it is open; a closed one gets no new units (A13)
	Version     int64
}

// Open reports whether the body is there still.
func (b Body) Open() bool { return b.ClosedAt == nil }

// HasArea reports whether units may lie in the body's area.
func (b Body) HasArea() bool { return b.Type == BodyCounty || b.Type == BodyZone }
