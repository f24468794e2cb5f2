package programme

// A CriterionID names one of the six criteria (六有). Source: S4.
type CriterionID string

// The six criteria. Source: S4.1–S4.6.
const (
	CritGuarantee CriterionID = "guarantee" // 党管人才有保障
	CritPlan      CriterionID = "plan"      // 人才建设有规划
	CritCarrier   CriterionID = "carrier"   // 人才服务有载体
	CritPlatform  CriterionID = "platform"  // 人才活动有阵地
	CritFeature   CriterionID = "feature"   // 人才示范有特色
	CritResult    CriterionID = "result"    // 人才工作有成效
)

// CriterionIDs lists the criteria in the order of the measure.
var CriterionIDs = []CriterionID{CritGuarantee, CritPlan, CritCarrier, CritPlatform, CritFeature, CritResult}

// A Method is a way to verify what an applicant claims.
type Method string

// The ways to verify.
const (
	ByDocuments Method = "documents" // 材料审核
	OnSite      Method = "site"      // 实地察看
	ByInterview Method = "interview" // 访谈
	ByNumbers   Method = "numbers"   // 数据核对
)

// Methods lists the ways to verify.
var Methods = []Method{ByDocuments, OnSite, ByInterview, ByNumbers}

// A Criterion is one of the six conditions, with the items it is scored by. Source: S4.
type Criterion struct {
	ID     CriterionID
	Name   Words
	Points int64 // hundredths; the sum of its items
	Clause string
	Items  []Item
}

// An Item is one line of the score sheet (细则). Points and proof are defaults of ours.
type Item struct {
	No     string // "1.1"
	Name   Words
	Points int64 // hundredths
	Clause string
	Text   Words // the words of the clause it rests on; the Chinese as printed
	Proof  Words // evidence expected
	Verify []Method
	Years  int // period the proof must cover; 0: the present state
}

// Criterion is the criterion of an id.
func (p *Programme) Criterion(id CriterionID) (Criterion, bool) {
	return first(p.Criteria, func(c Criterion) bool { return c.ID == id })
}

// Item is the item of a number such as "1.2".
func (p *Programme) Item(no string) (Item, bool) {
	for _, c := range p.Criteria {
		if i, ok := first(c.Items, func(i Item) bool { return i.No == no }); ok {
			return i, true
		}
	}
	return Item{}, false
}

// Points is what a criterion is worth in a category, in hundredths; 0 if unknown.
func (p *Programme) Points(in Category, of CriterionID) int64 {
	if c, ok := p.Category(in); ok && c.Weights != nil {
		return c.Weights[of]
	}
	c, _ := p.Criterion(of)
	return c.Points
}

// PointsSum is the sum of all criteria in a category, in hundredths. The empty
// category asks for the criteria's own points. A checked Programme gives 10000.
func (p *Programme) PointsSum(in Category) (sum int64) {
	for _, c := range p.Criteria {
		sum += p.Points(in, c.ID)
	}
	return sum
}
