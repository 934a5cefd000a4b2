package flows

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// inputs are fields that the values of these tests read.
const inputs = head + `      - {field: start, label: x, type: date}
      - {field: name, label: x, type: text}
      - {field: size, label: x, type: number}
      - {field: key, label: x, type: secret}
      - {list: l, label: x, columns: [{field: price, label: x, type: number}]}
`

func TestValues(t *testing.T) {
	for _, c := range []struct {
		item   string
		source string
		is     Type
		reads  []Ref
	}{
		{`{value: due = start + days(14), label: x}`, `start + days(14)`, TypeDate, []Ref{{RefField, "start"}}},
		{`{value: due, is: start + days(14), label: x}`, `start + days(14)`, TypeDate, []Ref{{RefField, "start"}}},
		{`{value: left=start-today(), label: x}`, `start-today()`, TypeNumber, []Ref{{RefField, "start"}, {RefContext, Today}}},
		{`{value: all, is: "sum(l, .price) * size", label: x}`, `sum(l, .price) * size`, TypeNumber, []Ref{{RefList, "l"}, {RefColumn, "price"}, {RefField, "size"}}},
		{`{value: 'host = "https://" + name', type: url, label: x}`, `"https://" + name`, TypeURL, []Ref{{RefField, "name"}}},
		{`{value: 'flat = name == "a" ? "=" : name', label: x}`, `name == "a" ? "=" : name`, TypeText, []Ref{{RefField, "name"}}},
	} {
		p := loads(t, files("p.yaml", inputs+"      - "+c.item))
		it := &p.Steps[0].Items[len(p.Steps[0].Items)-1]
		if it.Kind != KindValue || it.Value.Is.Source != c.source || it.Holds().Type != c.is {
			t.Errorf("%s: %s, %q, %s", c.item, it.Kind, it.Value.Is.Source, it.Holds().Type)
		}
		got := it.Reads()
		if len(got) != len(c.reads) {
			t.Errorf("%s reads %v, want %v", c.item, got, c.reads)
		}
		for i := range got {
			if got[i] != c.reads[i] {
				t.Errorf("%s reads %v, want %v", c.item, got, c.reads)
			}
		}
		if q, err := Decode(p.Bytes()); err != nil || FormatOf(p.Bytes()) != 5 || !bytes.Equal(q.Bytes(), p.Bytes()) {
			t.Errorf("%s is not stored: format %d, %v", c.item, FormatOf(p.Bytes()), err)
		}
		if faults := Lint(files("p.yaml", inputs+"      - "+c.item), "p", specs); len(faults) > 0 {
			t.Errorf("%s: %v", c.item, faults)
		}
	}
}

// Whatever reads an answer reads a value, and only behind it.
func TestValuesAreRead(t *testing.T) {
	const value = `      - {value: 'host = "https://" + name', type: url, label: x}
      - {value: due = start + days(2), label: x}
      - {value: mail = name, type: email, label: x}
`
	for _, item := range []string{
		`{text: "See {{ host }}."}`, `{copy: "{{ host }}/api", label: x}`, `{copy: , of: host, label: x}`, `{text: x, when: host startsWith "https://a"}`,
		`{text: x, when: given(due) && due > today()}`, `{value: more = due + days(1), label: x}`, `{wait: w, for: a, reason: b, until: {of: due, plus: 1d}}`,
		`{draft: d, template: nobody, to: mail}`, `{check: c, run: mail.equal, with: {must: mail}}`,
		`{field: f, label: x, type: text, rules: [{require: f != host, text: x}]}`,
		`{gate: g, label: x, word: go, warning: x, requires: [{when: due > start, text: x}]}`,
	} {
		loads(t, files("p.yaml", inputs+value+"      - "+item))
		f := files("p.yaml", inputs+"      - "+item+"\n"+value)
		if _, err := Open(f, Specs{}).Procedure("p"); err == nil {
			t.Errorf("%s reads a value that comes later", item)
		}
	}
	p := loads(t, files("p.yaml", inputs+value+`      - {text: "{{ host }}"}`))
	if places := p.Readers(Ref{RefField, "name"}); len(places) != 2 || places[0].Use != UseValue {
		t.Errorf("what reads name: %v", places)
	}
	if _, it, err := p.Find(Address{Item: "host"}); err != nil || it.Kind != KindValue {
		t.Errorf("a value is not found by its id: %v", err)
	}
}

func TestValueFaults(t *testing.T) {
	for _, c := range []struct{ items, words string }{
		{`      - ◆{value: a, label: x}`, "a needs an expression: a = EXPRESSION, or the key is."},
		{`      - {value: a = 1, is: ◆"2", label: x}`, "leave out the key is"},
		{`      - {value: "a = size + ◆nmae", label: x}`, "did you mean name?"},
		{`      - {value: a, is: "size + ◆nmae", label: x}`, "did you mean name?"},
		{`      - {value: "a = ◆key", label: x}`, "key is a secret"},
		{`      - {value: "a = ◆a + 1", label: x}`, "a comes later"},
		{"      - {value: \"a = ◆b + 1\", label: x}\n      - {value: \"b = size\", label: x}", "b comes later"},
		{`      - {value: "a = ◆price", label: x}`, "price is a column"},
		{`      - {value: "a = ◆l", label: x}`, "l is a list"},
		{`      - {value: "a = size +◆ ", label: x}`, "incomplete"},
		{`      - {value: "a = size ◆> 1", label: x}`, "a condition cannot be a value"},
		{`      - {value: a = size, type: ◆url, label: x}`, "The expression gives a number, which cannot be of the type url."},
		{`      - {value: a = name, type: ◆date, label: x}`, "The expression gives a text, which cannot be of the type date."},
		{`      - {value: a = name, type: ◆secret, label: x}`, "secret"},
		{`      - {value: ◆name = size, label: x}`, "name"},
		{`      - {value: ◆A = size, label: x}`, "A"},
		{"      - {value: a = name, label: x}\n      - {wait: w, for: a, reason: b, until: {of: ◆a, plus: 1d}}", "a"},
		{"      - {value: a = name, label: x}\n      - {draft: d, template: nobody, to: ◆a}", "a"},
		{`      - {value: a = size, label: x, ◆required: true}`, "required"},
		{`      - {value: a = size, label: x, rules: [◆digits]}`, "digits"},
	} {
		f := files("p.yaml", inputs+c.items)
		place := marked(f)
		expect(t, c.items, Lint(f, "p", specs), place, c.words)
	}
}

// A value with another expression, and a copy for the rows of another list, are
// changes of a version; the same ones are none.
func TestComparedValues(t *testing.T) {
	const item = `      - {value: due = start + days(14), label: x}
      - {copy: x, id: c, each: l, label: x}
`
	old := loads(t, files("p.yaml", inputs+item))
	for doc, want := range map[string][]string{
		inputs + item: nil,
		inputs + strings.Replace(item, "14", "15", 1):      {"due"},
		inputs + strings.Replace(item, "each: l, ", "", 1): {"c"},
	} {
		c := Compare(old, loads(t, files("p.yaml", doc)))
		var differ []string
		for _, p := range c.Steps[0].Items {
			if len(p.Aspects) > 0 {
				differ = append(differ, p.NewAt.Item)
			}
		}
		if !slices.Equal(differ, want) {
			t.Errorf("%v differ, want %v", differ, want)
		}
	}
}
