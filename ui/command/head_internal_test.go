package command

import (
	"reflect"
	"testing"

	"lotse/ui/walk"
)

// TestSideOf gives each kind of a side of a conflict as show has it: a secret
// without its value, rows by how many they are.
func TestSideOf(t *testing.T) {
	for kind, want := range map[walk.SideKind]any{
		walk.SideValue: "Aurora", walk.SideSecret: secretSide{true, "k1"}, walk.SideTick: true, walk.SideRows: 3, walk.SideOther: nil,
	} {
		side := walk.Side{Kind: kind, Value: "Aurora", Fingerprint: "k1", Done: true, Rows: 3}
		if got := sideOf(side); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %#v, want %#v", kind, got, want)
		}
	}
	if got := sideOf(walk.Side{Kind: walk.SideSecret}); got != (secretSide{}) {
		t.Errorf("no secret: %#v", got)
	}
}
