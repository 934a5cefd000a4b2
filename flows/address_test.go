package flows

import (
	"encoding/json"
	"testing"
)

func TestAddressesOfItems(t *testing.T) {
	for text, want := range map[string]Address{
		"organisations":            {Item: "organisations"},
		"admins.organisations":     {Step: "admins", Item: "organisations"},
		"text-1":                   {Item: "text-1"},
		"list[r1]":                 {Item: "list", Row: "r1"},
		"list[r1].name":            {Item: "list", Row: "r1", Column: "name"},
		"step-2.list[r12].is_done": {Step: "step-2", Item: "list", Row: "r12", Column: "is_done"},
	} {
		got, ok := ParseItem(text)
		if !ok || got != want {
			t.Errorf("%s is %+v (%t), want %+v", text, got, ok, want)
		}
		if got.String() != text {
			t.Errorf("%+v is written %s, want %s", got, got, text)
		}
	}
}

func TestAddressesOfSteps(t *testing.T) {
	for text, want := range map[string]Address{
		"organisations":        {Step: "organisations"}, // a list's id as well: who asks decides
		"admins.organisations": {Step: "admins", Item: "organisations"},
		"admins.list[r1].name": {Step: "admins", Item: "list", Row: "r1", Column: "name"},
	} {
		got, ok := ParseStep(text)
		if !ok || got != want || got.String() != text {
			t.Errorf("%s is %+v (%t), written %s; want %+v", text, got, ok, got, want)
		}
	}
}

func TestWhatIsNoAddress(t *testing.T) {
	for _, text := range []string{
		"", ".", "a.", ".b", "a.b.c", "a b", "a[", "a[]", "a[r1", "a[r1]x", "a[r1].", "a[r1]b", "a[r1].b.c", "a[r 1]", "[r1]", "ä", "a\x00", "a=b", "a/b", "a.b[r1][r2]",
	} {
		if got, ok := ParseItem(text); ok {
			t.Errorf("%q is the item %+v", text, got)
		}
		if got, ok := ParseStep(text); ok {
			t.Errorf("%q is the step %+v", text, got)
		}
	}
	if got, ok := ParseStep("list[r1].name"); ok {
		t.Errorf("a row without its step is %+v", got)
	}
}

func TestAnAddressInJSON(t *testing.T) {
	in := map[string]Address{"a": {Step: "s", Item: "l", Row: "r1", Column: "c"}, "b": {}}
	b, err := json.Marshal(in)
	if err != nil || string(b) != `{"a":"s.l[r1].c","b":""}` {
		t.Fatalf("%s, %v", b, err)
	}
	var out map[string]Address
	if err := json.Unmarshal(b, &out); err != nil || out["a"] != in["a"] || !out["b"].IsZero() {
		t.Errorf("%+v, %v", out, err)
	}
	if err := json.Unmarshal([]byte(`{"a":"no address at all"}`), &out); err != nil || !out["a"].IsZero() {
		t.Errorf("what an older version wrote is %+v, %v", out["a"], err)
	}
}

func FuzzAddress(f *testing.F) {
	for _, text := range []string{"a", "a.b", "a.b[r1].c", "a[r1]", "][.", "a.b.c"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, parse := range []func(string) (Address, bool){ParseItem, ParseStep} {
			if a, ok := parse(text); ok && a.String() != text {
				t.Errorf("%q is written %q", text, a)
			}
		}
	})
}
