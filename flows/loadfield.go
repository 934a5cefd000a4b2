package flows

import (
	"strconv"
	"time"
)

func (l *loader) loadField(o *object, it *Item) {
	o.must("type", Msg("kind.field"))
	f := &Field{
		Type: Type(o.oneOf("type", typeNames()...)), Required: o.flag("required"), Area: o.flag("area"),
		Once: o.flag("once"), Keep: o.flag("keep"), Large: o.flag("large"),
		Options: l.options(o), Placeholder: o.text("placeholder"),
	}
	it.Field = f
	if f.Type == "" {
		o.take("default") // whether it fits, the type would say
		return
	}
	choice := f.Type == TypeChoice || f.Type == TypeChoices
	if choice && len(f.Options) == 0 && o.Get("options") == nil {
		l.fault(o.FilePlace, "lint.needs_options", "type", string(f.Type))
	}
	if !choice && len(f.Options) > 0 {
		l.fault(o.Get("options").FilePlace, "lint.no_options", "type", string(f.Type))
	}
	if f.Area && f.Type != TypeText {
		l.fault(o.Get("area").FilePlace, "lint.only_text_area")
	}
	if f.Once && f.Type != TypeSecret {
		l.fault(o.Get("once").FilePlace, "lint.only_secret_once")
	}
	if f.Large && f.Type != TypeFile {
		l.fault(o.Get("large").FilePlace, "lint.only_file_large")
	}
	l.loadUnit(o, f)
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
	if e.Shape == Mapping {
		in := l.object(e, o.path+".options", value("options"))
		for _, p := range in.Pairs {
			l.plain(p.Key)
			options = append(options, l.loadOption(p.Value, l.include.fill(l, p.Key), in.path+"."+p.Key.Text))
		}
	} else {
		for _, part := range l.parts(e, value("options")) {
			own := l.text(part, Msg("thing.option"))
			l.elements[o.path+".options."+own] = part
			options = append(options, Option{Value: own, Label: own})
		}
	}
	l.proveOptions(e, options)
	return options
}

func (l *loader) proveOptions(e *Element, options []Option) {
	if len(options) == 0 {
		l.fault(e.FilePlace, "lint.options_none")
	}
	seen := map[string]bool{}
	for _, option := range options {
		if seen[option.Value] {
			l.fault(e.FilePlace, "lint.option_twice", "option", option.Value)
		}
		seen[option.Value] = true
	}
}

// loadDefault reads the default as an answer: it has to be a good one.
func (l *loader) loadDefault(e *Element, it *Item) {
	var raw Value
	switch e.Shape {
	case Scalar:
		raw = l.written(e, value("default"))
		if t := it.Field.Type; t != TypeNumber && t != TypeDate {
			l.plain(e)
		}
	case Sequence:
		var list []string
		for _, part := range l.parts(e, value("default")) {
			list = append(list, l.text(part, entry("default")))
		}
		raw = list
	default:
		l.fault(e.FilePlace, "lint.default_shape", "is", e.what())
		return
	}
	if t := it.Field.Type; t == TypeSecret || t == TypeFile {
		l.fault(e.FilePlace, "lint.default_type", "type", string(t))
		return
	}
	if l.filledDefault(it.Field, raw) {
		return
	}
	if _, err := time.Parse(isoDate, Format(raw)); err != nil && it.Field.Type == TypeDate {
		l.fault(e.FilePlace, "lint.no_date", "value", Format(raw))
		return
	}
	v, problems := it.Read(raw, time.Time{})
	for _, p := range problems {
		if p.Level == Must {
			l.fault(e.FilePlace, "lint.default_bad", "problem", p.Message)
			return
		}
	}
	it.Field.Default = v
}

func (l *loader) loadList(o *object, it *Item) {
	list := &List{Min: o.number("min", MaxRows), Max: o.number("max", MaxRows), Row: o.text("row")}
	it.List = list
	if list.Max > 0 && list.Max < list.Min {
		l.fault(o.Get("max").FilePlace, "lint.list_max")
	}
	if e := o.take("columns"); e != nil {
		l.columns(o, list, e)
	} else {
		l.fault(o.FilePlace, "lint.list_columns")
	}
	list.Unique = l.uniques(o)
	for _, u := range list.Unique {
		if it.Column(u.Column) == nil {
			l.fault(o.Get("unique").FilePlace, "lint.list_column", "column", u.Column)
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
	if e.Shape == Scalar {
		return []Unique{{Column: o.text("unique")}}
	}
	var all []Unique
	for _, part := range l.parts(e, value("unique")) {
		if part.Shape == Scalar {
			all = append(all, Unique{Column: l.text(part, Msg("thing.column"))})
			continue
		}
		in := l.object(part, o.path+".unique."+strconv.Itoa(len(all)), Msg("thing.unique"))
		if in == nil {
			continue
		}
		all = append(all, Unique{
			Column: in.must("column", Msg("thing.unique")), When: in.cond("when"), Level: in.level("level"), Text: in.text("text"),
		})
		if text := in.Get("text"); text != nil {
			l.elements[in.path] = text // where the column's text is, for what is wrong with it
		}
		in.done(Msg("thing.unique"))
	}
	return all
}

// columns reads the columns of a list: fields and tasks. A task's id is a
// column's, and so unique in the procedure.
func (l *loader) columns(o *object, list *List, e *Element) {
	counts := map[Kind]int{}
	for i, part := range l.parts(e, value("columns")) {
		in := l.object(part, o.path+".columns."+strconv.Itoa(i), Msg("thing.column"))
		if in == nil {
			continue
		}
		column := l.item(in, o.path+".columns.", counts)
		switch {
		case column.Each != "":
			l.fault(in.Get("each").FilePlace, "lint.each_column")
		case column.Kind == KindTask:
			l.unique(l.dataIDs, in, string(KindTask), column.ID, dataIDs)
		case column.Kind == KindField && column.Field.Type == TypeSecret:
			l.fault(part.FilePlace, "lint.column_secret")
		case column.Kind != KindField && column.Kind != "":
			l.fault(part.FilePlace, "lint.column_kind", "kind", column.Kind.what())
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
