package people_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"luling/flows"
	"luling/flows/people"
	"luling/flows/people/peopletest"
	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// Monday, 2 March 2026, 09:00 at the office.
var monday = time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC)

const stranger = 777

func town(t *testing.T, more ...flows.Feature) *peopletest.Town {
	t.Helper()
	return peopletest.New(t, monday, append([]flows.Feature{people.Feature}, more...)...)
}

// invite makes an invitation as the operator or somebody else would.
func invite(t *peopletest.Town, by storetest.Player, i programme.Invitation) (code people.Code) {
	t.T.Helper()
	if i.Name == "" {
		i.Name = "王小明"
	}
	storetest.Update(t.T, t.DB, t.Now, func(tx *store.Tx) (err error) {
		tx.As(by.Person, by.Grant)
		_, code, err = people.Invite(tx, i)
		return err
	})
	return code
}

func grants(t *peopletest.Town, account int64) (all []programme.Grant) {
	t.T.Helper()
	storetest.View(t.T, t.DB, t.Now, func(tx *store.Tx) error {
		p, err := tx.PersonByTelegram(account)
		if err != nil {
			return nil
		}
		all, err = tx.Grants(p.ID)
		return err
	})
	return all
}

func TestInvitationByLinkAndByCode(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	head := w.Person("赵厂长", programme.RoleHead, u)
	for name, open := range map[string]func(people.Code) string{
		"the link":                        func(c people.Code) string { return "/start " + c.Link },
		"the code after the command":      func(c people.Code) string { return "/start " + c.Typed },
		"the code alone":                  func(c people.Code) string { return c.Typed },
		"the code in small wide letters":  func(c people.Code) string { return wide(strings.ToLower(c.Typed)) },
		"the code in two halves":          func(c people.Code) string { return c.Typed[:5] + " - " + c.Typed[5:] },
		"the code with letters that slip": func(c people.Code) string { return strings.NewReplacer("2", "z", "5", "S").Replace(c.Typed) },
	} {
		code := invite(w, head, programme.Invitation{Role: programme.RoleDeputy, UnitID: u.ID, Name: name, Post: "副厂长"})
		account := stranger + int64(len(name))
		chat := w.Chat(account).Says(open(code)).Sees("已启用：分管领导", "吉安甲厂", name)
		if g := grants(w, account); len(g) != 1 || g[0].State != programme.GrantActive || g[0].GrantedBy != head.ID {
			t.Errorf("%s: %+v", name, g)
		}
		for _, secret := range []string{code.Link, code.Typed} {
			w.Chat(stranger + 500).Says("/start " + secret).Sees("邀请码不可用")
		}
		storetest.Update(t, w.DB, w.Now, func(tx *store.Tx) error {
			_, err := tx.PruneFailedTries(w.Now.Add(time.Hour))
			return err
		})
		chat.Says("/start").Sees("您好", "吉安甲厂 分管领导")
	}
}

func wide(s string) string {
	return strings.Map(func(r rune) rune { return r - '!' + '！' }, s)
}

func TestCodeIsKeptAsHashOnly(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	code := invite(w, w.Person("赵厂长", programme.RoleHead, u), programme.Invitation{Role: programme.RoleContact, UnitID: u.ID})
	if !regexp.MustCompile(`^[A-Za-z0-9_-]{22}$`).MatchString(code.Link) || !regexp.MustCompile(`^[2-9A-Z]{10}$`).MatchString(code.Typed) {
		t.Errorf("secrets are %q and %q", code.Link, code.Typed)
	}
	if strings.ContainsAny(code.Typed, "01OILZSB8") {
		t.Errorf("%q has letters that look like others", code.Typed)
	}
	storetest.View(t, w.DB, w.Now, func(tx *store.Tx) error {
		open, err := tx.Invitations()
		for _, i := range open {
			if i.CodeHash == code.Link || i.CodeHash == code.Typed || len(i.CodeHash) != 64 {
				t.Errorf("kept as %q", i.CodeHash)
			}
		}
		if len(open) != 2 {
			t.Errorf("%d rows for two secrets", len(open))
		}
		return err
	})
}

