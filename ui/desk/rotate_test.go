package desk

import (
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// locked has the key of the locker sealed.
func (r *rig) locked() *rig {
	r.t.Helper()
	r.focus("locker")
	r.keys("'hush-hush'", "enter")
	return r.fill()
}

// atRotation stands at the action that offers to rotate the key.
func (r *rig) atRotation() *rig {
	r.t.Helper()
	r.goTo("sail")
	r.focus("again")
	return r
}

// rotating has a rotation open, with a new key if there is one.
func (r *rig) rotating(fresh string) *rig {
	r.t.Helper()
	r.atRotation().keys("enter", "'ERP, web shop'", "enter")
	if fresh != "" {
		r.paste(fresh).keys("ctrl+s")
	}
	return r.keys("esc")
}

// locker is the field that is rotated.
func (r *rig) locker() *run.ItemView { return r.m.page.View().Step("papers").Item("locker") }

// TestRotationByKeys goes through a rotation: left in between, confirmed for one,
// and opened again from the last page.
func TestRotationByKeys(t *testing.T) {
	r := begun(t).locked().finishRest().rotating("")
	old := r.locker().Fingerprint
	if got := r.locker().Rotation; got.State != run.RotationBegun || strings.Join(got.Left(), "+") != "ERP+web shop" {
		t.Fatalf("begun: %+v", got)
	}
	r.keys("enter", "ctrl+s").shows("New secret", "not entered yet") // nothing is typed
	r.paste("an-other-key\n").keys("enter", "enter").shows("Old: "+old, "It works in", "ERP", "web shop")
	fresh := r.locker().Rotation.New.Fingerprint
	r.shows("New: " + fresh).hides("an-other-key").keys("ctrl+s").shows("esc leaves it open")
	r.keys("2", "ctrl+s").shows("Not confirmed yet in: ERP")
	if r.m.over != nil || r.locker().Fingerprint != old {
		t.Fatalf("after one: %+v", r.locker())
	}
	r.goTo("")
	r.size(80, 24).shows("is being rotated", "the new one is not confirmed").lastPaper().keys("enter", "space", "ctrl+s")
	if got := r.locker(); got.Rotation.State != run.RotationConfirmed || got.Fingerprint != fresh || got.Rotation.Pending {
		t.Fatalf("confirmed: %+v", got.Rotation)
	}
	r.shows("rotated today").hides("is being rotated")
	r.keys("r").shows("They are listed here").lastPaper().keys("enter").shows("Who uses it?").keys("enter").shows("Name at least one").keys("esc", "esc")
	if r.m.page != nil {
		t.Error("esc does not leave the last page")
	}
}

// clearLine takes back what stands in a line.
func (r *rig) clearLine() *rig {
	return r.keys("end").keys(slices.Repeat([]string{"backspace"}, 80)...)
}

// lastPaper points at the last of what can go out: a rotation, where one is
// offered.
func (r *rig) lastPaper() *rig {
	return r.keys(slices.Repeat([]string{"down"}, 12)...)
}

// TestRotationGivenUp gives rotations up: before there is a new key, and after.
func TestRotationGivenUp(t *testing.T) {
	r := begun(t).locked().rotating("")
	old := r.locker().Fingerprint
	r.keys("enter", "tab", "2", "enter")
	if got := r.locker(); got.Rotation.State != run.RotationGivenUp || got.Fingerprint != old {
		t.Fatalf("given up: %+v", got.Rotation)
	}
	r.keys("enter", "'ERP'", "enter").paste("another").keys("ctrl+s", "tab", "2").shows("New secret")
	r.paste("yet another").keys("ctrl+s", "tab", "3").shows("Why is it given up?").keys("'the portal is down'", "enter")
	if got := r.locker(); got.Rotation.State != run.RotationGivenUp || got.Fingerprint != old {
		t.Fatalf("given up: %+v", got.Rotation)
	}
	if got := r.told(); got[len(got)-1] != "Ann: Locker key · sealed secret destroyed" {
		t.Errorf("it tells %q", got)
	}
}

// TestRotationNotOffered goes on from the action where there is no secret.
func TestRotationNotOffered(t *testing.T) {
	r := begun(t).fill()
	r.goTo("sail")
	r.focus("again")
	r.keys("enter")
	if r.m.over != nil || r.m.page.At().Item == "again" {
		t.Errorf("it stands at %s, over it lies %v", r.m.page.At(), r.m.over)
	}
	r.goTo("papers")
	if turn := r.m.page.Rotate(r.m.page.ItemAt(flows.At("papers.ship"))); turn.Ask != nil {
		t.Errorf("the ship is rotated: %+v", turn.Ask)
	}
}
