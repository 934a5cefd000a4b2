package flows

import (
	"strings"
	"testing"
)

// known is what the conditions of these tests can name.
func known() *symbols {
	field := func(id string, t Type, options ...string) *Item {
		f := &Field{Type: t}
		for _, o := range options {
			f.Options = append(f.Options, Option{Value: o, Label: strings.ToUpper(o)})
		}
		return &Item{ID: id, Kind: KindField, Field: f}
	}
	items := []*Item{
		field("page", TypeChoice, "button", "client"), field("name", TypeText), field("title2", TypeText), field("size", TypeNumber),
		field("mails", TypeEmails), field("parts", TypeChoices, "stock", "price"), field("day", TypeDate), field("token", TypeSecret),
	}
	mode, email := field("mode", TypeChoice, "on", "off"), field("email", TypeEmail)
	added := &Item{ID: "added", Kind: KindTask, Task: &Task{}}
	rows := &Item{ID: "rows", Kind: KindList, List: &List{Columns: []Item{*mode, *email, *added}}}
	other := &Item{ID: "others", Kind: KindList, List: &List{}}
	k := &symbols{
		items:  map[string]*Item{},
		listOf: map[string]string{"mode": "rows", "email": "rows", "added": "rows"},
		refs:   map[string]Kind{"one.check": KindCheck, "one.wait": KindWait, "one.task": KindTask, "one.gate": KindGate},
	}
	for _, it := range append(items, mode, email, added, rows, other) {
		k.items[it.ID] = it
	}
	return k
}

// world is a Scope of maps.
type world struct {
	fields  map[string]Value
	rows    []map[string]Value
	noRows  bool // the list is hidden, or has too few
	check   string
	outcome string
	done    map[string]bool
	hidden  bool // its fields are
}

func (w world) Field(id string) (Value, bool) { v, ok := w.fields[id]; return v, ok }

func (w world) Rows(_ string, yield func(Scope) bool) bool {
	for _, row := range w.rows {
		if !yield(world{fields: row}) {
			break
		}
	}
	return !w.noRows
}

func (w world) Check(string) (string, bool)   { return w.check, w.check != "" }
func (w world) Outcome(string) (string, bool) { return w.outcome, w.outcome != "" }
func (w world) Done(ref string) (bool, bool)  { done, ok := w.done[ref]; return done, ok }
func (w world) Given(id string) (bool, bool) {
	_, given := w.fields[id]
	return given, !w.hidden
}

func (w world) Context(name string) (string, bool) {
	text, ok := map[string]string{Today: "2026-11-30", CustomerName: "Nordkai"}[name]
	return text, ok && !w.hidden
}

func mustCompile(t testing.TB, source, row string) *Cond {
	t.Helper()
	c, _, bad := compile(source, known(), row)
	if bad != nil {
		t.Fatalf("compile %s: %d: %s", source, bad.at, bad.what)
	}
	return c
}

func TestKleene(t *testing.T) {
	truths := []Truth{False, Undecided, True}
	values := map[Truth]func(w *world, id string){
		True:      func(w *world, id string) { w.fields[id] = "x" },
		False:     func(w *world, id string) { w.fields[id] = "y" },
		Undecided: func(*world, string) {},
	}
	and, or := mustCompile(t, `name == "x" && title2 == "x"`, ""), mustCompile(t, `name == "x" or title2 == "x"`, "")
	not := mustCompile(t, `not (name == "x")`, "")
	for i, a := range truths {
		for j, b := range truths {
			w := world{fields: map[string]Value{}}
			values[a](&w, "name")
			values[b](&w, "title2")
			if got, want := and.Eval(w), truths[min(i, j)]; got != want {
				t.Errorf("%d and %d is %d, want %d", a, b, got, want)
			}
			if got, want := or.Eval(w), truths[max(i, j)]; got != want {
				t.Errorf("%d or %d is %d, want %d", a, b, got, want)
			}
			if got, want := not.Eval(w), truths[2-i]; got != want {
				t.Errorf("not %d is %d, want %d", a, got, want)
			}
		}
	}
}

