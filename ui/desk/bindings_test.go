package desk

import (
	"strings"
	"testing"

	"lotse/flows/words"
)

// The printed table has all that the help shows, and no key twice in one place
// where the second could never be heard.
func TestBindingsAreWhole(t *testing.T) {
	table := Bindings(words.For("en"))
	shown := map[string]bool{}
	for _, b := range table {
		if b.Where == "" || b.Key == "" || b.Does == "" {
			t.Errorf("%+v lacks something", b)
		}
		shown[b.Key+" "+b.Does] = true
	}
	for _, f := range focuses {
		r := standing(t, f.come)
		for _, g := range r.m.allKeys() {
			for _, h := range g.hints {
				key, _, _ := strings.Cut(h.Key(), ", ")
				if !shown[h.Key()+" "+h.Does()] && !containsKey(table, key, h.Does()) {
					t.Errorf("on %s the help says %q %s, which the table has not", f.name, h.Key(), h.Does())
				}
			}
		}
	}
	for _, s := range bindings(words.For("en")) {
		always := map[string]bool{}
		for i := range s.keys {
			for _, k := range keysOf(s.keys[i].shown(true)) {
				if always[k] {
					t.Errorf("%s: %s is there twice", s.name, k)
				}
				always[k] = s.keys[i].applies == nil
			}
		}
	}
}

// containsKey looks for a key that is shown without its letter, since something is
// typed.
func containsKey(table []Binding, key, does string) bool {
	for _, b := range table {
		if strings.HasPrefix(b.Key, key) && b.Does == does {
			return true
		}
	}
	return false
}

// What the table says of a key that does nothing is what the status line says.
func TestWhyAKeyDoesNothingIsTheTables(t *testing.T) {
	r := standing(t, onItem("sail", "cast-off"))
	for _, b := range Bindings(words.For("en")) {
		if b.Where != words.For("en").Help.GroupStep || b.NotWhy == "" {
			continue
		}
		for _, k := range keysOf(b.Key) {
			if _, why := r.m.actionFor(k); why != "" && !said(r, k, why) {
				t.Errorf("%s says %q, want %q", k, r.m.status.text, why)
			}
		}
	}
}

func said(r *rig, k, why string) bool {
	r.wait().keys(k)
	return r.m.status.text == why
}
