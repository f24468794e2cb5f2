package ask

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

func TestNumber(t *testing.T) {
	t.Parallel()
	var n int64
	free := Number("staff", &n)
	bounded := Number("staff", &n, Between(3, 5))
	signed := Number("change", &n, AtLeast(-10))
	area := Number("area", &n, Unit("平方米"))
	people := Number("served", &n, Unit("万人次"))
	abroad := Number("fund", &n, Unit("美元"))
	share := Number("share", &n, Unit("%"))
	for _, row := range []struct {
		says string
		q    Question
		text string
		want string
	}{
		{"a number", free, "30", "30"},
		{"a number in words with its unit", free, "三十人", "30"},
		{"the largest number counted", free, "999999999999", "999999999999"},
		{"one more than the largest", free, "1000000000000", RefusedAbsurd},
		{"thirty nines", free, strings.Repeat("9", 30), RefusedAbsurd},
		{"more than an int64 by words", free, "一万亿亿", RefusedNotANumber},
		{"ninety million hundred-millions", free, "九千万亿", RefusedAbsurd},
		{"thousands of nines", free, strings.Repeat("9", 4000), RefusedNotANumber},
		{"an exponent", free, "1e300", RefusedNotANumber},
		{"half a person", free, "3.5", RefusedNotWhole},
		{"decimals that are whole", free, "3.0", "3"},
		{"less than nothing", free, "-1", RefusedNegative},
		{"far less than nothing", free, "-" + strings.Repeat("9", 30), RefusedNegative},
		{"nothing", free, "0", "0"},
		{"nothing in a word", free, "无", "0"},
		{"nothing where something is wanted", bounded, "没有", RefusedTooSmall},
		{"three to five", free, "三五个", RefusedTwoNumbers},
		{"digits one by one", free, "三七", "37"},
		{"a share of people", free, "50%", RefusedWrongUnit},
		{"another foreign money", abroad, "30欧元", RefusedWrongUnit},
		{"the foreign money that is asked for", abroad, "30美元", "30"},
		{"money for people", free, "30美元", RefusedWrongUnit},
		{"an empty text", free, "", RefusedEmpty},
		{"only spaces", free, " 　 ", RefusedEmpty},

		{"the least", bounded, "3", "3"},
		{"one less than the least", bounded, "2", RefusedTooSmall},
		{"the most", bounded, "5", "5"},
		{"one more than the most", bounded, "6", RefusedTooBig},

		{"less than nothing where it is allowed", signed, "-10", "-10"},
		{"one less than allowed", signed, "负十一", RefusedTooSmall},

		{"square metres by letters", area, "120m2", "120"},
		{"square metres without a unit", area, "120", "120"},
		{"another measure of area", area, "3亩", RefusedWrongUnit},
		{"people instead of an area", area, "3人", RefusedWrongUnit},

		{"a bare number in the question's unit", people, "3", "30000"},
		{"a bare decimal in the question's unit", people, "1.5", "15000"},
		{"ten-thousands said", people, "3万", "30000"},
		{"the whole unit said", people, "3万人次", "30000"},
		{"people said, so single ones", people, "300人", "300"},

		{"a share in words", share, "百分之五十", "50"},
		{"a share in words where none is asked for", people, "百分之五十", RefusedWrongUnit},
		{"a share with its sign", share, "50%", "50"},
		{"a share without its sign", share, "50", "50"},
		{"a share with the full width sign", share, "50％", "50"},
		{"a share where none is asked for", area, "50%", RefusedWrongUnit},
	} {
		got := row.q.Understand(typing(row.text))
		is(t, row.says, got, row.want)
		accepted(t, row.q, got)
	}
}

func TestNumberSaysByHowMuch(t *testing.T) {
	t.Parallel()
	var n int64
	q := Number("staff", &n, Between(3, 500))
	mentions(t, q.Understand(typing("2")), with{"Min": 3, "Has": 2, "Kind": "number"})
	mentions(t, q.Understand(typing("501人")), with{"Max": 500, "Has": 501, "Kind": "number"})
	mentions(t, q.Understand(typing("很多")), with{"Text": "很多", "Example": "3"})
	mentions(t, q.Understand(typing("30-50")), with{"Text": "30-50", "Example": "3"})
	mentions(t, q.Understand(typing("1000000000000")), with{"Text": "1000000000000", "Max": int64(MostNumber), "Kind": "number"})
	mentions(t, q.Understand(Input{Other: "sticker"}), with{"Kind": "sticker"})
}

