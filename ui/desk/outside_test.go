package desk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
)

// fakeTools are the system's programs.
type fakeTools struct {
	name           string
	err            error
	remote         bool
	readable       bool
	through        []string
	copied, opened []string
}

func (f *fakeTools) Copy(_ context.Context, s string) (string, error) {
	f.copied = append(f.copied, s)
	return f.name, f.err
}

func (f *fakeTools) Clear(context.Context, func([]byte) bool) (bool, error) { return false, f.err }

func (f *fakeTools) Reach() (string, bool, []string) { return f.name, f.readable, f.through }

func (f *fakeTools) Open(_ context.Context, s string) (string, error) {
	f.opened = append(f.opened, s)
	return f.name, f.err
}

func (f *fakeTools) OpenFile(ctx context.Context, s string) (string, error) { return f.Open(ctx, s) }

func (f *fakeTools) Remote() bool { return f.remote }

func TestCopyClaimsNoMoreThanIsKnown(t *testing.T) {
	for name, tc := range map[string]struct {
		tools *fakeTools
		says  string
		not   string
	}{
		"a program":            {&fakeTools{name: "wl-copy"}, "Given to wl-copy", ""},
		"no program":           {&fakeTools{err: errors.New("none")}, "it may not take it", "Given"},
		"a program that fails": {&fakeTools{name: "xclip", err: errors.New("exit status 1")}, "it may not take it", "xclip"},
	} {
		t.Run(name, func(t *testing.T) {
			r := begun(t)
			r.m.cfg.Tools = tc.tools
			r.keys("c")
			if len(r.said) == 0 || fmt.Sprint(r.said[len(r.said)-1]) != "HARBOUR-17" || len(tc.tools.copied) != 1 || tc.tools.copied[0] != "HARBOUR-17" {
				t.Errorf("the terminal got %v, the program %v", r.said, tc.tools.copied)
			}
			if s := r.m.status.text; !strings.Contains(s, tc.says) || tc.not != "" && strings.Contains(s, tc.not) {
				t.Errorf("it says %q", s)
			}
			r.shows("HARBOUR-17")
		})
	}
}

func TestOpeningAnAddress(t *testing.T) {
	const address = "https://example.org/rules"
	for name, tc := range map[string]struct {
		tools  *fakeTools
		says   string
		opened int
	}{
		"a program":   {&fakeTools{name: "xdg-open"}, "Asked xdg-open to open", 1},
		"over ssh":    {&fakeTools{remote: true}, "Over ssh", 0},
		"no program":  {&fakeTools{err: errors.New("none")}, "No program", 1},
		"it fails":    {&fakeTools{name: "xdg-open", err: errors.New("exit status 3")}, "xdg-open did not open it", 1},
		"no programs": {nil, "No program", 0},
	} {
		t.Run(name, func(t *testing.T) {
			r := begun(t)
			if tc.tools != nil {
				r.m.cfg.Tools = tc.tools
			}
			r.goTo("papers")
			if tc.tools != nil && len(tc.tools.opened) != 0 {
				t.Fatal("something was opened by itself")
			}
			r.keys("o")
			if s := r.m.status.text; !strings.Contains(s, tc.says) || !strings.Contains(s, address) {
				t.Errorf("it says %q", s)
			}
			if tc.tools != nil && len(tc.tools.opened) != tc.opened {
				t.Errorf("opened %v", tc.tools.opened)
			}
		})
	}
}

// onceRig is on a step with a secret that is shown only once.
func onceRig(t *testing.T) *rig {
	t.Helper()
	doc, err := os.ReadFile("testdata/procedures/harbour.yaml")
	if err != nil {
		t.Fatal(err)
	}
	marked := strings.Replace(string(doc), "type: secret\n", "type: secret\n        once: true\n", 1)
	r := newRig(t)
	r.m.cfg.Library = flows.Open(fstest.MapFS{"harbour.yaml": {Data: []byte(marked)}}, testSpecs)
	r.do(r.m.start("harbour", "Muster GmbH", run.Rehearsal))
	if r.m.page == nil {
		t.Fatalf("no run was started: %s", r.m.status.text)
	}
	return r
}

func TestLeavingAShownOnceSecretAsksForAWord(t *testing.T) {
	for name, keys := range map[string][]string{
		"the next step": {"alt+right"},
		"the outline":   {"ctrl+o", "'aboard'", "enter"},
		"the desk":      {"esc", "esc"},
		"skipping":      {"esc", "x"},
	} {
		t.Run(name, func(t *testing.T) {
			r := onceRig(t)
			r.keys(keys...)
			if name != "skipping" && (r.m.over != nil || r.m.page != nil && r.m.page.At().Step == "papers") {
				t.Fatalf("it asks before anybody came to the secret\n%s", r.screen())
			}
			r = onceRig(t)
			r.focus("locker")
			r.keys(keys...)
			r.shows("Shown only once", "Locker key")
			r.keys("enter").wait().keys("'leav'", "enter")
			if r.m.page == nil || r.m.page.At().Step != "papers" || r.m.over == nil {
				t.Fatal("it left without the word")
			}
			r.keys("esc")
			if r.m.over != nil || r.m.page.At().Step != "papers" {
				t.Fatal("esc does not stay")
			}
			if r.keys(keys[len(keys)-1:]...); name == "the outline" {
				r.keys("esc").keys(keys...)
			}
			if r.m.over == nil {
				t.Fatal("staying is taken for the word")
			}
			r.wait().keys("'leave'", "enter")
			if _, asks := r.m.over.(*room.Form); asks && name != "skipping" || name != "skipping" && r.m.page != nil && r.m.page.At().Step == "papers" {
				t.Errorf("the word does not leave\n%s", r.screen())
			}
			if name == "skipping" {
				r.shows("Skip this step")
			}
		})
	}
}

func TestWhoEnteredTheSecretOrLeavesAtOnceIsNotAsked(t *testing.T) {
	r := onceRig(t)
	r.focus("locker")
	r.keys("'hush-hush'", "enter", "alt+right")
	if r.m.page.At().Step != "crew" {
		t.Errorf("on step %s\n%s", r.m.page.At().Step, r.screen())
	}
	for name, leave := range map[string]func(r *rig){
		"ctrl+c":          func(r *rig) { r.keys("ctrl+c") },
		"a lost terminal": func(r *rig) { r.send(leaveMsg{}) },
		"ctrl+c, asked":   func(r *rig) { r.keys("alt+right", "ctrl+c") },
	} {
		r := onceRig(t)
		r.focus("locker")
		if leave(r); !r.quit {
			t.Errorf("%s does not leave", name)
		}
	}
}

// The overlay that skips a step says what stays blocked by that.
func TestSkippingNamesWhatStaysBlocked(t *testing.T) {
	r := begun(t)
	r.keys("esc", "x").shows("Skip this step", "these steps stay blocked", "Who is aboard", "Set sail").keys("esc")
	goTo(r.m, "berth")
	r.keys("esc", "x").shows("Skip this step").hides("blocked:")
}
