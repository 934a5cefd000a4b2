package flows

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// object reads a mapping key by key, and finds what its grammar does not have.
type object struct {
	*Element
	l    *loader
	path string // under which its parts are remembered
}

// object takes an element as a mapping; nil, and a fault, where it is none.
func (l *loader) object(e *Element, path string, what Message) *object {
	if e.Shape != Mapping {
		l.fault(e.FilePlace, "lint.not_mapping", "what", what, "is", e.what())
		return nil
	}
	l.elements[path] = e
	return &object{Element: e, l: l, path: path}
}

// moved says where the object's parts are remembered, once its id is known.
func (o *object) moved(path string) {
	o.path = path
	o.l.elements[path] = o.Element
}

// take is the value of a key; nil where there is none.
func (o *object) take(key string) *Element {
	e := o.Get(key)
	if e != nil {
		o.l.elements[below(o.path, key)] = e
	}
	return e
}

// below is the path of a part.
func below(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// done complains of the keys that neither the grammar of what this is nor also has.
func (o *object) done(what Message, also ...string) {
	g := grammarOf(what)
	for _, p := range o.Pairs {
		if !g.has(p.Key.Text) && !slices.Contains(also, p.Key.Text) {
			known := append(g.names(), also...)
			o.l.fault(p.Key.FilePlace, "lint.no_key", "what", what, "key", p.Key.Text, "hint", nearest(p.Key.Text, known))
		}
	}
}

// text is the text of a key, "" where there is none.
func (o *object) text(key string) string {
	e := o.take(key)
	if e == nil {
		return ""
	}
	return o.plainText(e, key)
}

// plainText is the text in the value of a key, doubted as loader.text does.
func (o *object) plainText(e *Element, key string) string {
	if !e.IsNull() {
		o.l.plain(e)
	}
	return o.read(e, key)
}

// read is what is written in the value of a key.
func (o *object) read(e *Element, key string) string {
	text, wrong := o.l.content(e)
	if wrong != "" {
		o.l.unwritten(e, wrong, value(key))
	}
	return text
}

// value is what a key holds, and entry one of the list that it holds, as a
// sentence names them.
func value(key string) Message { return Msg("thing.value", "key", key) }
func entry(key string) Message { return Msg("thing.entry", "key", key) }

// written is what stands at a key, letter by letter: a text, a number, a date or
// a truth; "" where there is none.
func (o *object) written(key string) string {
	e := o.take(key)
	if e == nil {
		return ""
	}
	return o.read(e, key)
}

// needs proves that a key is there.
func (o *object) needs(key string, what Message) {
	if o.take(key) == nil {
		o.l.fault(o.FilePlace, "lint.needs_key", "what", what, "key", key)
	}
}

// must is the text of a key that has to be there.
func (o *object) must(key string, what Message) string {
	o.needs(key, what)
	return o.text(key)
}

// flag is the truth of a key, false where there is none.
func (o *object) flag(key string) bool {
	e := o.take(key)
	if e == nil {
		return false
	}
	if e.quoted || e.Text != "true" && e.Text != "false" {
		o.l.fault(e.FilePlace, "lint.not_truth", "what", value(key), "is", e.what())
	}
	return e.Text == "true"
}

// number is the whole number of a key, 0 where there is none.
func (o *object) number(key string, most int) int {
	e := o.take(key)
	if e == nil {
		return 0
	}
	n, err := strconv.Atoi(e.Text)
	if e.quoted || err != nil || n < 0 || n > most || strconv.Itoa(n) != e.Text {
		o.l.fault(e.FilePlace, "lint.not_number", "what", value(key), "is", e.what(), "max", most)
		return 0
	}
	return n
}

// texts is the list of texts of a key.
func (o *object) texts(key string) []string {
	e := o.take(key)
	if e == nil {
		return nil
	}
	var list []string
	for i, part := range o.l.parts(e, value(key)) {
		o.l.elements[o.path+"."+key+"."+strconv.Itoa(i)] = part
		list = append(list, o.l.text(part, entry(key)))
	}
	return list
}

// oneOf is the text of a key that has to be one of a few words.
func (o *object) oneOf(key string, words ...string) string {
	e := o.take(key)
	if e == nil {
		return ""
	}
	text := o.plainText(e, key)
	for _, word := range words {
		if text == word {
			return text
		}
	}
	if text != "" {
		o.l.fault(e.FilePlace, "lint.not_one_of", "value", text, "key", key, "words", words)
	}
	return ""
}

// level is the level of a key, "" where there is none.
func (o *object) level(key string) Level {
	return Level(o.oneOf(key, string(Must), string(Warn), string(Tell)))
}

// cond is the condition of a key, not compiled yet.
func (o *object) cond(key string) *Cond {
	source := o.written(key)
	if source == "" {
		return nil
	}
	if o.l.alone {
		_, bad := parse(source)
		o.l.misfits(o.Get(key), source, bad)
	}
	return &Cond{Source: source}
}

// parts is an element as a list.
func (l *loader) parts(e *Element, what Message) []*Element {
	if e.Shape != Sequence {
		l.fault(e.FilePlace, "lint.not_list", "what", what, "is", e.what())
		return nil
	}
	if len(e.Parts) == 0 {
		l.fault(e.FilePlace, "lint.empty_list", "what", what)
	}
	return e.Parts
}

// text is an element as a text, with the parameters of an include put in. One
// without quotes is a doubt where other programs take it for something else.
func (l *loader) text(e *Element, what Message) string {
	if !e.IsNull() {
		l.plain(e)
	}
	return l.written(e, what)
}

// plain doubts a text without quotes that is a number, a date, a truth or
// nothing by what else reads YAML.
func (l *loader) plain(e *Element) {
	if l.late || e.Shape != Scalar || e.quoted {
		return
	}
	if is := meant(e.Text); is != "" {
		l.lint(e.FilePlace, "lint.yaml_plain", "is", Msg(is), "text", quote(e.Text))
	}
}

// written is an element as it is written, with the parameters of an include put
// in.
func (l *loader) written(e *Element, what Message) string {
	text, wrong := l.content(e)
	if wrong != "" {
		l.unwritten(e, wrong, what)
	}
	return text
}

// content is what is written in an element, and the code of what is wrong with it: a
// message is made of the few that are wrong alone.
func (l *loader) content(e *Element) (text, wrong string) {
	if e.Shape != Scalar {
		return "", "lint.not_text"
	}
	if e.IsNull() {
		return "", "lint.empty_text"
	}
	text = strings.TrimRight(l.include.fill(l, e), "\n")
	switch {
	case text == "":
		return "", "lint.empty_text"
	case Clean(text) != text:
		return "", "lint.unclean"
	}
	return text, ""
}

// unwritten is the fault of an element that holds no text.
func (l *loader) unwritten(e *Element, wrong string, what Message) {
	if wrong == "lint.not_text" {
		l.fault(e.FilePlace, wrong, "what", what, "is", e.what())
		return
	}
	l.fault(e.FilePlace, wrong, "what", what)
}

// The shapes of ids.
var (
	stepID  = pattern(kebabPattern)
	fieldID = pattern(snakePattern)
	itemID  = pattern(looseItemID)
	factID  = pattern(anyFactID)
)

// pattern compiles when it is first used: nothing heavy before main.
func pattern(source string) func(string) bool {
	compiled := sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\A(?:` + source + `)\z`) })
	return func(s string) bool { return len(s) <= 64 && compiled().MatchString(s) }
}
