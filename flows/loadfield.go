package flows

import (
	"strconv"
	"time"
)

// types are the types that a field can have.
var types = []string{
	string(TypeText), string(TypeSecret), string(TypeEmail), string(TypeEmails), string(TypeURL), string(TypeCode),
	string(TypeChoice), string(TypeChoices), string(TypeDate), string(TypeNumber), string(TypeFile),
}

func (l *loader) loadField(o *object, it *Item) {
	o.must("type", "a field")
	f := &Field{
		Type: Type(o.oneOf("type", types...)), Required: o.flag("required"), Area: o.flag("area"),
		Once: o.flag("once"), Keep: o.flag("keep"), Large: o.flag("large"),
		Options: l.options(o), Placeholder: o.text("placeholder"),
	}
	it.Field = f
	choice := f.Type == TypeChoice || f.Type == TypeChoices
	if choice && len(f.Options) == 0 && o.get("options") == nil {
		l.fault(o.spot, "a %s needs options", f.Type)
	}
	if !choice && len(f.Options) > 0 {
		l.fault(o.get("options").spot, "a field of type %s has no options", f.Type)
	}
	if f.Area && f.Type != TypeText {
		l.fault(o.get("area").spot, "only a text can be an area")
	}
	if f.Once && f.Type != TypeSecret {
		l.fault(o.get("once").spot, "only a secret is shown once")
	}
	if f.Large && f.Type != TypeFile {
		l.fault(o.get("large").spot, "only a file is large")
	}
	if e := o.take("default"); e != nil {
		l.loadDefault(e, it)
	}
}

// options are value: label, or a list of values that are their own labels.
func (l *loader) options(o *object) []Option {
	e := o.take("options")
	if e == nil {
		return nil
	}
	var options []Option
	if e.shape == mapping {
		in := l.object(e, o.path+".options", "options")
		for _, p := range in.pairs {
			l.elements[in.path+"."+p.key.text] = p.value
			options = append(options, Option{Value: l.include.fill(l, p.key), Label: l.text(p.value, "the option "+p.key.text)})
		}
	} else {
		for _, part := range l.parts(e, "options") {
			value := l.text(part, "an option")
			l.elements[o.path+".options."+value] = part
			options = append(options, Option{Value: value, Label: value})
		}
	}
	l.proveOptions(e, options)
	return options
}

func (l *loader) proveOptions(e *element, options []Option) {
	if len(options) == 0 {
		l.fault(e.spot, "options is empty")
	}
	seen := map[string]bool{}
	for _, option := range options {
		if seen[option.Value] {
			l.fault(e.spot, "the option %s is there twice", option.Value)
		}
		seen[option.Value] = true
	}
}

// loadDefault reads the default as an answer: it has to be a good one.
func (l *loader) loadDefault(e *element, it *Item) {
	var raw Value
	switch e.shape {
	case scalar:
		raw = l.text(e, "default")
	case sequence:
		var list []string
		for _, part := range l.parts(e, "default") {
			list = append(list, l.text(part, "default"))
		}
		raw = list
	default:
		l.fault(e.spot, "default has to be an answer, not %s", e)
		return
	}
	switch it.Field.Type {
	case TypeSecret, TypeFile:
		l.fault(e.spot, "a field of type %s has no default", it.Field.Type)
		return
	case TypeDate:
		if _, err := time.Parse(isoDate, Format(raw)); err != nil {
			l.fault(e.spot, "%s is no date: write 2026-11-24", Format(raw))
			return
		}
	}
	v, problems := it.Read(raw, time.Time{})
	for _, p := range problems {
		if p.Level == Must {
			l.fault(e.spot, "the default is no good answer: %s", p.Message)
			return
		}
	}
	it.Field.Default = v
}

func (l *loader) loadList(o *object, it *Item) {
	list := &List{Min: o.number("min", MaxRows), Max: o.number("max", MaxRows), Row: o.text("row")}
	it.List = list
	if list.Max > 0 && list.Max < list.Min {
		l.fault(o.get("max").spot, "max is smaller than min")
	}
	if e := o.take("columns"); e != nil {
		l.columns(o, list, e)
	} else {
		l.fault(o.spot, "a list needs columns")
	}
	list.Unique = l.uniques(o)
	for _, u := range list.Unique {
		if it.Column(u.Column) == nil {
			l.fault(o.get("unique").spot, "the list has no column %s", u.Column)
		}
	}
}

// uniques reads the columns in which nothing may stand twice: COLUMN, or a list
// of COLUMN and {column: COLUMN, when: EXPR, level: LEVEL, text: TEXT}.
func (l *loader) uniques(o *object) []Unique {
	e := o.take("unique")
	if e == nil {
		return nil
	}
	if e.shape == scalar {
		return []Unique{{Column: o.text("unique")}}
	}
	var all []Unique
	for i, part := range l.parts(e, "unique") {
		if part.shape == scalar {
			all = append(all, Unique{Column: l.text(part, "a column")})
			continue
		}
		in := l.object(part, o.path+".unique."+strconv.Itoa(i), "a unique column")
		if in == nil {
			continue
		}
		all = append(all, Unique{
			Column: in.must("column", "a unique column"), When: in.cond("when"), Level: in.level("level"), Text: in.text("text"),
		})
		in.done("a unique column")
	}
	return all
}

// columns reads the columns of a list: fields and tasks. A task's id is a
// column's, and so unique in the procedure.
func (l *loader) columns(o *object, list *List, e *element) {
	counts := map[Kind]int{}
	for i, part := range l.parts(e, "columns") {
		in := l.object(part, o.path+".columns."+strconv.Itoa(i), "a column")
		if in == nil {
			continue
		}
		column := l.item(in, o.path+".columns.", counts)
		switch {
		case column.Kind == KindTask:
			l.unique(l.dataIDs, in, string(KindTask), column.ID, isDataID, "field")
		case column.Kind == KindField && column.Field.Type == TypeSecret:
			l.fault(part.spot, "a secret cannot be a column: make it a field of its own")
		case column.Kind != KindField && column.Kind != "":
			l.fault(part.spot, "a column is a field or a task, not a %s", column.Kind)
			continue
		}
		list.Columns = append(list.Columns, column)
	}
}

// Column finds a column of the list by its id; nil where there is none, or
// where the item is no list.
func (it *Item) Column(id string) *Item {
	if it.List == nil {
		return nil
	}
	for i := range it.List.Columns {
		if it.List.Columns[i].ID == id {
			return &it.List.Columns[i]
		}
	}
	return nil
}
