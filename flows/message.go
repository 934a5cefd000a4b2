package flows

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"time"
)

// Message is a sentence for a person before it has a language: a code, by which
// flows/words finds the sentence, and what the sentence names. Whoever makes one
// never needs to know a language; whoever shows one asks flows/words.
//
// A code is bare for problems of answers and steps (it is the problem's own
// where nothing more particular is to be said), and begins with its area and a
// dot elsewhere: refuse.no_step, check.timed_out, lint.unknown_key.
//
// The zero Message says nothing.
type Message struct {
	Code string
	Args Args
}

// Args are what a message names, by name. A value is a string, an int64, a
// float64, a bool, a time.Time, a list of strings or another Message; JSON keeps
// which of them it is.
type Args map[string]any

// said is the code of a sentence that is a sentence already.
const said = "said"

// Msg makes a message; args are names and values in turn. A string from outside
// becomes one clean line here, so that nobody has to clean it later; an int
// becomes an int64.
func Msg(code string, args ...any) Message {
	if len(args) == 0 {
		return Message{Code: code}
	}
	m := Message{Code: code, Args: make(Args, len(args)/2)}
	for i := 0; i+1 < len(args); i += 2 {
		m.Args[args[i].(string)] = argument(args[i+1])
	}
	return m
}

// argument is a value as a message keeps it.
func argument(v any) any {
	switch v := v.(type) {
	case string:
		return CleanLine(v)
	case []string:
		list := make([]string, len(v))
		for i := range v {
			list[i] = CleanLine(v[i])
		}
		return list
	case int:
		return int64(v)
	case Message:
		return nested(v)
	case float64:
		return finite(v)
	case int64, bool, time.Time:
		return v
	case error:
		return CleanLine(v.Error())
	case fmt.Stringer:
		return CleanLine(v.String())
	}
	return CleanLine(fmt.Sprint(v))
}

// nested is a message within another. One that is a sentence already, or says
// nothing, is a text there.
func nested(m Message) any {
	if m.Code == said || m.Code == "" {
		text, _ := m.Args["text"].(string)
		return text
	}
	return m
}

// finite is a number that JSON can keep: one that is none, or infinite, is a
// text.
func finite(f float64) any {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return fmt.Sprint(f)
	}
	return f
}

// Said is a message that is a sentence already, in the language that it has: a
// procedure's own, or one that an older version stored.
func Said(sentence string) Message {
	text := CleanLine(sentence)
	if text == "" {
		return Message{}
	}
	return Message{Code: said, Args: Args{"text": text}}
}

// Joined makes one message of several, put together by the sentence of a code
// that names {a} and {b}: joined.comma, joined.semicolon, joined.sentence.
func Joined(code string, list ...Message) Message {
	var all Message
	for _, m := range list {
		switch {
		case m.IsZero():
		case all.IsZero():
			all = m
		default:
			all = Msg(code, "a", all, "b", m)
		}
	}
	return all
}

// IsZero reports whether the message says nothing.
func (m Message) IsZero() bool { return m.Code == "" }

// IsData reports whether the message was made by Said: it is the same in every
// language.
func (m Message) IsData() bool { return m.Code == said }

// Key, Arg and Names are what flows/words reads of a message.
func (m Message) Key() string { return m.Code }

// Arg is what the message names by a name.
func (m Message) Arg(name string) (value any, ok bool) {
	value, ok = m.Args[name]
	return value, ok
}

// Names are the names of what the message names, sorted.
func (m Message) Names() []string { return slices.Sorted(maps.Keys(m.Args)) }

// With is the message with one more thing named.
func (m Message) With(name string, value any) Message {
	args := maps.Clone(m.Args)
	if args == nil {
		args = Args{}
	}
	args[name] = argument(value)
	return Message{Code: m.Code, Args: args}
}

// Map is the message with every text in it changed, in lists and in messages
// inside it too: whoever has to keep something out of a message needs no other
// way to all of it.
func (m Message) Map(change func(string) string) Message {
	if len(m.Args) == 0 {
		return m
	}
	args := make(Args, len(m.Args))
	for name, v := range m.Args {
		switch v := v.(type) {
		case string:
			args[name] = change(v)
		case []string:
			list := make([]string, len(v))
			for i := range v {
				list[i] = change(v[i])
			}
			args[name] = list
		case Message:
			args[name] = v.Map(change)
		default:
			args[name] = v
		}
	}
	return Message{Code: m.Code, Args: args}
}

// String is the message for whoever writes programs: its code, and what it
// names. No person reads it.
func (m Message) String() string {
	if m.Code == said {
		text, _ := m.Args["text"].(string)
		return text
	}
	if len(m.Args) == 0 {
		return m.Code
	}
	parts := make([]string, 0, len(m.Args))
	for _, name := range m.Names() {
		parts = append(parts, fmt.Sprintf("%s: %v", name, m.Args[name]))
	}
	return m.Code + " (" + strings.Join(parts, ", ") + ")"
}
