package line

import (
	"io"
	"slices"
	"strconv"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// copyWord lists what the step has to enter somewhere else, or copies of it what
// is named: by its number, as the next one, or by its item. At a kept secret it
// copies that. Line mode writes no control character, so that only the clipboard
// of the system is reached.
func (w *keptSecrets) copyWord(args string) error {
	if args == "" {
		if _, _, kept := w.walk.KeptSecret(w.at()); kept {
			return w.copySecret(w.at())
		}
		w.listPastes()
		return nil
	}
	v, ok := w.pasteNamed(args)
	switch {
	case !ok:
		return nil
	case v.Secret:
		w.pasted = v.At
		return w.copySecret(v.At)
	case v.Why != nil:
		w.sayf(w.l.Refused, w.printer.sentence(v.Why))
	default:
		w.pasted = v.At
		w.copyText(v)
	}
	return nil
}

// listPastes lists the values by number.
func (w *keptSecrets) listPastes() {
	all := w.walk.Pastes()
	if len(all) == 0 {
		w.say(w.message(flows.Msg("copying.none")))
		return
	}
	for i, v := range all {
		text := flows.CleanLine(v.Text)
		switch {
		case v.Secret:
			text = w.l.CopySecret
		case v.Why != nil:
			text = w.t.Wizard.CopyEmpty
		}
		w.sayf("%d  %s: %s", i+1, v.Label, text)
		w.sayWarnings(v)
	}
	w.say(w.message(flows.Msg("copying.line_how", "next", words.CopyNext)))
}

func (w *keptSecrets) sayWarnings(v walk.Paste) {
	for _, m := range v.Warnings {
		w.say("! " + w.message(m))
	}
}

// pasteNamed is the value that is meant. What is none is said.
func (w *keptSecrets) pasteNamed(name string) (walk.Paste, bool) {
	all := w.walk.Pastes()
	n, err := strconv.Atoi(name)
	if name == words.CopyNext {
		n, err = slices.IndexFunc(all, func(v walk.Paste) bool { return v.At == w.pasted })+2, nil
	}
	switch {
	case err == nil && n >= 1 && n <= len(all):
		return all[n-1], true
	case err == nil && len(all) == 0:
		w.say(w.message(flows.Msg("copying.none")))
		return walk.Paste{}, false
	case err == nil && name == words.CopyNext:
		w.say(w.message(flows.Msg("copying.line_end")))
		return walk.Paste{}, false
	case err == nil:
		w.say(w.message(flows.Msg("copying.line_number", "n", len(all))))
		return walk.Paste{}, false
	}
	at, ok := w.named(name)
	return w.walk.PasteAt(at), ok
}

// copyText copies a value, or shows it on a line of its own where no clipboard is
// reached.
func (w *keptSecrets) copyText(v walk.Paste) {
	w.sayWarnings(v)
	if program := outside.Reach(w.Tools).Program; program != "" {
		name, err := w.Tools.Copy(w.session.ctx, v.Text)
		if err == nil {
			w.say(w.message(flows.Msg("copying.line_copied", "what", v.Label, "program", name)))
			return
		}
		w.say(w.message(flows.Msg("use.failed", "why", flows.Reason(err))))
	} else {
		w.say(w.message(flows.Msg("use.nowhere")))
	}
	w.sayf("%s:", v.Label)
	_, w.broken = io.WriteString(w.Out, flows.Clean(v.Text)+"\n") // whole: a break would be read as part of it
}
