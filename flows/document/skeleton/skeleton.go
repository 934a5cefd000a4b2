// Package skeleton writes the first form of a procedure: a document with the steps
// that its author has named, which lint takes as it is, and comments that say what
// else can stand where. It may import flows and flows/words; it reads and writes
// nothing.
package skeleton

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lotse/flows"
	"lotse/flows/words"
)

// Outline is what an author knows at the beginning.
type Outline struct {
	ID       string   // kebab-case
	Lang     string   // of the author, in which the comments are and the texts will be
	Title    string   // what it sets up
	Summary  string   // one sentence; "" takes the title
	Systems  []string // may be empty
	Document string   // the name of the document that it follows; may be empty
	Read     string   // the ISO date on which that was read
	Steps    []string // titles; none: one that says so
	Head     string   // a comment for the beginning: what can be done with the file; may be empty
	Schema   string   // the file with the schema of procedures; "" names none
}

// Write gives the document.
func Write(o Outline) string {
	w := &writer{lang: o.Lang}
	if o.Schema != "" {
		w.line("# yaml-language-server: $schema=%s", o.Schema)
	}
	if o.Head != "" {
		w.comment("", o.Head)
	}
	w.line("procedure: %s", o.ID)
	w.line("version: 1")
	if o.Lang != words.English {
		w.line("language: %s", o.Lang)
	}
	w.line("title: %s", quoted(o.Title))
	w.line("summary: %s", quoted(first(o.Summary, o.Title)))
	if o.Document != "" {
		w.remark("", "skeleton.source")
		w.line("source: {document: %s, read: %s}", quoted(o.Document), o.Read)
	}
	if len(o.Systems) > 0 {
		var systems []string
		for _, s := range o.Systems {
			systems = append(systems, quoted(s))
		}
		w.line("systems: [%s]", strings.Join(systems, ", "))
	}
	w.steps(o)
	return w.String()
}

// first is the first of two texts that says something.
func first(text, other string) string {
	if text != "" {
		return text
	}
	return other
}

// quoted is a text as YAML has it in any place: JSON's quotes are YAML's, too. It
// names no answer: there is none yet.
func quoted(text string) string {
	text = strings.Join(strings.Fields(flows.CleanLine(text)), " ")
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, `{{`, `{`, `}}`, `}`).Replace(text) + `"`
}

type writer struct {
	strings.Builder
	lang string
}

func (w *writer) line(format string, args ...any) {
	for i := 0; i < len(args); i++ {
		format = strings.Replace(format, "%s", args[i].(string), 1)
	}
	w.WriteString(format + "\n")
}

// remark writes a sentence as a comment.
func (w *writer) remark(indent, code string) {
	w.comment(indent, words.Say(w.lang, flows.Msg(code)))
}

// comment writes a text as a comment, broken into lines.
func (w *writer) comment(indent, text string) {
	line := indent + "#"
	for _, word := range strings.Fields(text) {
		if len([]rune(line))+1+len([]rune(word)) > 100 {
			w.WriteString(line + "\n")
			line = indent + "#"
		}
		line += " " + word
	}
	w.WriteString(line + "\n")
}

func (w *writer) steps(o Outline) {
	titles := o.Steps
	if len(titles) == 0 {
		titles = []string{words.Say(w.lang, flows.Msg("skeleton.first"))}
	}
	w.WriteString("\n")
	w.remark("", "skeleton.steps")
	w.line("steps:")
	taken := map[string]bool{}
	for i, title := range titles {
		id := stepID(title, taken)
		w.line("  - id: %s", id)
		w.line("    title: %s", quoted(title))
		if i == 0 {
			w.examples("    ")
		}
		w.line("    items:")
		w.line("      - task: %s", strings.ReplaceAll(id, "-", "_")+"_done")
		w.line("        label: %s", quoted(title))
		if i == 0 {
			w.items("      ")
		}
		if i < len(titles)-1 {
			w.WriteString("\n")
		}
	}
}

// examples are what a step may say, as comments.
func (w *writer) examples(indent string) {
	w.remark(indent, "skeleton.step")
	for _, line := range []string{"actor: customer", "say: …", "see: …", "ifnot: {a: …}", "minutes: 5"} {
		w.WriteString(indent + "# " + line + "\n")
	}
}

// items are the kinds of items, as comments.
func (w *writer) items(indent string) {
	w.remark(indent, "skeleton.items")
	for _, line := range []string{
		"- {field: contact_email, type: email, label: …, required: true}",
		"- {field: kind, type: choice, label: …, options: {new: …, old: …}}",
		"- {copy: \"https://…\", id: address, label: …}",
		"- {wait: answer, label: …, for: …, when: kind == \"new\"}",
	} {
		w.WriteString(indent + "# " + line + "\n")
	}
	w.remark(indent, "skeleton.attach")
	w.WriteString(indent + "# - {attach: form.png, label: …}\n")
}

// meant are the words that YAML takes for something else than a text.
var meant = []string{"true", "false", "yes", "no", "on", "off", "y", "n", "null"}

// stepID makes an id of a title, which no step before has.
func stepID(title string, taken map[string]bool) string {
	id := ID(title)
	if id == "" || slices.Contains(meant, id) {
		id = strings.TrimSuffix("step-"+id, "-")
	}
	base := id
	for n := 2; taken[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	taken[id] = true
	return id
}

// ID is a text as a kebab-case id: its first letters and digits without accents;
// "" where it has none.
func ID(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToLower(strings.ReplaceAll(text, "ß", "ss"))) {
		plain := r >= 'a' && r <= 'z' || r >= '0' && r <= '9' && b.Len() > 0
		if !plain {
			gap = gap || !unicode.Is(unicode.Mn, r)
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		if b.WriteRune(r); b.Len() >= maxID {
			break
		}
	}
	return strings.TrimRight(b.String(), "-")
}

// maxID keeps an id short enough for whoever types it.
const maxID = 40
