package line

import (
	"fmt"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// versions has the conversation about a move of the run to another version of its
// procedure: what that does, and whether it is done.
type versions struct {
	*wording
	prompter *prompter
	requests *requestRunner
}

// moveWord says what a move does, to the newest version or to the one of a number, and
// asks. What has no place in the present version is said first.
func (w *versions) moveWord(args string) error {
	v := w.view()
	w.sayShelf(v)
	all := outside.Targets(w.Library, w.s.Versions(), v)
	to, found := w.target(all, args)
	if !found {
		return nil
	}
	t := w.walk.AskToMove(to)
	q, asks := t.Ask.(walk.Version)
	if !asks {
		return w.requests.handle(t)
	}
	w.sayMove(q)
	text, err := w.prompter.reply(words.Say(w.Lang, flows.Msg("move.ask", "to", q.To.Version)))
	if err != nil {
		return err
	}
	if !words.IsYes(text, w.l.Yes) {
		w.say(words.Say(w.Lang, flows.Msg("move.left", "version", v.ProcedureVersion)))
		return nil
	}
	if t, err := w.requests.handleTurn(w.walk.MoveTo(q)); err != nil || !t.Done {
		return err
	}
	w.say(words.Say(w.Lang, flows.Msg("move.line_back", "version", v.ProcedureVersion)))
	w.reset()
	w.headingSaid = ""
	return nil
}

// target is the newest of some versions, or the one of a number; nil where there is
// none. What is no number of one is said.
func (w *versions) target(all []*flows.Procedure, args string) (to *flows.Procedure, found bool) {
	if args == "" {
		if len(all) > 0 {
			to = all[0]
		}
		return to, true
	}
	v := w.view()
	number, err := strconv.Atoi(args)
	to, known := outside.Target(append(all, w.s.Procedure()), number)
	if err != nil || to == nil {
		if len(known) == 0 {
			_, known = outside.Target(append(all, w.s.Procedure()), -1)
		}
		w.say(words.Say(w.Lang, flows.Msg("cmd.move_no_version", "version", args, "procedure", v.Procedure, "versions", known)))
		return nil, false
	}
	return to, true
}

// sayMove says both versions, what the move does to each step and what is in it, and
// the sums.
func (w *versions) sayMove(q walk.Version) {
	v := w.view()
	w.say(words.Say(w.Lang, flows.Msg("move.from_to",
		"from", face.Edition(w.Lang, v.ProcedureVersion, v.Digest, v.Provenance), "to", face.Edition(w.Lang, q.To.Version, q.To.Digest, q.To.Provenance))) + ".")
	rows, same := face.MoveTable(w.Lang, q.Does, false)
	for i := range rows {
		r := &rows[i]
		line := fmt.Sprintf("%s: %s", face.Capital(r.Word), r.Name)
		if r.Why != "" {
			line += ": " + r.Why
		}
		w.say(line + ".")
	}
	for _, s := range face.MoveSums(w.Lang, q.Does, same) {
		w.say(face.Capital(strings.TrimSuffix(s, ".") + "."))
	}
}

// sayShelf says what has no place in the present version.
func (w *versions) sayShelf(v *run.View) {
	if len(v.Placeless) == 0 {
		return
	}
	w.say(words.Say(w.Lang, flows.Msg("move.placeless")) + ":")
	for i := range v.Placeless {
		p := &v.Placeless[i]
		from := words.Say(w.Lang, flows.Msg("move.from_version", "version", p.Version))
		w.say(fmt.Sprintf("%s, %s: %s.", p.Label(), from, strings.Join(document.Placeless(w.Lang, p), "; ")))
	}
}
