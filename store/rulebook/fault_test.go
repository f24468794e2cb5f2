package rulebook_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"luling/store/rulebook"
)

func text(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile("jian.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// spoil replaces the first occurrence of old, and says on which line the new text begins.
func spoil(t testing.TB, old, changed string) (string, int) {
	t.Helper()
	whole := text(t)
	i := strings.Index(whole, old)
	if i < 0 {
		t.Fatalf("the default file has no %q", old)
	}
	return whole[:i] + changed + whole[i+len(old):], 1 + strings.Count(whole[:i], "\n")
}

func TestFaults(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, old, changed string
		below              int    // lines from the change to the fault
		want               string // field and problem
	}{
		{"an unknown key", "start = ", "strat = ", 0, "strat: unknown key"},
		{"an unknown key in an item", `"interview"]` + "\nyears = 1\n", `"interview"]` + "\nyaers = 1\n", 1, "criteria[0].items[0].yaers: unknown key"},
		{"an unknown key in a name", `city = { zh = "吉安市",`, `city = { fr = "Ji'an", zh = "吉安市",`, 0, "city.fr: unknown key"},
		{"a table nobody knows", "[evidence]", "[evidenze]", 0, "evidenze: unknown key"},
		{"not TOML at all", "target_year = 2020", "target_year = = 2020", 0, "unexpected character"},
		{"a key twice", "target_count = 40", "target_year = 40", 0, "target_year: "},
		{"a text for a number", "target_year = 2020", `target_year = "soon"`, 0, "target_year: "},
		{"a number for a text", `approval = ""`, "approval = 7", 0, "approval: "},
		{"a date that does not exist", `start = "2015-06-15"`, `start = "2015-02-29"`, 0, "start: "},
		{"a date without quotes", `start = "2015-06-15"`, "start = 2015-06-15", 0, "start: cannot decode TOML local date"},
		{"a share of nothing", `quorum = "2/3"`, `quorum = "2/0"`, 0, "vote.quorum: "},
		{"a quorum as a decimal", `quorum = "2/3"`, `quorum = 0.66`, 0, `vote.quorum: "0.66" is not a share such as 2/3`},
		{"a day that is a number", `half_by = "06-30"`, `half_by = 630`, 0, `study.half_by: "630" is not a day of every year`},
		{"a day not every year has", `half_by = "06-30"`, `half_by = "02-29"`, 0, "study.half_by: "},
		{"points that are no number", "points = 4\n", "points = \"viele\"\n", 0, "criteria[0].items[1].points: "},
		{"points below nothing", "points = 4\n", "points = -4\n", 0, "criteria[0].items[1].points: -4 is not a number of points"},
		{"a third of a point", "points = 4\n", "points = 3.333\n", 0, "criteria[0].items[1].points: 3.333 is not a number of points"},
		{"a quarter of a point", "points = 4\n", "points = 4.25\n", 0, "criteria[0].items[1].points: is 4.25, must be a positive number of half points"},
		{"points of a category that are no number", "short = { zh = \"企业创新创业\"", "weights = { plan = 15, result = 0.001 }\nshort = { zh = \"企业创新创业\"", 0, "categories[0].weights: 0.001 is not a number of points"},
		{"an item worth nothing", "points = 4\n", "points = 0\n", 0, "criteria[0].items[1].points: is 0, must be"},

		{"a name in one language", `en = "Ji'an" }`, `en = " " }`, 0, "city.en: must not be empty"},
		{"a name left out", `zh = "吉安市", `, "", 0, "city.zh: must not be empty"},
		{"an office without a name", `name = { zh = "市委人才工作领导小组办公室", en = "City Talent Office" }`, "", -1, "office.name.zh: must not be empty"},
		{"an address in one language", `address = { zh = ""`, `address = { zh = "井冈山大道"`, 0, "office.address.en: must not be empty"},
		{"a measure without a number", `number = "吉才办字〔2015〕6号"`, `number = ""`, 0, "measure.number: must not be empty"},

		{"more seats at least than at most", "min = 6 ", "min = 9 ", 1, "seats.max: is 8, must not be below min 9"},
		{"more planned than at most", "planned = 7", "planned = 9", 0, "seats.planned: is 9, must lie between min 6 and max 8"},
		{"fewer planned than at least", "planned = 7", "planned = 5", 0, "seats.planned: is 5, must lie between"},
		{"51 seats", "max = 8 ", "max = 51 ", 0, "seats.max: is 51, must be between 1 and 50"},
		{"no seats", "min = 6 ", "min = 0 ", 0, "seats.min: is 0, must be between 1 and 50"},
		{"a quota below nothing", "county = 2", "county = -1", 0, "quotas.county: is -1, must be between 0 and 20"},
		{"21 recommendations", "zone = 1", "zone = 21", 0, "quotas.zone: is 21, must be between 0 and 20"},
		{"two reviewers", "reviewers = 5", "reviewers = 2", 0, "review.reviewers: is 2, must be between 3 and 15"},
		{"more needed than there are", "least = 3 ", "least = 6 ", 0, "review.least: is 6, must not exceed reviewers 5"},
		{"an unknown way to aggregate", `"trimmed"`, `"best"`, 0, `review.aggregation: is "best"`},
		{"a quorum below half", `quorum = "2/3"`, `quorum = "49/100"`, 0, "vote.quorum: is 49/100, must be between 1/2 and 3/4"},
		{"a quorum above three quarters", `quorum = "2/3"`, `quorum = "4/5"`, 0, "vote.quorum: is 4/5, must be"},
		{"a pass mark of 101", "pass = 60", "pass = 101", 0, "marks.pass: is 101, must be a number of half points up to 100"},
		{"qualified above excellent", "qualified = 60", "qualified = 90.5", 0, "marks.qualified: must not exceed excellent"},
		{"a list shorter than the seats", "surplus_percent = 125", "surplus_percent = 99", 0, "inspection.surplus_percent: is 99, must be between 100 and 200"},
		{"no months to rectify", "rectify_months = 6", "rectify_months = 0", 0, "periods.rectify_months: is 0, must be between 1 and 12"},
		{"13 months to rectify", "rectify_months = 6", "rectify_months = 13", 0, "periods.rectify_months: is 13, must be between 1 and 12"},
		{"four days of publicity", "publicity_days = 5 ", "publicity_days = 4 ", 0, "periods.publicity_days: is 4, must be between 5 and 15"},
		{"16 days of publicity", "publicity_days = 5 ", "publicity_days = 16 ", 0, "periods.publicity_days: is 16, must be"},
		{"eleven days of supplement", "supplement_days = 5", "supplement_days = 11", 0, "periods.supplement_days: is 11, must be between 1 and 10"},
		{"checkpoints the wrong way round", `half_by = "06-30"`, `half_by = "12-30"`, 1, "study.full_by: must come after half_by"},
		{"a year without back-entry", `back_entry_by = "01-15" # of the next year`, "", -4, "study.back_entry_by: must be a day written MM-DD"},
		{"reminders the wrong way round", "[10, 3, 1]", "[1, 3, 10]", 0, "periods.draft_reminders: is [1 3 10]"},
		{"a reminder twice", "[10, 3, 1]", "[3, 3, 1]", 0, "periods.draft_reminders: is [3 3 1]"},
		{"files larger than a bot may fetch", "file_bytes = 20_971_520", "file_bytes = 20_971_521", 0, "evidence.file_bytes: is 20971521, must be between 1024 and 20971520"},

		{"a type that may apply nowhere", `types = ["industrial_park", "enterprise"]`, `types = ["enterprise"]`, -50, `unit_types[0].id: "industrial_park" may apply in no category`},
		{"a type nobody knows", `types = ["industrial_park", "enterprise"]`, `types = ["industrial_park", "factory"]`, 0, `categories[0].types[1]: "factory" is not a unit type of the file`},
		{"a type named twice", `noted = ["vocational_college"]`, `noted = ["school"]`, 0, `categories[1].noted[0]: "school" is named twice`},
		{"our reading without a note", "note = {", "# note = {", -7, "categories[1].note: must say why"},
		{"no types", `types = ["industrial_park", "enterprise"]`, "types = []", 0, "categories[0].types: must name at least one unit type"},
		{"an id twice", `id = "hospital"`, `id = "school"`, 0, `unit_types[3].id: "school" is already the id of unit_types[2].id`},
		{"an id with a blank", `id = "hospital"`, `id = "the hospital"`, 0, `unit_types[3].id: "the hospital" is not an id`},
		{"a clause nobody knows", `clause = "S3.2"`, `clause = "S3.9"`, 0, `categories[1].clause: "S3.9" is not a clause of the file, nor P`},
		{"a criterion nobody knows", `id = "carrier"`, `id = "courier"`, 0, `criteria[2].id: is "courier", must be one of`},
		{"a criterion twice", `id = "carrier"`, `id = "plan"`, 0, `criteria[2].id: "plan" is already the id of criteria[1].id`},
		{"a sum that its items do not make", "points = 25", "points = 24", 0, "criteria[0].points: is 24, but the items add up to 25"},
		{"a sum that is not 100", "points = 25", "points = 24", -3, "criteria: points add up to 99, must be 100"},
		{"an item number twice", `no = "1.2"`, `no = "1.1"`, 0, `criteria[0].items[1].no: "1.1" is there twice`},
		{"an item number of another kind", `no = "1.2"`, `no = "1-2"`, 0, `criteria[0].items[1].no: "1-2" is not a number such as 1.2`},
		{"no way to verify", `verify = ["documents", "interview"]`, "verify = []", 0, "criteria[0].items[0].verify: must name at least one"},
		{"an unknown way to verify", `verify = ["documents", "interview"]`, `verify = ["documents", "rumour"]`, 0, `criteria[0].items[0].verify[1]: is "rumour", must be one of`},
		{"eleven years of proof", "years = 3", "years = 11", 0, "criteria[0].items[5].years: is 11, must be between 0 and 10"},
		{"a body of a kind nobody knows", `type = "county"`, `type = "village"`, 0, `bodies[0].type: is "village", must be one of`},
		{"a quota of its own below nothing", `type = "county"`, "type = \"county\"\nquota = -1", 1, "bodies[0].quota: is -1, must be between 0 and 20"},
		{"a short name twice", `short = "青原"`, `short = "吉州"`, 0, `bodies[1].short: "吉州" is used twice`},
		{"a short name that would break numbers", `short = "青原"`, `short = "青-原"`, 0, `bodies[1].short: is "青-原"`},
		{"a county without an area", `area = { zh = "青原区", en = "Qingyuan District" }`, "", -3, "bodies[1].area.zh: must not be empty"},
		{"a body named twice", `zh = "中共青原区委组织部"`, `zh = "中共吉州区委 组织部"`, 0, `bodies[1].name.zh: "中共吉州区委 组织部" is named twice`},
		{"a clause without a plain word", `plain = { zh = "总目标`, `plain = { zh = "", en = "x" } # `, 0, "clauses[4].plain.zh: must not be empty"},
		{"a clause number of another kind", `id = "S2.1"`, `id = "2.1"`, 0, `clauses[3].id: "2.1" is not a clause number such as S4.1a`},
		{"a clause twice", `id = "S2.1"`, `id = "S2.2"`, 5, `clauses[4].id: "S2.2" is there twice`},
		{"a veto without a name", `zh = "弄虚作假"`, `zh = ""`, 0, "vetoes[0].name.zh: must not be empty"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			spoiled, line := spoil(t, c.old, c.changed)
			_, err := rulebook.Read("jian.toml", strings.NewReader(spoiled))
			var faults rulebook.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("read with %v, want faults", err)
			}
			want := fmt.Sprintf("jian.toml:%d: %s", line+c.below, c.want)
			if !strings.Contains("\n"+err.Error(), "\n"+want) {
				t.Errorf("got\n%v\nwant\n%s", err, want)
			}
		})
	}
}
