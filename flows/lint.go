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
		return []Fault{FilePlace{name + ".yaml", 1, 1}.fault("lint.file_name")}
	}
	if rest == "steps" {
		return lintSteps(fsys, name+".yaml")
	}
	p, l, err := load(fsys, id)
	if err != nil {
		return []Fault{FilePlace{id + ".yaml", 1, 1}.unread(id+".yaml", err)}
	}
	base := english
	if p != nil {
		base = p.Base()
		v := linter{loader: l, p: p, specs: specs}
		v.procedure()
	}
	faults := append(l.faults, l.doubts...).sorted()
	if dotted {
		faults = slices.DeleteFunc(faults, func(f Fault) bool { return f.File != name+".yaml" })
		if rest == base {
			faults = append(faults, FilePlace{name + ".yaml", 1, 1}.fault("lint.overlay_base", "lang", rest, "procedure", id))
		} else if overlayLang(id, base, name+".yaml") == "" {
			faults = append(faults, FilePlace{name + ".yaml", 1, 1}.fault("lint.overlay_language", "lang", rest, "procedure", id))
		} else if _, err := fs.Stat(fsys, name+".yaml"); err != nil {
			faults = append(faults, FilePlace{name + ".yaml", 1, 1}.unread(name+".yaml", err))
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
	l.alone = true
	root := l.document(file, nil)
	if root == nil {
		return l.faults
	}
	in := &include{at: root.FilePlace, params: map[string]string{}, facts: map[string]string{}, used: map[string]bool{}}
	if o := l.object(root, "", Msg("thing.file")); o != nil {
		for _, name := range o.texts("params") {
			in.params[name] = name
		}
		l.include = in
		l.steps(o)
		o.done(Msg("thing.steps"))
	}
	for name := range in.params {
		if !in.used[name] {
			l.fault(root.FilePlace, "lint.parameter_unused", "name", name)
		}
	}
	ofFacts := func(f Fault) bool { return f.Message.Code == "lint.fact_unmapped" } // nothing maps them here
	return append(l.faults, slices.DeleteFunc(l.doubts, ofFacts)...).sorted()
}

// linter asks of a procedure that loads what a run can do without, but its
// author should not.
type linter struct {
	*loader
	p     *Procedure
	specs Specs
}

func (v *linter) procedure() {
	start := v.placeAt("")
	if v.p.Summary == "" {
		v.lint(start, "lint.no_summary")
	}
	for _, c := range v.conds {
		if t, same := constant(c.Cond, v.known); same {
			v.lint(c.at, map[Truth]string{True: "lint.always_true", False: "lint.always_false"}[t])
		}
	}
	for _, fact := range v.p.Facts {
		if !v.covered[fact] {
			v.lint(v.placeAt("facts"), "lint.fact_uncovered", "fact", fact)
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
		v.lint(v.placeAt(path), "lint.step_no_fact", "step", s.ID)
	}
	if len(s.Items) == 0 && v.elements[path+".items"] == nil {
		v.lint(v.placeAt(path), "lint.step_empty", "step", s.ID)
	}
	v.page(s, path)
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
	case KindField, KindValue, KindList, KindTask:
		if it.Label == "" {
			v.lint(v.placeAt(path), "lint.no_label", "kind", string(it.Kind), "item", it.ID)
		}
	case KindCheck:
		v.check(it, path)
	case KindDraft:
		v.draft(it, path)
	case KindGate:
		v.gate(it, path+".word")
	case KindEnd:
		if it.When == nil {
			v.lint(v.placeAt(path), "lint.end_always", "item", it.ID)
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
	if it.Check.Run == "" {
		return
	}
	if i < 0 {
		names := make([]string, len(v.specs.Checks))
		for j, s := range v.specs.Checks {
			names[j] = s.Name
		}
		v.lint(v.placeAt(path+".run"), "lint.no_check", "check", it.Check.Run, "hint", nearest(it.Check.Run, names))
		return
	}
	spec := v.specs.Checks[i]
	v.parameters(it.Check, &spec, path)
	v.constants(it.Check, &spec, path)
	v.http(it.Check, &spec, path)
	for code := range it.Check.Findings {
		if !slices.Contains(spec.Findings, code) && !it.Check.Request.finds(code) {
			v.lint(v.placeAt(path+".findings."+code), "lint.no_finding", "check", spec.Name, "finding", code, "hint", nearest(code, slices.Clone(spec.Findings)))
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
				v.lint(v.placeAt(path), "lint.check_needs", "check", spec.Name, "input", in.Name)
			}
			continue
		}
		if !in.Many && len(c.With[in.Name]) > 1 {
			v.lint(at.FilePlace, "lint.check_one", "input", in.Name, "check", spec.Name)
		}
		for _, id := range c.With[in.Name] {
			v.parameter(in, id, spec.Name, at.FilePlace)
		}
	}
	given := append(keys(c.With), keys(c.Const)...)
	for _, name := range given {
		if !slices.Contains(names, name) {
			v.lint(v.placeAt(path+".with."+name), "lint.check_parameter", "check", spec.Name, "name", name, "hint", nearest(name, slices.Clone(names)))
		}
	}
}

// parameter proves one field that a parameter gets.
func (v *linter) parameter(in Input, id, check string, at FilePlace) {
	list, column, dotted := strings.Cut(id, ".")
	if !dotted {
		column = id
	}
	inList := dotted && list != ""
	it := v.known.items[column]
	switch {
	case it == nil: // link has told it
	case it.Holds() == nil:
		v.lint(at, "lint.input_no_field", "name", id, "input", in.Name, "check", check)
	case inList && !in.Many:
		v.lint(at, "lint.input_rows", "name", id, "input", in.Name, "check", check)
	case it.Holds().Type != "" && !slices.Contains(in.Types, it.Holds().Type):
		v.lint(at, "lint.input_type", "name", id, "type", string(it.Holds().Type), "input", in.Name, "check", check)
	}
}

// draft proves that a template exists, and that what it reads stands before.
func (v *linter) draft(it *Item, path string) {
	at := v.placeAt(path + ".template")
	i := slices.IndexFunc(v.specs.Templates, func(s TemplateSpec) bool { return s.Name == it.Draft.Template })
	switch {
	case it.Draft.Template == "":
		return
	case it.Draft.Letter != nil:
		v.letter(it.Draft.Letter, at, i >= 0)
		return
	}
	if i < 0 {
		names := make([]string, len(v.specs.Templates))
		for j, s := range v.specs.Templates {
			names[j] = s.Name
		}
		v.lint(at, "lint.no_template", "template", it.Draft.Template, "hint", nearest(it.Draft.Template, names))
		return
	}
	for _, id := range v.specs.Templates[i].Inputs {
		read := v.known.items[id]
		switch {
		case read == nil || v.known.listOf[id] != "":
			v.lint(at, "lint.template_field", "template", it.Draft.Template, "name", id)
		case read.Field != nil && read.Field.Type == TypeSecret:
			v.lint(at, "lint.template_secret", "template", it.Draft.Template, "name", id)
		case !v.before(id, path):
			v.lint(at, "lint.template_later", "template", it.Draft.Template, "name", id)
		}
	}
	for _, id := range v.specs.Templates[i].Asks {
		if asked := v.known.items[id]; !v.taskBefore(id, path) && (asked == nil || asked.Holds() == nil || v.known.listOf[id] != "" || !v.before(id, path)) {
			v.lint(at, "lint.template_asks", "template", it.Draft.Template, "name", id)
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

// taskBefore reports whether an id is "step.task" of a task that stands before
// the item at a path.
func (v *linter) taskBefore(id, path string) bool {
	step, task, dotted := strings.Cut(id, ".")
	for i := range v.p.Steps {
		s := &v.p.Steps[i]
		for j := range s.Items {
			if dotted && s.ID == step && s.Items[j].ID == task {
				return s.Items[j].Kind == KindTask
			}
			if "steps."+s.ID+".items."+s.Items[j].ID == path {
				return false
			}
		}
	}
	return false
}

func (it *Item) hasData() bool { return it.readable() || it.Kind == KindList }