func TestInvitationsExpire(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		role programme.Role
		at   time.Duration
		good bool
	}{
		{"a millisecond before seven days it can be used", programme.RoleContact, 7*24*time.Hour - time.Millisecond, true},
		{"at seven days it cannot", programme.RoleContact, 7 * 24 * time.Hour, false},
		{"to a reviewer a millisecond before 72 hours it can", programme.RoleReviewer, 72*time.Hour - time.Millisecond, true},
		{"to a reviewer at 72 hours it cannot", programme.RoleReviewer, 72 * time.Hour, false},
		{"to the office at 72 hours it cannot", programme.RoleOffice, 72 * time.Hour, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := town(t)
			i := programme.Invitation{Role: tt.role}
			if tt.role.OfUnit() {
				i.UnitID = w.Unit("吉安甲厂").ID
			}
			code := invite(w, storetest.Player{}, i)
			w.Now = monday.Add(tt.at)
			chat := w.Chat(stranger).Says("/start " + code.Link)
			if tt.good {
				chat.SeesNot("邀请码不可用")
			} else {
				chat.Sees("邀请码不可用")
			}
			if got := len(grants(w, stranger)) == 1; got != tt.good {
				t.Errorf("a grant was made: %v", got)
			}
		})
	}
}

// Five wrong codes lock the account for an hour; a good one is then not looked at.
func TestWrongCodesLock(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		wrong int
		wait  time.Duration
		good  bool
	}{
		{"after four wrong codes a good one is taken", 4, 0, true},
		{"after five it is not", 5, 0, false},
		{"nor a millisecond before the hour is over", 5, time.Hour - time.Millisecond, false},
		{"after the hour it is", 5, time.Hour, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := town(t)
			code := invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleContact, UnitID: w.Unit("吉安甲厂").ID})
			chat := w.Chat(stranger)
			for range tt.wrong {
				w.Now = w.Now.Add(10 * time.Minute)
				chat.Says("ACDEFGHJKM").Sees("邀请码不可用")
			}
			w.Now = w.Now.Add(tt.wait)
			chat.Says(code.Typed)
			if got := strings.Contains(chat.Screen(), "已启用"); got != tt.good {
				t.Errorf("taken: %v\n%s", got, chat.Screen())
			}
			w.Chat(stranger + 1).Says("ACDEFGHJKM").Sees("邀请码不可用")
		})
	}
}

func TestEveryBadCodeHearsTheSame(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	used := invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleContact, UnitID: u.ID})
	w.Chat(stranger).Says(used.Typed).Sees("已启用")
	old := invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleOffice})
	w.Now = monday.Add(72 * time.Hour)
	said := map[string]bool{}
	for _, code := range []string{"ACDEFGHJKM", "x", used.Typed, used.Link, old.Typed, old.Link, strings.Repeat("长", 500)} {
		chat := w.Chat(stranger + 1).Says("/start " + code)
		said[chat.Screen()] = true
	}
	if len(said) != 1 {
		t.Errorf("%d different answers: %v", len(said), said)
	}
}

func TestGuessing(t *testing.T) {
	t.Parallel()
	w := town(t)
	for i := range 5 {
		invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleContact, UnitID: w.Unit(fmt.Sprint("单位", i)).ID})
	}
	chat := w.Chat(stranger)
	for range 200 {
		chat.Says("ACDEFGHJKM")
	}
	var tries int
	storetest.View(t, w.DB, w.Now, func(tx *store.Tx) (err error) {
		tries, err = tx.FailedTries(stranger, monday)
		return err
	})
	if tries > 10 || len(grants(w, stranger)) != 0 {
		t.Errorf("200 guesses left %d rows and %v", tries, grants(w, stranger))
	}
}

func TestRolesThatAskFirst(t *testing.T) {
	t.Parallel()
	w := town(t)
	office := w.Person("刘主任", programme.RoleOffice)
	code := invite(w, office, programme.Invitation{Role: programme.RoleReviewer, Name: "陈教授", Post: "教授"})
	chat := w.Chat(stranger).Says(code.Typed).Sees("已收到您的申请", "评审专家")
	if g := grants(w, stranger); len(g) != 1 || g[0].State != programme.GrantPending {
		t.Fatalf("%+v", g)
	}
	chat.Says("/todo").Sees("没有可供您使用的命令")
	chat.Forges("people.confirm", int64(grants(w, stranger)[0].ID), "").Sees("暂无权限")

	desk := w.Of(office).Says("/todo").Sees("确认陈教授的“评审专家”身份")
	desk.Opens().Sees("陈教授", "教授", "刘主任").Presses("确认").Sees("已确认陈教授")
	if g := grants(w, stranger); g[0].State != programme.GrantActive || g[0].GrantedBy != office.ID {
		t.Fatalf("%+v", g)
	}
	desk.Opens().Presses("不予确认")
	if !strings.Contains(desk.Toast(), "已由「刘主任」") {
		t.Errorf("a second decision hears %q", desk.Toast())
	}
	if n := chat.Notices(); len(n) != 1 || !strings.Contains(n[0], "已经市人才办确认") {
		t.Errorf("the reviewer hears %q", n)
	}
	chat.Says("/me").Sees("评审专家（当前）")
}

