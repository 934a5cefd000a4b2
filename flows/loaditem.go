package flows

import (
	"slices"
	"strconv"
)

// kinds are all kinds of items.
var kinds = []Kind{
	KindText, KindCopy, KindAttach, KindField, KindValue, KindList, KindTask, KindCheck, KindDraft, KindWait, KindGate, KindAction, KindEnd,
}

// loadKind reads the keys that belong to the item's kind.
func (l *loader) loadKind(o *object, it *Item) {
	switch it.Kind {
	case KindText:
		l.loadText(o, it)
	case KindCopy:
		l.loadCopy(o, it)
	case KindAttach:
		l.loadAttach(o, it)
	case KindField:
		l.loadField(o, it)
	case KindValue:
		l.loadValue(o, it)
	case KindList:
		l.loadList(o, it)
	case KindTask:
		l.loadTask(o, it)
	case KindCheck:
		l.loadCheck(o, it)
	case KindDraft:
		l.loadDraft(o, it)
	case KindWait:
		l.loadWait(o, it)
	case KindGate:
		l.loadGate(o, it)
	case KindAction:
		l.loadAction(o, it)
	case KindEnd:
		l.loadEnd(o, it)
	}
}

// reserved are the words that conditions need for themselves.
var reserved = []string{"in", "not", "and", "or", "matches", "contains", "let", "if", "else", "true", "false", "nil", CustomerName}

// item reads an item, remembered under prefix and its id.
func (l *loader) item(o *object, prefix string, counts map[Kind]int) Item {
	it := Item{Kind: l.kind(o)}
	if it.Kind == "" {
		return it
	}
	counts[it.Kind]++
	l.itemID(o, &it, counts[it.Kind])
	o.moved(prefix + it.ID)
	it.When = o.cond("when")
	if it.Kind != KindText {
		it.Label = o.text("label")
		it.Help = o.text("help")
	}
	it.Facts = l.carries(o)
	it.Internal = o.flag("internal")
	it.Origin = o.origin()
	if it.Kind == KindField || it.Kind == KindValue || it.Kind == KindList {
		it.Rules = l.rules(o)
	}
	l.loadEach(o, &it)
	l.loadKind(o, &it)
	o.done(it.Kind.what())
	return it
}

// what is the kind as a sentence names it, such as "a field".
func (k Kind) what() Message { return Msg("kind." + string(k)) }

// kind is the one kind whose key the item has.
func (l *loader) kind(o *object) Kind {
	var found, all []string
	for _, kind := range kinds {
		all = append(all, string(kind))
		if o.Get(string(kind)) != nil {
			found = append(found, string(kind))
		}
	}
	if len(found) == 1 {
		return Kind(found[0])
	}
	if len(found) == 0 {
		l.fault(o.FilePlace, "lint.no_kind", "kinds", all)
		for _, p := range o.Pairs {
			l.lose(p.Value.Text)
		}
	} else {
		l.fault(o.FilePlace, "lint.many_kinds", "kinds", found)
	}
	return ""
}

// itemID takes the id from the kind's key, or from id, or makes one.
func (l *loader) itemID(o *object, it *Item, number int) {
	key := string(it.Kind)
	derived := it.Kind == KindText || it.Kind == KindCopy || it.Kind == KindAttach
	if derived {
		key = "id"
	}
	if it.ID = o.text(key); it.Kind == KindValue {
		it.ID = valueID(it.ID)
	}
	if it.ID == "" {
		it.ID = string(it.Kind) + "-" + strconv.Itoa(number)
		return
	}
	switch it.Kind {
	case KindField, KindValue, KindList:
		l.unique(l.dataIDs, o, key, it.ID, dataIDs)
	default:
		l.unique(map[string]FilePlace{}, o, key, it.ID, itemIDs)
	}
}

func isDataID(id string) bool { return fieldID(id) && !slices.Contains(reserved, id) }

func (l *loader) loadText(o *object, it *Item) {
	it.Text = &Text{Body: o.text("text"), Tell: o.flag("tell"), Fold: o.flag("help")}
	if it.Text.Tell && it.Text.Fold {
		l.fault(o.FilePlace, "lint.tell_folded")
	}
}

func (l *loader) loadCopy(o *object, it *Item) {
	it.Copy = &Copy{Of: o.text("of")}
	if e := o.take("copy"); it.Copy.Of == "" || !e.IsNull() {
		it.Copy.Value = o.text("copy")
	}
	if it.Copy.Of != "" && it.Copy.Value != "" {
		l.fault(o.FilePlace, "lint.copy_both")
	}
}

func (l *loader) loadTask(o *object, it *Item) {
	it.Task = &Task{
		Optional: o.flag("optional"),
		Evidence: Evidence(o.oneOf("evidence", string(FileEvidence), string(SentenceEvidence))),
	}
}

func (l *loader) loadCheck(o *object, it *Item) {
	it.Check = &Check{Run: o.must("run", KindCheck.what()), With: map[string][]string{}, Level: o.level("level")}
	if it.Check.Level == "" {
		it.Check.Level = Must
	}
	l.checkInputs(o, it.Check)
	it.Check.Findings = l.findings(o)
	l.loadHTTP(o, it.Check)
}

// checkInputs reads with: a field id, list.column, several of them, or
// {const: text}.
func (l *loader) checkInputs(o *object, c *Check) {
	e := o.take("with")
	if e == nil {
		return
	}
	in := l.object(e, o.path+".with", value("with"))
	if in == nil {
		return
	}
	for _, p := range in.Pairs {
		name := p.Key.Text
		switch p.Value.Shape {
		case Scalar:
			c.With[name] = []string{in.text(name)}
		case Sequence:
			c.With[name] = in.texts(name)
		case Mapping:
			constant := l.object(in.take(name), in.path+"."+name, value(name))
			if c.Const == nil {
				c.Const = map[string]string{}
			}
			c.Const[name] = constant.must("const", Msg("thing.constant"))
			constant.done(Msg("thing.constant"))
		}
	}
}

func (l *loader) loadDraft(o *object, it *Item) {
	it.Draft = &Draft{Template: o.must("template", KindDraft.what()), To: o.text("to")}
	it.Draft.Letter = l.letter(it.Draft.Template)
}

func (l *loader) loadGate(o *object, it *Item) {
	word := o.must("word", KindGate.what())
	it.Gate = &Gate{Word: word, Warning: o.must("warning", KindGate.what()), base: word}
	e := o.take("requires")
	if e == nil {
		return
	}
	for _, part := range l.parts(e, value("requires")) {
		in := l.object(part, o.path+".requires."+strconv.Itoa(len(it.Gate.Requires)), Msg("thing.precondition"))
		if in == nil {
			continue
		}
		in.must("when", Msg("thing.precondition"))
		it.Gate.Requires = append(it.Gate.Requires, Precondition{Cond: in.cond("when"), Text: in.must("text", Msg("thing.precondition"))})
		in.done(Msg("thing.precondition"))
	}
}

func (l *loader) loadAction(o *object, it *Item) {
	it.Action = &Action{Run: o.must("run", KindAction.what()), Of: o.text("of"), Body: o.text("body")}
}

func (l *loader) loadEnd(o *object, it *Item) {
	it.End = &End{Outcome: o.must("outcome", KindEnd.what()), Reason: o.must("reason", KindEnd.what())}
	if it.End.Outcome != "" && !stepID(it.End.Outcome) {
		l.fault(o.Get("outcome").FilePlace, "lint.outcome")
	}
}
