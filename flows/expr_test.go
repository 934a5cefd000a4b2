package flows

import (
	"strings"
	"testing"
)

func mustExpr(t testing.TB, source string) *Expr {
	t.Helper()
	e, _, bad := compileExpr(source, known(), "")
	if bad != nil {
		t.Fatalf("compile %s: %d: %s", source, bad.at, inEnglish(bad.what))
	}
	return e
}

func TestExpr(t *testing.T) {
	w := world{
		fields: map[string]Value{"name": "Nord & Süd", "title2": " x ", "size": 0.1, "day": "2026-02-27", "page": "client", "mails": []string{"a@b.de", "c@d.de"}},
		rows:   []map[string]Value{{"mode": "on", "size": 0.1}, {"mode": "off", "size": 0.2}, {"mode": "on", "size": 0.0}},
	}
	for source, want := range map[string]Value{
		`name`:                              "Nord & Süd",
		`name + "-" + page`:                 "Nord & Süd-client",
		`"x" + size + name`:                 "x0.1Nord & Süd",
		`"x" + (size + 1)`:                  "x1.1",
		`customer + "/" + upper(page)`:      "Nordkai/CLIENT",
		`lower(name) + trim(title2)`:        "nord & südx",
		`"due " + day`:                      "due 2026-02-27",
		`"due " + (day + days(2))`:          "due 2026-03-01",
		`day + days(2)`:                     "2026-03-01",
		`day - weeks(1) - days(1)`:          "2026-02-19",
		`days(2) + day`:                     "2026-03-01",
		`"2028-02-28" + days(1)`:            "2028-02-29",
		`today()`:                           "2026-11-30",
		`today() + days(len(mails))`:        "2026-12-02",
		`today() - day`:                     276.0,
		`day - today()`:                     -276.0,
		`"2026-03-01" - day`:                2.0,
		`size + 0.2`:                        0.3,
		`size * 3`:                          0.3,
		`1 - 0.9`:                           0.1,
		`size / 4`:                          0.025,
		`10 / 4 * 4`:                        10.0,
		`-size + 1`:                         0.9,
		`round(10 / 3)`:                     3.0,
		`round(10 / 3, 2)`:                  3.33,
		`round(-0.4)`:                       0.0,
		`round(2.5)`:                        3.0,
		`min(3, size, 2) + max(1, 2)`:       2.1,
		`len(name)`:                         10.0,
		`len(mails)`:                        2.0,
		`len(rows) + 1`:                     4.0,
		`count(rows, .mode == "on") * 2`:    4.0,
		`page == "client" ? name : title2`:  "Nord & Süd",
		`page == "button" ? 1 : size`:       0.1,
		`page == "button" ? day : today()`:  "2026-11-30",
		`len(name) > 5 && size < 1 ? 1 : 2`: 1.0,
		`given(token) ? "set" : "none"`:     "none",
		`day + (page == "client" ? days(1) : weeks(1))`: "2026-02-28",
	} {
		e := mustExpr(t, source)
		if got, ok := e.Eval(w); !ok || got != want {
			t.Errorf("%s = %v, %t; want %v", source, got, ok, want)
		}
		if wantType := typeOfValue(want); e.Type != wantType {
			t.Errorf("%s is a %s, want a %s", source, e.Type, wantType)
		}
	}
}

func typeOfValue(v Value) Type {
	text, isText := v.(string)
	switch {
	case !isText:
		return TypeNumber
	case isoForm.MatchString(text):
		return TypeDate
	}
	return TypeText
}

// What needs something that is not there has no value, and neither has what no
// number and no date is.
func TestExprUndecided(t *testing.T) {
	w := world{fields: map[string]Value{"size": 0.0, "name": strings.Repeat("x", MaxText), "title2": "x", "day": "9999-12-31"}, noRows: true}
	for _, source := range []string{
		`page`, `name + page`, `name + title2`, `1 / size`, `size + len(rows)`, `size * len(rows)`, `page == "client" ? 1 : 1`,
		`day + days(1)`, `day + days(0.5)`, `day - weeks(1000000)`, `day + days(9007199254740991)`,
		`upper(page)`, `len(page)`, `max(1, len(rows))`, `round(1 / size)`, `"" + (1 / size)`, `1e300 * 1e300`, `trim("  ")`,
	} {
		if got, ok := mustExpr(t, source).Eval(w); ok {
			t.Errorf("%s = %v, want none", source, got)
		}
	}
	if got, ok := mustExpr(t, `today()`).Eval(world{hidden: true}); ok {
		t.Errorf("today() = %v where nobody knows the day", got)
	}
}

func TestExprSum(t *testing.T) {
	k := known()
	k.items["price"] = &Item{ID: "price", Kind: KindField, Field: &Field{Type: TypeNumber}}
	k.listOf["price"] = "rows"
	e, _, bad := compileExpr(`sum(rows, .price * 3)`, k, "")
	if bad != nil {
		t.Fatal(inEnglish(bad.what))
	}
	rows := []map[string]Value{{"price": 0.1}, {"price": 0.2}}
	if got, ok := e.Eval(world{rows: rows}); !ok || got != 0.9 {
		t.Errorf("sum = %v, %t", got, ok)
	}
	if got, ok := e.Eval(world{}); !ok || got != 0.0 {
		t.Errorf("sum of no rows = %v, %t", got, ok)
	}
	for name, w := range map[string]world{"a row lacks it": {rows: append(rows, nil)}, "the list is hidden": {rows: rows, noRows: true}} {
		if got, ok := e.Eval(w); ok {
			t.Errorf("%s: sum = %v", name, got)
		}
	}
}

