package copying

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
	"lotse/ui/desk/room/roomtest"
)

const rigging = `procedure: rigging
version: 1
title: The rigging
summary: Values for a yard.
source: {document: none.txt, read: 2026-11-21}
systems: [Yard]
steps:
  - id: measure
    title: Measure
    items:
      - field: mast
        type: text
        label: Mast
        rules: [{rule: max-length, max: 4, level: warn, code: long, text: Too high for the bridge.}]
      - {field: boom, type: text, label: Boom}
      - {field: key, type: secret, label: Key}
  - id: order
    title: Order
    items:
      - {copy: YARD-1, id: form, label: Form}
      - {copy: , of: mast, id: to-mast, label: Mast}
      - {copy: , of: boom, id: to-boom, label: Boom}
      - {copy: , of: key, id: to-key, label: Key}
      - {task: ordered, label: Ordered}
`

// rig is the room on a desk without a screen.
type rig struct {
	*roomtest.Desk
	t       *testing.T
	s       *run.Session
	ticks   Ticks
	reached bool
	refuse  bool // the secret is not copied
	secrets []flows.Address
	behind  []flows.Address
}

func rigged(t *testing.T) *rig {
	t.Helper()
	r := &rig{Desk: roomtest.New(), t: t, ticks: Ticks{}, reached: true}
	r.s = r.Begin(t, storetest.NewMemory(), "rigging", rigging)
	r.Gives(t, r.s,
		run.Answer{At: flows.At("mast"), Value: "12,50 m"},
		run.SetSecret{At: flows.At("measure.key"), Sealed: &run.Sealed{ID: "k1", Run: r.s.ID(), Field: "key", Fingerprint: "f1", Blob: []byte("sealed")}})
	r.Walk().GoTo("order")
	return r.opens()
}

func (r *rig) opens() *rig {
	r.Open(New(r.Desk, House{
		Reached: func() bool { return r.reached },
		Secret: func(at flows.Address, copied func()) tea.Cmd {
			if !r.refuse {
				r.secrets = append(r.secrets, at)
				copied()
			}
			return nil
		},
		GoOn: func(behind flows.Address) tea.Cmd {
			r.behind = append(r.behind, behind)
			return nil
		},
	}, r.ticks))
	return r
}

func (r *rig) shows(texts ...string) *rig {
	r.t.Helper()
	for _, s := range texts {
		if !strings.Contains(r.Screen(), s) {
			r.t.Fatalf("not shown: %q\n%s", s, r.Screen())
		}
	}
	return r
}

func (r *rig) copied(want ...string) *rig {
	r.t.Helper()
	if !slices.Equal(r.Copied, want) {
		r.t.Fatalf("copied: %q, want %q", r.Copied, want)
	}
	return r
}

func (r *rig) title(want string) *rig {
	r.t.Helper()
	if got := r.Over.Title(); got != want {
		r.t.Fatalf("the title is %q, want %q", got, want)
	}
	return r
}

// TestOneKeyAValue: enter copies and goes on, and what was copied before is
// ticked; behind the last value the page goes on.
func TestOneKeyAValue(t *testing.T) {
	r := rigged(t).title("Copy run: 0 of 4 pasted").shows("› ○ Form", "! Mast: Too high for the bridge.")
	r.Keys("enter")
	r.copied("YARD-1").title("Copy run: 0 of 4 pasted").shows("  ● Form", "copied", "› ○ Mast")
	r.Keys("c")
	r.copied("YARD-1", "12,50 m").title("Copy run: 1 of 4 pasted").shows("  ✓ Form", "pasted", "  ● Mast")
	// Nothing is there for the next one: that is said, and it is not ticked.
	if r.Keys("enter"); !r.Bad || !strings.Contains(r.Said, "copy_empty") {
		t.Errorf("it says %q", r.Said)
	}
	r.copied("YARD-1", "12,50 m").title("Copy run: 2 of 4 pasted")
	r.Keys("enter")
	if r.copied("YARD-1", "12,50 m"); len(r.secrets) != 1 || r.secrets[0] != flows.At("order.to-key") {
		t.Fatalf("secrets: %v", r.secrets)
	}
	r.shows("● Key", "That was the last one")
	if r.Keys("enter"); r.Over != nil || len(r.behind) != 1 || r.behind[0] != flows.At("order.to-key") {
		t.Errorf("over the page lies %v, and it goes on behind %v", r.Over, r.behind)
	}
	r.opens().title("Copy run: 3 of 4 pasted").shows("› ○ Boom")
}

