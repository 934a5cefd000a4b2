package flows

import (
	"slices"
	"strconv"
	"strings"
)

// rules finds rules that say no more than a doubt, and yet hold a step open, and
// sentences that would show a secret.
func (v *linter) rules(it *Item, path string) {
	for i := range it.Rules {
		r := &it.Rules[i]
		if Rules[r.Name].Hint && (r.Level == "" || r.Level == Must) {
			v.lint(v.placeAt(path+".rules."+strconv.Itoa(i)), "lint.rule_hint", "rule", r.Name)
		}
		if it.Field != nil && it.Field.Type == TypeSecret && strings.Contains(r.Text, "{"+valueArg+"}") {
			v.lint(v.placeAt(path+".rules."+strconv.Itoa(i)+".text"), "lint.rule_secret_value", "rule", r.code(), "value", "{"+valueArg+"}")
		}
	}
}

// constants finds secrets that are written into the procedure.
func (v *linter) constants(c *Check, spec *CheckSpec, path string) {
	for _, in := range spec.Inputs {
		if _, given := c.Const[in.Name]; given && slices.Contains(in.Types, TypeSecret) {
			v.lint(v.placeAt(path+".with."+in.Name), "lint.const_secret", "input", in.Name, "check", spec.Name)
		}
	}
}

// placeholder is what opens the name of an answer.
const placeholder = "{{"

// marks are what a text opens and closes.
var marks = [][2]string{{placeholder, "}}"}, {"[[", "]]"}}

// texts finds a placeholder or a menu path that is not closed. What is pasted may
// have any signs but those of a placeholder in it.
func (v *linter) texts() {
	v.p.eachPassage(func(t Passage) {
		for _, mark := range marks {
			if !t.Translated && mark[0] != placeholder || !t.Translated && !t.Names {
				continue
			}
			if strings.Count(*t.Text, mark[0]) != strings.Count(*t.Text, mark[1]) {
				v.lint(v.placeAt(t.Path), "lint.marks", "open", mark[0], "close", mark[1])
			}
		}
	})
}

// gate finds a word that line mode would read for itself, in the language of the
// procedure and in each of its translations.
func (v *linter) gate(it *Item, path string) {
	v.gateWord(it.Gate.Word, v.placeAt(path))
	for lang := range v.p.tongue.overlays {
		if word := v.p.tongue.texts(lang)[path]; word != "" {
			v.gateWord(word, v.placeAt("overlay."+lang+".texts."+path))
		}
	}
}

// gateWord proves one word of a gate. Line mode knows its words by the first of
// a line, and most of them in any case.
func (v *linter) gateWord(word string, at FilePlace) {
	if v.specs.LineWords == nil {
		return
	}
	first, _, _ := strings.Cut(word, " ")
	if slices.ContainsFunc(v.specs.LineWords(), func(own string) bool { return strings.EqualFold(own, first) }) {
		v.lint(at, "lint.gate_word", "word", first)
	}
}