// A condition has the same language, between its comparisons.
func TestCondExpr(t *testing.T) {
	w := world{fields: map[string]Value{"day": "2026-12-20", "size": 3.0, "name": "Nordkai"}}
	for source, want := range map[string]Truth{
		`day > today() + days(14)`: True, `day - today() < 14`: False, `size * 2 == 6`: True, `len(name) <= 6`: False,
		`upper(name) == "NORDKAI"`: True, `name + "x" startsWith "Nord"`: True, `page + "x" == "x"`: Undecided, `customer == "Nordkai"`: True,
	} {
		c, made, bad := compile(source, known(), "")
		if bad != nil {
			t.Errorf("%s: %s", source, inEnglish(bad.what))
			continue
		}
		if got := c.Eval(w); got != want {
			t.Errorf("%s is %d, want %d", source, got, want)
		}
		if !made.newer {
			t.Errorf("%s needs no newer format", source)
		}
	}
	for _, source := range []string{`page == "client"`, `len(rows) > 1`, `given(name)`, `size > -1`, `count(rows, .mode == "on") == 2`} {
		if _, made, bad := compile(source, known(), ""); bad != nil || made.newer {
			t.Errorf("%s needs a newer format", source)
		}
	}
}

func TestExprFaults(t *testing.T) {
	for _, c := range []struct{ source, what string }{
		{`◆days(3)`, "A number of days alone is not a value"},
		{`page ◆== "client"`, "a condition cannot be a value"},
		{`◆mails`, "mails cannot be a value"},
		{`name + ◆token`, "token is a secret"},
		{`name + ◆nmae`, "did you mean name?"},
		{`name ◆- page`, "name and page cannot be worked out with -"},
		{`size ◆* name`, "size and name cannot be worked out with *"},
		{`day ◆+ 14`, "as days(14) or weeks(2)"},
		{`day ◆+ day`, "cannot be worked out with +"},
		{`days(1) ◆- day`, "cannot be worked out with -"},
		{`name ◆+ mails`, "name and mails cannot be worked out with +"},
		{`◆upper(size)`, "Write it as upper(text)."},
		{`◆upper()`, "Write it as upper(text)."},
		{`◆round(size, size)`, "Write it as round(number, digits)."},
		{`◆round(size, 10)`, "Write it as round(number, digits)."},
		{`◆min(size)`, "Write it as min(number, number)."},
		{`◆today(1)`, "Write it as today()."},
		{`◆days(days(1))`, "Write it as days(number)."},
		{`◆replace(name, "a", "b")`, "The function replace is not part"},
		{`◆sum(rows)`, "sum(list, .column)"},
		{`sum(rows, .◆mode)`, "sum(list, .column)"},
		{`page == "client" ? name : ◆size`, "they are name and size"},
		{`page == "client" ? day : ◆name`, "they are day and name"},
		{`◆name ? 1 : 2`, "As a condition, name has to be compared"},
		{`size ◆% 2`, "The operator % is not part"},
		{`name ◆?? "x"`, "The operator ?? is not part"},
		{`◆len(day)`, "The function len needs"},
	} {
		before, after, _ := strings.Cut(c.source, "◆")
		_, _, bad := compileExpr(before+after, known(), "")
		if bad == nil {
			t.Errorf("%s compiles", c.source)
			continue
		}
		if !strings.Contains(inEnglish(bad.what), c.what) {
			t.Errorf("%s: %q does not say %q", c.source, inEnglish(bad.what), c.what)
		}
		if bad.at != len([]rune(before)) {
			t.Errorf("%s: the fault stands at %d", c.source, bad.at)
		}
	}
}

// What would run long is told before it runs.
func TestExprBounds(t *testing.T) {
	every := `count(rows, .mode == "on" || .mode == "off")`
	for source, want := range map[string]string{
		strings.Repeat("(1 + ", 70) + "1" + strings.Repeat(")", 70): "lint.expr_deep",
		every + strings.Repeat(" + "+every, 12):                     "lint.expr_heavy",
		strings.Repeat("(1 + ", 50) + "1" + strings.Repeat(")", 50): "",
		every + " + " + every:                                       "",
		strings.Repeat("1 + ", 40) + "1":                            "",
	} {
		_, c, bad := compileExpr(source, known(), "")
		if bad != nil {
			t.Fatal(inEnglish(bad.what))
		}
		code := ""
		if c.heavy != nil {
			code = c.heavy.what.Code
		}
		if code != want {
			t.Errorf("%.60s: %q, want %q", source, code, want)
		}
	}
}

func FuzzExpr(f *testing.F) {
	for _, s := range []string{
		`name + "-" + size`, `day + days(14)`, `today() - day`, `round(size / 3, 2)`, `len(name) > 3 ? upper(name) : customer`, `sum(rows, 1)`,
		`min(1, 2)`, `"2026-01-01" - day`, `1e308 * 10`, `size ? 1 : 2`, `weeks(-1) + day`, `{`, `a..b`,
	} {
		f.Add(s)
	}
	k := known()
	f.Fuzz(func(t *testing.T, source string) {
		e, _, bad := compileExpr(source, k, "rows")
		if (e == nil) == (bad == nil) {
			t.Fatal("neither an expression nor a fault, or both")
		}
		if e == nil {
			return
		}
		for _, w := range []world{{}, {fields: map[string]Value{"page": "button", "size": 0.0, "mode": "on", "name": "x", "day": "2026-01-31"}, rows: []map[string]Value{{"mode": "on"}}}} {
			v, ok := e.Eval(w)
			switch v.(type) {
			case string, float64:
			case nil:
				if ok {
					t.Fatal("a value that is none")
				}
			default:
				t.Fatalf("a value of the type %T", v)
			}
			if ok && Size(v) > MaxText {
				t.Fatalf("a value of %d bytes", Size(v))
			}
		}
	})
}
