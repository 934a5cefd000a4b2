package document

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

//go:embed templates
var files embed.FS

// Letter is a document written from a run's answers, as text. No secret stands
// in it.
type Letter struct {
	Template string
	Lang     string   // in which it is written
	Langs    []string // in which it can be written
	Mail     bool     // it goes to somebody; else it is a sheet
	To       string   // the recipient's address, or several with ", " between them; "" where it is not known, or of a sheet
	Name     string   // the recipient's name, where it is known
	Subject  string   // one line
	Body     string   // plain text in lines of at most 72 characters where its words allow that
	Missing  []string // ids of the fields that it wants and that have no valid answer, each once
	Read     []string // ids of the fields and lists whose answers may stand in it

	source []string // the body's lines before they are filled
}

// width is how long the lines of a letter get: RFC 5322, section 2.1.1, asks for
// at most 78 characters, and an answer quotes them.
const width = 72

// Asked says for whom and by whom a letter is written.
type Asked struct {
	Lang   string    // the language wished for; "" for the recipient's or the run's
	Sender string    // the person's name, as it is signed with
	Today  time.Time // in the person's zone
}

// Write writes the draft of an item as the run stands now. It fails where the
// item is no draft or its template has no text; a language that the template
// does not have is replaced by the one that it would be written in unasked.
func Write(v *run.View, step, item string, asked Asked) (Letter, error) {
	sv := v.Step(step)
	if sv == nil || sv.Item(item) == nil || sv.Item(item).Item.Draft == nil {
		return Letter{}, fmt.Errorf("write draft: %s.%s is no draft", step, item)
	}
	iv := sv.Item(item)
	d := iv.Item.Draft
	t := find(d)
	if t == nil {
		return Letter{}, fmt.Errorf("write draft %s.%s: there is no template %q", step, item, d.Template)
	}
	l := Letter{Template: t.Name, Langs: t.langs, Lang: t.language(asked.Lang, v.Lang)}
	a := &answers{view: v, lang: l.Lang, asked: asked, to: d.To, round: sv.Round, letter: d.Letter, draft: iv}
	text, err := t.execute(l.Lang, a)
	if err != nil {
		return Letter{}, err
	}
	l.Subject, l.source = split(text)
	l.Missing = a.missing
	l.mark(v.Mode)
	l.Body = strings.Join(l.Lines(width), "\n") + "\n"
	for _, id := range t.Inputs {
		if a.item(id) != nil {
			l.Read = append(l.Read, id)
		}
	}
	l.readRow(a, d)
	if d.To != "" {
		l.address(a.fieldOfTo(), a.answer(d.To))
		l.Name = a.answer(t.named)
	}
	return l, nil
}

// readRow adds what it reads of the row for which it is written.
func (l *Letter) readRow(a *answers, d *flows.Draft) {
	if a.draft.Row == "" || d.Letter == nil {
		return
	}
	read, missing := a.rowReads(d.Letter)
	l.Read, l.Missing = append(l.Read, read...), append(l.Missing, missing...)
}

// address makes it a mail to the address that a field holds.
func (l *Letter) address(field, to string) {
	l.Mail, l.To = true, to
	if to == "" {
		l.want(field)
	}
	if !slices.Contains(l.Read, field) {
		l.Read = append(l.Read, field)
	}
}

func (l *Letter) want(id string) {
	if !slices.Contains(l.Missing, id) {
		l.Missing = append(l.Missing, id)
	}
}

// mark marks what is written in a rehearsal or a demo, so that it cannot be
// taken for real.
func (l *Letter) mark(m run.Mode) {
	if m == run.Real {
		return
	}
	word := l.word(map[run.Mode]string{run.Rehearsal: "letter.rehearsal", run.Demo: "letter.demo"}[m])
	l.Subject = word + " " + l.Subject
	l.source = append([]string{word, ""}, l.source...)
}

// Text is the whole letter as it is copied and kept: recipient and subject, of a
// sheet its title, an empty line, the body.
func (l Letter) Text() string {
	if !l.Mail {
		return l.Subject + "\n\n" + l.Body
	}
	to := l.To
	if to == "" {
		to = blank
	}
	return fmt.Sprintf("%s: %s\n%s: %s\n\n%s", l.word("letter.to"), to, l.word("letter.subject"), l.Subject, l.Body)
}

// Sum is the SHA-256 of Text in hex: what was sent can be told from what would
// be written now.
func (l Letter) Sum() string {
	sum := sha256.Sum256([]byte(l.Text()))
	return hex.EncodeToString(sum[:])
}

// word is a word in the letter's language.
func (l Letter) word(code string) string {
	s, _ := words.Sentence(l.Lang, code)
	return s
}

// language is the language in which a letter is written: the one wished for,
// the recipient's, the run's, or else the first that there is.
func (t *template) language(wished, run string) string {
	for _, lang := range []string{wished, t.reads, run} {
		if lang != "" && slices.Contains(t.langs, lang) {
			return lang
		}
	}
	return t.langs[0]
}

// text is the template before it is filled, in one of its languages.
func (t *template) text(lang string) (string, error) {
	if t.letter != nil {
		return strings.TrimSpace(strings.TrimPrefix(t.letter.Text(lang), flows.LetterSubject)), nil
	}
	source, err := files.ReadFile("templates/" + t.Name + "." + lang + ".txt")
	if err != nil {
		return "", fmt.Errorf("read template %s in %s: %w", t.Name, lang, err)
	}
	return string(source), nil
}

// execute fills the template's text in a language.
func (t *template) execute(lang string, a *answers) (string, error) {
	name := t.Name + "." + lang
	source, err := t.text(lang)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if err := fill(&b, name, source, a.functions(), a.ownRow()); err != nil {
		return "", fmt.Errorf("fill template %s: %w", name, err)
	}
	return b.String(), nil
}

// Sent is the command that puts on record that the letter went out: how, which
// text, and which answers stand in it.
func (l Letter) Sent(item flows.Address, how string) run.RecordSent {
	return run.RecordSent{At: item, How: how, Text: l.Text(), Read: l.Read}
}

// TemplateText is the text of a draft's template before it is filled, in a language
// or in the one that it would be written in unasked; ok is false where there is
// none.
func TemplateText(d *flows.Draft, lang string) (text string, ok bool) {
	t := find(d)
	if t == nil {
		return "", false
	}
	text, err := t.text(t.language(lang, lang))
	return text, err == nil
}
