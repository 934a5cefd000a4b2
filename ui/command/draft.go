package command

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/ui/outside"
)

// draftOptions are the options of draft.
type draftOptions struct {
	*call
	out          string
	text, mailto bool
	asSent, open bool
}

func newDraft(c *call) *cobra.Command {
	o := &draftOptions{call: c}
	cmd := c.newVerb("draft RUN STEP.DRAFT", "cmd.short_draft", 2, 2, o.run)
	cmd.Long = c.text("cmd.long_draft")
	cmd.Example = "lotse draft 7f3 change.request\nlotse draft 7f3 support-message.go-live --lang en -o message.eml"
	cmd.Flags().StringVarP(&o.out, "output", "o", "", c.text("cmd.flag_output"))
	cmd.Flags().BoolVar(&o.text, "text", false, c.text("cmd.flag_text"))
	cmd.Flags().BoolVar(&o.mailto, "mailto", false, c.text("cmd.flag_mailto"))
	cmd.Flags().BoolVar(&o.open, "open", false, c.text("cmd.flag_open_mail"))
	cmd.Flags().BoolVar(&o.asSent, "as-sent", false, c.text("cmd.flag_as_sent"))
	return cmd
}

// run writes a letter.
func (o *draftOptions) run(ctx context.Context, args []string) error {
	if err := o.check(); err != nil {
		return err
	}
	s, err := o.resume(ctx, args[0])
	if err != nil {
		return err
	}
	at, err := parsePlace(args[1])
	if err != nil {
		return err
	}
	l, st, it, err := o.letter(ctx, s, at)
	if err != nil {
		return err
	}
	draft := draftOf(s.View(o.Now()), st, it, l)
	draft.Sent = sentOf(s.Events(), flows.Address{Step: st.ID, Item: it.ID})
	if o.asSent {
		err = o.sent(&draft)
	} else {
		o.missing(s, l)
		err = o.hand(&draft, &l)
	}
	if err == nil {
		err = o.print(draftShape{Version: 1, Run: s.ID(), Mode: s.View(o.Now()).Mode, Draft: draft, quiet: draft.File != ""})
	}
	if err != nil || !o.open {
		return err
	}
	told, opened := outside.OpenFile(ctx, o.Tools, draft.File)
	o.tell(told)
	if !opened {
		return status(exitFailed)
	}
	return nil
}

// check refuses options that contradict one another.
func (o *draftOptions) check() error {
	ext := strings.ToLower(filepath.Ext(o.out))
	switch {
	case o.text && o.mailto || (o.out != "" || o.open) && (o.text || o.mailto):
		return usage("cmd.draft_form")
	case ext != "" && ext != ".txt" && ext != ".eml":
		return usage("cmd.draft_ending", "ending", ext)
	case o.asSent && (o.mailto || o.open || ext == ".eml"):
		return usage("cmd.draft_as_sent_form")
	}
	return nil
}

// hand hands a letter over in the form that is asked for.
func (o *draftOptions) hand(draft *draftJSON, l *document.Letter) (err error) {
	switch {
	case o.out != "":
		return o.write(draft, func() error { return outside.WriteLetter(o.out, l) })
	case o.open:
		draft.File, err = outside.WriteLetterAside(draft.Step+"."+draft.Item, l)
	case o.mailto:
		draft.Mailto, err = l.Mailto()
		draft.text = draft.Mailto
	}
	return err
}

// write writes into the new file that was named.
func (o *draftOptions) write(draft *draftJSON, write func() error) error {
	switch err := write(); {
	case errors.Is(err, fs.ErrExist):
		return usage("cmd.draft_exists", "file", o.out)
	case err != nil:
		return err
	}
	draft.File = o.out
	o.talk("cmd.written", "file", o.out)
	return nil
}

// sent makes the text of a draft the one that went out last.
func (o *draftOptions) sent(draft *draftJSON) error {
	at := flows.Address{Step: draft.Step, Item: draft.Item}
	if len(draft.Sent) == 0 {
		return flows.Refuse(flows.ErrNotFound, at, "cmd.draft_not_sent", "item", at)
	}
	last := draft.Sent[len(draft.Sent)-1]
	if last.Text == nil {
		return flows.Refuse(flows.ErrNotFound, at, "cmd.draft_not_kept", "item", at, "sum", last.Sum)
	}
	draft.text = *last.Text
	if o.out != "" {
		return o.write(draft, func() error { return outside.WriteNew(o.out, draft.text) })
	}
	return nil
}

