package flows

import (
	"regexp"
	"strconv"
	"sync"

	"github.com/goccy/go-yaml/token"
)

// object reads a mapping key by key, and finds what nobody has asked for.
type object struct {
	*element
	l    *loader
	path string // under which its parts are remembered
	used map[string]bool
}

// object takes an element as a mapping; nil, and a fault, where it is none.
func (l *loader) object(e *element, path string, what Message) *object {
	if e.shape != mapping {
		l.fault(e.spot, "lint.not_mapping", "what", what, "is", e.what())
		return nil
	}
	l.elements[path] = e
	return &object{element: e, l: l, path: path, used: map[string]bool{}}
}

// moved says where the object's parts are remembered, once its id is known.
func (o *object) moved(path string) {
	o.path = path
	o.l.elements[path] = o.element
}

// take is the value of a key; nil where there is none.
func (o *object) take(key string) *element {
	o.used[key] = true
	e := o.get(key)
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

// done complains of the keys that nobody has asked for.
func (o *object) done(what Message) {
	for _, p := range o.pairs {
		if !o.used[p.key.text] {
			o.l.fault(p.key.spot, "lint.no_key", "what", what, "key", p.key.text, "hint", nearest(p.key.text, keys(o.used)))
		}
	}
}

// text is the text of a key, "" where there is none.
func (o *object) text(key string) string {
	e := o.take(key)
	if e == nil {
		return ""
	}
	return o.l.text(e, value(key))
}

// value is what a key holds, and entry one of the list that it holds, as a
// sentence names them.
func value(key string) Message { return Msg("thing.value", "key", key) }
func entry(key string) Message { return Msg("thing.entry", "key", key) }

// must is the text of a key that has to be there.
func (o *object) must(key string, what Message) string {
	if o.take(key) == nil {
		o.l.fault(o.spot, "lint.needs_key", "what", what, "key", key)
		return ""
	}
	return o.text(key)
}

// flag is the truth of a key, false where there is none.
func (o *object) flag(key string) bool {
	e := o.take(key)
	if e == nil {
		return false
	}
	if e.shape != scalar || e.kind != token.BoolType {
		o.l.fault(e.spot, "lint.not_truth", "what", value(key), "is", e.what())
	}
	return e.text == "true"
}

// number is the whole number of a key, 0 where there is none.
func (o *object) number(key string, most int) int {
	e := o.take(key)
	if e == nil {
		return 0
	}
	n, err := strconv.Atoi(e.text)
	if e.shape != scalar || e.kind != token.IntegerType || err != nil || n < 0 || n > most {
		o.l.fault(e.spot, "lint.not_number", "what", value(key), "is", e.what(), "max", most)
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
	text := o.l.text(e, value(key))
	for _, word := range words {
		if text == word {
			return text
		}
	}
	if text != "" {
		o.l.fault(e.spot, "lint.not_one_of", "value", text, "key", key, "words", words)
	}
	return ""
}

// level is the level of a key, "" where there is none.
func (o *object) level(key string) Level {
	return Level(o.oneOf(key, string(Must), string(Warn), string(Tell)))
}

// cond is the condition of a key, not compiled yet.
func (o *object) cond(key string) *Cond {
	source := o.text(key)
	if source == "" {
		return nil
	}
	return &Cond{Source: source}
}

// parts is an element as a list.
func (l *loader) parts(e *element, what Message) []*element {
	if e.shape != sequence {
		l.fault(e.spot, "lint.not_list", "what", what, "is", e.what())
		return nil
	}
	if len(e.parts) == 0 {
		l.fault(e.spot, "lint.empty_list", "what", what)
	}
	return e.parts
}

// text is an element as a text, with the parameters of an include put in.
func (l *loader) text(e *element, what Message) string {
	switch {
	case e.shape != scalar:
		l.fault(e.spot, "lint.not_text", "what", what, "is", e.what())
		return ""
	case e.kind == token.NullType || e.kind == token.ImplicitNullType:
		l.fault(e.spot, "lint.empty_text", "what", what)
		return ""
	}
	text := l.include.fill(l, e)
	if text == "" {
		l.fault(e.spot, "lint.empty_text", "what", what)
	}
	if Clean(text) != text {
		l.fault(e.spot, "lint.unclean", "what", what)
		return ""
	}
	return text
}

// The shapes of ids.
var (
	stepID  = pattern(`[a-z][a-z0-9]*(-[a-z0-9]+)*`)
	fieldID = pattern(`[a-z][a-z0-9_]*`)
	itemID  = pattern(`[a-z][a-z0-9_-]*`)
	factID  = pattern(`[A-Za-z][A-Za-z0-9_-]*`)
)

// pattern compiles when it is first used: nothing heavy before main.
func pattern(source string) func(string) bool {
	compiled := sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\A(?:` + source + `)\z`) })
	return func(s string) bool { return len(s) <= 64 && compiled().MatchString(s) }
}
