package command

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode"

	"lotse/flows"
	"lotse/flows/words"
)

// told is what a person reads of an error, its place in a file before it; "" of
// none.
func told(err error) string {
	if err == nil {
		return ""
	}
	r := refusalOf(err)
	text := words.Say("en", r.Message)
	if at, ok := r.At.(flows.FilePlace); ok {
		text = fmt.Sprintf("%d:%d: %s", at.Row, at.Column, text)
	}
	return text
}

func TestParseAssignment(t *testing.T) {
	for _, c := range []struct {
		arg  string
		want assignment
	}{
		{"company.name=Muster GmbH", assignment{at: flows.At("company.name"), value: "Muster GmbH"}},
		{"name=a=b", assignment{at: flows.At("name"), value: "a=b"}},
		{"name=", assignment{at: flows.At("name")}},
		{"s.sites[r1].city=Köln", assignment{at: flows.At("s.sites[r1].city"), value: "Köln"}},
		{`sites+={"city":"a=b"}`, assignment{at: flows.At("sites"), verb: addRow, value: `{"city":"a=b"}`}},
		{"s.sites[r2]-", assignment{at: flows.At("s.sites[r2]"), verb: delRow}},
	} {
		got, err := parseAssignment(c.arg)
		if err != nil || got != c.want {
			t.Errorf("%s: %+v, %v; want %+v", c.arg, got, err, c.want)
		}
	}
}

func TestParseAssignmentRefuses(t *testing.T) {
	for arg, word := range map[string]string{
		"api.key":             "ITEM=VALUE",
		"=x":                  "does not name an item",
		"a.b.c=x":             "does not name an item",
		"s.sites[r1]=x":       "name the column",
		`s.sites[r1]+={}`:     "to the list itself",
		"s.sites[r1].city]-":  "does not name an item",
		"s.sites[]-":          "does not name an item",
		"s.sites[r1].city[]=": "does not name an item",
		"\x1b[2Jx=1":          "does not name an item",
	} {
		_, err := parseAssignment(arg)
		if !strings.Contains(told(err), word) {
			t.Errorf("%q: %v; want %q in it", arg, err, word)
		}
	}
}

// A secret that is given where an assignment should stand is not repeated.
func TestParseAssignmentKeepsQuiet(t *testing.T) {
	_, err := parseAssignment("hunter2-the-secret")
	if err == nil || strings.Contains(err.Error(), "hunter2") {
		t.Errorf("error %v", err)
	}
}

// flat writes a document on one line.
func flat(n *flows.Element) string {
	switch {
	case n.IsNull():
		return "null"
	case n.Shape == flows.Sequence:
		var items []string
		for _, item := range n.Parts {
			items = append(items, flat(item))
		}
		return "[" + strings.Join(items, " ") + "]"
	case n.Shape == flows.Mapping:
		var entries []string
		for _, e := range n.Pairs {
			entries = append(entries, e.Key.Text+":"+flat(e.Value))
		}
		return "{" + strings.Join(entries, " ") + "}"
	}
	return fmt.Sprintf("%s@%d:%d", n.Text, n.Row, n.Column)
}

