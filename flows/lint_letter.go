package flows

// letter doubts what is proven, and yet may not be meant: a letter that takes the
// place of one of the program's, a language that is not there, a field that no
// name leads to.
func (v *linter) letter(l *Letter, at FilePlace, shadows bool) {
	if shadows {
		v.lint(at, "lint.letter_shadows", "template", l.Name)
	}
	for _, lang := range v.p.Languages {
		if len(l.texts) > 0 && l.texts[lang] == nil {
			v.lint(at, "lint.letter_untranslated", "template", l.Name, "file", l.Name+".letter."+lang+".txt", "lang", l.Languages()[0])
		}
	}
}