func TestDeclined(t *testing.T) {
	t.Parallel()
	w := town(t)
	office := w.Person("刘主任", programme.RoleOffice)
	code := invite(w, office, programme.Invitation{Role: programme.RoleOffice, Name: "陈科长"})
	chat := w.Chat(stranger).Says("/start " + code.Link).Sees("已收到您的申请")
	w.Of(office).Says("/todo").Presses("核实").Presses("不予确认").Sees("未予确认")
	if g := grants(w, stranger); len(g) != 0 {
		t.Errorf("%+v", g)
	}
	if n := chat.Notices(); len(n) != 1 || !strings.Contains(n[0], "未予确认") {
		t.Errorf("he hears %q", n)
	}
	w.Of(office).Says("/todo").Sees("目前没有需要您办理的事项")
}

func TestNobodyConfirmsHimself(t *testing.T) {
	t.Parallel()
	w := town(t)
	office := w.Person("刘主任", programme.RoleOffice)
	code := invite(w, w.Person("周主任", programme.RoleOffice), programme.Invitation{Role: programme.RoleReviewer})
	chat := w.Of(office).Says("/start " + code.Link).Sees("已收到您的申请")
	g := grants(w, office.TelegramID)
	chat.Forges("people.confirm", int64(g[1].ID), "").Sees("暂无权限")
	chat.Says("/todo").Sees("目前没有需要您办理的事项")
}

func TestTrustedIsActiveAtOnce(t *testing.T) {
	t.Parallel()
	w := town(t)
	code := invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleOffice, Trusted: true, Name: "刘主任"})
	w.Chat(stranger).Says(code.Typed).Sees("已启用：市人才办", "刘主任")
	if g := grants(w, stranger); len(g) != 1 || g[0].State != programme.GrantActive {
		t.Errorf("%+v", g)
	}
}

func TestInvitationIsForSomebodyElse(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	head := w.Person("赵厂长", programme.RoleHead, u)
	code := invite(w, head, programme.Invitation{Role: programme.RoleContact, UnitID: u.ID})
	w.Of(head).Says(code.Typed).Sees("由您本人发出")
	w.Chat(stranger).Says(code.Typed).Sees("已启用：联络员")

	again := invite(w, head, programme.Invitation{Role: programme.RoleContact, UnitID: u.ID})
	w.Chat(stranger).Says(again.Link).Says("/start " + again.Link).Sees("无需重复使用邀请")
	w.Chat(stranger + 1).Says(again.Typed).Sees("已启用：联络员")
}

// The new contact's acceptance ends the old one's role at that moment, with a
// word in the journal and one to the old contact; leaders are not touched.
func TestHandover(t *testing.T) {
	t.Parallel()
	w := town(t)
	u, other := w.Unit("吉安甲厂"), w.Unit("吉安乙厂")
	head := w.Person("赵厂长", programme.RoleHead, u)
	old := w.Person("孙旧联络", programme.RoleContact, u)
	elsewhere := w.Person("李联络", programme.RoleContact, other)
	w.Of(old).Says("/people").Sees("孙旧联络")
	code := invite(w, head, programme.Invitation{Role: programme.RoleContact, UnitID: u.ID, Name: "钱新联络"})
	w.Chat(stranger).Says(code.Typed).Sees("已启用：联络员")

	w.Of(old).Says("/people").Sees("没有可供您使用的命令")
	if n := w.Of(old).Notices(); len(n) != 1 || !strings.Contains(n[0], "钱新联络") {
		t.Errorf("the old contact hears %q", n)
	}
	if len(grants(w, head.TelegramID)) != 1 || len(grants(w, elsewhere.TelegramID)) != 1 {
		t.Error("others lost their roles too")
	}
	storetest.View(t, w.DB, w.Now, func(tx *store.Tx) error {
		e, err := tx.LastEntry(fmt.Sprintf("grant/%d", old.Grant.ID), "end")
		if err != nil || e.From != "active" || e.To != "ended" || e.Reason == "" {
			t.Errorf("journal: %+v, %v", e, err)
		}
		return nil
	})
}