func TestParseDocument(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{
			"yaml keeps what is written", "b: {zip: 01234, n: 1.50, d: 2026-11-24}\na: {t: true, q: \"007\", e:}\n",
			"{b:{zip:01234@1:10 n:1.50@1:20 d:2026-11-24@1:29} a:{t:true@2:8 q:007@2:17 e:null}}",
		},
		{
			"yaml block", "s:\n  rows:\n    - city: Köln\n      open: yes\n    - city: Bonn\n  text: |\n    two\n    lines\n",
			"{s:{rows:[{city:Köln@3:13 open:yes@4:13} {city:Bonn@5:13}] text:two\nlines\n@6:9}}",
		},
		{
			"json", "{\n  \"s\": {\"zip\": \"01234\", \"n\": 12, \"l\": [\"a\", \"b\"], \"x\": null}\n}",
			"{s:{zip:01234@2:16 n:12@2:30 l:[a@2:40 b@2:45] x:null}}",
		},
		{
			"yaml means what is written", "a: {t: 12:30:45, q: 1e5, h: 0x1F, o: yes, n: Null, m: 1_000, i: .inf}\nb: 'it''s'\nc: \"\\u00e4\"\n",
			"{a:{t:12:30:45@1:8 q:1e5@1:21 h:0x1F@1:29 o:yes@1:38 n:Null@1:46 m:1_000@1:55 i:.inf@1:65} b:it's@2:4 c:ä@3:4}",
		},
		{"yaml null", "a: {b: null, c: ~, d: }\n", "{a:{b:null c:null d:null}}"},
		{"json escapes", `{"a":"\ud83d\ude00\/\t\"","b":[1.50,true]}`, "{a:😀/\t\"@1:6 b:[1.50@1:32 true@1:37]}"},
		{"json with tabs", "{\n\t\"a\": {\n\t\t\"b\": 1\n\t}\n}\n", "{a:{b:1@3:8}}"},
		{"a comment behind a word", "a: x # a comment\n", "{a:x@1:4}"},
		{"byte order mark", "\ufeffa: 1", "{a:1@1:4}"},
		{"lines of another system", "a: 1\r\nb:\r\n  - x\r\n", "{a:1@1:4 b:[x@3:5]}"},
		{"nothing", "", "null"},
		{"a comment", "# nothing\n", "null"},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, err := parseDocument([]byte(c.data))
			if err != nil {
				t.Fatal(err)
			}
			if got := flat(n); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestParseDocumentRefuses(t *testing.T) {
	var many strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&many, "key%d: v\n", i)
	}
	for name, c := range map[string]struct{ data, word string }{
		"key twice in yaml": {"a: 1\nb: 2\na: 3\n", "3:1: The key a is there already"},
		"key twice in json": {"{\"a\": 1,\n \"a\": 2}", "2:2: The key a is there already"},
		"anchor":            {"a: &x 1\nb: *x\n", "1:4: Anchors"},
		"merge":             {"a: {b: 1}\nc:\n  <<: {d: 1}\n", "3:3: Merge keys"},
		"tag":               {"a: !!binary aGk=\n", "1:4: Tags"},
		"two documents":     {"a: 1\n---\nb: 2\n", "A second document begins here"},
		"not UTF-8":         {"a: \xff\n", "1:4: This is not UTF-8"},
		"not UTF-8, later":  {"\ufeffa: x\nkä: b\xe4r\n", "2:6: This is not UTF-8"},
		"deep yaml":         {strings.Repeat("[", 200_000), "nested more than"},
		"deep dashes":       {strings.Repeat("- ", 100_000) + "x", "nested more than"},
		"deep json":         {strings.Repeat(`{"a":`, 100) + "1" + strings.Repeat("}", 100), "nested more than"},
		"many keys":         {many.String(), "more than 1000 keys"},
		"broken":            {"a: [1, 2\nb: 3\n", "1:4: This [ is never closed"},
		"broken json":       {"{\"a\": \"x\" \"b\": 1}", "1:11: A comma is missing here"},
		"cut":               {"a: Take number #3\n", "1:4: Everything after # is a comment"},
		"folded":            {"a: one\n  two\n", "1:4: This text continues on the next line"},
		"spaces at the end": {"a: one \n", "1:4: Spaces at the end"},
		"a colon":           {"a: Note: this\n", "1:4: This text has a colon"},
		"a placeholder":     {"a: {{ b }}\n", "1:4: A text cannot start with this character"},
		"a tab":             {"a:\n\tb: c\n", "2:1: This line is indented with a tab"},
		"no list of rows":   {"a:\n  - b: c\n   - b: d\n", "3:4: This line is not indented"},
	} {
		t.Run(name, func(t *testing.T) {
			n, err := parseDocument([]byte(c.data))
			if !strings.Contains(told(err), c.word) {
				t.Errorf("got %v, error %q; want %q", n, told(err), c.word)
			}
		})
	}
}

func FuzzParseDocument(f *testing.F) {
	f.Add([]byte("a: {b: [1, 'two']}\n"))
	f.Add([]byte(`{"a": {"b": [1, null]}}`))
	f.Add([]byte("a:\n  - b: |\n      x\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if n, err := parseDocument(data); err == nil {
			flat(n)
		}
	})
}

func TestParseTime(t *testing.T) {
	zone := time.FixedZone("here", 2*3600)
	now := time.Date(2026, 11, 20, 10, 30, 0, 0, zone) // a Friday
	for text, want := range map[string]string{
		"2026-11-24":                "2026-11-24T08:00:00+02:00",
		"2026-11-24T14:00":          "2026-11-24T14:00:00+02:00",
		"2026-11-24 14:00":          "2026-11-24T14:00:00+02:00",
		"2026-11-24T14:00:00+01:00": "2026-11-24T14:00:00+01:00",
		"14:00":                     "2026-11-20T14:00:00+02:00",
		"+3d":                       "2026-11-23T08:00:00+02:00",
		"+2h":                       "2026-11-20T12:30:00+02:00",
		"monday":                    "2026-11-23T08:00:00+02:00",
	} {
		got, ok := parseTime(text, now)
		if !ok || got.Format(time.RFC3339) != want {
			t.Errorf("%s: %s, %v; want %s", text, got.Format(time.RFC3339), ok, want)
		}
	}
	for _, text := range []string{"", "soon", "+xh", "+-2h", "2026-13-01", "25:00"} {
		if got, ok := parseTime(text, now); ok {
			t.Errorf("%q is taken for %s", text, got)
		}
	}
}

func TestEscapeUnseen(t *testing.T) {
	got := string(flows.EscapeUnseen([]byte("a\u0085b\u202ec\u200bd\U000e0041e\u007fKöln 🚢")))
	want := "a\\u0085b\\u202ec\\u200bd\\udb40\\udc41e\\u007fKöln 🚢"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// What comes from outside stays on its line and moves no cursor, whoever let it
// in.
func TestSheetIsSafe(t *testing.T) {
	var s sheet
	s.row("a\x1b[2Jb", "c\nd", "e")
	s.row("long word", "f\u202eg", "h")
	s.line("%s", "i\x1b]0;title\x07j\r\nk")
	for _, r := range s.String() {
		if r != '\n' && !unicode.IsPrint(r) {
			t.Errorf("%q comes through in %q", r, s.String())
		}
	}
	if lines := strings.Count(s.String(), "\n"); lines != 3 {
		t.Errorf("%d lines in %q, want 3", lines, s.String())
	}
}
