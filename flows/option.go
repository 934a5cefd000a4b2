package flows

import "slices"

// Option is one choice: a stable value and what the person reads.
type Option struct {
	Value string
	Label string
	When  *Cond // under which it is offered; nil: always
}

// codeNotOffered is the problem of an answer that is an option of the field, but not
// one that is offered: it is kept, and read by nothing until it is.
const codeNotOffered = "not_offered"

// Conditional reports whether some options are offered only under a condition.
func (f *Field) Conditional() bool {
	return slices.ContainsFunc(f.Options, func(o Option) bool { return o.When != nil })
}

// Offer leaves the options whose condition is true: one that is undecided is not
// offered yet. The others can be shown, and not chosen.
func (f *Field) Offer(s Scope) {
	offered := make([]Option, 0, len(f.Options))
	for _, o := range f.Options {
		if o.When.Eval(s) == True {
			offered = append(offered, o)
		} else {
			f.withheld = append(f.withheld, o)
		}
	}
	f.Options = offered
}

// Offers reports whether the options that an answer consists of are offered; the
// value of any other field is.
func (f *Field) Offers(v Value, s Scope) bool {
	for _, o := range f.Options {
		if o.When != nil && o.When.Eval(s) != True && isChosen(v, o.Value) {
			return false
		}
	}
	return !slices.ContainsFunc(f.withheld, func(o Option) bool { return isChosen(v, o.Value) })
}

func isChosen(v Value, option string) bool {
	list, several := v.([]string)
	return several && slices.Contains(list, option) || v == any(option)
}

// Withheld are the options that are not offered.
func (f *Field) Withheld() []Option { return f.withheld }

// WaitsFor lists what the options wait for that are not offered: the ids of the
// fields and lists that their conditions read, each once.
func (f *Field) WaitsFor() []string {
	var ids []string
	for _, o := range f.withheld {
		for _, ref := range o.When.Reads() {
			if !slices.Contains(ids, ref.ID) {
				ids = append(ids, ref.ID)
			}
		}
	}
	return ids
}

// option finds the option that an answer means: a yes or a no in any language
// too, unless it stands already as it was read then. One that is not offered is a
// problem, and the answer nevertheless.
func (r *reading) option(text string) (string, bool) {
	f := r.item.Field
	value, ok := f.option(text)
	if !ok && !r.kept {
		value, ok = f.truth(text)
	}
	if ok {
		return value, true
	}
	withheld := Field{Options: f.withheld}
	value, ok = withheld.option(text)
	if ok {
		p := problem(codeNotOffered, Must, "value", withheld.Show(value))
		p.Message = p.Message.Map(Short)
		r.problems = append(r.problems, p)
	}
	return value, ok
}

// loadOption reads LABEL, or {label: LABEL, when: CONDITION}.
func (l *loader) loadOption(e *Element, value, path string) Option {
	if e.Shape != Mapping {
		l.elements[path] = e
		return Option{Value: value, Label: l.text(e, Msg("thing.the_option", "option", Short(value)))}
	}
	l.needs(fifthFormat)
	o := l.object(e, path, Msg("thing.option"))
	option := Option{Value: value, Label: o.must("label", Msg("thing.option")), When: o.cond("when")}
	o.done(Msg("thing.option"))
	return option
}

// options links the conditions of an item's options: they read what stands before.
func (k *linker) options(path string, it *Item, row string, own int) {
	for i := range it.Field.Options {
		o := &it.Field.Options[i]
		at := path + ".options." + o.Value + ".when"
		if o.When != nil && row != "" {
			k.fault(k.placeAt(at), "lint.option_column")
			continue
		}
		k.cond(o.When, at, "", own)
	}
}
