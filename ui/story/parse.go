package story

import (
	"fmt"

	"lotse/flows"
)

// english is the language of a text that stands for all of them.
const english = "en"

// form bounds a story.
var form = flows.Form{Depth: 8, Keys: 20, Parts: 200}

// parse reads a story's document in a language.
func parse(text []byte, lang string) (*Story, error) {
	root, faults, traps := flows.ReadDocument("", text, form)
	if wrong := append(faults, traps...); len(wrong) > 0 {
		return nil, fmt.Errorf("line %d: %s", wrong[0].Line, wrong[0].Message.Code)
	}
	r := reader{lang: lang}
	s := &Story{}
	for _, e := range root.Pairs {
		switch e.Key.Text {
		case "title":
			s.Title = r.text(e.Value)
		case "procedure":
			s.Procedure = r.text(e.Value)
		case "scenes":
			for _, n := range e.Value.Parts {
				s.Scenes = append(s.Scenes, r.scene(n))
			}
		default:
			r.fault(e.Key, "there is no %s in a story", e.Key.Text)
		}
	}
	return s, r.err
}

// reader reads the elements of a story; err is the first thing wrong.
type reader struct {
	lang string
	err  error
}

func (r *reader) fault(at *flows.Element, format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("line %d: %s", at.Row, fmt.Sprintf(format, args...))
	}
}

// text is a text that is the same in every language, or the one of this.
func (r *reader) text(e *flows.Element) string {
	if e.Shape == flows.Mapping {
		own := e.Get(r.lang)
		if own == nil {
			own = e.Get(english)
		}
		if own == nil {
			r.fault(e, "a text is neither in %s nor in %s", r.lang, english)
			return ""
		}
		e = own
	}
	if e.Shape != flows.Scalar || e.Text == "" {
		r.fault(e, "a text is missing")
	}
	return e.Text
}

func (r *reader) scene(n *flows.Element) Scene {
	var s Scene
	for _, e := range n.Pairs {
		switch e.Key.Text {
		case "say":
			s.Say = r.text(e.Value)
		case "until":
			s.Until = r.text(e.Value)
		case "keys":
			for _, k := range e.Value.Parts {
				s.Keys = append(s.Keys, r.key(k))
			}
		default:
			r.fault(e.Key, "there is no %s in a scene", e.Key.Text)
		}
	}
	if s.Say == "" {
		r.fault(n, "a scene says nothing")
	}
	return s
}

// key is a key by its name, or {type: TEXT}.
func (r *reader) key(e *flows.Element) Key {
	if e.Shape == flows.Scalar {
		return Key{Name: r.text(e)}
	}
	typed := e.Get("type")
	if typed == nil || len(e.Pairs) != 1 {
		r.fault(e, "a key is a name, or {type: TEXT}")
		return Key{}
	}
	return Key{Text: r.text(typed)}
}
