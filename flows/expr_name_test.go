package flows

import (
	"strings"
	"testing"
)

// answered is a Scope over what a server answered.
type answered struct {
	world
	lists map[string][]map[string]Value
}

func (a answered) Rows(list string, yield func(Scope) bool) bool {
	rows, ok := a.lists[list]
	for _, row := range rows {
		if !yield(world{fields: row}) {
			break
		}
	}
	return ok
}

func ofJSON(path string) bool { return path == "status" || strings.HasPrefix(path, "json.") }

func TestNames(t *testing.T) {
	w := answered{
		world: world{fields: map[string]Value{
			"status": 200.0, "json.state": "active", "json.old": "active", "json.quota.left": 3.0, "json.live": true, "json.rows.0.id": "a",
		}},
		lists: map[string][]map[string]Value{"json.rows": {{"id": "a", "limit.max": 5.0}, {"id": "b", "limit.max": 7.0}}},
	}
	for source, want := range map[string]Truth{
		`status == 200`: True,
		`status in [200, 201] && json.state == "active"`: True,
		`json.state == json.old`:                         True,
		`json.state == status`:                           False,
		`json.state == json.none`:                        Undecided,
		`json.quota.left - 1 >= 2`:                       True,
		`json.quota.left > status`:                       False,
		`json.live`:                                      True,
		`!json.live || json.state startsWith "in"`:       False,
		`json.live == false`:                             False,
		`json.state == 5`:                                Undecided,
		`json.rows[0].id == "a"`:                         True,
		`json["state"] == "active"`:                      True,
		`any(json.rows, .id == "b" && .limit.max > 6)`:   True,
		`all(json.rows, .limit.max > 6)`:                 False,
		`len(json.rows) == 2`:                            True,
		`count(json.rows, .id == "a") == 1`:              True,
		`len(json.no) == 2`:                              Undecided,
		`given(json.state) && !given(json.none)`:         True,
		`lower(json.state) + "x" == "activex"`:           True,
	} {
		c, _, bad := compileNames(source, ofJSON)
		if bad != nil {
			t.Errorf("%s: %s", source, inEnglish(bad.what))
			continue
		}
		if got := c.Eval(w); got != want {
			t.Errorf("%s is %d, want %d", source, got, want)
		}
	}
	for source, what := range map[string]string{
		`body.x == 1`:                     "Nothing called body.x can be read here.",
		`name == "x"`:                     "Nothing called name",
		`check("a.b") == "passed"`:        "The function check is not part",
		`status`:                          "",
		`any(json.a, any(json.b, .c))`:    "cannot stand inside another",
		`.x == 1`:                         "",
		`any(json.rows, json.state == 1)`: "Nothing called json.state",
		`json[status] == 1`:               "A part of a value",
	} {
		_, _, bad := compileNames(source, ofJSON)
		if bad == nil {
			if what != "" {
				t.Errorf("%s compiles", source)
			}
			continue
		}
		if !strings.Contains(inEnglish(bad.what), what) {
			t.Errorf("%s: %q does not say %q", source, inEnglish(bad.what), what)
		}
	}
}