func TestNumberEcho(t *testing.T) {
	t.Parallel()
	var n int64
	q := Number("staff", &n)
	for _, row := range []struct {
		says, typed string
		echoed      bool
		hedge       string
	}{
		{"plain digits are not repeated", "300", false, ""},
		{"grouped digits are not repeated", "300,000", false, ""},
		{"a plain number with its unit is not repeated", "300人", false, ""},
		{"spaces around are not repeated", " 300 ", false, ""},
		{"full width digits are repeated", "３００", true, ""},
		{"words are repeated", "三百", true, ""},
		{"ten-thousands are repeated", "3万", true, ""},
		{"a hedge is repeated", "约300人", true, "约"},
		{"a hedge at the end is repeated", "300人左右", true, "左右"},
		{"more than is repeated", "300多人", true, "多"},
	} {
		got := q.Understand(typing(row.typed))
		if (got.Echo != nil) != row.echoed {
			t.Errorf("%s: echo is %v", row.says, got.Echo)
		}
		if row.echoed {
			same(t, row.says, got.Echo.Hedge, row.hedge)
			same(t, row.says, got.Echo.Typed, row.typed)
			same(t, row.says, got.Echo.Shown["Kind"], "number")
		}
	}
}

func TestMoney(t *testing.T) {
	t.Parallel()
	var fen int64
	yuan := Money("fund", &fen)
	wan := Money("fund", &fen, Unit("万元"))
	small := Money("fund", &fen, AtMost(30_000_000))
	for _, row := range []struct {
		says string
		q    Question
		text string
		want string
	}{
		{"a bare number is yuan", yuan, "30", "3000"},
		{"yuan and fen", yuan, "30.05", "3005"},
		{"a tenth of a fen", yuan, "30.005", RefusedTooFine},
		{"ten-thousands", yuan, "30万", "30000000"},
		{"about, in words, with its unit", yuan, "约三十万元", "30000000"},
		{"formal", yuan, "叁拾万元整", "30000000"},
		{"yuan, jiao and fen", yuan, "30元5角2分", "3052"},
		{"yuan and fen without jiao", yuan, "30元零2分", "3002"},
		{"spoken jiao", yuan, "3块5", "350"},
		{"formal jiao", yuan, "叁佰元伍角整", "30050"},
		{"less than nothing", yuan, "-30万", RefusedNegative},
		{"less than nothing with jiao", yuan, "负30元5角", RefusedNegative},
		{"less than nothing by jiao alone", yuan, "-0元5角", RefusedNegative},
		{"another country's money", yuan, "30万美元", RefusedWrongUnit},
		{"people", yuan, "30人", RefusedWrongUnit},
		{"the most that is counted", yuan, "10万亿", "1000000000000000"},
		{"a fen more than is counted", yuan, "10000000000000.01", RefusedAbsurd},

		{"a bare number is ten-thousands of yuan", wan, "30", "30000000"},
		{"a bare decimal is too", wan, "3.5", "3500000"},
		{"bare words are too", wan, "三十", "30000000"},
		{"ten-thousands said are not doubled", wan, "30万", "30000000"},
		{"the whole unit said is not doubled", wan, "30万元", "30000000"},
		{"yuan said are yuan", wan, "300000元", "30000000"},
		{"a sign of yuan says yuan", wan, "￥30,000.00", "3000000"},
		{"a sign of yuan with ten-thousands", wan, "RMB 30万", "30000000"},
		{"exact to the fen in ten-thousands", wan, "1.234567", "1234567"},
		{"finer than the fen in ten-thousands", wan, "1.2345678", RefusedTooFine},

		{"the most allowed", small, "30万", "30000000"},
		{"a fen more than allowed", small, "300000.01", RefusedTooBig},
	} {
		got := row.q.Understand(typing(row.text))
		is(t, row.says, got, row.want)
		accepted(t, row.q, got)
	}
	echo := wan.Understand(typing("30")).Echo
	if echo == nil || echo.Shown["Money"] != int64(30_000_000) {
		t.Errorf("a bare number in ten-thousands is not repeated in full: %v", echo)
	}
	if echo := wan.Understand(typing("300000元")).Echo; echo != nil {
		t.Errorf("an amount typed in yuan is repeated: %v", echo)
	}
	mentions(t, small.Understand(typing("30.5万")), with{"Max": 30_000_000, "Has": 30_500_000, "Kind": "money"})
	mentions(t, wan.Understand(typing("不少")), with{"Text": "不少", "Example": "30万元"})
}

