package walk

import (
	"slices"
	"strings"
	"testing"

	"lotse/flows/run"
)

// choice is a file with a header of which the second column is understood.
func choice(said map[string]string, header ...string) *Columns {
	c := &Columns{Side: "netvisor", Fields: []string{"code", "business_id", "name"}, Header: header, SampleRows: [][]string{{"", "1"}, {"A 1", "Muster", "x"}}, Given: run.Reading{Columns: said}}
	found := map[string]string{"name": "Nimi"}
	filled := map[string]string{"name": "Nimi"}
	for f, h := range said {
		filled[f] = h
	}
	c.SetDetected(found, filled)
	return c
}

func shown(c *Columns) string {
	var all []string
	for i := range c.Fields {
		all = append(all, c.Filled(i))
	}
	return strings.Join(all, "|")
}

func TestColumnsAreChosen(t *testing.T) {
	for name, tt := range map[string]struct {
		said   map[string]string
		header []string
		do     func(c *Columns)
		shown  string
		saying map[string]string
	}{
		"nothing":                {nil, []string{"Avain", "Nimi", "Muu"}, func(*Columns) {}, "||Nimi", map[string]string{}},
		"the next column":        {nil, []string{"Avain", "Nimi", "Muu"}, func(c *Columns) { c.Cycle(0, 1) }, "Avain||Nimi", map[string]string{"code": "Avain"}},
		"past one that is taken": {nil, []string{"Avain", "Nimi", "Muu"}, func(c *Columns) { c.Cycle(0, 1); c.Cycle(0, 1) }, "Muu||Nimi", map[string]string{"code": "Muu"}},
		"nothing after the last": {nil, []string{"Avain", "Nimi", "Muu"}, func(c *Columns) { c.Cycle(0, 1); c.Cycle(0, 1); c.Cycle(0, 1) }, "||Nimi", map[string]string{"code": ""}},
		"back from nothing":      {nil, []string{"Avain", "Nimi", "Muu"}, func(c *Columns) { c.Cycle(0, -1) }, "Muu||Nimi", map[string]string{"code": "Muu"}},
		"from another field":     {nil, []string{"Avain", "Nimi", "Muu"}, func(c *Columns) { c.Choose(0, 1) }, "Nimi||", map[string]string{"code": "Nimi", "name": ""}},
		"on record":              {map[string]string{"code": "Muu"}, []string{"Avain", "Nimi", "Muu"}, func(*Columns) {}, "Muu||Nimi", map[string]string{"code": "Muu"}},
		"taken back":             {map[string]string{"code": "Muu"}, []string{"Avain", "Nimi", "Muu"}, func(c *Columns) { c.Forget() }, "||Nimi", map[string]string{}},
		"two that are called so": {nil, []string{"X", "Nimi", "X"}, func(c *Columns) { c.Choose(0, 2) }, "X||Nimi", map[string]string{"code": "3"}},
		"no header at all":       {nil, nil, func(c *Columns) { c.Cycle(0, 1) }, "||", map[string]string{"code": ""}},
	} {
		c := choice(tt.said, tt.header...)
		tt.do(c)
		if got := shown(c); got != tt.shown {
			t.Errorf("%s: %s, want %s", name, got, tt.shown)
		}
		r := c.Reading()
		if len(r.Columns) != len(tt.saying) {
			t.Errorf("%s: says %v, want %v", name, r.Columns, tt.saying)
		}
		for f, h := range tt.saying {
			if got, said := r.Columns[f]; !said || got != h {
				t.Errorf("%s: says %v, want %v", name, r.Columns, tt.saying)
			}
		}
		if len(tt.saying) > 0 && !slices.Equal(r.Headers, tt.header) || len(tt.saying) == 0 && !r.IsZero() {
			t.Errorf("%s: it was said of %v", name, r.Headers)
		}
	}
}

// TestColumnsOfBefore holds that what was said before is taken only of a file
// with the same columns.
func TestColumnsOfBefore(t *testing.T) {
	for name, tt := range map[string]struct {
		before *run.Remembered
		ok     bool
		shown  string
	}{
		"the same columns":     {&run.Remembered{Reading: run.Reading{Columns: map[string]string{"code": "Avain"}, Headers: []string{"Avain", "Nimi", "Muu"}}}, true, "Avain||Nimi"},
		"by number":            {&run.Remembered{Reading: run.Reading{Columns: map[string]string{"code": "3", "name": ""}, Headers: []string{"Avain", "Nimi", "Muu"}}}, true, "Muu||"},
		"another column":       {&run.Remembered{Reading: run.Reading{Columns: map[string]string{"code": "Avain"}, Headers: []string{"Avain", "Nimi"}}}, false, "||Nimi"},
		"another order":        {&run.Remembered{Reading: run.Reading{Columns: map[string]string{"code": "Avain"}, Headers: []string{"Nimi", "Avain", "Muu"}}}, false, "||Nimi"},
		"nothing was said yet": {nil, false, "||Nimi"},
	} {
		c := choice(nil, "Avain", "Nimi", "Muu")
		c.Earlier = tt.before
		other, ok := c.UseEarlier()
		if ok != tt.ok || shown(c) != tt.shown || !ok && tt.before != nil && len(other) == 0 {
			t.Errorf("%s: %v, %s, other columns %v", name, ok, shown(c), other)
		}
	}
}

func TestColumnsShowWhatStandsBelow(t *testing.T) {
	c := choice(nil, "Avain", "Nimi", "Muu")
	c.Cycle(0, 1)
	if c.Example(0) != "A 1" || c.Example(1) != "" || c.Example(2) != "1" {
		t.Errorf("%q %q %q", c.Example(0), c.Example(1), c.Example(2))
	}
	if got := strings.Join(c.Missing(), " "); got != "business_id" {
		t.Errorf("missing %s", got)
	}
	if !c.Changed() || choice(map[string]string{"code": "Muu"}, "Avain", "Nimi", "Muu").Changed() {
		t.Error("what is on record already is a change, or what is not is none")
	}
}
