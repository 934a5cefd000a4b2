package walk

import (
	"errors"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// proposal is commands that wait for a confirmation, or for secrets that are
// being sealed.
type proposal struct {
	commands []run.Command
	answers  []flows.Address // typing that becomes an answer by it
	entries  []Entry         // still to become commands, in this order
	from     flows.Address   // where the dialogue stood when it began to seal
	then     Then
	tell     []flows.Message // told once it was done
	rotates  bool            // the secret is the new one of a rotation
}

// Propose decides commands at once and goes on. If they have consequences for
// what is there already, the turn asks for a confirmation first.
func (w *Walk) Propose(then Then, commands ...run.Command) Turn {
	return w.propose(proposal{commands: commands, then: then})
}

func (w *Walk) propose(p proposal) Turn {
	if c := w.askOvertaken(&p); c != nil {
		return Turn{Ask: c}
	}
	out, err := w.s.Do(false, p.commands...)
	return w.decided(p, out, err)
}

func (w *Walk) decided(p proposal, out run.Outcome, err error) Turn {
	var r *flows.Refusal
	switch {
	case err == nil:
		return w.finishProposal(p, out)
	case errors.As(err, &r) && r.Kind == flows.ErrRipple:
		w.awaitsConfirm = &p
		return Turn{Ask: Confirm{byEffect(out.Ripple)}}
	}
	return w.failed(err)
}

// Confirmed answers Confirm: yes makes the change, no drops it.
func (w *Walk) Confirmed(yes bool) Turn {
	p := w.awaitsConfirm
	w.awaitsConfirm = nil
	if p == nil || !yes {
		return Turn{}
	}
	return w.record(*p)
}

// Record records a fact that needs no confirmation, such as the result of a
// check.
func (w *Walk) Record(then Then, commands ...run.Command) Turn {
	return w.record(proposal{commands: commands, then: then})
}

func (w *Walk) record(p proposal) Turn {
	out, err := w.s.Do(true, p.commands...)
	if err != nil {
		return w.failed(err)
	}
	return w.finishProposal(p, out)
}

// finishProposal goes on after commands were done. If the dialogue's position
// is gone because of them, it has moved on already.
func (w *Walk) finishProposal(p proposal, out run.Outcome) Turn {
	for _, at := range p.answers {
		w.Forget(at)
	}
	if len(out.Events) > 0 {
		w.theirs = ""
	}
	t := Turn{Done: true, Tell: p.tell}
	for _, c := range p.commands {
		w.forgetForms(c)
		if m := w.changeMessage(c, len(out.Events)); !m.IsZero() {
			t.Tell = append(t.Tell, m)
		}
	}
	step := w.at.Step
	moved := w.refresh()
	w.noteOwnChanges(step, p.commands)
	t.Do = w.Save()
	if moved && (p.then == Next || p.then == Forward) {
		return t
	}
	return t.merge(w.Go(p.then))
}

// Take decides a command that submits what was typed, and goes on.
func (w *Walk) Take(then Then, c run.Command) Turn {
	return w.propose(proposal{commands: []run.Command{c}, answers: answeredAddresses(c), then: then})
}

// answeredAddresses are the addresses whose input a command submits.
func answeredAddresses(c run.Command) []flows.Address {
	switch c := c.(type) {
	case run.Answer, run.SetSecret, run.SetCell:
		return []flows.Address{About(c)}
	case run.AddRow:
		var all []flows.Address
		for column := range c.Cells {
			all = append(all, c.List.In("", column))
		}
		return all
	}
	return nil
}

// changeMessage is the message about a command that was done, with that many
// events. It is made before the change, so that names are those of before.
func (w *position) changeMessage(c run.Command, events int) flows.Message {
	switch c := c.(type) {
	case run.ReplaceRows:
		return rowsMessage(&c, events)
	case run.RemoveRow:
		return flows.Msg("dialogue.row_removed", "what", w.Name(c.At))
	case run.Undo:
		return flows.Msg("dialogue.undone")
	case run.Note:
		return flows.Msg("dialogue.noted")
	case run.ConfirmReadBack:
		return flows.Msg("dialogue.read_back", "what", w.PublicName(c.At))
	case run.Fail:
		return flows.Msg("failed.said")
	case run.Resolve:
		return flows.Msg("failed.resolved")
	case run.Attach:
		return w.attachMessage(&c, events)
	}
	return flows.Message{}
}

// Answer submits a value for the dialogue's present field or cell, and goes
// on.
func (w *Walk) Answer(v flows.Value, then Then) Turn { return w.AnswerAt(w.at, v, then) }

// AnswerAt submits a value for a field or a cell if it differs from the
// present answer, and goes on. A secret is sealed first, and a file kept
// first.
func (w *Walk) AnswerAt(at flows.Address, v flows.Value, then Then) Turn {
	iv := w.ItemAt(at)
	if iv == nil {
		return w.Go(then)
	}
	is := itemSide(iv, at, SideValue)
	switch f := is.Field; {
	case f == nil:
		return w.Go(then)
	case f.Type == flows.TypeSecret:
		return w.SecretAt(at, run.NewSecret([]byte(flows.Format(v))), then)
	case flows.Same(v, is.Value) && (at.Row != "" || !iv.LookAgain):
		w.Forget(at)
		return Turn{Do: w.Save()}.merge(w.Go(then))
	case f.Type == flows.TypeFile && !flows.Empty(v) && !strings.HasPrefix(flows.Format(v), "sha256:"):
		return w.keepFile(KeepFile{At: at, Path: flows.Format(v), Most: f.MaxFile()}).merge(w.Go(then))
	}
	return w.Take(then, answerCommand(at, v))
}

// answerCommand is the command that answers a field or a cell.
func answerCommand(at flows.Address, v flows.Value) run.Command {
	if at.Row != "" {
		return run.SetCell{At: at, Value: v}
	}
	return run.Answer{At: at, Value: v}
}

// Secret seals a secret for the dialogue's present field.
func (w *Walk) Secret(secret run.Secret, then Then) Turn {
	return w.SecretAt(w.at.Whole(), secret, then)
}

// SecretAt seals a secret for a field; an empty one leaves the present secret.
func (w *Walk) SecretAt(at flows.Address, secret run.Secret, then Then) Turn {
	clean, said := flows.SecretOf(string(secret.Reveal()))
	if clean == "" {
		w.Forget(at)
		return Turn{Do: w.Save()}.merge(w.Go(then))
	}
	p := proposal{then: then, entries: []Entry{{At: at, Secret: run.NewSecret([]byte(clean)), Hidden: true}}}
	if !said.IsZero() {
		p.tell = append(p.tell, said)
	}
	return w.enter(p)
}

// Tick ticks the dialogue's present task, or takes the tick back.
func (w *Walk) Tick(done bool, then Then) Turn { return w.TickAt(w.at, done, then) }

// TickAt ticks a task, of a step or of a row, or takes the tick back. If the
// task needs evidence the turn asks for it first.
func (w *Walk) TickAt(at flows.Address, done bool, then Then) Turn {
	iv := w.ItemAt(at)
	switch {
	case iv == nil:
		return Turn{}
	case !done:
		return w.Propose(then, run.Untick{At: at})
	case iv.Item.Task != nil && iv.Item.Task.Evidence != flows.NoEvidence && !iv.Done:
		w.afterProof = then
		return Turn{Ask: Proof{At: at.Whole(), Kind: iv.Item.Task.Evidence}}
	}
	return w.Propose(then, run.Tick{At: at})
}

// Proved answers Proof: with a sentence, or the path of a file.
func (w *Walk) Proved(at flows.Address, proof string) Turn {
	proof = strings.TrimSpace(proof)
	iv := w.ItemAt(at)
	switch {
	case iv == nil || iv.Item.Task == nil:
		return Turn{}
	case proof == "":
		return warn(flows.Msg("dialogue.proof_missing"))
	}
	then := w.afterProof
	w.afterProof = Stay
	if iv.Item.Task.Evidence == flows.FileEvidence {
		w.afterFiles = then
		return w.keepFile(KeepFile{At: at, Path: proof, Most: flows.MaxEvidence, Proof: true})
	}
	return w.Propose(then, run.Tick{At: at, Note: proof})
}

func (w *Walk) keepFile(k KeepFile) Turn {
	w.files++
	return Turn{Do: []Request{k}}
}

// KeepingFiles reports whether files are being kept as evidence.
func (w *Walk) KeepingFiles() bool { return w.files > 0 }

// FileKept takes the result of KeepFile: the answer, the tick or the attachment
// follows.
// What waited for the last file goes on.
func (w *Walk) FileKept(k KeepFile, file run.File, err error) Turn {
	w.files = max(w.files-1, 0)
	if err != nil {
		w.afterFiles, w.toCheck = Stay, flows.Address{}
		return w.failed(err)
	}
	then := Stay
	if w.files == 0 {
		then, w.afterFiles = w.afterFiles, Stay
	}
	if k.Attach {
		return w.Propose(then, run.Attach{At: k.At, File: file, Note: k.Note})
	}
	if k.Proof {
		return w.Propose(then, run.Tick{At: k.At, Evidence: &file})
	}
	return w.Take(then, answerCommand(k.At, FileAnswer(file)))
}

// FileAnswer is the answer of a field that names a kept file.
func FileAnswer(f run.File) flows.Value { return "sha256:" + f.Sum + "/" + f.Name }

// Clear clears the dialogue's present answer, and what is typed there.
func (w *Walk) Clear() Turn {
	iv := w.Item()
	switch {
	case iv == nil || itemSide(iv, w.at, SideValue).Field == nil:
		return tell("dialogue.nothing_to_clear")
	case iv.Item.Kind == flows.KindField && iv.Item.Field.Type == flows.TypeSecret:
		return w.Take(Stay, run.SetSecret{At: w.at.Whole()})
	}
	return w.AnswerAt(w.at, nil, Stay)
}

// Undo takes back the last change. Where others have written since the last one made
// here, it has to be asked for twice: theirs may be the last.
func (w *Walk) Undo() Turn {
	if by := w.theirs; by != "" {
		w.theirs = ""
		return warn(flows.Msg("team.undo", "by", by))
	}
	return w.Propose(Stay, run.Undo{})
}

// Note records a remark on the step.
func (w *Walk) Note(text string) Turn {
	if w.at.Step == "" {
		return tell("dialogue.no_step")
	}
	return w.Propose(Stay, run.Note{Step: w.at.Step, Text: text})
}
