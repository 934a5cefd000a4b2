package document

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// answers is what a template sees of a run: the answers that apply and are
// valid, and of secrets only whether they are there.
type answers struct {
	view    *run.View
	lang    string
	asked   Asked
	to      string        // id of the field with the recipient's address; "" for none
	round   int           // of the step that the draft stands in
	letter  *flows.Letter // of the procedure; nil: a template of the program
	draft   *run.ItemView
	missing []string
}

// functions are what a template can call, but for and and or.
func (a *answers) functions() map[string]function {
	all := map[string]function{
		"customer": ofNone(func() string { return flows.CleanLine(a.view.Customer.Name) }),
		"sender":   ofNone(func() string { return flows.CleanLine(a.asked.Sender) }),
		"today":    ofNone(func() string { return words.LongDay(a.lang, a.asked.Today) }),
		"answer":   ofText(a.answer),
		"want":     ofText(a.want),
		"has":      ofText(a.has),
		"chose":    ofTexts(a.chose),
		"day":      ofText(a.day),
		"rows":     ofText(a.rows),
		"ticked":   takes(1, func(args []any) any { return plain(args[0]) == "true" }),
		"done":     ofText(a.done),
		"same":     ofTexts(a.same),
		"asked":    ofText(a.asks),
		"row":      ofTexts(row),
		"chosen":   ofPairs(a.chosen),
		"code":     ofNone(a.code),
		"not":      takes(1, func(args []any) any { return !holds(args[0]) }),
		"eq":       ofTexts(func(one, other string) bool { return one == other }),
		"ne":       ofTexts(func(one, other string) bool { return one != other }),
	}
	if a.letter != nil {
		for _, id := range a.letter.Names {
			all[id] = ofNone(func() string { return a.told(id) })
		}
	}
	return all
}

// told is a field's answer as a person reads it in the letter's language, or a line
// to fill in: an option by its label, a date as it is written there.
func (a *answers) told(id string) string {
	f := a.letter.Field(a.lang, id)
	if s := a.want(id); f == nil || s == blank {
		return s
	}
	if f.Type == flows.TypeDate {
		return a.day(id)
	}
	return flows.CleanLine(f.Show(a.item(id).Value))
}

// isAnswer are the kinds of items that a letter reads.
var isAnswer = map[flows.Kind]bool{flows.KindField: true, flows.KindValue: true, flows.KindList: true}

// item finds a field, a value or a list of the run; nil where there is none, or where it
// does not apply.
func (a *answers) item(id string) *run.ItemView {
	for i := range a.view.Steps {
		iv := a.view.Steps[i].Item(id)
		if iv == nil || !isAnswer[iv.Item.Kind] {
			continue
		}
		if iv.State != run.Applies {
			return nil
		}
		return iv
	}
	return nil
}

// answer is a field's valid answer on one line; "" where there is none, and of
// a secret always.
func (a *answers) answer(id string) string {
	if column, own := strings.CutPrefix(id, "."); own {
		return string(a.ownRow()[column])
	}
	iv := a.item(id)
	if iv == nil || iv.Item.Holds() == nil || iv.Item.Holds().Type == flows.TypeSecret || !valid(iv) {
		return ""
	}
	return show(iv.Item.Holds(), iv.Value)
}

// blank stands where an answer is missing, to be filled in.
const blank = "________"

// want is a field's answer, or a line to fill in: what is missing is seen, and
// said.
func (a *answers) want(id string) string {
	if s := a.answer(id); s != "" {
		return s
	}
	if !slices.Contains(a.missing, id) {
		a.missing = append(a.missing, id)
	}
	return blank
}

// has reports whether a field, a secret too, is validly answered.
func (a *answers) has(id string) bool {
	iv := a.item(id)
	return iv != nil && valid(iv) && (iv.Set || show(iv.Item.Holds(), iv.Value) != "")
}

// chose reports whether a choice is, or is among several.
func (a *answers) chose(id, option string) bool {
	iv := a.item(id)
	if iv == nil || !valid(iv) {
		return false
	}
	switch v := iv.Value.(type) {
	case string:
		return v == option
	case []string:
		return slices.Contains(v, option)
	}
	return false
}

// chosen is what is said of a choice, told pair by pair: an option and its
// words. Several are set one after another with commas.
func (a *answers) chosen(id string, pairs ...string) string {
	var said []string
	for i := 0; i+1 < len(pairs); i += 2 {
		if a.chose(id, pairs[i]) {
			said = append(said, pairs[i+1])
		}
	}
	if len(said) == 0 {
		return a.want(id)
	}
	return strings.Join(said, ", ")
}

// done reports whether a task, told as "step.task", applies and is ticked. A
// letter says that something was done where it is done, and nowhere else.
func (a *answers) done(task string) bool {
	step, id, _ := strings.Cut(task, ".")
	sv := a.view.Step(step)
	return sv != nil && sv.Done(id)
}

// asks reports whether the procedure asks for a field at all: that of an older run
// may not.
func (a *answers) asks(id string) bool {
	for i := range a.view.Steps {
		if iv := a.view.Steps[i].Item(id); iv != nil && iv.Item.Holds() != nil {
			return true
		}
	}
	return false
}

// same reports whether two fields have the same answer.
func (a *answers) same(one, other string) bool {
	s := a.answer(one)
	return s != "" && s == a.answer(other)
}

// day is a date as it is written in the letter's language.
func (a *answers) day(id string) string {
	s := a.want(id)
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	return words.LongDay(a.lang, t)
}

// rows are the rows of a list, each cell on one line by its column's id.
func (a *answers) rows(id string) []map[string]string {
	iv := a.item(id)
	if iv == nil {
		return nil
	}
	var all []map[string]string
	for i := range iv.Rows {
		r := &iv.Rows[i]
		all = append(all, cellsOf(iv, r))
	}
	return all
}

func cellsOf(list *run.ItemView, r *run.RowView) map[string]string {
	cells := map[string]string{}
	for column, v := range r.Values {
		if !r.Hidden[column] {
			cells[column] = show(fieldOf(list.Column(column)), v)
		}
	}
	return cells
}

// row is a line of a small table, or nothing where it has no value.
func row(label, value string) string {
	const width = 24
	if value == "" {
		return ""
	}
	return "  " + label + ":" + strings.Repeat(" ", max(width-utf8.RuneCountInString(label)-1, 1)) + value + "\n"
}

// code is what a test mail asks its reader for (check mail.readback).
func (a *answers) code() string {
	if code := run.ReadbackCode(a.view.ID, a.round, a.answer(a.to)); code != "" {
		return code
	}
	return blank
}

// valid reports whether an answer can be read: no problem says what is wrong
// with it.
func valid(iv *run.ItemView) bool {
	return !slices.ContainsFunc(iv.Problems, func(p run.ProblemView) bool { return p.Level == flows.Must && p.Code != "required" })
}

// show is an answer on one line: a file by its name, a choice by its value, since
// the letter may be in another language than the run. A tick has no field.
func show(f *flows.Field, v flows.Value) string {
	if f != nil && f.Type == flows.TypeFile {
		return flows.CleanLine(f.Show(v))
	}
	return flows.CleanLine(flows.Format(v))
}

func fieldOf(column *flows.Item) *flows.Field {
	if column == nil {
		return nil
	}
	return column.Field
}
