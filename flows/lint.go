package flows

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// Lint proves a procedure: NAME, NAME.yaml, or an overlay NAME.LANG.yaml, of
// which only its own faults are told. NAME.steps.yaml is proved where it is
// included; alone only its form is. The faults are sorted; none: all is well.
func Lint(fsys fs.FS, name string, specs Specs) []Fault {
	name = strings.TrimSuffix(name, ".yaml")
	id, rest, dotted := strings.Cut(name, ".")
	if !stepID(id) {
		return []Fault{spot{name + ".yaml", 1, 1}.fault("the file's name is made of small letters, digits and -, such as sage-main-contact.yaml")}
	}
	if rest == "steps" {
		return lintSteps(fsys, name+".yaml")
	}
	p, l, err := load(fsys, id)
	if err != nil {
		return []Fault{spot{id + ".yaml", 1, 1}.fault("%s", err)}
	}
	if p != nil {
		v := linter{loader: l, p: p, specs: specs}
		v.procedure()
	}
	faults := append(l.faults, l.doubts...).sorted()
	if dotted {
		faults = slices.DeleteFunc(faults, func(f Fault) bool { return f.File != name+".yaml" })
		if overlayLang(id, name+".yaml") == "" {
			faults = append(faults, spot{name + ".yaml", 1, 1}.fault("%s is no language: an overlay is called %s.de.yaml or the like", rest, id))
		} else if _, err := fs.Stat(fsys, name+".yaml"); err != nil {
			faults = append(faults, spot{name + ".yaml", 1, 1}.fault("%s", err))
		}
	}
	return faults
}

// lintSteps proves the form of a file of steps; its parameters stay as they
// are.
func lintSteps(fsys fs.FS, file string) []Fault {
	l := newLoader(func(name string) ([]byte, error) {
		data, err := readLimited(fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fs.ErrNotExist
		}
		return data, err
	})
	root := l.document(file, nil)
	if root == nil {
		return l.faults
	}
	in := &include{at: root.spot, params: map[string]string{}, facts: map[string]string{}, used: map[string]bool{}}
	if o := l.object(root, "", "the file"); o != nil {
		for _, name := range o.texts("params") {
			in.params[name] = name
		}
		l.include = in
		l.steps(o)
		o.done("a file of steps")
	}
	for name := range in.params {
		if !in.used[name] {
			l.fault(root.spot, "the parameter %s is used nowhere", name)
		}
	}
	return l.faults.sorted()
}

// linter asks of a procedure that loads what a run can do without, but its
// author should not.
type linter struct {
	*loader
	p     *Procedure
	specs Specs
}

func (v *linter) procedure() {
	start := v.elements[""].spot
	if v.p.Summary == "" {
		v.lint(start, "a procedure needs a summary: one sentence for whoever chooses among procedures")
	}
	for _, c := range v.conds {
		if t, same := constant(c.Cond, v.known); same {
			v.lint(c.at, "this condition is always %s: leave it out, or mend it", map[Truth]string{True: "true", False: "false"}[t])
		}
	}
	for _, fact := range v.p.Facts {
		if !v.covered[fact] {
			v.lint(v.elements["facts"].spot, "the fact %s is on no step and no item", fact)
		}
	}
	v.texts()
	for i := range v.p.Steps {
		v.step(&v.p.Steps[i])
	}
}

func (v *linter) step(s *Step) {
	path := "steps." + s.ID
	if len(v.p.Facts) > 0 && !carriesFact(s) {
		v.lint(v.elements[path].spot, "the step %s covers no fact", s.ID)
	}
	if len(s.Items) == 0 {
		v.lint(v.elements[path].spot, "the step %s has no items", s.ID)
	}
	for j := range s.Items {
		it := &s.Items[j]
		v.item(it, path+".items."+it.ID)
	}
}

func carriesFact(s *Step) bool {
	return len(s.Facts) > 0 || slices.ContainsFunc(s.Items, func(it Item) bool {
		return len(it.Facts) > 0 || it.List != nil && slices.ContainsFunc(it.List.Columns, func(c Item) bool { return len(c.Facts) > 0 })
	})
}

func (v *linter) item(it *Item, path string) {
	switch it.Kind {
	case KindField, KindList, KindTask:
		if it.Label == "" {
			v.lint(v.elements[path].spot, "the %s %s needs a label", it.Kind, it.ID)
		}
	case KindCheck:
		v.check(it, path)
	case KindDraft:
		v.draft(it, path)
	case KindEnd:
		if it.When == nil {
			v.lint(v.elements[path].spot, "the end %s always applies: say when", it.ID)
		}
	}
	v.rules(it, path)
	if it.List != nil {
		for c := range it.List.Columns {
			column := &it.List.Columns[c]
			v.item(column, path+".columns."+column.ID)
		}
	}
}