func TestAnotherHatHidesTheFirst(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	contact := w.Person("孙联络", programme.RoleContact, u)
	code := invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleInspector, Name: "孙联络"})
	chat := w.Of(contact).Says("/people").Sees("吉安甲厂")
	chat.Says(code.Typed).Sees("已启用：考察组成员")
	chat.Says("/people").Sees("没有可供您使用的命令")
	chat.Says("/me").Sees("考察组成员（当前）", "吉安甲厂 联络员").Presses("切换为：吉安甲厂 联络员").Sees("已切换身份")
	chat.Says("/people").Sees("吉安甲厂")
	chat.Says("/menu").Sees("当前身份：联络员")

	stolen := w.Person("吴别人", programme.RoleOffice)
	chat.Forges("people.hat", int64(stolen.Grant.ID), "").Sees("暂无权限")
	chat.Forges("people.hat", 9999, "").Sees("暂无权限")
	if w.Of(contact).Says("/menu").Sees("当前身份：联络员"); len(grants(w, contact.TelegramID)) != 2 {
		t.Error("a hat was lost")
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	w := town(t)
	contact := w.Person("孙联络", programme.RoleContact, w.Unit("吉安甲厂"))
	chat := w.Of(contact)
	chat.Says("/language").Presses("English").Sees("The language is now English.")
	chat.Says("/menu").Sees("You are here as: Contact")
	chat.Says("/language zh").Sees("语言已设为中文")
	chat.Forges("people.language", 0, "fr").Sees("暂无权限")

	visitor := w.Chat(stranger)
	visitor.Language = "en"
	visitor.Says("hello").Sees("This platform is by invitation")
	visitor.Says("/language").Presses("中文").Sees("本平台凭邀请使用")
	storetest.View(t, w.DB, w.Now, func(tx *store.Tx) error {
		if people, err := tx.People(store.PeopleFilter{}); err != nil || len(people) != 1 {
			t.Errorf("a stranger left a row: %v, %v", people, err)
		}
		return nil
	})
}

func TestStranger(t *testing.T) {
	t.Parallel()
	w := town(t)
	for _, text := range []string{"/start", "你好", "/me", "helloworld", "ABCDEFGHIJ"} {
		w.Chat(stranger).Says(text).Sees("本平台凭邀请使用", "10 位邀请码")
	}
	for _, text := range []string{"/people", "/todo"} {
		w.Chat(stranger).Says(text).Sees("没有可供您使用的命令")
	}
}

func TestLeaderInvitesTheOwnContact(t *testing.T) {
	t.Parallel()
	w := town(t)
	u, other := w.Unit("吉安甲厂"), w.Unit("吉安乙厂")
	head := w.Person("赵厂长", programme.RoleHead, u)
	chat := w.Of(head).Says("/people").Sees("吉安甲厂", "主要负责人：赵厂长", "尚无联络员")
	chat.Presses("邀请人员").Sees("姓名").Says("王").Sees("还差 1 字").Says("王小明").Sees("职务").Presses("跳过")
	chat.Sees("各项已填写完整").Presses("提交").Sees("邀请已生成", "https://t.me/luling_bot?start=", "2026年3月9日 09:00")
	code := regexp.MustCompile(`<code>(.*)</code>`).FindStringSubmatch(chat.Screen())[1]
	chat.Says("/people").Sees("已邀请，尚未启用", "王小明").SeesNot(code)
	if n := strings.Count(chat.Screen(), "王小明"); n != 1 {
		t.Errorf("one invitation is listed %d times", n)
	}
	w.Chat(stranger).Says(code).Sees("已启用：联络员", "王小明", "吉安甲厂")

	chat.Forges("people.invite", 0, unitOf(other)).Sees("暂无权限")
	chat.Forges("people.at", 0, unitOf(other)).Sees("暂无权限")
	chat.Forges("people.invite", 0, "city/0").Sees("暂无权限")
	chat.Forges("people.at", 0, "nonsense").Sees("暂无权限")
	chat.Forges("people.units", 0, "").Sees("暂无权限")
	w.Chat(stranger).Says("/people").Sees("吉安甲厂", "赵厂长").SeesNot("邀请人员").
		Forges("people.invite", 0, unitOf(u)).Sees("暂无权限")
}