// TestASecretThatIsNotCopiedIsNotTicked, whatever kept it from the clipboard.
func TestASecretThatIsNotCopiedIsNotTicked(t *testing.T) {
	r := rigged(t)
	r.refuse = true
	r.Keys("down", "down", "down", "enter", "enter")
	r.title("Copy run: 0 of 4 pasted").shows("› ○ Key")
}

func TestEscLeavesAllAsItWas(t *testing.T) {
	for _, key := range []string{"esc", "f7", "y"} {
		r := rigged(t)
		r.Keys("enter", key)
		if r.Over != nil || len(r.ticks) != 0 || len(r.behind) != 0 {
			t.Errorf("%s: %v lies over the page, %v is ticked, it goes on behind %v", key, r.Over, r.ticks, r.behind)
		}
	}
}

// TestATickIsOfAValue: by hand it is set and taken back, and a value that has
// changed since has none.
func TestATickIsOfAValue(t *testing.T) {
	r := rigged(t)
	r.Keys("down", "space")
	r.title("Copy run: 1 of 4 pasted").shows("› ○ Boom")
	r.Gives(t, r.s, run.Answer{At: flows.At("mast"), Value: "11 m"})
	r.title("Copy run: 0 of 4 pasted")
	r.Keys("up", "space", "up", "space")
	r.title("Copy run: 0 of 4 pasted")
}

// TestWhereNoClipboardIsKnown the value is shown alone, from the first column to
// the last, and one key goes on.
func TestWhereNoClipboardIsKnown(t *testing.T) {
	r := rigged(t)
	long := strings.Repeat("abcdefghij", 20)
	r.Gives(t, r.s, run.Answer{At: flows.At("boom"), Value: long})
	r.reached = false
	alone := func(want bool) {
		t.Helper()
		if got := r.Over.(*Over).Alone(); got != want {
			t.Fatalf("alone: %v\n%s", got, r.Screen())
		}
	}
	alone(false)
	r.Keys("down", "enter")
	alone(true)
	lines := strings.Split(r.shows("It is not certain that it came to a clipboard").Screen(), "\n")
	if !strings.HasPrefix(lines[0], "Mast  ") || lines[2] != "12,50 m" || lines[3] != "" {
		t.Errorf("the value does not stand alone:\n%s", r.Screen())
	}
	r.Keys("enter")
	if lines = strings.Split(r.Screen(), "\n"); strings.Join(lines[2:5], "") != long || len(lines[2]) != r.W {
		t.Errorf("the long value is torn:\n%s", r.Screen())
	}
	r.copied("12,50 m", long)
	r.Keys("enter") // the secret is never shown here
	alone(false)
	r.Keys("up", "v")
	alone(false)
	if !strings.Contains(r.Said, "not shown here") {
		t.Errorf("it says %q", r.Said)
	}
	r.Keys("up", "v")
	alone(true)
	r.Keys("esc")
	alone(false)
	if r.Over == nil {
		t.Error("esc closed the room")
	}
}

// TestWhatLooksLikeControlIsDrawnHarmless: hostile values are drawn as text.
func TestWhatLooksLikeControlIsDrawnHarmless(t *testing.T) {
	r := rigged(t)
	r.Gives(t, r.s, run.Answer{At: flows.At("boom"), Value: "a\x1b]52;c;aGk=\x07b\u202ec"})
	for _, keys := range [][]string{{}, {"down", "down", "v"}} {
		r.Keys(keys...)
		lines, _ := r.Over.Lines(r.W, r.H)
		if all := strings.Join(lines, "\n"); strings.Contains(all, "\x1b]") || strings.ContainsAny(all, "\x07\u202e") {
			t.Errorf("drawn as %q", all)
		}
	}
}

// TestEveryLineFits in any width.
func TestEveryLineFits(t *testing.T) {
	r := rigged(t)
	r.Gives(t, r.s, run.Answer{At: flows.At("boom"), Value: strings.Repeat("Ankerkettenglied ", 30)})
	for _, w := range []int{20, 34, 47, 48, 72, 150} {
		r.W = w
		for _, l := range strings.Split(r.Screen(), "\n") {
			if n := len([]rune(l)); n > w {
				t.Errorf("%d columns: %q has %d", w, l, n)
			}
		}
		r.Keys("down")
	}
}
