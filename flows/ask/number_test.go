package ask

import (
	"errors"
	"testing"
)

func TestParseQuantity(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ says, typed, want string }{
		{"plain digits", "30", "30"},
		{"a zero", "0", "0"},
		{"leading zeros count for nothing", "007", "7"},
		{"grouped by threes", "300,000", "300000"},
		{"grouped by threes twice", "1,234,567", "1234567"},
		{"grouped by fours", "30,0000", "300000"},
		{"grouped in full width", "３００，０００", "300000"},
		{"full width digits", "１２", "12"},
		{"decimals", "3.5", "7/2"},
		{"decimals with a full width point", "３．５", "7/2"},
		{"decimals without a whole part", ".5", "1/2"},
		{"a final full stop is no decimal point", "30。", "30"},
		{"a plus sign", "+5", "5"},
		{"a minus sign", "-5", "-5"},
		{"a full width minus sign", "－5", "-5"},
		{"a mathematical minus sign", "−5", "-5"},
		{"a minus in words", "负五", "-5"},

		{"one character", "三", "3"},
		{"another two", "两", "2"},
		{"ten", "十", "10"},
		{"twelve", "十二", "12"},
		{"twenty", "二十", "20"},
		{"twenty in one sign", "廿", "20"},
		{"twenty-five with one sign for twenty", "廿五", "25"},
		{"thirty in one sign", "卅", "30"},
		{"a hundred and five", "一百零五", "105"},
		{"a hundred and fifteen without its one", "一百十五", "115"},
		{"three hundred and five", "三百零五", "305"},
		{"three hundred and fifty, spoken", "三百五", "350"},
		{"a thousand and thirty", "一千零三十", "1030"},
		{"two thousand and twenty-five", "两千零二十五", "2025"},
		{"a year, digit by digit", "二〇二五", "2025"},
		{"a year with the other zero", "二零二五", "2025"},
		{"two digits that do not follow each other", "二五", "25"},
		{"twelve thousand", "一万二千", "12000"},
		{"twelve thousand, spoken", "一万二", "12000"},
		{"ten thousand and two", "一万零二", "10002"},
		{"formal numerals", "壹仟贰佰叁拾肆", "1234"},
		{"formal numerals in old forms", "壹萬貳仟", "12000"},
		{"decimals in words", "三点五", "7/2"},
		{"decimals in words with ten-thousands", "三点五万", "35000"},
		{"decimals behind tens in words", "十二点五", "25/2"},
		{"a million", "一百万", "1000000"},
		{"a million without its one", "百万", "1000000"},
		{"a trillion", "一万亿", "1000000000000"},
		{"all units", "一亿二千三百四十五万六千七百八十九", "123456789"},

		{"ten-thousands", "30万", "300000"},
		{"ten-thousands with decimals", "3.5万", "35000"},
		{"ten-thousands and thousands", "3万5千", "35000"},
		{"ten-thousands and a lone digit", "3万5", "35000"},
		{"ten-thousands and ones", "3万5000", "35000"},
		{"thousands", "3千", "3000"},
		{"thousands and hundreds", "3千5百", "3500"},
		{"hundred-millions", "1.5亿", "150000000"},
		{"hundred-millions and ten-thousands", "1亿2000万", "120000000"},
		{"a latin sign for ten thousand", "30w", "300000"},
		{"a latin sign for a thousand", "5K", "5000"},
		{"a space before the unit", "30 万", "300000"},

		{"about", "约30", "30"},
		{"about, long", "大约３０万元", "300000"},
		{"about, at the end", "１２万元左右", "120000"},
		{"not quite", "不到30人", "30"},
		{"some more", "30多万", "300000"},
		{"some more people", "300余人", "300"},
		{"some more, in words", "三十余万", "300000"},
		{"in all", "共计30人", "30"},
		{"money in words before", "人民币30万元", "300000"},
		{"money by sign", "￥300", "300"},
		{"a Chinese full stop for a point", "3。5", "7/2"},
		{"a note behind it", "30人（含聘用）", "30"},
		{"a share in words", "百分之五十", "50"},
		{"people", "30人", "30"},
		{"times in words", "三次", "3"},
		{"square metres by letters", "120m2", "120"},
		{"square metres by sign", "120㎡", "120"},
	} {
		q, err := parseQuantity(row.typed, "")
		if err != nil {
			t.Errorf("%s: %q: %v", row.says, row.typed, err)
			continue
		}
		if got := q.value.RatString(); got != row.want {
			t.Errorf("%s: %q is %s, want %s", row.says, row.typed, got, row.want)
		}
	}
}

func TestParseQuantityRefuses(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		says, typed string
		want        error
	}{
		{"a range with a dash", "30-50", errTwoNumbers},
		{"a range with a long dash", "30—50", errTwoNumbers},
		{"a range with a tilde", "30～50", errTwoNumbers},
		{"a range in words", "30至50", errTwoNumbers},
		{"a range of ten-thousands", "30万到50万元", errTwoNumbers},
		{"two numbers with a comma", "3,5", errTwoNumbers},
		{"two numbers with a list comma", "30、50", errTwoNumbers},
		{"two numbers with a space", "30 50", errTwoNumbers},
		{"a fraction", "1/2", errTwoNumbers},
		{"two or three", "两三", errTwoNumbers},
		{"twenty or thirty thousand", "两三万", errTwoNumbers},
		{"thirty or forty", "三四十", errTwoNumbers},
		{"thirty to fifty in words", "三五十人", errTwoNumbers},
		{"a date", "2025年3月", errTwoNumbers},
		{"a number with a number in its note", "30人(含5人聘用)", errTwoNumbers},
		{"a number behind words", "每年30万", errNoNumber},
		{"nothing but a word", "很多", errNoNumber},
		{"nothing but a unit", "万元", errNoNumber},
		{"some", "几十", errNoNumber},
		{"a lone ten-thousand", "万", errNoNumber},
		{"a number with an exponent", "1e300", errNoNumber},
		{"hexadecimal digits", "0x1F", errNoNumber},
		{"two decimal points", "1.2.3", errNoNumber},
		{"more than fits behind hundreds", "1百500", errNoNumber},
		{"more than fits behind ten-thousands", "1万50000", errNoNumber},
		{"units in rising order", "三百五千", errNoNumber},
		{"Arabic and Chinese digits in one", "3三", errNoNumber},
		{"decimals before a further part", "3.5万2", errNoNumber},
		{"a foreign word after it", "30 apples", errNoNumber},
		{"an empty text", "", errNoNumber},
		{"a minus alone", "-", errNoNumber},
	} {
		if q, err := parseQuantity(row.typed, ""); !errors.Is(err, row.want) {
			t.Errorf("%s: %q is %v %v, want %v", row.says, row.typed, q.value, err, row.want)
		}
	}
}
