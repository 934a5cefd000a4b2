package flows

import (
	"slices"
	"testing"
)

// shops is a list that the items of these tests go through.
const shops = head + `      - list: shops
        label: x
        columns:
          - {field: shop, label: x, type: text}
          - {field: mode, label: x, type: choice, options: [api, file]}
          - {field: mail, label: x, type: email}
          - {task: told, label: x}
      - {list: others, label: x, columns: [{field: other, label: x, type: text}]}
      - {field: name, label: x, type: text}
`

func TestEach(t *testing.T) {
	for _, c := range []struct {
		item  string
		row   bool
		reads []Ref
	}{
		{`{copy: "{{ name }}-{{ .shop }}", each: shops, label: "Id of {{ .shop }}"}`, false, []Ref{{RefList, "shops"}, {RefColumn, "shop"}, {RefField, "name"}}},
		{`{copy: , of: .shop, each: shops, label: x}`, false, []Ref{{RefList, "shops"}, {RefColumn, "shop"}}},
		{`{copy: x, each: shops, label: x, when: mode == "api"}`, true, []Ref{{RefColumn, "mode"}, {RefList, "shops"}}},
		{`{copy: x, each: shops, label: x, when: mode == "api" && given(name)}`, true, []Ref{{RefColumn, "mode"}, {RefField, "name"}, {RefList, "shops"}}},
		{`{task: t, each: shops, label: "Tell {{ .shop }}", when: mode == "api"}`, true, []Ref{{RefList, "shops"}, {RefColumn, "shop"}, {RefColumn, "mode"}}},
		{`{copy: x, each: shops, label: x, when: given(name)}`, false, []Ref{{RefField, "name"}, {RefList, "shops"}}},
	} {
		doc := shops + "      - " + c.item
		p := loads(t, files("p.yaml", doc))
		it := &p.Steps[0].Items[3]
		got := it.Reads()
		for _, r := range c.reads {
			if !slices.Contains(got, r) {
				t.Errorf("%s does not read %v", c.item, r)
			}
		}
		if len(got) != len(c.reads) || it.Each != "shops" || it.EachRow() != c.row {
			t.Errorf("%s reads %v, each %q, by row %t", c.item, got, it.Each, it.EachRow())
		}
		if q, err := Decode(p.Bytes()); err != nil || FormatOf(p.Bytes()) != 5 || q.Digest != p.Digest {
			t.Errorf("%s is not stored: %v", c.item, err)
		}
		if faults := Lint(files("p.yaml", doc), "p", specs); len(faults) > 0 {
			t.Errorf("%s: %v", c.item, faults)
		}
	}
}

func TestEachFaults(t *testing.T) {
	for _, c := range []struct{ item, words string }{
		{`{copy: x, each: ◆shop, label: x}`, "shop"},
		{`{copy: x, each: ◆shosp, label: x}`, "did you mean shops?"},
		{"{copy: x, each: ◆later, label: x}\n      - {list: later, label: x, columns: [{field: l, label: x, type: text}]}", "later comes later"},
		{`{copy: ◆"{{ .other }}", each: shops, label: x}`, "other"},
		{`{copy: ◆"{{ .shpo }}", each: shops, label: x}`, "did you mean shop?"},
		{`{copy: ◆"{{ .told }}", each: shops, label: x}`, "told is ticked"},
		{`{copy: ◆"{{ .shop }}", label: x}`, "only in an item with each: LIST"},
		{`{copy: x, label: ◆"{{ .shop }}"}`, "only in an item with each: LIST"},
		{`{copy: x, each: shops, label: x, when: ◆other == "x"}`, "other"},
		{`{copy: x, label: x, when: ◆mode == "api"}`, "mode is a column"},
		{`{field: key, label: x, type: secret}
      - {copy: , of: ◆key, each: shops, label: x}`, "secret"},
		{`{draft: d, template: ask, each: shops, to: ◆.shop}`, "shops.shop is not an e-mail address"},
		{`{draft: d, template: ask, to: ◆.shop}`, ".shop"},
		{`{draft: d, template: ask, each: shops, to: ◆shops.mail}`, "shops.mail is not an e-mail address"},
		{`{check: c, run: test.all, each: shops, with: {names: ◆.shpo}}`, "shops.shpo"},
		{`{check: c, run: test.all, with: {names: ◆.shop}}`, ".shop"},
		{`{gate: g, each: ◆shops, label: x, word: x, warning: x}`, "this is a gate."},
		{`{text: x, each: ◆shops}`, "The key each is only for copy, task, draft and check; this is a text."},
		{`{list: l, label: x, columns: [{task: told2, label: x, each: ◆shops}]}`, "A column is there in every row already"},
	} {
		f := files("p.yaml", shops+"      - "+c.item)
		place := marked(f)
		expect(t, c.item, Lint(f, "p", specs), place, c.words)
	}
}