// check proves that a check exists and gets what it needs.
func (v *linter) check(it *Item, path string) {
	i := slices.IndexFunc(v.specs.Checks, func(s CheckSpec) bool { return s.Name == it.Check.Run })
	if i < 0 {
		names := make([]string, len(v.specs.Checks))
		for j, s := range v.specs.Checks {
			names[j] = s.Name
		}
		v.lint(v.elements[path+".run"].spot, "there is no check %s%s", it.Check.Run, near(it.Check.Run, names))
		return
	}
	spec := v.specs.Checks[i]
	v.parameters(it.Check, &spec, path)
	v.constants(it.Check, &spec, path)
	for code := range it.Check.Findings {
		if !slices.Contains(spec.Findings, code) {
			v.lint(v.elements[path+".findings."+code].spot, "the check %s has no finding %s%s", spec.Name, code, near(code, slices.Clone(spec.Findings)))
		}
	}
}

func (v *linter) parameters(c *Check, spec *CheckSpec, path string) {
	var names []string
	for _, in := range spec.Inputs {
		names = append(names, in.Name)
		at := v.elements[path+".with."+in.Name]
		if at == nil {
			if in.Required {
				v.lint(v.elements[path].spot, "the check %s needs %s", spec.Name, in.Name)
			}
			continue
		}
		if !in.Many && len(c.With[in.Name]) > 1 {
			v.lint(at.spot, "%s of the check %s takes one field", in.Name, spec.Name)
		}
		for _, id := range c.With[in.Name] {
			v.parameter(in, id, spec.Name, at.spot)
		}
	}
	given := append(keys(c.With), keys(c.Const)...)
	for _, name := range given {
		if !slices.Contains(names, name) {
			v.lint(v.elements[path+".with."+name].spot, "the check %s has no parameter %s%s", spec.Name, name, near(name, slices.Clone(names)))
		}
	}
}

// parameter proves one field that a parameter gets.
func (v *linter) parameter(in Input, id, check string, at spot) {
	_, column, inList := strings.Cut(id, ".")
	if !inList {
		column = id
	}
	it := v.known.items[column]
	switch {
	case it.Field == nil:
		v.lint(at, "%s is no field: %s of the check %s takes one", id, in.Name, check)
	case inList && !in.Many:
		v.lint(at, "%s stands in many rows, but %s of the check %s takes one answer", id, in.Name, check)
	case !slices.Contains(in.Types, it.Field.Type):
		v.lint(at, "%s is a field of type %s, which %s of the check %s does not take", id, it.Field.Type, in.Name, check)
	}
}

// draft proves that a template exists, and that what it reads stands before.
func (v *linter) draft(it *Item, path string) {
	at := v.elements[path+".template"].spot
	i := slices.IndexFunc(v.specs.Templates, func(s TemplateSpec) bool { return s.Name == it.Draft.Template })
	if i < 0 {
		names := make([]string, len(v.specs.Templates))
		for j, s := range v.specs.Templates {
			names[j] = s.Name
		}
		v.lint(at, "there is no template %s%s", it.Draft.Template, near(it.Draft.Template, names))
		return
	}
	for _, id := range v.specs.Templates[i].Inputs {
		read := v.known.items[id]
		switch {
		case read == nil || v.known.listOf[id] != "":
			v.lint(at, "the template %s reads %s, and there is no such field", it.Draft.Template, id)
		case read.Field != nil && read.Field.Type == TypeSecret:
			v.lint(at, "the template %s reads the secret %s: a secret stands in no draft", it.Draft.Template, id)
		case !v.before(id, path):
			v.lint(at, "the template %s reads %s, which comes later", it.Draft.Template, id)
		}
	}
	for _, id := range v.specs.Templates[i].Asks {
		if asked := v.known.items[id]; asked == nil || asked.Field == nil || v.known.listOf[id] != "" || !v.before(id, path) {
			v.lint(at, "the template %s asks for %s, and no such field stands before it", it.Draft.Template, id)
		}
	}
}

// before reports whether a field or list stands before the item at a path.
func (v *linter) before(id, path string) bool {
	for i := range v.p.Steps {
		s := &v.p.Steps[i]
		for j := range s.Items {
			if s.Items[j].ID == id && s.Items[j].hasData() {
				return true
			}
			if "steps."+s.ID+".items."+s.Items[j].ID == path {
				return false
			}
		}
	}
	return false
}

func (it *Item) hasData() bool { return it.Kind == KindField || it.Kind == KindList }
