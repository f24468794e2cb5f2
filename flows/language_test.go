package flows_test

import (
	"strings"
	"testing"
)

// The language is changed at any screen of a form; what is shown then is the same
// screen.
func TestTheLanguageIsChangedAnywhereInAForm(t *testing.T) {
	t.Parallel()
	c := contact(choosing(t, 25), "李联络").Presses("下一页").Presses("永9县")
	for _, at := range []struct{ press, zh, en string }{
		{"", "吉1县", "County 1"},
		{"下一页", "[2/4]", "[2/4]"},
		{"泰12县", "【已选】泰12县", "[Chosen] County 12"},
		{"总览", "", ""},
	} {
		if at.press != "" && c.Has(at.press) {
			c.Presses(at.press)
		}
		before := c.Stands()
		c.Sees(at.zh).Says("/language").Sees("[English]", "[返回填写]").Forgets().Presses("English")
		if c.Sees(at.en); c.Stands() != before {
			t.Errorf("stands at %q, stood at %q", c.Stands(), before)
		}
		c.SeesNot("【已选】").Says("/语言").Presses("中文").Sees(at.zh)
		if c.Stands() != before {
			t.Errorf("stands at %q, stood at %q", c.Stands(), before)
		}
	}
}

func TestAFormBegunInChineseGoesOnInEnglish(t *testing.T) {
	t.Parallel()
	c := contact(choosing(t, 9), "李联络").Presses("吉1县").Presses("泰2县").Presses("吉6县").Presses("完成").Says("无")
	c.Sees("县：吉1县", "各县：泰2县、吉6县").Says("/language en")
	c.Sees("县: County 1", "County 2, County 6", "[Submit]")
	if screen := c.Screen(); strings.Contains(screen, "吉1县") {
		t.Errorf("Chinese options on an English screen:\n%s", screen)
	}
	c.Says("/language zh").Presses("提交").Sees("办好了")
}

func TestWhoIsAskedForALanguageMayGoBack(t *testing.T) {
	t.Parallel()
	c := contact(choosing(t, 9), "李联络").Presses("吉1县").Says("/language").Presses("返回填写")
	asks(c, t, "counties")
	c.Says("/language").Says("泰2县").Sees("未采用") // not an answer to what is not on the screen
	asks(c, t, "counties")
	c.Says("/menu").Says("/language").Presses("English").Sees("[Main menu]")
}
