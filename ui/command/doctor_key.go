package command

import (
	"context"
	"errors"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// examineVault looks at the key to the secrets, as far as nobody has to be asked:
// where it lies, whether it is the one that was used last, who may read it, and
// what there is for the day when it is lost.
func (c *call) examineVault(ctx context.Context, a run.Archive) doctorLine {
	state, err := a.Vault().State(ctx)
	if err != nil {
		return doctorLine{Name: "secrets", State: wrong, Detail: c.why(err)}
	}
	l := doctorLine{Name: "secrets", State: well}
	said := []string{words.Say(c.lang(), identityOf(state).sentence())}
	if !state.At.IsZero() {
		said = append(said, c.keyFile(state))
	}
	switch keep, lost := identityOf(state).keep(); {
	case state.LetIn != "":
		l.State, l.Advice = mind, c.closeKey(state)
	case lost:
		l.State, l.Advice = mind, words.Say(c.lang(), keep)
	}
	if state.Place != run.NoPlace && a.Team() != nil && state.Claimed != state.Recipient {
		l.State, l.Advice = mind, c.text("team.key_differs")
	}
	switch {
	case state.Recovery != "":
		said = append(said, c.text("cmd.doctor_recovery"))
	case state.Place != run.NoPlace:
		said = append(said, c.text("cmd.doctor_no_recovery"))
	}
	sealed, err := a.Secrets(ctx, "")
	switch {
	case errors.Is(err, flows.ErrDenied): // an auditor, who sees none, and whose own key is well
	case err != nil:
		l.State, said = wrong, []string{c.why(err)}
	case len(sealed) > 0:
		said = append(said, c.text("cmd.doctor_sealed", "n", len(sealed)))
	}
	l.Detail = strings.Join(said, " ")
	return l
}

// keyFile says when the file of the key was written, and its permissions where the
// system has any.
func (c *call) keyFile(state run.VaultState) string {
	if state.Permissions == "" {
		return c.text("cmd.doctor_key_written", "at", state.At.Local())
	}
	return c.text("cmd.doctor_key_file", "at", state.At.Local(), "mode", state.Permissions)
}

// closeKey says how the file of the key is taken away from others.
func (c *call) closeKey(state run.VaultState) string {
	if state.Permissions == "" {
		return c.text("cmd.doctor_key_let_in", "file", state.Path, "who", state.LetIn)
	}
	return c.text("cmd.doctor_key_open", "file", state.Path)
}

// examineAccess names what others than the owner may use.
func (c *call) examineAccess(found run.Findings) (lines []doctorLine) {
	for _, m := range found.Exposed {
		lines = append(lines, doctorLine{Name: "storage", State: mind, Detail: words.Say(c.lang(), m)})
	}
	return lines
}
