package report_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"lotse/flows/document/report"
)

func schema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(report.Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("report.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("report.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// fits reports why JSON is not of the shape of a report; nil where it is.
func fits(t testing.TB, s *jsonschema.Schema, text []byte) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

// TestReportsFitTheSchema, all that are held.
func TestReportsFitTheSchema(t *testing.T) {
	all, err := filepath.Glob("testdata/TestReports/*/json.golden")
	if err != nil || len(all) < 15 {
		t.Fatalf("%d reports: %v", len(all), err)
	}
	s := schema(t)
	for _, name := range all {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := fits(t, s, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestTheSchemaRefusesWhatIsNoReport takes away each member in turn, and changes
// what a member may say.
func TestTheSchemaRefusesWhatIsNoReport(t *testing.T) {
	text, err := os.ReadFile("testdata/TestReports/netvisor-rackbeat.en/json.golden")
	if err != nil {
		t.Fatal(err)
	}
	s := schema(t)
	var whole map[string]any
	if err := json.Unmarshal(text, &whole); err != nil {
		t.Fatal(err)
	}
	for name := range whole {
		fewer := map[string]any{}
		for k, v := range whole {
			if k != name {
				fewer[k] = v
			}
		}
		without, err := json.Marshal(fewer)
		if err != nil {
			t.Fatal(err)
		}
		if fits(t, s, without) == nil {
			t.Errorf("without %q it fits", name)
		}
	}
	for from, to := range map[string]string{
		`"mode":"real"`: `"mode":"unreal"`, `"kind":"task"`: `"kind":"tusk"`, `"state":"done"`: `"state":"dune"`, `"version":1`: `"version":2`,
		`"round":1`: `"round":0`, `"seq":1,`: `"seq":"1",`, `"set":true`: `"set":"true"`, `"problems":[]`: `"problems":null`, `"given":true`: `"given":1`,
	} {
		other := bytes.Replace(text, []byte(from), []byte(to), 1)
		if bytes.Equal(other, text) {
			t.Errorf("there is no %s", from)
		} else if fits(t, s, other) == nil {
			t.Errorf("with %s it fits", to)
		}
	}
}
