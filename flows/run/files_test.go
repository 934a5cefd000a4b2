package run_test

import (
	"reflect"
	"strings"
	"testing"

	"lotse/flows/run"
)

func TestFilesThatAnEventNames(t *testing.T) {
	a, b := strings.Repeat("a", 64), strings.Repeat("b", 64)
	for _, tt := range []struct {
		name          string
		kind          run.EventKind
		data, content string
		want          []string
	}{
		{"proof", run.EventTicked, `{"item":"s.t","evidence":{"name":"x","sha256":"` + a + `","size":1}}`, "", []string{a}},
		{"an answer", run.EventAnswered, `{"item":"s.f","value":"sha256:` + a + `/order.pdf"}`, "", []string{a}},
		{"a cell", run.EventCell, `{"item":"s.l","row":"r1","column":"f","value":"sha256:` + a + `/order.pdf"}`, "", []string{a}},
		{
			"cells of rows", run.EventRowsReplaced, `{"item":"s.l","count":2,"sha256":"` + a + `"}`,
			`[{"g":{"value":"sha256:` + b + `/y"},"f":{"value":"sha256:` + a + `/x"}},{"f":{"value":"sha256:` + b + `/x"}},{"f":{"value":7}}]`,
			[]string{a, b},
		},
		{"what was attached", run.EventAttached, `{"item":"s","file":{"name":"x","sha256":"` + a + `","size":1},"note":"sha256:` + b + `/x"}`, "", []string{a}},
		{"what was attached under no sum", run.EventAttached, `{"item":"s","file":{"name":"x","sha256":"../x","size":1}}`, "", nil},
		{"a report", run.EventChecked, `{"item":"s.c","result":{"status":"failed","inputs":{"s.f":"sha256:` + b + `/x"},"summary":"\"sha256\":\"` + b + `\"","report":{"name":"x","sha256":"` + a + `","size":1}}}`, "", []string{a}},

		{"the digest of rows, and where they came from", run.EventRowsReplaced, `{"item":"s.l","count":1,"sha256":"` + a + `","source":{"name":"x.csv","sha256":"` + b + `","size":1}}`, `[{"f":{"value":"x"}}]`, nil},
		{"rows that were erased", run.EventRowsReplaced, `{"item":"s.l","count":1,"sha256":"` + a + `"}`, "", nil},
		{"rows that cannot be read", run.EventRowsReplaced, `{"item":"s.l","sha256":"` + a + `"}`, `[{"f":{"value":"sha256:` + b + `/x"`, nil},
		{"a letter", run.EventSent, `{"item":"s.d","how":"mail","sha256":"` + a + `"}`, "", nil},
		{"what a check worked on, which another event names", run.EventChecked, `{"item":"s.c","result":{"inputs":{"s.f":"sha256:` + b + `/x"}}}`, "", nil},
		{"a path for a sum", run.EventChecked, `{"item":"s.c","result":{"report":{"name":"x","sha256":"../x"}}}`, "", nil},
		{"what a person wrote", run.EventNoted, `{"text":"sha256:` + a + `/x and \"sha256\":\"` + a + `\""}`, "", nil},
		{"what a person wrote at a task", run.EventTicked, `{"item":"s.t","note":"sha256:` + a + `/x"}`, "", nil},
		{"no sum", run.EventAnswered, `{"item":"s.f","value":"sha256:` + strings.ToUpper(a) + `/x sha256:` + a[1:] + `/x sha256:` + a + `"}`, "", nil},
		{"a task without proof", run.EventTicked, `{"item":"sha256"}`, "", nil},
		{"nothing", run.EventTicked, "", "", nil},
		{"an unknown kind", "sha256", `{"evidence":{"sha256":"` + a + `"}}`, "", nil},
	} {
		e := run.Event{Kind: tt.kind, Data: []byte(tt.data), Content: []byte(tt.content)}
		if tt.data == "" {
			e.Data = nil
		}
		if got := e.Files(); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
