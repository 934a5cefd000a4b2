package desk

import "testing"

// A passphrase and the new value of a rotation are never kept.
func TestASecretInAFormIsNotKept(t *testing.T) {
	for name, open := range map[string]func(*rig){
		"passphrase": func(r *rig) { r.m.openOver(newVault(r.m.page)) },
		"rotation":   func(r *rig) { r.locked().rotating(""); atItem("sail", "again", "enter")(r) },
	} {
		r := begun(t)
		open(r)
		if texts := r.texts(); texts[0] != "" {
			t.Fatalf("%s: in it stands %q", name, texts)
		}
		r.keys("'open sesame'").paste("hush-hush")
		r.send(saveTickMsg{})
		r.keys("ctrl+c")
		r.keeps(nil)
	}
}
