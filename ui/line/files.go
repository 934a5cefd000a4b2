package line

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// files has the words for the files that a run keeps: one is attached, or opened.
type files struct {
	*wording
	session   *lineSession
	questions *questioner
	requests  *requestRunner
}

// at is the step or the item that the first word names, and the rest; where it
// names none, the present item and all of it.
func (w *files) at(args string) (flows.Address, string) {
	first, rest := cut(args)
	if w.view().Step(first) != nil {
		return flows.AtStep(first), rest
	}
	if p, iv, err := w.walk.Find(first); err == nil && iv != nil && first != "" {
		return p.Whole(), rest
	}
	return w.target(), args
}

// attach attaches a file, with a note that it asks for.
func (w *files) attach(args string) error {
	at, path := w.at(args)
	path, _ = unquoted(path)
	if path == "" {
		w.say(w.message(flows.Msg("dialogue.attach_missing")))
		return nil
	}
	note, err := w.questions.why("", words.Say(w.Lang, flows.Msg("attach.note")))
	if err != nil {
		return err
	}
	return w.requests.handle(w.walk.Attach(at, path, note))
}

// open opens a file that is kept at an item; where the present item keeps none, one
// of its step, else the page of the step.
func (w *files) open(args string) error {
	if first, rest := cut(args); first == words.OpenPage {
		return w.page(rest)
	}
	at, name := w.at(args)
	kept := w.view().FilesAt(at)
	if args == "" && len(kept) == 0 {
		at = flows.AtStep(at.Step)
		kept = w.view().FilesAt(at)
	}
	if args == "" && len(kept) == 0 && w.walk.HasPage() {
		return w.page("")
	}
	name, _ = unquoted(name)
	f, err := outside.FindFile(kept, at, name)
	if err != nil {
		w.say(w.message(flows.Reason(err)))
		return nil
	}
	_, told, _, err := outside.OpenKept(w.session.ctx, outside.WithEnclosures(w.Archive, w.view()), w.Tools, f, w.now())
	if err != nil {
		told = flows.Reason(err)
	}
	w.say(w.message(told))
	return nil
}

// page opens the page of the step; another address takes the place of the kept one.
func (w *files) page(address string) error {
	if address == "" {
		return w.requests.handle(w.walk.OpenPage())
	}
	t := w.walk.ChangePage()
	q, asks := t.Ask.(walk.WherePage)
	if !asks {
		return w.requests.handle(t)
	}
	if address == words.OpenNone {
		address = ""
	}
	return w.requests.handle(w.walk.NamePage(q, address))
}

// attached says what is attached, a line each.
func (w *wording) attached(all []run.Attachment) {
	for i := range all {
		w.say(sentence(w.message(flows.Msg("attach.attached", "what", face.Attachment(w.Lang, &all[i])))))
	}
}
