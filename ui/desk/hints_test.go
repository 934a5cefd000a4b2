package desk

import (
	"fmt"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// overlayFrames are all overlays, and how to open them.
var overlayFrames = []struct {
	name string
	come func(r *rig)
}{
	{"help", onItem("papers", "cargo", "f1")},
	{"say", onItem("papers", "cargo", "f2")},
	{"outline", onItem("papers", "cargo", "ctrl+o")},
	{"note", onItem("papers", "cargo", "e")},
	{"skip", onItem("papers", "cargo", "x")},
	{"accept", func(r *rig) { r.longMail().keys("f4") }},
	{"warnings", func(r *rig) { r.warned() }},
	{"why of warnings", func(r *rig) { r.warned().keys("down", "enter") }},
	{"evidence", onItem("berth", "drawn", "space")},
	{"letter", onItem("berth", "letter", "enter")},
	{"wait", onItem("berth", "answer", "enter")},
	{"wait, second", onItem("berth", "answer", "enter", "tab")},
	{"wait, last", onItem("berth", "answer", "enter", "tab", "tab")},
	{"gate", onItem("sail", "cast-off", "enter")},
	{"new", func(r *rig) { r.threeRuns(); r.keys("n") }},
	{"new, customer", func(r *rig) { r.threeRuns(); r.keys("n", "enter") }},
	{"help of the desk", func(r *rig) { r.threeRuns(); r.keys("?") }},
	{"ripple", func(r *rig) {
		r.m.openItself(newRipple(r.m, []run.Consequence{{Step: "crew", Title: "Who is aboard", Effect: run.Void}}))
		r.wait()
	}},
	{"block", func(r *rig) { r.focus("ship"); r.paste(pastedBlock).wait() }},
	{"clash", func(r *rig) {
		r.focus("ship")
		r.keys("'Aurora'")
		r.theirs(run.Answer{At: flows.At("papers.ship"), Value: "Borealis"})
		r.keys("enter").wait()
	}},
	{"key for secrets", func(r *rig) { r.m.openItself(newVault(r.m.page)); r.wait() }},
	{"another host", func(r *rig) {
		r.m.openItself(newOtherHost(r.m.page, walk.OtherHost{At: flows.At("papers.locker"), To: run.SecretTo{
			Item: flows.At("papers.locker"), Secret: "s1", Origin: "https://login.example.org:443", Bound: []string{"https://login.example:443"},
		}}))
		r.wait()
	}},
	{"shown once", func(r *rig) {
		r.m.openItself(newOnce(r.m.page, walk.Once{At: flows.At("papers.locker"), Then: walk.Leave}))
		r.wait()
	}},
}

// acts reports whether a key changes anything that is seen, or says something.
func acts(r *rig, k string) bool {
	r.t.Helper()
	drawn := func() string { v := r.m.View(); return fmt.Sprint(v.Content, v.Cursor) }
	before, seen, said := r.stand(), drawn(), len(r.said)
	r.keys(k)
	return did(before, r.stand()) != "NOTHING" || drawn() != seen || len(r.said) > said
}

// TestEveryKeyInTheHelpLineActs presses every key that the help line and the
// help overlay name, wherever the focus can be.
func TestEveryKeyInTheHelpLineActs(t *testing.T) {
	t.Parallel()
	for _, f := range append(focuses, overlayFrames...) {
		hints := standing(t, f.come).m.hints()
		if r := standing(t, f.come); r.m.over == nil {
			for _, g := range r.m.allKeys() {
				hints = append(hints, g.hints...)
			}
		}
		if len(hints) == 0 {
			t.Errorf("%s has no help", f.name)
		}
		for _, h := range hints {
			any := false
			for _, k := range keysOf(h.Key()) {
				any = any || acts(standing(t, f.come), k)
			}
			if !any {
				t.Errorf("on %s the help says %q %s, and it does nothing", f.name, h.Key(), h.Does())
			}
			if strings.TrimSpace(h.Does()) == "" {
				t.Errorf("on %s the help does not say what %s does", f.name, h.Key())
			}
		}
	}
}

// keysOf are the keys that a hint names.
func keysOf(hint string) []string {
	var keys []string
	for _, part := range strings.Split(strings.ReplaceAll(hint, "pgup/pgdn", "pgup/pgdown"), ", ") {
		if part == "/" {
			keys = append(keys, part)
			continue
		}
		keys = append(keys, strings.Split(part, "/")...)
	}
	return keys
}
