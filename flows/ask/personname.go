package ask

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// surnames are the common ones of one character; the longer ones are compounds.
const surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱丘骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲家封芮储靳段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲台从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越师巩聂晁勾敖融冷辛阚那简饶空曾沙养鞠须丰巢关蒯相查后荆红游竺权盖益桓公付闫涂兰刀帅原代晋苟覃佟仝"

var compounds = []string{"欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "司徒", "端木", "南宫", "独孤"}

// posts end what a person is at work; ranks may stand before them.
var (
	posts = strings.Fields("书记 院长 主任 局长 处长 科长 部长 厅长 司长 校长 所长 站长 社长 镇长 乡长 县长 区长 市长 州长 省长 " +
		"村长 组长 队长 会长 理事长 董事长 总经理 经理 总裁 总监 厂长 场长 园长 馆长 台长 主席 秘书长 秘书 委员 干事 科员 职员 专员 " +
		"调研员 巡视员 主管 负责人 联络员 法人代表 法定代表人 理事 监事 董事 教授 研究员 工程师 讲师 教师 医师 医生 护士长 老师 " +
		"总工程师 总会计师 会计 出纳 文员 顾问 助理 参谋 指导员 股长 室长 支书 行长 店长 班长 员工 社工 院士 博士 党员 干部 常委 政委")
	ranks = strings.Fields("党委 党组 党总支 党支部 党工委 纪委 支部 常务 第一 执行 高级 首席 副 原 代 正 兼 分管 人事 组织 办公室 助理")
)

// departments end the name of a place of work, which may stand as a post.
const departments = "科处室部局院所站办委厅组"

// nameAndPost finds the name among words; the others are the post.
func nameAndPost(words []string) (name, post string) {
	i := bestName(words)
	if i < 0 {
		words, i = splitName(words)
	}
	if i < 0 {
		return "", strings.Join(words, "、")
	}
	return words[i], strings.Join(slices.Delete(slices.Clone(words), i, i+1), "、")
}

// bestName is the first word that is a name beyond doubt, else the first that may be one.
func bestName(words []string) int {
	if i := slices.IndexFunc(words, func(w string) bool { return likelyName(w) && !isPost(w) }); i >= 0 {
		return i
	}
	return slices.IndexFunc(words, func(w string) bool { return possibleName(w) && !isPost(w) })
}

// likelyName is a surname with one or two characters, or three behind a compound.
func likelyName(w string) bool {
	n := utf8.RuneCountInString(w)
	if !isHan(w) || n < 2 || n > 4 {
		return false
	}
	if prefixOf(w, compounds) != "" {
		return n >= 3
	}
	first, _ := utf8.DecodeRuneInString(w)
	last, _ := utf8.DecodeLastRuneInString(w)
	return n <= 3 && strings.ContainsRune(surnames, first) && (n == 2 || !strings.ContainsRune(departments, last))
}

// possibleName is any two to four characters that are no place of work, a name
// with dots (买买提·艾力) or a Latin one.
func possibleName(w string) bool {
	if parts := strings.Split(w, "·"); len(parts) > 1 {
		return !slices.ContainsFunc(parts, func(p string) bool { return !isHan(p) || p == "" })
	}
	if isHan(w) {
		n := utf8.RuneCountInString(w)
		last, _ := utf8.DecodeLastRuneInString(w)
		return n >= 2 && n <= 4 && !strings.ContainsRune(departments, last)
	}
	return isLatin(w) && len(w) >= 2
}

func isHan(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.Is(unicode.Han, r) })
}

// isPost reports whether a word ends as posts do.
func isPost(w string) bool {
	last, _ := utf8.DecodeLastRuneInString(w)
	return suffixOf(w, posts) != "" || utf8.RuneCountInString(w) > 2 && strings.ContainsRune("长员师", last)
}

// splitName parts a name from the post before or behind it without a space:
// 张三副院长, 吉州区人民医院院长张三.
func splitName(words []string) ([]string, int) {
	for i, w := range words {
		if name, post := cutName([]rune(w)); name != "" {
			return slices.Concat(words[:i], []string{name, post}, words[i+1:]), i
		}
	}
	return words, -1
}

func cutName(w []rune) (name, post string) {
	for n := min(4, len(w)-2); n >= 2; n-- {
		first, rest := string(w[:n]), string(w[n:])
		if likelyName(first) && !isPost(first) && onlyPost(rest) {
			return first, rest
		}
		rest, last := string(w[:len(w)-n]), string(w[len(w)-n:])
		if likelyName(last) && !isPost(last) && suffixOf(rest, posts) != "" {
			return last, rest
		}
	}
	return "", ""
}

// onlyPost reports whether a word is ranks and posts and nothing else.
func onlyPost(w string) bool {
	for w != "" {
		if word := prefixOf(w, posts); word != "" {
			w = w[len(word):]
		} else if word := prefixOf(w, ranks); word != "" {
			w = w[len(word):]
		} else {
			return false
		}
	}
	return true
}
