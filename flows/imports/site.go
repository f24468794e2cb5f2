package imports

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

const (
	mostDocument = 60
	mostSupport  = 500
)

// stateWords are what lists call the states of a named site.
var stateWords = map[string]programme.SiteState{
	"": programme.SiteActive, "有效": programme.SiteActive, "在册": programme.SiteActive, "正常": programme.SiteActive, "保留": programme.SiteActive,
	"摘牌": programme.SiteDelisted, "已摘牌": programme.SiteDelisted, "取消": programme.SiteDelisted, "已取消": programme.SiteDelisted, "撤销": programme.SiteDelisted, "已撤销": programme.SiteDelisted,
	"整改": programme.SiteRectifying, "整改中": programme.SiteRectifying, "限期整改": programme.SiteRectifying,
	"退出": programme.SiteExited, "已退出": programme.SiteExited, "注销": programme.SiteExited, "已注销": programme.SiteExited,
	"暂停": programme.SiteSuspended, "停用": programme.SiteSuspended, "中止": programme.SiteSuspended,
}

// readSite compares a line of a list of earlier sites with those on record.
//
// Source: A12.
func readSite(l *line) {
	s := programme.Site{Document: l.text("document", 0, mostDocument), Certificate: l.text("certificate", 0, mostName), Support: l.text("support", 0, mostSupport)}
	name := l.called("unit", leastUnitName, mostUnitName)
	l.name = name
	u, known := l.units[programme.PlainName(name)]
	if name != "" && !known {
		l.noUnit("unit", name)
	}
	s.UnitID, s.BodyID = u.ID, u.RecommendedBy()
	if area, said := l.body("area"); said {
		s.BodyID = area.ID
	}
	s.Category = l.category(u, known)
	l.naming(&s)
	s.Grades = l.gradesCell()
	state, ok := stateWords[programme.PlainName(l.cell("state"))]
	if s.State = state; !ok {
		l.bad("state", "state", facts{"Text": l.cell("state")})
	}
	if known {
		l.once("twice_site", fmt.Sprint(u.ID, s.Category, s.NamedOn))
	}
	l.once("twice_certificate", s.Certificate)
	if len(l.wrong) == 0 {
		l.site(s)
	}
}

func (l *line) naming(s *programme.Site) {
	day, said := l.day("named")
	if !said && l.cell("named") == "" {
		l.bad("missing", "named", nil)
	}
	s.NamedOn = day
	if said && day.Before(l.rules.Measure.Date) {
		l.bad("too_early", "named", facts{"Text": day.String(), "Date": day.String(), "Min": l.rules.Measure.Date.String()})
	}
}

// category reads a category and sees that the unit's type may bear it. Source: S3.
func (l *line) category(u programme.Unit, known bool) programme.Category {
	s := l.cell("category")
	if s == "" {
		l.bad("missing", "category", nil)
		return ""
	}
	want := strings.TrimSuffix(strings.TrimSuffix(programme.PlainName(s), "示范点"), "人才工作")
	for n, c := range l.rules.Categories {
		for _, name := range []string{c.Name.Zh, c.Short.Zh, c.Name.En, c.Short.En, string(c.ID), strconv.Itoa(n + 1)} {
			name = strings.TrimSuffix(strings.TrimSuffix(programme.PlainName(name), "示范点"), "人才工作")
			if want != name && want != name+"人才" && want+"人才" != name {
				continue
			}
			if allowed, _ := c.Allows(u.Type); known && !allowed {
				l.bad("category_closed", "category", facts{"Category": c.Name, "Type": l.typeName(u.Type), "Clause": c.Clause, "Open": l.open(u.Type)})
			}
			return c.ID
		}
	}
	l.bad("category", "category", facts{"Text": s, "Known": l.categories()})
	return ""
}

func (l *line) open(t programme.UnitType) string {
	var names []string
	for _, c := range l.rules.Open(t) {
		names = append(names, c.Short.Zh)
	}
	return strings.Join(names, "、")
}

func (l *line) categories() string {
	var names []string
	for _, c := range l.rules.Categories {
		names = append(names, c.Short.Zh)
	}
	return strings.Join(names, "、")
}

var (
	graded     = regexp.MustCompile(`((?:19|20)\d\d)\D{0,8}?(不合格|优秀|合格)`)
	gradeWords = map[string]programme.Grade{
		"优秀": programme.GradeExcellent, "合格": programme.GradeQualified, "不合格": programme.GradeUnqualified,
	}
)

