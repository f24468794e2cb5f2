package ask

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Dimensions of units: what may stand for what.
const (
	ofMoney   = "money"
	ofForeign = "foreign money"
	ofArea    = "area"
	ofShare   = "share"
	ofCount   = "count" // people, times, pieces: 人 and 名 are one
)

// dimensions of the units that people type after a number.
var dimensions = func() map[string]string {
	byWord := map[string]string{}
	for dimension, words := range map[string]string{
		ofMoney:   "元 块 圆 块钱 元钱 元整 圆整 元正 圆正 元人民币",
		ofForeign: "美元 美金 港元 港币 欧元 日元 英镑",
		ofArea:    "平方米 平米 平方 平 ㎡ m2 m² 平方公里 公顷 亩",
		ofShare:   "% 个百分点",
		ofCount: "人 名 位 个 次 人次 项 家 件 篇 场 期 条 份 天 日 周 年 月 个月 小时 课时 所 座 处 台 套 户 册 本 " +
			"种 类 级 间 组 批 届 轮 支 村 单位 公里 吨 公斤 分 岁 字 页 门 节 枚 块牌子",
	} {
		for word := range strings.FieldsSeq(words) {
			byWord[word] = dimension
		}
	}
	return byWord
}()

var unitWords = slices.Sorted(maps.Keys(dimensions))

// squareMetres are the ways to write one square metre.
var squareMetres = []string{"平方米", "平米", "平方", "平", "㎡", "m2", "m²"}

// splitUnit parts the unit of a rule into its multiplier and its word: 万元 is
// 10,000 and 元.
func splitUnit(unit string) (times int64, word string) {
	first, size := utf8.DecodeRuneInString(unit)
	times, word = powers[first], unit[size:]
	switch first {
	case '万':
		times = 10_000
	case '亿':
		times = 100_000_000
	}
	if times == 0 || word == "" {
		return 1, unit
	}
	return times, word
}

// sameUnit reports whether a typed unit may stand where the question counts in
// another, or in none. Square metres have many names; the other areas are not they.
func sameUnit(typed, wanted string) bool {
	switch {
	case typed == "" || typed == wanted:
		return true
	case wanted == "":
		return dimensions[typed] != ofForeign && dimensions[typed] != ofShare
	case dimensions[typed] == ofArea:
		return slices.Contains(squareMetres, typed) && slices.Contains(squareMetres, wanted)
	}
	dimension := dimensions[wanted]
	if dimension == "" {
		dimension = ofCount
	}
	return dimensions[typed] == dimension && dimension != ofForeign
}
