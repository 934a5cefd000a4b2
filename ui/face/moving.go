package face

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// MoveRow is a line of the table that says what a move to another version does.
type MoveRow struct {
	Effect run.Effect
	Word   string // of the effect
	Name   string // of the step, or of the item
	Item   bool   // it is in the step above
	Why    string
}

// effects are the codes of the effects in words.
var effects = map[run.Effect]string{run.Keep: "cmd.effect_keep", run.LookAgain: "cmd.effect_look", run.Void: "cmd.effect_void"}

// Effect is the word for what a change does to something.
func Effect(lang string, e run.Effect) string { return words.Say(lang, flows.Msg(effects[e])) }

// MoveTable says what a move does to each step in which anything differs, and to what
// is in it; same counts the other steps. While others look on (shared) nothing internal
// is named.
func MoveTable(lang string, m *run.Moving, shared bool) (rows []MoveRow, same int) {
	for i := range m.Steps {
		st := &m.Steps[i]
		if !st.Differs() {
			same++
			continue
		}
		row := MoveRow{Effect: st.Effect, Word: Effect(lang, st.Effect), Name: flows.CleanLine(st.Title), Why: words.Say(lang, st.Why())}
		if shared && st.Internal {
			row.Name, row.Why = words.For(lang).Wizard.InternalStep, ""
			rows = append(rows, row)
			continue
		}
		rows = append(rows, row)
		for k := range st.Items {
			it := &st.Items[k]
			if why := it.Why(); !why.IsZero() && !(shared && it.Internal) { // without one, its step alone has another name
				rows = append(rows, MoveRow{Effect: it.Effect, Word: Effect(lang, it.Effect), Name: it.Label, Item: true, Why: words.Say(lang, why)})
			}
		}
	}
	return rows, same
}

// MoveSums say in a line each how much of a run a move keeps, has looked at again, and
// leaves without a place; same is that of MoveTable.
func MoveSums(lang string, m *run.Moving, same int) []string {
	var all []string
	if same > 0 {
		all = append(all, words.Say(lang, flows.Msg("move.steps_same", "n", same)))
	}
	all = append(all, words.Say(lang, flows.Msg("move.summary", "kept", m.Kept, "again", m.Again, "void", m.Void)))
	if m.Back > 0 {
		all = append(all, words.Say(lang, flows.Msg("move.back", "n", m.Back)))
	}
	return all
}

// shortDigest is how much of a digest tells two versions apart by eye.
const shortDigest = 12

// Edition names a version of a procedure: its number, where it was taken from, the
// beginning of its digest.
func Edition(lang string, version int, digest string, from flows.Provenance) string {
	digest = digest[:min(len(digest), shortDigest)]
	if from.IsZero() {
		return words.Say(lang, flows.Msg("move.edition", "version", version, "digest", digest))
	}
	return words.Say(lang, flows.Msg("move.edition_of", "version", version, "origin", from.Short(), "digest", digest))
}
