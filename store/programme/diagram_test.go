package programme_test

import (
	"strings"
	"testing"

	"luling/store/programme"
)

func TestDiagram(t *testing.T) {
	t.Parallel()
	want := strings.Join([]string{
		"stateDiagram-v2",
		"    [*] --> registered: register (contact, deputy, head, recommender, office)",
		"    registered --> confirmed: confirm_study (recommender, office)",
		"    registered --> returned: return_study (recommender, office)",
		"    returned --> registered: register (contact, deputy, head, recommender, office)",
		"    confirmed --> void: void_study (office)",
		"    void --> [*]",
		"",
	}, "\n")
	if got := programme.Diagram(programme.StudyMoves); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDiagramEndsOnceWhereNothingLeads(t *testing.T) {
	t.Parallel()
	got := programme.Diagram(programme.ApplicationMoves)
	for _, end := range []string{"not_shortlisted", "disqualified", "awarded"} {
		if n := strings.Count(got, "    "+end+" --> [*]\n"); n != 1 {
			t.Errorf("%s ends %d times", end, n)
		}
	}
	if strings.Contains(got, "lapsed --> [*]") {
		t.Error("a lapsed application may still come back")
	}
}