func TestEval(t *testing.T) {
	row := func(mode any) map[string]Value {
		if mode == nil {
			return map[string]Value{}
		}
		return map[string]Value{"mode": mode}
	}
	rows := func(modes ...any) world {
		w := world{}
		for _, m := range modes {
			w.rows = append(w.rows, row(m))
		}
		return w
	}
	few := func(w world) world { w.noRows = true; return w }
	with := func(id string, v Value) world { return world{fields: map[string]Value{id: v}} }
	for _, c := range []struct {
		source string
		scope  world
		want   Truth
	}{
		{`page == "button"`, with("page", "button"), True},
		{`page != "button"`, with("page", "button"), False},
		{`page != "button"`, world{}, Undecided},
		{`page in ["button", "client"]`, with("page", "client"), True},
		{`page not in ["button"]`, with("page", "client"), True},
		{`"stock" in parts`, with("parts", []string{"price", "stock"}), True},
		{`"stock" in parts`, with("parts", []string{"price"}), False},
		{`"stock" in parts`, world{}, Undecided},
		{`name contains "ab"`, with("name", "xaby"), True},
		{`name startsWith "ab"`, with("name", "xaby"), False},
		{`name endsWith "by"`, with("name", "xaby"), True},
		{`name == "x"`, with("name", 12.0), Undecided}, // a wrong type is no answer
		{`size > 3`, with("size", 4.0), True},
		{`size >= 3`, with("size", 3.0), True},
		{`size > 3`, with("size", 3.0), False},
		{`size < -1`, with("size", -2.0), True},
		{`size <= 3`, world{}, Undecided},
		{`size == 3`, with("size", 3.0), True},
		{`size != 3`, with("size", 3.0), False},
		{`size in [1, 2]`, with("size", 2.0), True},
		{`size in [1, 2]`, with("size", 3.0), False},
		{`1 < size < 3`, with("size", 2.0), True},
		{`len(mails) > 1`, with("mails", []string{"a", "b"}), True},
		{`len(mails) >= 0`, world{}, True},
		{`len(mails) > 1`, world{}, Undecided},
		{`day < "2026-12-01"`, with("day", "2026-11-24"), True},
		{`done("one.task")`, world{done: map[string]bool{"one.task": true}}, True},
		{`not done("one.task")`, world{done: map[string]bool{"one.task": true}}, False},
		{`done("one.task") == false`, world{done: map[string]bool{"one.task": false}}, True},
		{`done("one.task") == false`, world{}, Undecided},
		{`done("one.gate")`, world{done: map[string]bool{"one.gate": true}}, True},
		{`done("one.gate")`, world{}, Undecided},
		{`any(rows, given(.email))`, world{rows: []map[string]Value{{"mode": "on"}, {"email": "it@example.org"}}}, True},
		{`any(rows, given(.email))`, world{rows: []map[string]Value{{"mode": "on"}}}, False},
		{`none(rows, given(.email))`, world{rows: []map[string]Value{{"mode": "on"}}}, True},
		{`any(rows, given(.email))`, world{noRows: true}, Undecided},
		{`check("one.check") == "failed"`, world{check: "failed"}, True},
		{`check("one.check") == "failed"`, world{}, Undecided},
		{`outcome("one.wait") == "answered"`, world{outcome: "answered"}, True},
		{`given(name)`, with("name", "x"), True},
		{`given(name)`, world{}, False},
		{`!given(token)`, world{}, True},
		{`given(name)`, world{hidden: true}, Undecided},
		{`page != "button" || given(name)`, with("page", "button"), False},
		{`any(rows, .mode == "on")`, rows("off", nil, "on"), True},
		{`any(rows, .mode == "on")`, rows("off", nil), Undecided},
		{`any(rows, .mode == "on")`, rows("off", "off"), False},
		{`any(rows, .mode == "on")`, rows(), False},
		{`any(rows, .mode == "on")`, few(rows("off")), Undecided},
		{`any(rows, .mode == "on")`, few(rows("on")), True},
		{`none(rows, .mode == "on")`, rows("off", "on"), False},
		{`none(rows, .mode == "on")`, rows("off", nil), Undecided},
		{`none(rows, .mode == "on")`, rows("off"), True},
		{`all(rows, .mode == "on")`, rows("on", nil, "off"), False},
		{`all(rows, .mode == "on")`, rows("on", nil), Undecided},
		{`all(rows, .mode == "on")`, rows("on"), True},
		{`all(rows, .mode == "on")`, few(rows("on")), Undecided},
		{`count(rows, .mode == "on") >= 2`, rows("on", "on", nil), True},
		{`count(rows, .mode == "on") >= 3`, rows("on", "on", nil), Undecided},
		{`count(rows, .mode == "on") > 3`, rows("on", "on", nil), False},
		{`count(rows, .mode == "on") == 2`, rows("on", "on", "off"), True},
		{`count(rows, .mode == "on") == 0`, rows("on", nil), False},
		{`len(rows) == 2`, rows("on", nil), True},
		{`len(rows) < 5`, few(rows("on")), Undecided},
		{`any(rows, .added)`, world{rows: []map[string]Value{{"added": true}}}, True},
		{`any(rows, .added && .mode == "on")`, world{rows: []map[string]Value{{"added": false, "mode": "on"}}}, False},
	} {
		if got := mustCompile(t, c.source, "").Eval(c.scope); got != c.want {
			t.Errorf("%s in %+v is %d, want %d", c.source, c.scope, got, c.want)
		}
	}
	if got := (*Cond)(nil).Eval(world{}); got != True {
		t.Errorf("no condition is %d, want True", got)
	}
}

