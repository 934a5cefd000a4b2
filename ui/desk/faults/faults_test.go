package faults

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/check"
	"lotse/ui/desk/room/roomtest"
)

// rig is the room on a desk without a screen.
type rig struct {
	*roomtest.Desk
	t     *testing.T
	armed []string // what was asked for, in order
}

func opened(t *testing.T, name string, armed ...string) *rig {
	t.Helper()
	r := &rig{Desk: roomtest.New(), t: t}
	r.Open(New(r.Desk, Check{Name: name, All: check.OfferedFaults(name), Label: "It works", Armed: armed, Arm: func(fault string) tea.Cmd {
		r.armed = append(r.armed, fault)
		return nil
	}}))
	return r
}

// has fails unless just that was asked for, and the room is closed.
func (r *rig) has(want ...string) {
	r.t.Helper()
	if strings.Join(r.armed, "|") != strings.Join(want, "|") || len(r.armed) != len(want) || r.Over != nil {
		r.t.Errorf("asked for %q, not %q, and %v lies over the page", r.armed, want, r.Over)
	}
}

func TestAFaultIsChosen(t *testing.T) {
	for _, tc := range []struct {
		armed, keys []string
		want        []string
	}{
		{nil, []string{"enter"}, []string{"secret-refused"}},
		{nil, []string{"down", "tab", "up", "enter"}, []string{"bidi"}},
		{nil, []string{"end", "down", "space"}, []string{"busy"}},
		{nil, []string{"end", "home", "up", "enter"}, []string{"secret-refused"}},
		{nil, []string{"w"}, nil},
		{nil, []string{"down", "esc"}, nil},
		{[]string{"503"}, []string{"enter"}, []string{""}},
		{[]string{"503"}, []string{"home", "enter"}, []string{"secret-refused"}},
		{[]string{"503"}, []string{"home", "w"}, []string{""}},
		{[]string{"503"}, []string{"esc"}, nil},
	} {
		r := opened(t, "teccom.token", tc.armed...)
		r.Keys(tc.keys...)
		r.has(tc.want...)
	}
}

// All that the portal of the check can do is there, with its name where there is
// room, and marked where it goes wrong now.
func TestTheFaultsOfACheckAreShown(t *testing.T) {
	for _, name := range check.Portals() {
		r := opened(t, name, check.FaultsOf(name)[0].Name)
		for _, w := range []int{34, 76} {
			r.W = w
			flat := strings.Join(strings.Fields(r.Screen()), " ")
			for _, f := range check.FaultsOf(name) {
				if shown := strings.Contains(flat, f.Name); w == 76 && !shown {
					t.Errorf("%s: %s is not shown:\n%s", name, f.Name, r.Screen())
				}
			}
			if n := strings.Count(" "+r.Screen()+"\n", " on"); n == 0 {
				t.Errorf("%s: nothing is on:\n%s", name, r.Screen())
			}
			for _, line := range strings.Split(r.Screen(), "\n") {
				if len([]rune(line)) > w {
					t.Errorf("%s: wider than %d: %s", name, w, line)
				}
			}
		}
	}
}

func TestTheKeyOfWhatIsOnMendsIt(t *testing.T) {
	r := opened(t, "teccom.token", "503")
	if k := r.Over.Keys(); k[0].Does() != "mend it" || k[1].Key() != "w" {
		t.Errorf("keys are %v", k)
	}
	if r.Keys("home"); r.Over.Keys()[0].Does() != "have it go wrong" {
		t.Errorf("keys are %v", r.Over.Keys())
	}
	if k := opened(t, "teccom.token").Over.Keys(); len(k) != 3 {
		t.Errorf("keys are %v", k)
	}
}