func unitOf(u programme.Unit) string { return fmt.Sprintf("unit/%d", u.ID) }

func TestRecommenderInvitesForOwnUnits(t *testing.T) {
	t.Parallel()
	w := town(t)
	w.Unit("吉州甲厂")
	far := w.Unit("青原乙厂", func(u *programme.Unit) { u.AreaID = w.Body("qingyuan").ID })
	body := w.Person("区委组织部", programme.RoleRecommender, w.Body("jizhou"))
	chat := w.Of(body).Says("/people").Sees("吉州甲厂（缺联络员）").SeesNot("青原乙厂")
	chat.Presses("吉州甲厂").Presses("邀请人员").Sees("请选择被邀请人的身份").Presses("主要负责人")
	chat.Says("赵厂长").Says("厂长").Presses("提交").Sees("吉州甲厂 主要负责人")
	chat.Forges("people.invite", 0, unitOf(far)).Sees("暂无权限")
	chat.Forges("people.bodies", 0, "").Sees("暂无权限")
	chat.Forges("people.invite", 0, "city/0").Sees("暂无权限")
}

func TestOfficeInvitesEverybody(t *testing.T) {
	t.Parallel()
	w := town(t)
	for i := range 9 {
		w.Unit(fmt.Sprintf("第%d单位", i+1))
	}
	office := w.Person("刘主任", programme.RoleOffice)
	chat := w.Of(office).Says("/people").Presses("单位人员").Sees("8. ").SeesNot("9. ")
	chat.Presses("下一页").Sees("9. ").Presses("上一页").Sees("1. ")
	chat.Says("/people").Presses("推荐单位人员").Presses("1. ").Presses("邀请人员").Says("王部长").Presses("跳过").Presses("提交").Sees("推荐单位")
	chat.Says("/people").Presses("市级人员").Sees("市人才办：刘主任").Presses("邀请人员").Presses("评审专家").
		Says("陈教授").Presses("跳过").Presses("提交").Sees("须经市人才办确认", "2026年3月5日 09:00")
}

// Two people of a unit who invite at once do not meet in one form.
func TestInvitingAtOnce(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	a, b := w.Of(w.Person("赵厂长", programme.RoleHead, u)), w.Of(w.Person("钱副厂长", programme.RoleDeputy, u))
	a.Says("/people").Presses("邀请人员").Says("王小明")
	b.Says("/people").Presses("邀请人员").Sees("姓名").SeesNot("王小明").Says("李小红").Presses("跳过").Presses("提交").Sees("李小红")
	a.Presses("跳过").Sees("王小明").Presses("提交").Sees("王小明")
}

func TestInviteRefuses(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	for name, i := range map[string]programme.Invitation{
		"without a name":              {Role: programme.RoleOffice},
		"with 41 characters of name":  {Role: programme.RoleOffice, Name: strings.Repeat("王", 41)},
		"to nothing":                  {Name: "王小明"},
		"to the public":               {Role: programme.RolePublic, Name: "王小明"},
		"a contact without a unit":    {Role: programme.RoleContact, Name: "王小明"},
		"a reviewer of a unit":        {Role: programme.RoleReviewer, Name: "王小明", UnitID: u.ID},
		"a recommender without body":  {Role: programme.RoleRecommender, Name: "王小明"},
		"a contact of unit and body":  {Role: programme.RoleContact, Name: "王小明", UnitID: u.ID, BodyID: 1},
		"a recommender of a unit too": {Role: programme.RoleRecommender, Name: "王小明", UnitID: u.ID, BodyID: 1},
	} {
		storetest.Update(t, w.DB, w.Now, func(tx *store.Tx) error {
			if _, _, err := people.Invite(tx, i); err == nil {
				t.Errorf("%s: it was made", name)
			}
			return nil
		})
	}
	storetest.Update(t, w.DB, w.Now, func(tx *store.Tx) error {
		_, _, err := people.Invite(tx, programme.Invitation{Role: programme.RoleOffice, Name: strings.Repeat("王", 40)})
		return err
	})
}