// gradesCell reads grades such as 2017年优秀；2019年合格.
func (l *line) gradesCell() (grades []programme.YearGrade) {
	s := l.cell("grades")
	found := graded.FindAllStringSubmatch(s, -1)
	rest := strings.Trim(graded.ReplaceAllString(s, ""), " 年度为:：;；,，、。.（）()")
	if s != "" && (len(found) == 0 || rest != "") {
		l.bad("grades", "grades", facts{"Text": s})
		return nil
	}
	for _, f := range found {
		year, _ := strconv.Atoi(f[1]) // four digits
		if year > l.today.Year {
			l.bad("grades_future", "grades", facts{"Text": s, "Year": year})
			return nil
		}
		grades = append(grades, programme.YearGrade{Year: year, Grade: gradeWords[f[2]]})
	}
	return grades
}

// site compares with the site named that day, else with the one that bears the
// title: a unit bears it once in a category.
func (l *line) site(s programme.Site) {
	before, known := l.sites[siteKey(s)]
	if other, bears := l.inForce[titleKey(s)]; !known && bears && s.State.InForce() {
		l.refuse("site_twice", facts{"NamedOn": other.NamedOn.String()})
		return
	}
	if id, taken := l.proofs[s.Certificate]; taken && s.Certificate != "" && id != before.ID {
		l.bad("certificate_taken", "certificate", facts{"Text": s.Certificate})
		return
	}
	if l.will = s; !known {
		return
	}
	after := before
	fill(&after.Document, s.Document)
	fill(&after.Certificate, s.Certificate)
	fill(&after.Support, s.Support)
	if after.State = s.State; l.cell("state") == "" {
		after.State = before.State
	}
	if len(s.Grades) > 0 {
		after.Grades = s.Grades
	}
	if l.cell("area") != "" {
		after.BodyID = s.BodyID
	}
	l.object, l.was, l.will, l.changes = int64(before.ID), before, after, l.siteChanges(before, after)
}

func (l *line) siteChanges(a, b programme.Site) (list []flows.Line) {
	l.changed(&list, "area", l.bodies[a.BodyID].Name, l.bodies[b.BodyID].Name)
	l.changed(&list, "document", a.Document, b.Document)
	l.changed(&list, "certificate", a.Certificate, b.Certificate)
	l.changed(&list, "grades", gradeText(a.Grades), gradeText(b.Grades))
	l.changed(&list, "support", a.Support, b.Support)
	if a.State != b.State {
		list = append(list, flows.Line{Text: "imports.change_state", Data: facts{"From": string(a.State), "To": string(b.State)}})
	}
	return list
}

func gradeText(grades []programme.YearGrade) string {
	var said []string
	for _, g := range grades {
		for word, grade := range gradeWords {
			if grade == g.Grade {
				said = append(said, fmt.Sprintf("%d年%s", g.Year, word))
			}
		}
	}
	return strings.Join(said, "；")
}

func siteKey(s programme.Site) string  { return fmt.Sprint(s.UnitID, s.Category, s.NamedOn) }
func titleKey(s programme.Site) string { return fmt.Sprint(s.UnitID, s.Category) }

func (l *ledger) readSites(tx *store.Tx) error {
	l.sites, l.inForce, l.proofs = map[string]programme.Site{}, map[string]programme.Site{}, map[string]programme.SiteID{}
	sites, err := tx.Sites(store.SiteFilter{})
	for _, s := range sites {
		l.sites[siteKey(s)] = s
		if s.State.InForce() {
			l.inForce[titleKey(s)] = s
		}
		if s.Certificate != "" {
			l.proofs[s.Certificate] = s.ID
		}
	}
	return err
}

func saveSite(tx *store.Tx, i programme.Import, row programme.ImportLine) error {
	var s programme.Site
	if err := json.Unmarshal(row.Will, &s); err != nil {
		return err
	}
	why := reason(i, row)
	if row.Object == 0 {
		return tx.AddSite(&s, "import", why)
	}
	now, err := tx.Site(s.ID)
	if err == nil {
		err = unchanged(now, row.Was)
	}
	if err != nil {
		return err
	}
	return tx.PutSite(&s, "import", why)
}
