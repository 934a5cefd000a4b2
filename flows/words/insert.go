package words

import (
	"strconv"
	"strings"
	"time"
)

// insert puts arguments into a sentence. What an argument says is taken as it
// is; a name without an argument stays, braces and all.
func insert(lang, sentence string, arg func(name string) (any, bool)) string {
	if !strings.Contains(sentence, "{") {
		return sentence
	}
	var b strings.Builder
	b.Grow(2 * len(sentence))
	for {
		before, rest, found := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		inside, after, closed := strings.Cut(rest, "}")
		name, forms, counted := strings.Cut(inside, ":")
		value, known := arg(name)
		if !closed || !known {
			b.WriteByte('{')
			sentence = rest
			continue
		}
		if counted {
			b.WriteString(form(lang, value, forms))
		} else {
			b.WriteString(format(lang, value))
		}
		sentence = after
	}
}

// Placeholders lists the names that a sentence has arguments for, each once, in
// order. They are in small letters: what a person is to fill in has capitals.
func Placeholders(sentence string) []string {
	var names []string
	seen := map[string]bool{}
	insert(English, sentence, func(name string) (any, bool) {
		if !isName(name) {
			return nil, false
		}
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
		return "", true
	})
	return names
}

func isName(s string) bool {
	for _, c := range s {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' {
			return false
		}
	}
	return s != ""
}

// format is a value as a sentence in a language names it.
func format(lang string, v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return Number(lang, v)
	case bool:
		return yesNo(lang, v)
	case time.Time:
		return Time(lang, v)
	case []string:
		return List(lang, v)
	case Message:
		return Say(lang, v)
	}
	return ""
}
