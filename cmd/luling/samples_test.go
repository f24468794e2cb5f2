package main

// kept is what is stored where it differs from what was typed.
var kept = map[string]string{
	"founded": "1958-10-01", "staff": "1260", "fund": "32000000", "fund_year": "2025",
	"head": "周建国", "deputy": "钟秀兰", "contact_phone": "13870600101", "full_time": "3",
	"carrier_count": "36", "carrier_served": "12000", "platform_count": "5", "platform_area": "2600",
	"talents": "418", "senior": "96", "introduced": "57",
}

// hospital is what its contact types, by question. All of it is invented.
var hospital = map[string]string{
	"address":       "吉安市吉州区井冈山大道108号",
	"founded":       "1958年10月",
	"staff":         "１２６０人",
	"head":          "周建国 院长 13870600102",
	"deputy":        "钟秀兰 副院长 13870600103",
	"contact_phone": "138 7060 0101",
	"body_name":     "吉安市庐陵人民医院人才工作领导小组办公室",
	"full_time":     "三人",
	"guarantee_text": "医院成立由院长任组长的人才工作领导小组,下设办公室,配备专职人员3名;先后制定《高层次人才引进办法》《青年骨干培养计划》" +
		"《学科带头人考核激励办法》等制度8项,形成引进、培养、使用、评价、激励、服务、保障全链条机制;人才专项经费单列预算、专账核算、结余滚动使用。",
	"fund":        "32万",
	"fund_year":   "2025年",
	"plan_title":  "“百名学科骨干”培养工程",
	"plan_period": "2024—2026年",
	"plan_text": "三年内培养市级以上学科带头人10名、引进博士6名、硕士40名,选派骨干进修120人次;目标逐年分解到科室,由分管副院长牵头、" +
		"人力资源部督办,每季度通报进度。",
	"carrier_count":  "36",
	"carrier_served": "1.2万人次",
	"carrier_text":   "每月组织专家到乡镇卫生院坐诊带教,举办学术报告和示范手术教学,开展健康咨询和新技术培训,两年来举办活动36场,服务群众1.2万人次。",
	"platform_count": "5",
	"platform_area":  "2600平方米",
	"platform_text":  "建有院士专家工作站1个、名医工作室3个、临床技能培训中心1个,面积2600平方米,配备模拟教学设备,全年向基层医务人员开放。",
	"feature_text":   "推行“师带徒、院带县、科带乡”三级帮带模式,专家号源、手术示教、远程会诊同步下沉,把人才优势转化为基层服务能力,做法在全市卫健系统推广。",
	"feature_case":   "心血管内科主任肖某某扎根基层二十年,牵头建成区域胸痛中心,带出县级医院介入团队4支,获评省级先进工作者。",
	"talents":        "418",
	"senior":         "９６",
	"introduced":     "五十七",
	"result_text":    "近三年引进和培养各类专业技术人才57名,高级职称占比23%;获省级科研立项12项、专利9项,新技术新项目31项,区域内转诊率下降11个百分点,群众满意度达96%。",
	"summary": "吉安市庐陵人民医院坚持党管人才,把人才作为医院发展的第一资源。领导班子每年专题研究人才工作不少于两次,机构、制度、经费保障到位;" +
		"实施“百名学科骨干”培养工程,目标明确、责任到人;依托名医工作室和培训中心常态化开展服务基层活动;首创三级帮带模式,示范带动作用明显,人才引进、培养、使用成效显著。",
	"honours": "2024年全省卫生健康系统先进集体;2025年全市人才工作先进单位",
}
