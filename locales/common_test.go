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

func word(t *testing.T, texts *Texts, name string) {
	t.Helper()
	for _, lang := range Languages {
		if said, err := texts.Plain(lang, name, nil); err != nil || said == "" {
			t.Errorf("%s/%s: %q, %v", lang, name, said, err)
		}
	}
}