func TestReads(t *testing.T) {
	for source, want := range map[string][]Ref{
		`size > 1 && name == "x" || size < 9`: {{RefField, "size"}, {RefField, "name"}},
		`any(rows, .mode == "on" && .added)`:  {{RefList, "rows"}, {RefColumn, "mode"}, {RefColumn, "added"}},
		`len(rows) > 0`:                       {{RefList, "rows"}},
		`given(token) && size > 1`:            {{RefField, "token"}, {RefField, "size"}},
		`check("one.check") != "passed" || done("one.task") || outcome("one.wait") == "answered"`: {
			{RefCheck, "one.check"}, {RefTask, "one.task"}, {RefOutcome, "one.wait"},
		},
	} {
		got := mustCompile(t, source, "").Reads()
		if len(got) != len(want) {
			t.Errorf("%s reads %v, want %v", source, got, want)
			continue
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s reads %v, want %v", source, got, want)
			}
		}
	}
	for _, source := range []string{`mode == "on" && added`, `given(mode) && added`} {
		if got := mustCompile(t, source, "rows").Reads(); len(got) != 2 || got[0] != (Ref{RefColumn, "mode"}) {
			t.Errorf("columns of the same row are read as %v", got)
		}
	}
}

// What is no condition: ◆ stands before the place that the fault names.
func TestMisfits(t *testing.T) {
	for _, c := range []struct{ source, what string }{
		{`◆pgae == "button"`, "did you mean page?"},
		{`page == ◆"buton"`, `"buton" is not an option of page: the options are button and client`},
		{`◆"buton" != page`, `"buton" is not an option of page: the options are button and client`},
		{`page in ["button", ◆"x"]`, `"x" is not an option of page: the options are button and client`},
		{`◆"x" in parts`, `"x" is not an option of parts: the options are stock and price`},
		{`page ◆== 3`, "page cannot be compared with a number by ==."},
		{`◆page`, "As a condition, page has to be compared"},
		{`page == "button" && ◆name`, "As a condition, name has to be compared"},
		{`◆not page == "button"`, "not has to be followed by a condition: put what it negates in parentheses"},
		{`◆token == "x"`, "token is a secret"},
		{`◆mode == "on"`, "mode is a column of rows"},
		{`any(rows, ◆mode == "on")`, "mode is a column: within a row, write .mode"},
		{`any(rows, .◆size > 1)`, "rows has no column size"},
		{`any(◆page, .mode == "on")`, "There is no list page"},
		{`any(rows, ◆any(rows, .mode == "on"))`, "cannot stand inside another"},
		{`any(rows, .◆email)`, "As a condition, email has to be compared"},
		{`◆rows == "x"`, "rows is a list"},
		{`size ◆% 1 > 2`, "The operator % is not part"},
		{`name ◆matches "a+"`, "The operator matches is not part"},
		{`name ◆< "x"`, "Only numbers and dates can be put in order."},
		{`◆map(rows, .mode) == 1`, "not part of the language"},
		{`◆filter(rows, .mode == "on") == 1`, "not part of the language"},
		{`◆now() == "x"`, "not part of the language"},
		{`page ◆== "button" ? true : false`, "not part of the language"},
		{`let ◆x = 1; x == 1`, "not part of the language"},
		{`name == ◆nil`, "undecided anyway"},
		{`check(◆"one.chek") == "failed"`, "did you mean one.check?"},
		{`◆check(name) == "failed"`, `The function check needs one name, as in check("step.check").`},
		{`check("one.check") == ◆"fialed"`, `"fialed" is not an option of check("one.check"): the options are passed, warned, failed and unknown`},
		{`outcome("one.wait") == ◆"yes"`, `"yes" is not an option of outcome("one.wait")`},
		{`done(◆"one.check")`, "There is no task one.check"},
		{`◆given("name")`, "The function given needs the id of a field"},
		{`given(◆nmae)`, "did you mean name?"},
		{`given(◆rows)`, "The function given needs a field, and rows is not one here: there are day, mails, name, page, parts, size, title2, token"},
		{`given(◆mode)`, "The function given needs a field, and mode is not one here: there are day, mails, name, page, parts, size, title2, token"},
		{`any(rows, given(◆mode))`, "The function given needs a field, and mode is not one here: there are day, mails, name, page, parts, size, title2, token"},
		{`any(rows, given(.◆added))`, "The function given needs the id of a field"},
		{`any(rows, given(.◆emial))`, "did you mean email?"},
		{`page ==◆ `, "The condition is incomplete: something is missing here"},
		{`name in ◆[]`, "Nothing can be in an empty list."},
		{`name.◆length > 1`, "can only be read as .column"},
		{`name == ◆["x"]`, "not part of the language"},
		{`"a" == 'b' and ◆(`, "This ( is never closed: write ) after the last thing it holds"},
		{strings.Repeat("(", 5000), "longer than"},
	} {
		before, after, _ := strings.Cut(c.source, "◆")
		_, _, bad := compile(before+after, known(), "")
		if bad == nil {
			t.Errorf("%s compiles", c.source)
			continue
		}
		if !strings.Contains(inEnglish(bad.what), c.what) {
			t.Errorf("%s: %q does not say %q", c.source, inEnglish(bad.what), c.what)
		}
		if strings.Contains(c.source, "◆") && bad.at != len([]rune(before)) {
			t.Errorf("%s: the fault %q stands at %d, want %d", c.source, bad.what, bad.at, len([]rune(before)))
		}
	}
}

