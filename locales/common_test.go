package locales

import (
	"testing"
	"time"

	"luling/store/programme"
)

func TestEveryStateHasItsWord(t *testing.T) {
	t.Parallel()
	texts := loaded(t)
	states := []programme.ApplicationState{
		programme.AppDraft, programme.AppAwaitingLeader, programme.AppSubmitted, programme.AppReturnedByBody,
		programme.AppNotRecommended, programme.AppRecommended, programme.AppChecking, programme.AppReturnedByCity,
		programme.AppIneligible, programme.AppLapsed, programme.AppAdmitted, programme.AppUnderReview,
		programme.AppScored, programme.AppShortlisted, programme.AppNotShortlisted, programme.AppInspected,
		programme.AppNotSelected, programme.AppProposed, programme.AppInPublicity, programme.AppOnHold,
		programme.AppDisqualified, programme.AppAwarded, programme.AppWithdrawn,
	}
	for _, state := range states {
		word(t, texts, "state."+string(state))
	}
}

// What a unit reads before the public notice ends is the same whether it is
// still in the running or not.
func TestStatesDoNotTellTooEarly(t *testing.T) {
	t.Parallel()
	texts := loaded(t)
	for hidden, open := range map[programme.ApplicationState]programme.ApplicationState{
		programme.AppNotShortlisted: programme.AppScored,
		programme.AppNotSelected:    programme.AppProposed,
		programme.AppOnHold:         programme.AppInPublicity,
	} {
		for _, lang := range Languages {
			a, _ := texts.Plain(lang, "state."+string(hidden), nil)
			b, _ := texts.Plain(lang, "state."+string(open), nil)
			if a != b {
				t.Errorf("%s: %s reads %q, %s %q", lang, hidden, a, open, b)
			}
		}
	}
}

func TestEveryRoleAndPhaseHasItsWord(t *testing.T) {
	t.Parallel()
	texts := loaded(t)
	for _, role := range append(programme.Roles, programme.RolePublic) {
		word(t, texts, "role."+string(role))
	}
	for _, phase := range []programme.RoundPhase{
		programme.RoundDraft, programme.RoundAnnounced, programme.RoundApplying, programme.RoundRecommending,
		programme.RoundChecking, programme.RoundScoring, programme.RoundVoting, programme.RoundInspecting,
		programme.RoundDeciding, programme.RoundPublicity, programme.RoundNaming, programme.RoundArchived,
		programme.RoundSuspended, programme.RoundCancelled,
	} {
		word(t, texts, "phase."+string(phase))
	}
}

func TestMonthsAndWeekdaysAreTheCalendars(t *testing.T) {
	t.Parallel()
	texts := loaded(t)
	for m := time.January; m <= time.December; m++ {
		if said, err := texts.Plain("en", "month."+time.Time{}.AddDate(0, int(m)-1, 0).Format("1"), nil); err != nil || said != m.String() {
			t.Errorf("%s is %q, %v", m, said, err)
		}
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if said, err := texts.Plain("en", "weekday."+string(rune('0'+d)), nil); err != nil || said != d.String() {
			t.Errorf("%s is %q, %v", d, said, err)
		}
	}
}

func TestSentencesOfRefusal(t *testing.T) {
	t.Parallel()
	texts := loaded(t).With(map[string]any{"office": "市人才办", "phone": "0796-8200000"})
	about := map[string]any{"By": "张三", "At": "2026-03-04T01:12:00Z", "Who": "市人才办", "Phone": ""}
	for name, want := range map[string]string{
		"screen.stale":   "该按钮已失效（事项已由「张三」于2026年3月4日 09:12处理）。\n发送 /待办 查看最新事项。",
		"screen.refused": "您暂无权限办理该事项。如有疑问，请联系「市人才办」。",
		"screen.failed":  "您刚才的操作暂时未能办理，已保存的内容不受影响。请稍后重试；如仍未成功，请联系市人才办 0796-8200000。",
	} {
		if said, err := texts.HTML("zh", name, about); err != nil || said != want {
			t.Errorf("%s: %q, %v, want %q", name, said, err, want)
		}
	}
}

func word(t *testing.T, texts *Texts, name string) {
	t.Helper()
	for _, lang := range Languages {
		if said, err := texts.Plain(lang, name, nil); err != nil || said == "" {
			t.Errorf("%s/%s: %q, %v", lang, name, said, err)
		}
	}
}