// letter writes the draft that a target names, in the language that was asked
// for.
func (c *call) letter(ctx context.Context, s *run.Session, target flows.Address) (document.Letter, *flows.Step, *flows.Item, error) {
	none := document.Letter{}
	st, it, err := s.ResolveOne(target)
	if err != nil {
		return none, nil, nil, err
	}
	if it.Kind != flows.KindDraft {
		return none, nil, nil, usage("refuse.other_kind", "item", flows.Address{Step: st.ID, Item: it.ID}, "is", kindOf(it), "want", flows.Msg("kind.draft"))
	}
	env, err := c.env(ctx)
	if err != nil {
		return none, nil, nil, err
	}
	l, err := document.Write(s.View(c.Now()), st.ID, it.ID, document.Asked{Lang: c.flags.lang, Sender: env.By, Today: c.Now()})
	if err != nil {
		return none, nil, nil, err
	}
	if c.flags.lang != "" && !slices.Contains(l.Langs, c.flags.lang) {
		return none, nil, nil, usage("cmd.not_written", "what", flows.Address{Step: st.ID, Item: it.ID}, "lang", short(c.flags.lang), "langs", strings.Join(l.Langs, ", "))
	}
	return l, st, it, nil
}

// missing says which answers a letter would want, and which have warnings.
func (c *call) missing(s *run.Session, l document.Letter) {
	var names []string
	for _, id := range l.Missing {
		name := s.View(c.Now()).AnswerLabel(id)
		if name != id {
			name += " (" + id + ")"
		}
		names = append(names, name)
	}
	if len(names) > 0 {
		c.talk("cmd.draft_blank", "fields", strings.Join(names, ", "))
	}
	for _, pv := range s.View(c.Now()).AnswerWarnings(l.Read...) {
		c.talk("dialogue.warning", "what", pv.Item, "text", pv.Message)
	}
}

// sentOptions are the options of sent.
type sentOptions struct {
	*call
	how string
}

func newSent(c *call) *cobra.Command {
	o := &sentOptions{call: c}
	cmd := c.newVerb("sent RUN STEP.DRAFT --how HOW", "cmd.short_sent", 2, 2, o.run)
	cmd.Example = "lotse sent 7f3 change.request --how \"by e-mail, 14:05\""
	cmd.Flags().StringVar(&o.how, "how", "", c.text("cmd.flag_how"))
	return cmd
}

// run records that a letter was sent.
func (o *sentOptions) run(ctx context.Context, args []string) error {
	if strings.TrimSpace(o.how) == "" {
		return usage("cmd.say_how")
	}
	at, err := parsePlace(args[1])
	if err != nil {
		return err
	}
	return o.change(ctx, args[0], func(s *run.Session) ([]run.Command, error) {
		l, st, it, err := o.letter(ctx, s, at)
		if err != nil {
			return nil, err
		}
		o.missing(s, l)
		return []run.Command{l.Sent(flows.Address{Step: st.ID, Item: it.ID}, o.how)}, nil
	})
}

// draftShape is a letter as JSON shows it; its lines are the letter itself.
type draftShape struct {
	Version int       `json:"version"`
	Run     string    `json:"run"`
	Mode    run.Mode  `json:"mode"`
	Draft   draftJSON `json:"draft"`
	quiet   bool
}

type draftJSON struct {
	Step     string   `json:"step"`
	Item     string   `json:"item"`
	Template string   `json:"template"`
	Status   string   `json:"status"`
	Lang     string   `json:"lang"`
	Langs    []string `json:"langs"`
	Mail     bool     `json:"mail"`
	To       string   `json:"to"`
	Name     string   `json:"name"`
	Subject  string   `json:"subject"`
	Body     string   `json:"body"`
	Missing  []string `json:"missing"`
	Sum      string   `json:"sha256"`
	Mailto   string   `json:"mailto,omitempty"` // where it was asked for
	File     string   `json:"file,omitempty"`   // where it was written to one

	Sent []sentJSON `json:"sent"` // the oldest first
	text string
}

// sentJSON is a letter as it was sent.
type sentJSON struct {
	Seq  int64   `json:"seq"`
	At   string  `json:"at"`
	By   string  `json:"by"`
	How  string  `json:"how"`
	Sum  string  `json:"sha256"`
	Text *string `json:"text"` // null: it was not kept
}

// sentOf are the letters that were sent from a draft.
func sentOf(events []run.Event, at flows.Address) []sentJSON {
	all := []sentJSON{}
	for _, l := range run.LettersSent(events) {
		if l.At != at {
			continue
		}
		s := sentJSON{Seq: l.Seq, At: stamp(l.When), By: l.By, How: l.How, Sum: l.Sum}
		if l.Kept {
			s.Text = &l.Text
		}
		all = append(all, s)
	}
	return all
}

// draftOf is a letter for JSON.
func draftOf(v *run.View, st *flows.Step, it *flows.Item, l document.Letter) draftJSON {
	return draftJSON{
		Step: st.ID, Item: it.ID, Template: l.Template, Status: v.Step(st.ID).Item(it.ID).Status,
		Lang: l.Lang, Langs: l.Langs, Mail: l.Mail, To: l.To, Name: l.Name, Subject: l.Subject, Body: l.Body,
		Missing: append([]string{}, l.Missing...), Sum: l.Sum(), text: l.Text(),
	}
}

func (s draftShape) lines(p *sheet) {
	if s.quiet {
		return
	}
	for _, line := range strings.Split(strings.TrimSuffix(s.Draft.text, "\n"), "\n") {
		p.line("%s", line)
	}
}
