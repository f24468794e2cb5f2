package main

// cooperative types each entry in one row.
var cooperative = proving(map[string]string{
	"address": "永丰县恩江镇城上村", "founded": "2011年4月", "nature": "[社会组织]", "staff": "46",
	"head": "曾庆春 理事长 13870600110", "deputy": "[跳过]",
	"contact_post": "理事", "contact_phone": "(本人名片)",
	"body_name": "合作社技术服务部", "body_founded": "2018年3月", "body_basis": "2018年3月6日理事会会议决定",
	"full_time": "一人", "full_time_names": "曾小军",

	"guarantee_text": "理事长牵头抓人才工作，理事会每年专题研究两次以上；技术骨干享受工资加分红，带户多、增收多的另发奖金；每年评选种植能手 10 名，新来的青年社员由老师傅带一季。",
	"rules":          "[添加一项][再添加一项][完成]",
	"rules.1.title":  "农技员聘用办法 2022年3月 引进、使用", "rules.1.number": "[跳过]",
	"rules.2.title": "带户奖励和学习培训制度，2023年1月，培养、激励、服务", "rules.2.number": "[跳过]",
	"fund_opening":     "没有",
	"fund.2024.budget": "10万", "fund.2024.spent": "9.2万", "fund.2024.carried": "0.8万",
	"fund.2025.budget": "11.5", "fund.2025.spent": "11", "fund.2025.carried": "1.3",
	"fund.2026.budget": "12.5万", "fund.2026.spent": "两万", "fund.2026.carried": "11.8",

	"plan_title": "百名菜农技术骨干培养计划", "plan_from": "2024年1月", "plan_until": "2026年12月",
	"plan_text": "三年培养蔬菜种植技术骨干 100 名，与县农业农村局合办田间学校 12 期，每名骨干联系农户不少于 10 户。技术服务部负责，理事会每季度查一次，年底按联系户增收情况兑现奖励。",
	"targets": "{培养种植技术骨干，35 名，技术服务部，2026年10月，已选 20 名\n" +
		"办田间学校，4 期，曾小军，2026年11月，办了 1 期\n" +
		"骨干联系农户，300 户，各片骨干，2026年12月，已联系 140 户}",

	"activities":           "[添加一项][再添加一项][再添加一项][完成]",
	"activities.1.held_on": "2024年7月12日，现场咨询指导，辣椒病虫害防治，150，藤田镇",
	"activities.2.held_on": "去年8月20日", "activities.2.form": "[致富信息]", "activities.2.title": "秋菜行情和种植品种发布", "activities.2.served": "约400", "activities.2.place": "恩江镇城上村文化广场",
	"activities.3.held_on": "[昨天]", "activities.3.form": "[传授新技术新知识]", "activities.3.title": "大棚番茄嫁接", "activities.3.served": "60多人", "activities.3.place": "沙溪镇示范大棚",
	"carrier_text": "在恩江、藤田、沙溪等乡镇开展辣椒、大棚蔬菜现场指导 31 场，发布致富信息和病虫害预警 60 多条，免费发放技术资料 3000 份，服务菜农 2400 人次。",

	"platform_text":     "每年举办种植能手比武和新品种擂台赛，近两年 260 人次参加；试种新品种 14 个，推广 9 个；扶持青年社员自办大棚 21 个。",
	"platforms":         "[添加一项][完成]",
	"platforms.1.name":  "农民田间学校",
	"platforms.1.level": "[县级]", "platforms.1.since": "[选年月][2026年][2021][4月]",
	"places":        "{培训教室和检测室，450，每月培训两次，种植户随时可来检测}",
	"places.photos": "[跳过]",

	"feature_text": "推行“一员联十户、按产算报酬”：技术骨干的报酬与所联农户增产情况挂钩，户均增收越多奖励越高，骨干由讲课变为蹲点，技术到田率由六成提高到九成半。",
	"feature_case": "社员聂小华，返乡青年，2022年起学习大棚辣椒种植，现管理大棚 36 亩，联系农户 14 户，带动户均年增收 1.8 万元，被评为县级乡土人才。",
	"media":        "[跳过]",

	"talents.2024.total": "104", "talents.2024.rural_talent": "78",
	"talents.2025.total": "117", "talents.2025.rural_talent": "89",
	"talents.2026.total": "128", "talents.2026.rural_talent": "97",
	"introduced": "36", "trained": "28", "awards": "3", "income": "约950万元", "villagers": "1290",
	"result_text": "近三年培养种植技术骨干 36 名、职业农民 28 名，推广新品种 14 个，社员户均年收入由 4.1 万元增加到 6.3 万元，带动周边 5 个村种菜致富。",
	"environment": "为外聘专家提供食宿和交通补贴，骨干免费外出学习；每年丰收节表彰种植能手，照片和事迹上村文化墙。",

	"summary": "永丰县恩江蔬菜专业合作社扎根农村，把培养乡土人才作为兴社之本。合作社有专人抓人才、有经费办培训、有基地搞示范，实行“一员联十户、按产算报酬”，" +
		"把技术送到田间地头，培养出一批留得住、带得动的农村实用人才，带动群众增收效果明显，做法在全县合作社推广。",
	"honours": "[跳过]", "related": "[没有]", "declaration": "[确认]",
},
	[]string{"", "", "", "技术服务部聘书.pdf", "", "农技员聘用和带户奖励办法.pdf", "", "培训经费账页.jpg", ""},
	[]string{"技术骨干培养计划.pdf", "", "", ""},
	[]string{"田间指导照片和签到册.pdf", "", ""},
	[]string{"", "田间学校挂牌文件.pdf", "培训教室.jpg"},
	[]string{"", "", "乡土人才事迹材料.pdf"},
	[]string{"", "", "社员增收统计表.pdf", ""},
)
