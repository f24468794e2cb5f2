package main

import (
	"errors"

	"luling/flows"
	"luling/locales"
)

// rare are texts that neither the walk nor a Chinese transcript comes by, with
// what they would be told: accidents, ends that only other packages' tests play,
// and words for what is to come. They are rendered from this.
var rare = map[string]any{
	"apply.gap.scan_type":  facts{"Name": "来函.docx"},
	"apply.contact_begins": nil, "apply.held_over": nil, "desk.button.waiting": facts{"Count": 6}, "desk.todo.many": facts{"Count": 6},
	"apply.declined":    facts{"Unit": "甲厂", "Move": "withdraw", "By": "张三", "Role": "role.head"},
	"apply.purged":      facts{"By": "张三", "Role": "role.head"},
	"apply.not_yet":     facts{"Title": "2026年度", "OpensOn": "2026-03-01", "ClosesOn": "2026-04-01"},
	"people.declined":   facts{"Name": "张三", "Role": "reviewer"},
	"study.gap.minutes": nil, "study.gap.secret": facts{"Name": "内部纪要.pdf"},
	"people.declined_you": facts{"Name": "张三", "Role": "reviewer"},
	"form.conflict": facts{
		"Label": "apply.address.label", "About": facts{}, "Colleague": "李四", "At": "2026-03-04T01:12:00Z",
		"Theirs": facts{"Kind": "text", "Text": "甲"}, "Mine": facts{"Kind": "text", "Text": "乙"},
	},
	"button.mine": nil, "button.theirs": nil, "button.on": facts{"Label": "甲"}, "button.off": facts{"Label": "甲"}, "form.day": 3,
	"gap.category_closed": nil, "gap.held": nil, "gap.targets": facts{"Has": 1, "Min": 3},
	"apply.more_files": facts{"Criterion": facts{"Zh": "甲", "En": "A"}, "PerItem": 10, "FileBytes": 20 << 20}, "apply.more_files.label": nil,
	"gap.fund_sum":          facts{"Year": 2025, "Sum": 100, "Has": 200, "Off": 100, "Spent": 300},
	"people.invited_before": facts{"Name": "张三", "Role": "contact", "Where": "甲厂", "Until": "2026-03-04T01:12:00Z"},
	"hall.fault":            nil, "toast.failed": nil, "card.files_sent": facts{"Files": 2},
	"notice.again":       facts{"Text": "apply.purged", "Data": facts{"By": "张三", "Role": "role.head"}},
	"form.file_refused":  facts{"Reason": "refused.file.empty", "About": facts{"Name": "纪要.pdf"}},
	"apply.held_dropped": nil, "apply.held_coming": nil, "apply.todo.held": facts{"Name": "内部纪要.pdf", "Unit": "甲厂"},
	"apply.button.held": facts{"Name": "内部纪要.pdf"}, "apply.button.drop_held": facts{"No": 2}, "apply.button.waiting_files": facts{"No": 2},
	"apply.taken_over": facts{
		"Unit": "甲厂", "Year": 2026, "Proxy": facts{"Of": "中共吉州区委组织部", "By": "李四"}, "Done": 3, "Total": 87, "Reason": "联络员住院",
	},
	"apply.copied": facts{"Year": 2025, "Count": 12}, "button.all_options": nil, "form.note.found": facts{"Text": "甲", "Count": 3}, "form.note.header": facts{"Line": "指标，数值"},
	"form.note.same_file": facts{
		"Name": "纪要.pdf", "Here": false,
		"At": facts{"Of": "apply.places.label", "OfAbout": facts{}, "Label": "apply.places.photos.label", "About": facts{"No": 2}},
	},
	"form.note.caption": facts{"Caption": "2025年纪要"}, "imports.toast.moved": nil, "imports.remarks": facts{"Unknown": []any{"备注"}, "Others": true, "Sheet": "表一"},
	"imports.todo":    facts{"Name": "名单.xlsx", "At": "2026-03-04T01:12:00Z"},
	"imports.twins":   facts{"Count": 2, "No": 7, "Name": "甲厂", "Same": "name", "Other": "甲厂公司", "Changes": nil, "Twins": nil},
	"proxy.under_way": facts{"Unit": "甲厂", "State": "state.draft"}, "proxy.button.list": nil,
}

type facts = map[string]any

// byHand renders the rare texts, each as what it is: a message or a line.
func (r *reader) byHand() {
	for name, data := range rare {
		if _, err := r.texts.Plain("zh", name, data); errors.Is(err, locales.ErrUnknown) {
			r.reply("by hand", flows.Reply{Text: name, Data: data})
		} else {
			r.line("by hand", flows.Line{Text: name, Data: data})
		}
	}
}
