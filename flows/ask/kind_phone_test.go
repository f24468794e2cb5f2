package ask

import "testing"

func TestPhone(t *testing.T) {
	t.Parallel()
	var phone string
	q := Phone("phone", &phone)
	for _, row := range []struct{ says, typed, want string }{
		{"a mobile number", "13800000000", "13800000000"},
		{"a mobile number with spaces", "138 0000 0000", "13800000000"},
		{"a mobile number with dashes", "138-0000-0000", "13800000000"},
		{"a mobile number in full width", "１３８００００００００", "13800000000"},
		{"a mobile number with the country", "+86 138 0000 0000", "13800000000"},
		{"a mobile number with the country dialled", "008613800000000", "13800000000"},
		{"a mobile number with the country, no sign", "8613800000000", "13800000000"},
		{"a mobile number of the highest row", "19900000000", "19900000000"},
		{"no mobile row begins with 12", "12800000000", RefusedNotAPhone},
		{"a digit too few", "1380000000", RefusedNotAPhone},
		{"a digit too many", "138000000000", RefusedNotAPhone},

		{"a land line", "0796-8228888", "0796-8228888"},
		{"a land line without a dash", "07968228888", "0796-8228888"},
		{"a land line in brackets", "（0796）8228888", "0796-8228888"},
		{"a land line with eight digits", "0591-87654321", "0591-87654321"},
		{"a land line with the country", "+86 796 8228888", "0796-8228888"},
		{"a land line of the capital", "010-62345678", "010-62345678"},
		{"a land line of the capital with seven digits", "010-6234567", RefusedNotAPhone},
		{"a land line of a big city", "02165432109", "021-65432109"},
		{"a land line with an extension", "0796-8228888-801", "0796-8228888-801"},
		{"a land line with an extension in words", "0796-8228888转801", "0796-8228888-801"},
		{"a mobile number with an extension", "13800000000转801", RefusedNotAPhone},
		{"a land line beginning with one", "0796-1228888", RefusedNotAPhone},
		{"a land line of the capital beginning with one", "010-12345678", RefusedNotAPhone},
		{"seven digits alone", "8228888", RefusedNoAreaCode},
		{"eight digits alone", "82288888", RefusedNoAreaCode},
		{"six digits alone", "822888", RefusedNotAPhone},
		{"a hotline", "400-800-1234", "400-800-1234"},
		{"a hotline without dashes", "4008001234", "400-800-1234"},
		{"another country", "+1 202 555 0100", RefusedNotAPhone},
		{"a label before it", "联系电话：13800000000", "13800000000"},
		{"a label without a colon", "手机号13800000000", "13800000000"},
		{"a note behind it", "13800000000（微信同号）", "13800000000"},
		{"two numbers", "13800000000、0796-8228888", RefusedTwoPhones},
		{"two numbers with a space", "13800000000 13900000000", RefusedTwoPhones},
		{"a word", "同上", RefusedNotAPhone},
		{"nothing", "", RefusedEmpty},
	} {
		got := q.Understand(typing(row.typed))
		accepted(t, q, got)
		if got.Kind == Valid {
			same(t, row.says, phone, row.want)
			continue
		}
		is(t, row.says, got, row.want)
	}
}

func TestPhoneByContact(t *testing.T) {
	t.Parallel()
	var phone string
	own := &Contact{Phone: "+8613800000000", Own: true}
	other := &Contact{Phone: "8613900000000"}
	free, strict := Phone("phone", &phone), Phone("phone", &phone, OwnContact())
	is(t, "one's own contact", free.Understand(Input{Contact: own}), `"13800000000"`)
	is(t, "somebody's contact", free.Understand(Input{Contact: other}), `"13900000000"`)
	is(t, "one's own contact where it must be", strict.Understand(Input{Contact: own}), `"13800000000"`)
	is(t, "somebody's contact where it must be one's own", strict.Understand(Input{Contact: other}), RefusedOwnContactOnly)
	is(t, "a typed number where it must be one's own contact", strict.Understand(typing("13800000000")), RefusedOwnContactOnly)
	is(t, "a sticker where it must be one's own contact", strict.Understand(Input{Other: "sticker"}), RefusedOwnContactOnly)
	is(t, "nothing where it must be one's own contact", strict.Understand(Input{}), RefusedEmpty)
	is(t, "a contact abroad", free.Understand(Input{Contact: &Contact{Phone: "12025550100", Own: true}}), RefusedNotAPhone)
	if echo := free.Understand(Input{Contact: own}).Echo; echo != nil {
		t.Errorf("a shared contact is repeated: %v", echo)
	}
	if err := free.Set([]byte(`"138 0000 0000"`)); err == nil {
		t.Error("a stored number in another form is accepted")
	}
}

// FuzzPhone: nothing typed panics, and a number is read the same when it is
// written out.
func FuzzPhone(f *testing.F) {
	for _, seed := range []string{"13800000000", "+86 796 8228888", "（0796）8228888", "010-62345678-1", "400-800-1234", "0086", "転", "０７９６ー8228888", "13800000000#1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		var phone string
		q := Phone("phone", &phone)
		got := q.Understand(typing(typed))
		accepted(t, q, got)
		if got.Kind != Valid {
			return
		}
		if again := q.Understand(typing(phone)); string(again.Value) != string(got.Value) || again.Echo != nil {
			t.Fatalf("%q is %s, read again %s", typed, got.Value, brief(again))
		}
	})
}

func TestOwnNumberMayBeOfferedOrDemanded(t *testing.T) {
	t.Parallel()
	own := &Contact{Phone: "+8613800000000", Own: true}
	others := &Contact{Phone: "+8613900000000"}
	for _, c := range []struct {
		name    string
		q       Question
		in      Input
		refused string
	}{
		{"offered, shared", Phone("p", new(string), OfferContact()), Input{Contact: own}, ""},
		{"offered, typed", Phone("p", new(string), OfferContact()), typing("13800000000"), ""},
		{"offered, another's shared", Phone("p", new(string), OfferContact()), Input{Contact: others}, ""},
		{"demanded, shared", Phone("p", new(string), OwnContact()), Input{Contact: own}, ""},
		{"demanded, typed", Phone("p", new(string), OwnContact()), typing("13800000000"), RefusedOwnContactOnly},
		{"demanded, another's shared", Phone("p", new(string), OwnContact()), Input{Contact: others}, RefusedOwnContactOnly},
	} {
		out := c.q.Understand(c.in)
		if (out.Refusal == nil) != (c.refused == "") || out.Refusal != nil && out.Refusal.Name != c.refused {
			t.Errorf("%s: %v", c.name, out.Refusal)
		}
		if !c.q.TakesContact() {
			t.Errorf("%s: no button shares it", c.name)
		}
	}
	if Phone("p", new(string)).TakesContact() || Text("t", new(string), OfferContact()).TakesContact() {
		t.Error("a button where nobody asked for it")
	}
}
