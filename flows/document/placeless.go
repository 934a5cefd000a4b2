package document

import (
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// Placeless is what was entered where a run has no place for it any more, a line
// each. Of a secret it says that it is set, with its fingerprint.
func Placeless(lang string, p *run.Placeless) []string {
	var lines []string
	add := func(text string) {
		if text = flows.CleanLine(text); text != "" {
			lines = append(lines, text)
		}
	}
	say := func(code string, args ...any) { add(words.Say(lang, flows.Msg(code, args...))) }
	if p.Set {
		say("report.set", "fingerprint", p.Fingerprint)
	}
	if p.Item != nil && p.Item.Field != nil && p.Value != nil {
		add(Show(lang, p.Item.Field, p.Value))
	}
	if p.Done {
		add(words.For(lang).State(string(run.Done)))
	}
	if p.Result != nil {
		add(words.Say(lang, p.Result.Message))
	}
	add(p.Note)
	add(p.Why)
	for i := range p.Rows {
		add(p.Rows[i].Row + ": " + placelessRow(lang, p, &p.Rows[i]))
	}
	if p.NotWorked != nil {
		add(p.NotWorked.Why)
	}
	for _, f := range p.Evidence {
		add(f.Name)
	}
	for _, a := range p.Attachments {
		add(strings.TrimSpace(a.File.Name + " " + a.Note))
	}
	for _, n := range p.Notes {
		add(n.Text)
	}
	return lines
}

// placelessRow are the cells of a row: of a list in its columns' order, of a column
// that one.
func placelessRow(lang string, p *run.Placeless, r *run.RowView) string {
	columns := []flows.Item{*p.Item}
	if p.Item.List != nil {
		columns = p.Item.List.Columns
	}
	var cells []string
	for i := range columns {
		c := &columns[i]
		v := r.Values[c.ID]
		switch done, ticked := v.(bool); {
		case ticked && done:
			cells = append(cells, c.Label)
		case c.Field != nil && v != nil:
			cells = append(cells, Show(lang, c.Field, v))
		}
	}
	return words.List(lang, cells)
}
