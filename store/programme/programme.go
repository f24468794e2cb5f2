package programme

// A Programme is everything one city decides for itself: names, points, quotas,
// periods, and the words of its measure. Package rulebook reads and checks it;
// here it is only a value, and nobody changes it after it was read.
//
// The struct tags name the keys of the programme file. Source: A1–A4, A11.
type Programme struct {
	Version string // hex SHA-256 of Source; a Round pins it
	Source  []byte // the file as it was read

	City         Words  // 吉安市
	Name         Words  // 市级人才工作示范点创建活动
	Title        Words  // the title conferred (S6.2a)
	Host         Words  // 主办单位
	Approval     string // 批准依据/文号; empty asks for a warning on every public text (A1)
	FreeOfCharge Words  // the line that nothing is charged
	DecidedBy    Words  // 决定机关
	Start        Date
	TargetYear   int // S2.2
	TargetCount  int // S2.2
	Office       Office
	Letterhead   Words
	Measure      Measure

	Categories []CategoryRule // in the order of the measure
	UnitTypes  []UnitTypeRule
	Criteria   []Criterion
	Bonuses    []Named // one point each, at most Marks.Bonus together
	Vetoes     []Named // 一票否决
	Bodies     []BodyRule
	Clauses    []Clause

	Seats      Seats
	Quotas     Quotas
	Review     ReviewRules
	Vote       VoteRules
	Marks      Marks
	Inspection InspectionRules
	Evaluation EvaluationRules
	Study      StudyRules
	Periods    Periods
	Evidence   EvidenceRules

	Calendar Calendar
}

// An Office signs and is called. Source: A11, T11.
type Office struct {
	Name             Words  `toml:"name"`
	Signature        Words  `toml:"signature"` // 落款
	Phone            string `toml:"phone"`     // empty until the city fills it
	SupervisionPhone string `toml:"supervision_phone"`
	Address          Words  `toml:"address"`
}

// A Measure is the founding document.
type Measure struct {
	Title  Words  `toml:"title"`
	Number string `toml:"number"` // 吉才办字〔2015〕6号
	Date   Date   `toml:"date"`
	Issuer Words  `toml:"issuer"`
}

// A Named thing is an entry of a plain list of the programme file.
type Named struct {
	ID   string `toml:"id"`
	Name Words  `toml:"name"`
}

// A BodyRule describes a recommending body as the programme file seeds it. Source: S0.1, A4.
type BodyRule struct {
	Code  string   `toml:"code"`
	Name  Words    `toml:"name"`  // full name of the body
	Area  Words    `toml:"area"`  // empty for departments
	Short string   `toml:"short"` // stands in application numbers
	Type  BodyType `toml:"type"`
	Quota int      `toml:"quota"` // recommendations a round; absent: that of its type
	Seal  Words    `toml:"seal"`  // 落款 of its letters
}

// Body is the rule of a code.
func (p *Programme) Body(code string) (BodyRule, bool) {
	return first(p.Bodies, func(b BodyRule) bool { return b.Code == code })
}

// Approved reports whether the approval is on record. Without it public texts carry a warning.
//
// Source: A1; rule of 2022 on such activities.
func (p *Programme) Approved() bool { return p.Approval != "" }

func first[T any](all []T, is func(T) bool) (one T, found bool) {
	for _, t := range all {
		if is(t) {
			return t, true
		}
	}
	return one, false
}
