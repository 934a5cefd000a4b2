package flows

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// slips are documents as a person writes them by hand for the first time: ◆
// stands where the fault is, code is its own, and says is in its sentence.
var slips = []struct{ doc, code, says string }{
	// indents
	{head + "◆\t- text: x\n", "lint.yaml_tab", "use spaces"},
	{head + "      - text: x\n◆\t    help: true\n", "lint.yaml_tab", "two for each level"},
	{head + "      - text: x\n       ◆\u00a0help: true\n", "lint.yaml_tab", "not a plain space"},
	{head + "      - text: |\n◆\t\tone\n", "lint.yaml_tab", "use spaces"},
	{head + "      - text: x\n       ◆help: true\n", "lint.yaml_indent", "start it in column 9, like line 9"},
	{head + "      - text: x\n         ◆help: true\n", "lint.yaml_indent", "start it in column 9"},
	{head + "      - text: x\n      ◆help: true\n", "lint.yaml_indent", "start it in column 9"},
	{head + "      - text: x\n       ◆- text: y\n", "lint.yaml_indent", "start it in column 7"},
	{head + "      - text: x\n     ◆- text: y\n", "lint.yaml_indent", "start it in column 7"},
	{head + "      - text: x\n   ◆say: Hello\n", "lint.yaml_indent", "start it in column 5, like line 6"},
	{head + "      - text: |\n          one\n         ◆two\n", "lint.yaml_left", "start it in column 11"},
	{head + "      - text: ◆|\n      - text: x\n", "lint.yaml_below", "start its lines in column 11"},
	{head + "      - text: x\n    ◆- text: y\n", "lint.yaml_dash_key", "among keys"},

	// dashes and colons
	{head + "      ◆-text: x\n        help: true\n", "lint.yaml_dash", "write - text: x"},
	{head + "      - field: f\n        ◆type text\n", "lint.yaml_no_key", "write type: text"},
	{head + "      - field: f\n        ◆type = text\n", "lint.yaml_no_key", "write type: text"},
	{head + "      - field: f\n        type◆:text\n", "lint.yaml_colon", "write type: text"},
	{head + "      - field◆:f\n        type: text\n", "lint.yaml_colon", "write field: f"},
	{head + "      - field: f\n        type◆:\u00a0text\n", "lint.yaml_colon", "write type: text"},
	{"procedure: p\nsteps◆\n  - id: one\n", "lint.yaml_colon", "write steps:"},
	{"◆procedure p\nversion: 1\n", "lint.yaml_no_key", "write procedure: p"},
	{head + "      - text: This is a text\n        ◆that goes on\n", "lint.yaml_goes_on", "in quotes"},
	{head + "      - text: This is a text\n      ◆that goes on\n", "lint.yaml_stray", "in quotes"},
	{head + "      - ◆? text\n", "lint.yaml_key", "KEY: VALUE"},
	{head + "      - text: x\n        ◆: y\n", "lint.yaml_key", "KEY: VALUE"},
	{head + "      - text: x\n◆<<<<<<< mine\n", "lint.yaml_merged", "choose one"},
	{head + "      - text: x\n◆=======\n", "lint.yaml_merged", "choose one"},

	// texts that need quotes
	{head + "      - text: ◆Note: this\n", "lint.yaml_colon_text", `"Note: this"`},
	{head + "      - text: ◆Say \"yes\": it's fine\n", "lint.yaml_colon_text", `'Say "yes": it''s fine'`},
	{head + "      - {text: ◆a: b}\n", "lint.yaml_colon_text", `"a: b"`},
	{head + "      - text: ◆{{ sender }} is good\n", "lint.yaml_begins", `"{{ sender }} is good"`},
	{head + "      - {text: ◆{{ sender }}, help: true}\n", "lint.yaml_begins", `"{{ sender }}"`},
	{head + "      - {text: ◆for {{ sender }}, help: true}\n", "lint.yaml_signs", `"for {{ sender }}"`},
	{head + "      - text: ◆[[A > B]] here\n", "lint.yaml_begins", `"[[A > B]] here"`},
	{head + "      - text: ◆[Optional] this\n", "lint.yaml_begins", `"[Optional] this"`},
	{head + "      - text: ◆[[A > B]]\n", "lint.not_text", "put it in quotes"},
	{head + "      - {text: ◆Press [Save] now}\n", "lint.yaml_signs", `"Press [Save] now"`},
	{head + "      - {text: ◆Yes, please}\n", "lint.yaml_comma_text", `"Yes, please"`},
	{head + "      - text: ◆*bold* text\n", "lint.yaml_alias", `"*bold* text"`},
	{head + "      - text: ◆&amp; text\n", "lint.yaml_anchor", `"&amp; text"`},
	{head + "      - text: ◆!text\n", "lint.yaml_tag", `"!text"`},
	{head + "      - {text: x, when: ◆!done(\"one.t\")}\n", "lint.yaml_tag", `'!done("one.t")'`},
	{head + "      - text: ◆> 5 pieces\n", "lint.yaml_begins", `"> 5 pieces"`},
	{head + "      - text: ◆| pieces\n", "lint.yaml_begins", `"| pieces"`},
	{head + "      - text: ◆- pieces\n", "lint.yaml_begins", `"- pieces"`},
	{head + "      - text: ◆? pieces\n", "lint.yaml_begins", `"? pieces"`},
	{head + "      - text: ◆% of it\n", "lint.yaml_begins", `"% of it"`},
	{head + "      - text: ◆@home\n", "lint.yaml_begins", `"@home"`},
	{head + "      - text: ◆`code`\n", "lint.yaml_begins", "\"`code`\""},
	{head + "      - text: ◆, and\n", "lint.yaml_begins", `", and"`},
	{head + "      - text: ◆#1\n", "lint.yaml_comment", `"#1"`},

	// quotes and brackets
	{head + "      - text: ◆\"Hello\n        help: true\n", "lint.no_end", `write "`},
	{head + "      - text: ◆'Hello\n", "lint.no_end", "write '"},
	{head + "      - text: ◆'it's fine'\n", "lint.yaml_quotes", `"it's fine"`},
	{head + "      - text: ◆\"Yes\" or \"no\"\n", "lint.yaml_quotes", `'"Yes" or "no"'`},
	{head + "      - text: ◆\"a \"b\" c\"\n", "lint.yaml_quotes", `'a "b" c'`},
	{head + "      - text: ◆\"x\"y\n", "lint.yaml_quotes", `'"x"y'`},
	{head + "      - text: \"C:◆\\Users\"\n", "lint.yaml_escape", `\\`},
	{head + "      - {field: f, type: text, rules: [{rule: pattern, match: \"^◆\\d+\"}]}\n", "lint.yaml_escape", "single quotes"},
	{head + "      - field: f\n        type: choice\n        options: ◆[a, b\n        required: true\n", "lint.no_end", "write ]"},
	{head + "      - field: f\n        type: choice\n        options: ◆{a: A, b: B\n", "lint.no_end", "write }"},
	{head + "      - field: f\n        type: choice\n        options: {a: A, b: B◆]\n", "lint.yaml_close", "closed with }"},
	{head + "      - {text: x}◆}\n", "lint.no_begin", "remove it"},
	{head + "      - {text: \"a\" ◆help: true}\n", "lint.yaml_comma", "A comma is missing"},
	{head + "      - {text: a, ◆, help: true}\n", "lint.yaml_comma_alone", "remove it"},
	{head + "      - {◆text a}\n", "lint.yaml_no_key", "write text: a"},
	{head + "      - {◆text:a}\n", "lint.yaml_colon", "write text: a"},
	{"{procedure: p}\n◆version: 1\n", "lint.yaml_behind", "nothing can follow"},

	// conditions
	{head + "      - {text: x, when: one ◆= \"x\"}\n", "lint.cond_write", "Write == instead of =."},
	{head + "      - {text: x, when: one ◆=> 3}\n", "lint.cond_write", "Write >= instead of =>."},
	{head + "      - {text: x, when: one == 3 ◆& one == 4}\n", "lint.cond_write", "Write && instead of &."},
	{head + "      - {text: x, when: one == 3 ◆AND one == 4}\n", "lint.cond_write", "Write && instead of AND."},
	{head + "      - {text: x, when: one ◆is 3}\n", "lint.cond_write", "Write == instead of is."},
	{head + "      - {text: x, when: one == ◆“x”}\n", "lint.cond_write", `Write " instead of “.`},
	{head + "      - {text: x, when: ◆(one == 3}\n", "lint.no_end", "write )"},
	{head + "      - {text: x, when: one == 3◆)}\n", "lint.no_begin", "remove it"},
	{head + "      - {text: x, when: one == ◆\"x}\n", "lint.no_end", `write "`},
	{head + "      - {text: x, when: one ◆\"x\"}\n", "lint.cond_syntax", "An operator such as =="},
	{head + "      - {text: x, when: one ==◆ }\n", "lint.cond_incomplete", "something is missing"},
	{head + "      - {field: one, type: text}\n      - {text: x, when: one == ◆new}\n", "lint.cond_no_field", `Texts go in quotes: "new".`},

	// what is no text, and what YAML makes of a text
	{head + "      - text: ◆1.50\n", "lint.yaml_plain", `a number: put the text in quotes: "1.50"`},
	{head + "      - text: ◆True\n", "lint.yaml_plain", `"True"`},
	{head + "      - text: ◆2026-11-24\n", "lint.yaml_plain", "a date"},
	{head + "      - {field: f, type: choice, options: {◆null: A}}\n", "lint.yaml_plain", `nothing: put the text in quotes: "null"`},
	{head + "      - {field: f, type: choice, options: {◆~: A}}\n", "lint.yaml_plain", `"~"`},
	{head + "      - {field: f, type: choice, options: {◆12:30:45: A}}\n", "lint.yaml_plain", `"12:30:45"`},
	{head + "      - {field: f, type: choice, options: [◆0x1F]}\n", "lint.yaml_plain", `"0x1F"`},
	{head + "      - {field: f, type: choice, options: [a, ◆1e5]}\n", "lint.yaml_plain", `"1e5"`},
	{head + "      - {field: f, type: text, default: ◆0123}\n", "lint.yaml_plain", `"0123"`},
	{head + "      - {text: x, help: ◆True}\n", "lint.not_truth", "true or false"},
	{head + "      - text: ◆Take number #3\n", "lint.yaml_cut", `"Take number #3"`},
	{head + "      - text: ◆Take it # or leave it\n", "lint.yaml_cut", "on a line of its own"},
	{head + "      - text: ◆Ticket #3\n", "lint.yaml_cut", `"Ticket #3"`},
	{head + "      - {text: ◆Take it # no\n        }\n", "lint.yaml_cut", "on a line of its own"},
	{head + "      - text: ◆This is\n          folded\n", "lint.yaml_folded", "write |"},
	{head + "      - {text: ◆This is\n          folded}\n", "lint.yaml_folded", "on one line"},
	{head + "      - text: ◆x  \n", "lint.yaml_trailing", "delete them"},
	{head + "      - text: ◆|+\n          x\n\n", "lint.yaml_keep", "without +"},
	{head + "      - text: x\n        ◆\"text\": y\n", "lint.yaml_key_twice", "in line 9"},
}

