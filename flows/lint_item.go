package flows

import (
	"slices"
	"strconv"
	"strings"
)

// rules finds rules that say no more than a doubt, and yet hold a step open.
func (v *linter) rules(it *Item, path string) {
	for i := range it.Rules {
		r := &it.Rules[i]
		if Rules[r.Name].Hint && (r.Level == "" || r.Level == Must) {
			v.lint(v.elements[path+".rules."+strconv.Itoa(i)].spot, "lint.rule_hint", "rule", r.Name)
		}
	}
}

// constants finds secrets that are written into the procedure.
func (v *linter) constants(c *Check, spec *CheckSpec, path string) {
	for _, in := range spec.Inputs {
		if _, given := c.Const[in.Name]; given && slices.Contains(in.Types, TypeSecret) {
			v.lint(v.elements[path+".with."+in.Name].spot, "lint.const_secret", "input", in.Name, "check", spec.Name)
		}
	}
}

// marks are what a text opens and closes.
var marks = [][2]string{{"{{", "}}"}, {"[[", "]]"}}

// texts finds a placeholder or a menu path that is not closed.
func (v *linter) texts() {
	v.p.eachText(func(path string, text *string) {
		for _, mark := range marks {
			if strings.Count(*text, mark[0]) != strings.Count(*text, mark[1]) {
				v.lint(v.elements[path].spot, "lint.marks", "open", mark[0], "close", mark[1])
			}
		}
	})
}