func TestScore(t *testing.T) {
	t.Parallel()
	var points int64
	q := Score("sheet", &points, Between(0, 1000), Step(50))
	for _, row := range []struct{ says, text, want string }{
		{"whole points", "8", "800"},
		{"half points", "8.5", "850"},
		{"half points in words", "八分半", "850"},
		{"half points with digits", "8分半", "850"},
		{"points in words", "八点五分", "850"},
		{"the most", "10", "1000"},
		{"half a point more than the most", "10.5", RefusedTooBig},
		{"nothing", "0分", "0"},
		{"less than nothing", "-0.5", RefusedNegative},
		{"between two steps", "8.25", RefusedNotAStep},
		{"finer than hundredths", "8.255", RefusedTooFine},
	} {
		got := q.Understand(typing(row.text))
		is(t, row.says, got, row.want)
		accepted(t, q, got)
	}
	mentions(t, q.Understand(typing("8.3")), with{"Has": 830, "Step": 50, "Below": 800, "Above": 850})
	is(t, "a pressed grade", q.Understand(Input{Choice: "850"}), "850")
	is(t, "a made-up grade", q.Understand(Input{Choice: "0850"}), RefusedWantsText)
	is(t, "a pressed grade between two steps", q.Understand(Input{Choice: "851"}), RefusedNotAStep)
}

// FuzzNumber: nothing typed panics, what is valid is accepted, and what a number
// is printed as is read as the same number.
func FuzzNumber(f *testing.F) {
	for _, seed := range []string{"30", "约30万元", "三百零五", "一万二", "壹仟贰佰", "30-50", "1e300", "３．５亿", "-5", "两三万",
		strings.Repeat("9", 30), "3块5", "叁佰元伍角整", "8分半", "50%", "廿五", "3万5千", "万亿", "点", ",", "1 000", "元"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		var n int64
		for _, row := range []struct {
			q     Question
			parts int64
		}{
			{Number("n", &n), 1}, {Money("m", &n), 100}, {Money("m", &n, Unit("万元")), 100}, {Score("s", &n), 100},
		} {
			got := row.q.Understand(typing(typed))
			accepted(t, row.q, got)
			if got.Kind != Valid {
				continue
			}
			text := printed(n, row.parts)
			if row.q.Kind == KindMoney {
				text += "元"
			}
			again := row.q.Understand(typing(text))
			if string(again.Value) != string(got.Value) {
				t.Fatalf("%q is %s, printed %q, read again %s", typed, got.Value, text, brief(again))
			}
		}
	})
}

func TestNumeralsOfEveryNumber(t *testing.T) {
	t.Parallel()
	for n := int64(0); n < 100_000; n += 7 {
		q, err := parseQuantity(chinese(n), "")
		if err != nil || !q.value.IsInt() || q.value.Num().Int64() != n {
			t.Fatalf("%s is %v %v, want %d", chinese(n), q.value, err, n)
		}
	}
}

// chinese writes a number below a hundred million in full.
func chinese(n int64) string {
	if n >= 10_000 {
		rest := n % 10_000
		switch {
		case rest == 0:
			return chinese(n/10_000) + "万"
		case rest < 1000:
			return chinese(n/10_000) + "万零" + chinese(rest)
		}
		return chinese(n/10_000) + "万" + chinese(rest)
	}
	digits := []string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	written, gap := "", false
	for i, unit := range []string{"千", "百", "十", ""} {
		d := n / []int64{1000, 100, 10, 1}[i] % 10
		if d == 0 {
			gap = written != ""
			continue
		}
		if gap {
			written += "零"
		}
		written, gap = written+digits[d]+unit, false
	}
	if written == "" {
		return "零"
	}
	return written
}

func TestStoredNumbers(t *testing.T) {
	t.Parallel()
	var n int64 = 7
	q := Number("staff", &n, AtLeast(1))
	for _, raw := range []string{"", "null", `"3"`, "3.5", "0", "-1", "1e30", "{}", "[", "9223372036854775808"} {
		if err := q.Set(json.RawMessage(raw)); err == nil {
			t.Errorf("stored %q is accepted", raw)
		}
	}
	same(t, "field after refused answers", n, int64(7))
	if err := q.Set(json.RawMessage("3")); err != nil || n != 3 {
		t.Errorf("a good answer is not set: %v %d", err, n)
	}
	same(t, "what cannot be read is shown as it is", fmt.Sprint(q.Shown(json.RawMessage(`"x"`))), `map[Kind:unreadable Text:"x"]`)
}