func TestConstant(t *testing.T) {
	for source, want := range map[string]Truth{
		`page == "button" || page == "client"`:                         True,
		`page in ["button", "client"]`:                                 True,
		`page == "button" && page == "client"`:                         False,
		`1 == 1`:                                                       True,
		`done("one.task") || not done("one.task")`:                     True,
		`page == "button" || name == "x" || page != "button"`:          True,
		`any(rows, .mode == "on" || .mode == "off") && 1 == 2`:         False,
		`len(rows) >= 0`:                                               True,
		`check("one.check") in ["passed","warned","failed","unknown"]`: True,
	} {
		if got, same := constant(mustCompile(t, source, ""), known()); !same || got != want {
			t.Errorf("%s: constant %t, %d; want %d", source, same, got, want)
		}
	}
	for _, source := range []string{
		`page == "button"`, `given(name)`, `given(page) || page == "button"`, `name == "x" || name != "x"`, `outcome("one.wait") == "answered"`,
		`any(rows, .mode == "on")`, `check("one.check") == "failed"`, `size > 1 && page == "client"`,
	} {
		if got, same := constant(mustCompile(t, source, ""), known()); same {
			t.Errorf("%s is held to be always %d", source, got)
		}
	}
}

func FuzzCompile(f *testing.F) {
	for _, s := range []string{`page == "button"`, `any(rows, .mode == "on")`, `{`, `#`, `a ?? b`, `page in [`, `..`, `"\u{110000}"`, `x|any(.y)`, `0x`, `given(mode)`} {
		f.Add(s)
	}
	k := known()
	f.Fuzz(func(t *testing.T, source string) {
		c, _, bad := compile(source, k, "rows")
		if (c == nil) == (bad == nil) {
			t.Fatal("neither a condition nor a fault, or both")
		}
		if c != nil {
			c.Eval(world{})
			c.Eval(world{fields: map[string]Value{"page": "button", "size": 3.0, "mode": "on"}, rows: []map[string]Value{{"mode": "on"}}})
		}
	})
}

func BenchmarkEval(b *testing.B) {
	var w Scope = world{
		fields: map[string]Value{"page": "button", "name": "x", "size": 3.0},
		rows:   []map[string]Value{{"mode": "off"}, {"mode": "off"}, {"mode": "on"}},
	}
	for name, source := range map[string]string{
		"choice": `page == "button"`,
		"three":  `page == "client" || name == "y" || size >= 3`,
		"any":    `any(rows, .mode == "on")`,
	} {
		c := mustCompile(b, source, "")
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if c.Eval(w) != True {
					b.Fatal("not true")
				}
			}
		})
	}
}