// TestSlips: each slip is told once, where it is, with what is to be typed; and
// no other fault comes of it.
func TestSlips(t *testing.T) {
	for _, c := range slips {
		f := files("p.yaml", c.doc)
		place := marked(f)
		var others []string
		found := false
		for _, fault := range Lint(f, "p", Specs{}) {
			is := fault.Message.Code == c.code
			if is && strings.HasPrefix(fault.String(), place) && strings.Contains(inEnglish(fault.Message), c.says) {
				found = true
				continue
			}
			if strings.HasPrefix(fault.Message.Code, "lint.yaml_") || strings.HasPrefix(fault.Message.Code, "lint.cond_syntax") {
				others = append(others, fault.String())
			}
		}
		if !found || len(others) > 0 && c.code != "lint.yaml_merged" {
			t.Errorf("%s\nwants %s%s (%s), and has\n%s\nbeside it: %v", strings.TrimPrefix(c.doc, head), place, c.code, c.says, sentences(Faults(Lint(f, "p", Specs{}))), others)
		}
	}
}

// TestNoSlips: what is written like this is meant like this.
func TestNoSlips(t *testing.T) {
	for _, item := range []string{
		`text: "Note: this"`, `text: 'it''s # fine'`, `text: word # a comment`, `text: "a text" # a comment`, `help: true # a comment`,
		"text: x\n        # a comment", "# a comment\n        text: x", "text: |\n          one: two # three\n\n          four", "text: >-\n          one\n          two",
		`text: "one` + "\n          two\"", `text: C# and a#b`, `text: a:b at 12:30`, `text: http://example.org/#a`, `text: yes`, `text: "1.50"`, `text: null and void`,
		`text: 5 pieces, 10 % [of them] {all} & more`, `text: (x) -y = z`, `text: --- x`, `text: see [x](http://a.b/c#d)`, `text: 2026-11-24 is the day`,
		`text: don't say "no"`, `text: ~/x`, `text: ...`, `text : x`, `"text": x`, "text:\n          x", `text: "12:30:45"`, "text: x\n",
	} {
		doc := head + "      - " + item + "\n"
		for _, fault := range Lint(files("p.yaml", strings.Replace(doc, "- help: true", "- text: x\n        help: true", 1)), "p", Specs{}) {
			t.Errorf("%s has the fault %v", item, fault)
		}
	}
	for _, field := range []string{
		"{field: f, label: x, type: number, default: 0.5}", "{field: f, label: x, type: date, default: 2026-11-24}", "{field: f, label: x, type: choice, options: {yes: Yes, no: No, on: On}}",
		"{field: f, label: x, type: text, rules: [{max-length: 3}]}", "{field: f, label: x, type: choice, options: [a, 'null', \"1\"]}", "{field: f, label: x, type: text, rules: [{rule: max-length, max: 3}]}",
		"{\"field\":\"f\",\"label\":\"x\",\"type\":\"text\"}",
	} {
		for _, fault := range Lint(files("p.yaml", head+"      - "+field+"\n"), "p", Specs{}) {
			t.Errorf("%s has the fault %v", field, fault)
		}
	}
}

