// Package reference has the tables of what Lotse knows: the rules that answers
// keep, the checks, what can go wrong in a rehearsal, and what a comparison of
// registers finds. They are made from the declarations themselves, so that the
// help of the commands and the READMEs of flows cannot say anything else.
//
// It may import lotse/flows, flows/check, flows/register/compare,
// flows/document/comparison and flows/words; never ui or storage.
package reference

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/words"
)

// Table is what there is of one kind, in the language that it was made in.
type Table struct {
	Heads []string   // of the columns; the first names what a row is about
	Rows  [][]string // a cell a head, "" where there is nothing to say; names that are typed stand in backquotes
}

// Topics are the names of the tables, as they are asked for.
func Topics() []string {
	topics := make([]string, 0, len(makers))
	for topic := range makers {
		topics = append(topics, topic)
	}
	slices.Sort(topics)
	return topics
}

// makers makes each table in a language.
var makers = map[string]func(lang string) Table{
	"rules": rules, "checks": checks, "faults": faults, "registers": registers,
}

// Of is the table of a topic in a language; false where there is no such topic.
func Of(topic, lang string) (Table, bool) {
	maker, ok := makers[topic]
	if !ok {
		return Table{}, false
	}
	return maker(lang), true
}

// heads says the words above the columns, which are named by their codes.
func heads(lang string, codes ...string) []string {
	list := make([]string, len(codes))
	for i, code := range codes {
		list[i] = words.Say(lang, flows.Msg(code))
	}
	return list
}

// WriteText writes the table for a terminal of any width and for a screen
// reader: what a row is about on a line of its own, below it a line a cell.
func (t Table) WriteText(w io.Writer) error {
	wide := 0
	for _, head := range t.Heads[1:] {
		wide = max(wide, len([]rune(head)))
	}
	for i, row := range t.Rows {
		gap := "\n"
		if i == 0 {
			gap = ""
		}
		if _, err := fmt.Fprintf(w, "%s%s\n", gap, plain(row[0])); err != nil {
			return err
		}
		for k, cell := range row[1:] {
			if cell == "" {
				continue
			}
			if _, err := fmt.Fprintf(w, "  %-*s  %s\n", wide, t.Heads[k+1], plain(cell)); err != nil {
				return err
			}
		}
	}
	return nil
}

// Markdown is the table as a README has it, without a line end.
func (t Table) Markdown() string {
	lines := []string{line(t.Heads), "|" + strings.Repeat("---|", len(t.Heads))}
	for _, row := range t.Rows {
		lines = append(lines, line(row))
	}
	return strings.Join(lines, "\n")
}

func line(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }

// quoted is a name that is typed as it stands, and plain a cell without such
// marks.
func quoted(name string) string { return "`" + name + "`" }
func plain(cell string) string  { return strings.ReplaceAll(cell, "`", "") }
