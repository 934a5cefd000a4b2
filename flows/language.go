package flows

import (
	"maps"
	"slices"
	"sync"
)

// english is the language that a procedure is written in where it says nothing.
const english = "en"

// Base is the language in which the procedure is written; its others translate it.
func (p *Procedure) Base() string { return p.Languages[0] }

// baseLanguage reads the language that a procedure is written in.
func (l *loader) baseLanguage(o *object) string {
	lang := o.text("language")
	if lang == "" {
		return english
	}
	l.needs(fifthFormat)
	if !languageTag().MatchString(lang) {
		l.fault(o.Get("language").FilePlace, "lint.base_language", "lang", lang)
		return english
	}
	return lang
}

// tongue is a procedure in its other languages, made when first asked for.
type tongue struct {
	overlays map[string]readOverlay // by language
	base     *Procedure             // as it is written

	mu   sync.Mutex
	made map[string]*Procedure
}

// readOverlay gives the texts of a translation by their paths. It may read it only
// when it is first called; the faults are what was found then, and there are no
// texts with them.
type readOverlay func() (texts map[string]string, faults Faults)

// texts are those of a translation; none where there is no such one.
func (t *tongue) texts(lang string) map[string]string {
	read := t.overlays[lang]
	if read == nil {
		return nil
	}
	texts, _ := read() // Prove tells its faults
	return texts
}

// Prove reads the translations that are read only when their language is asked for,
// and refuses a procedure that has faults in one of them. What comes into a store
// from elsewhere is proven; what lies in one was proven when it came.
func (p *Procedure) Prove() error {
	var faults Faults
	for _, lang := range p.Languages[1:] {
		_, found := p.tongue.overlays[lang]()
		faults = append(faults, found...)
	}
	if len(faults) > 0 {
		return broken(p.ID, faults.sorted())
	}
	return nil
}

// In gives the procedure in another language: in its base language where it does
// not have that one, and so for each text that is not translated. The same
// language gives the same *Procedure.
func (p *Procedure) In(lang string) *Procedure {
	if lang == p.Lang || p.tongue == nil {
		return p
	}
	t := p.tongue
	if t.overlays[lang] == nil {
		return t.base
	}
	texts := t.texts(lang)
	t.mu.Lock()
	defer t.mu.Unlock()
	if made := t.made[lang]; made != nil {
		return made
	}
	q := t.base.clone()
	q.Lang = lang
	q.eachPassage(func(t Passage) {
		if translated := texts[t.Path]; t.Translated && translated != "" {
			*t.Text = translated
		}
	})
	q.encloseIn(lang)
	t.made[lang] = q
	return q
}

// clone copies all that has texts in it; conditions and ids are shared.
func (p *Procedure) clone() *Procedure {
	q := *p
	q.Steps = slices.Clone(p.Steps)
	for i := range q.Steps {
		q.Steps[i] = q.Steps[i].clone()
	}
	return &q
}

func (s Step) clone() Step {
	s.IfNot = slices.Clone(s.IfNot)
	s.Items = cloneItems(s.Items)
	return s
}

func cloneItems(items []Item) []Item {
	items = slices.Clone(items)
	for i := range items {
		items[i] = items[i].clone()
	}
	return items
}

func (it Item) clone() Item {
	it.Rules = slices.Clone(it.Rules)
	switch it.Kind {
	case KindText:
		it.Text = copyOf(it.Text)
	case KindCopy:
		it.Copy = copyOf(it.Copy)
	case KindField:
		it.Field = copyOf(it.Field)
		it.Field.Options = slices.Clone(it.Field.Options)
	case KindList:
		it.List = copyOf(it.List)
		it.List.Columns = cloneItems(it.List.Columns)
		it.List.Unique = slices.Clone(it.List.Unique)
	case KindCheck:
		it.Check = copyOf(it.Check)
		it.Check.Const = maps.Clone(it.Check.Const)
		it.Check.Request = it.Check.Request.clone()
	case KindWait:
		it.Wait = copyOf(it.Wait)
		it.Wait.Ladder = slices.Clone(it.Wait.Ladder)
	case KindGate:
		it.Gate = copyOf(it.Gate)
		it.Gate.Requires = slices.Clone(it.Gate.Requires)
	case KindAction:
		it.Action = copyOf(it.Action)
	case KindEnd:
		it.End = copyOf(it.End)
	}
	return it
}

func copyOf[T any](p *T) *T {
	v := *p
	return &v
}