// TestFaultyPartsShiftNone: what stands behind a part that is left out is told
// where it stands.
func TestFaultyPartsShiftNone(t *testing.T) {
	for _, item := range []string{
		"{field: f, type: text, rules: [{level: warn, code: x}, {require: ◆nobody == 1}]}",
		"{gate: g, word: x, warning: y, requires: [x, {when: ◆nobody == 1, text: y}]}",
		"{list: l, columns: [{field: f, type: text}], unique: [{a: b}, {column: f, when: ◆nobody == 1}]}",
	} {
		f := files("p.yaml", head+"      - "+item+"\n")
		place := marked(f)
		expect(t, item, Lint(f, "p", Specs{}), place, "There is no field nobody")
	}
}

// TestAllFaultsAtOnce: of every kind of fault one, and all are told.
func TestAllFaultsAtOnce(t *testing.T) {
	doc := `procedure: p
version: 1
title: One: two
sumary: x
systems: [a, b
steps:
  - id: one
    title: {{ x }}
    needs: [nowhere]
    items:
      - field: f
        typ: text
      - field: g
        type: numbr
	- text: tabbed
      - text: Count #3 of it
        when: f = "x" && g == "y"
      - text: '{{ nobody }}'
        when: nobody == "x" && none == "y"
      - text: x
        tell true
      - {check: c, run: nothing}
      - task: T
  - id: two
   title: Two
    items:
      - text: 0123
`
	var got []string
	for _, f := range Lint(files("p.yaml", doc, "p.de.yaml", "of: p\nlanguage: de\ntexts: {a: b: c}\n"), "p", Specs{}) {
		got = append(got, fmt.Sprintf("%s:%d:%d %s", f.File, f.Line, f.Column, strings.TrimPrefix(f.Message.Code, "lint.")))
	}
	want := []string{
		"p.de.yaml:3:12 yaml_colon_text",
		"p.yaml:1:1 no_summary", "p.yaml:3:8 yaml_colon_text", "p.yaml:4:1 no_key", "p.yaml:5:10 no_end", "p.yaml:8:12 yaml_begins", "p.yaml:9:13 no_step",
		"p.yaml:11:9 needs_key", "p.yaml:11:9 no_label", "p.yaml:12:9 no_key", "p.yaml:13:9 no_label", "p.yaml:14:15 not_one_of", "p.yaml:15:1 yaml_tab",
		"p.yaml:16:15 yaml_cut", "p.yaml:17:17 cond_write", "p.yaml:18:15 text_no_field", "p.yaml:19:15 cond_no_field", "p.yaml:19:32 cond_no_field",
		"p.yaml:21:9 yaml_no_key", "p.yaml:22:25 no_check", "p.yaml:23:9 no_label", "p.yaml:23:15 item_id", "p.yaml:25:4 yaml_indent", "p.yaml:27:15 yaml_plain",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
