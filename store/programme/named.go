package programme

// Other is the id of what none of a list's names says.
const Other = "other"

// Natures are what a unit may be by its standing. Source: section 8.3.
var Natures = []Named{
	{"state_organ", Words{"机关", "State organ"}},
	{"institution", Words{"事业单位", "Public institution"}},
	{"state_owned", Words{"国有企业", "State-owned enterprise"}},
	{"private", Words{"民营企业", "Private enterprise"}},
	{"collective", Words{"集体企业", "Collective enterprise"}},
	{"society", Words{"社会组织", "Social organisation"}},
	{"village", Words{"村居组织", "Village or neighbourhood"}},
	{Other, Words{"其他", "Other"}},
}

// RuleKinds are what a unit's rules on talent may be about: the first three are
// measures, the others mechanisms. Source: S4.1c.
var RuleKinds = []Named{
	{"train", Words{"培养", "Training"}},
	{"bring_in", Words{"引进", "Bringing in"}},
	{"employ", Words{"使用", "Employing"}},
	{"appraise", Words{"评价", "Appraisal"}},
	{"encourage", Words{"激励", "Incentive"}},
	{"serve", Words{"服务", "Service"}},
	{"support", Words{"保障", "Support"}},
}

// Measures is how many of RuleKinds are measures.
const Measures = 3

// ActivityForms are the five forms of service that the measure names, and the
// rest. Source: S4.3.
var ActivityForms = []Named{
	{"lecture", Words{"学术报告", "Lecture"}},
	{"lesson", Words{"示范课", "Model lesson"}},
	{"tips", Words{"致富信息", "Information that helps to prosper"}},
	{"advice", Words{"现场咨询指导", "Advice on the spot"}},
	{"technique", Words{"传授新技术新知识", "New techniques and knowledge"}},
	{Other, Words{"其他", "Other"}},
}

// Levels are who may have recognised a platform. Source: section 8.3.
var Levels = []Named{
	{"national", Words{"国家级", "National"}},
	{"provincial", Words{"省级", "Provincial"}},
	{"city", Words{"市级", "City"}},
	{"county", Words{"县级", "County"}},
	{"own", Words{"本单位", "The unit's own"}},
}
