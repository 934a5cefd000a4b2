package flows

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// TextAt is a text of a procedure that is translated.
type TextAt struct {
	Path   string // such as steps.applies.items.uses_connect5.label
	Text   string
	Digest string // first 8 hex digits of the SHA-256 of the English
}

// Texts lists the texts of a procedure, in its order: what a translation has to
// have. An option that is its own label is not among them.
func (p *Procedure) Texts() []TextAt {
	var texts []TextAt
	p.eachText(func(path string, text *string) {
		if *text != "" {
			texts = append(texts, TextAt{path, *text, textDigest(*text)})
		}
	})
	return texts
}

// textDigest is what an overlay names of the English that it translates.
func textDigest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}

// eachText visits every text that can be translated, under its path.
func (p *Procedure) eachText(visit func(path string, text *string)) {
	visit("title", &p.Title)
	visit("summary", &p.Summary)
	for i := range p.Steps {
		s := &p.Steps[i]
		path := "steps." + s.ID
		s.eachText(path, visit)
		for j := range s.Items {
			s.Items[j].eachText(path+".items."+s.Items[j].ID, visit)
		}
	}
}

// eachText visits the step's own texts, without those of its items.
func (s *Step) eachText(path string, visit func(string, *string)) {
	visit(path+".title", &s.Title)
	visit(path+".say", &s.Say)
	visit(path+".see", &s.See)
	for i := range s.IfNot {
		visit(path+".ifnot."+s.IfNot[i].Letter, &s.IfNot[i].Text)
	}
}

// eachText visits the item's texts; those of a list's columns come with it.
func (it *Item) eachText(path string, visit func(string, *string)) {
	it.ownTexts(path, visit)
	if it.List != nil {
		for i := range it.List.Columns {
			it.List.Columns[i].eachText(path+".columns."+it.List.Columns[i].ID, visit)
		}
	}
}

func (it *Item) ownTexts(path string, visit func(string, *string)) {
	visit(path+".label", &it.Label)
	visit(path+".help", &it.Help)
	switch it.Kind {
	case KindText:
		visit(path+".text", &it.Text.Body)
	case KindField:
		visit(path+".placeholder", &it.Field.Placeholder)
		for i := range it.Field.Options {
			if o := &it.Field.Options[i]; o.Label != o.Value {
				visit(path+".options."+o.Value, &o.Label)
			}
		}
	case KindList:
		visit(path+".row", &it.List.Row)
		for i := range it.List.Unique {
			visit(path+".unique."+strconv.Itoa(i), &it.List.Unique[i].Text)
		}
	case KindWait:
		visit(path+".for", &it.Wait.For)
		visit(path+".reason", &it.Wait.Reason)
		visit(path+".usual", &it.Wait.Usual)
		visit(path+".try", &it.Wait.Try)
	case KindGate:
		visit(path+".warning", &it.Gate.Warning)
		for i := range it.Gate.Requires {
			visit(path+".requires."+strconv.Itoa(i)+".text", &it.Gate.Requires[i].Text)
		}
	case KindAction:
		visit(path+".body", &it.Action.Body)
	case KindEnd:
		visit(path+".reason", &it.End.Reason)
	}
	for i := range it.Rules {
		visit(path+".rules."+it.Rules[i].code(), &it.Rules[i].Text)
	}
}
