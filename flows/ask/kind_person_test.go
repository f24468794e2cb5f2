package ask

import (
	"strings"
	"testing"
)

func TestPerson(t *testing.T) {
	t.Parallel()
	var p PersonAnswer
	q := Person("head", &p)
	for _, row := range []struct{ says, typed, want string }{
		{"name, post and number", "张三 院长 13800000000", "张三 院长 13800000000"},
		{"the number first", "13800000000 张三 院长", "张三 院长 13800000000"},
		{"the post first", "院长 张三 13800000000", "张三 院长 13800000000"},
		{"the number in the middle", "张三 13800000000 院长", "张三 院长 13800000000"},
		{"with commas", "张三,院长,13800000000", "张三 院长 13800000000"},
		{"with full width commas", "张三，院长，１３８００００００００", "张三 院长 13800000000"},
		{"with list commas", "张三、院长、13800000000", "张三 院长 13800000000"},
		{"with strokes", "张三/院长/13800000000", "张三 院长 13800000000"},
		{"over several lines", "张三\n院长\n13800000000", "张三 院长 13800000000"},
		{"with labels", "姓名：张三 职务：院长 电话：13800000000", "张三 院长 13800000000"},
		{"with nothing between", "张三院长13800000000", "张三 院长 13800000000"},
		{"with nothing between, three characters", "张三丰副院长13800000000", "张三丰 副院长 13800000000"},
		{"with nothing between, a compound surname", "欧阳修党委书记13800000000", "欧阳修 党委书记 13800000000"},
		{"with a land line", "张三 院长 0796-8228888", "张三 院长 0796-8228888"},
		{"with an extension", "张三 院长 0796-8228888转801", "张三 院长 0796-8228888-801"},
		{"with spaces in the number", "张三 院长 138 0000 0000", "张三 院长 13800000000"},
		{"with the country", "张三 院长 +86 13800000000", "张三 院长 13800000000"},
		{"with the number in brackets", "张三院长（13800000000）", "张三 院长 13800000000"},
		{"with two posts", "张三 党委书记 院长 13800000000", "张三 党委书记、院长 13800000000"},
		{"with a department before the name", "信息科 张三 13800000000", "张三 信息科 13800000000"},
		{"with a department as post", "张三 组织人事科 13800000000", "张三 组织人事科 13800000000"},
		{"with a post in no list before the name", "安全员 张三 13800000000", "张三 安全员 13800000000"},
		{"with a name that ends like a department", "王科 信息科 13800000000", "王科 信息科 13800000000"},
		{"with a name of dots", "买买提·艾力 主任 13800000000", "买买提·艾力 主任 13800000000"},
		{"with a Latin name", "John Smith 教授 13800000000", "John Smith, 教授, 13800000000"},
		{"with a Latin name and post", "Li Wei, deputy director, 13800000000", "Li Wei, deputy director, 13800000000"},
		{"with a Latin name and post and nothing that parts them", "Li Wei director 13800000000", RefusedPersonIncomplete},
		{"with the number's label alone", "张三院长 电话13800000000", "张三 院长 13800000000"},
		{"with the name's label before a post", "联系人:张三;职务:科长;手机:13800000000", "张三 科长 13800000000"},
		{"with the sex", "张三，男，院长，13800000000", "张三 院长 13800000000"},
		{"with the house before the name", "吉州区人民医院院长张三 13800000000", "张三 吉州区人民医院院长 13800000000"},
		{"with a surname and a title only", "王主任 13800000000", RefusedPersonIncomplete},
		{"with a rare surname", "亓官云 主任 13800000000", "亓官云 主任 13800000000"},

		{"without a number", "张三 院长", RefusedPersonIncomplete},
		{"without a post", "张三 13800000000", RefusedPersonIncomplete},
		{"without a name", "院长 13800000000", RefusedPersonIncomplete},
		{"with two numbers", "张三 院长 13800000000 13900000000", RefusedTwoPhones},
		{"with two numbers and a list comma", "张三 院长 13800000000、0796-8228888", RefusedTwoPhones},
		{"without an area code", "张三 院长 8228888", RefusedNoAreaCode},
		{"with a number too short", "张三 院长 1380000000", RefusedNotAPerson},
		{"nothing but marks", "，。、", RefusedNotAPerson},
		{"a whole page", strings.Repeat("张三 院长 ", 40), RefusedNotAPerson},
		{"nothing", "", RefusedEmpty},
	} {
		p = PersonAnswer{}
		got := q.Understand(typing(row.typed))
		accepted(t, q, got)
		if got.Kind == Valid {
			same(t, row.says, p.String(), row.want)
			continue
		}
		is(t, row.says, got, row.want)
	}
	mentions(t, q.Understand(typing("张三")), with{"Text": "张三", "Lacks": []string{"post", "phone"}, "Example": examplePerson})
	if echo := q.Understand(typing("张三 院长 13800000000")).Echo; echo != nil {
		t.Errorf("a person typed in our order is repeated: %v", echo)
	}
	if echo := q.Understand(typing("院长 张三 13800000000")).Echo; echo == nil || echo.Shown["Name"] != "张三" {
		t.Errorf("a person typed in another order is not repeated: %v", echo)
	}
	if err := q.Set([]byte(`{"name":"张三","post":"院长"}`)); err == nil {
		t.Error("a stored person without a number is accepted")
	}
	if err := q.Set([]byte(`{"name":"院长","post":"张三","phone":"13800000000"}`)); err == nil {
		t.Error("a stored person with name and post exchanged is accepted")
	}
}

// FuzzPerson: nothing typed panics, and a person is read the same when written out.
func FuzzPerson(f *testing.F) {
	for _, seed := range []string{"张三 院长 13800000000", "院长张三丰（0796-8228888转8）", "姓名:李四,职务:书记,电话:+86 13800000000",
		"买买提·艾力 主任 13800000000", "John Smith, dean, 13800000000", "信息科 王科 13800000000", "13800000000", "张三 院长 - 13800000000"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		var p PersonAnswer
		q := Person("head", &p)
		got := q.Understand(typing(typed))
		accepted(t, q, got)
		if got.Kind != Valid {
			return
		}
		if again := q.Understand(typing(p.String())); string(again.Value) != string(got.Value) || again.Echo != nil {
			t.Fatalf("%q is %s, read again %s", typed, got.Value, brief(again))
		}
	})
}
