package line

import (
	"strconv"
	"strings"

	"lotse/flows"
)

// pick finds an option by its number, its value, its label, or a unique
// beginning of its label. If it finds none it says so.
func (k *prompter) pick(options []flows.Option, text string) (flows.Option, bool) {
	text = strings.TrimSpace(text)
	for _, o := range options {
		if o.Value == text {
			return o, true
		}
	}
	if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(options) {
		return options[n-1], true
	}
	var found []flows.Option
	for _, o := range options {
		if strings.EqualFold(o.Label, text) || strings.EqualFold(o.Value, text) {
			return o, true
		}
		if hasPrefixFold(o.Label, text) || hasPrefixFold(o.Value, text) {
			found = append(found, o)
		}
	}
	switch len(found) {
	case 1:
		return found[0], true
	case 0:
		k.sayf(k.l.NoOption, text, len(options))
	default:
		k.sayf(k.l.SeveralOptions, text, flows.CleanLine(found[0].Label), flows.CleanLine(found[1].Label))
	}
	return flows.Option{}, false
}

// hasPrefixFold reports whether s begins with a text, ignoring case.
func hasPrefixFold(s, text string) bool {
	return text != "" && len(text) <= len(s) && strings.EqualFold(s[:len(text)], text)
}

// pickSome reads several options separated by commas or semicolons.
func (k *prompter) pickSome(f *flows.Field, text string) ([]string, bool) {
	var values []string
	chosen := map[string]bool{}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' })
	if numbers := strings.Fields(text); len(parts) == 1 && isNumbers(numbers) {
		parts = numbers
	}
	for _, part := range parts {
		o, ok := k.pick(f.Options, part)
		if !ok {
			return nil, false
		}
		chosen[o.Value] = true
	}
	for _, o := range f.Options {
		if chosen[o.Value] {
			values = append(values, o.Value)
		}
	}
	return values, true
}

func isNumbers(words []string) bool {
	for _, word := range words {
		if _, err := strconv.Atoi(word); err != nil {
			return false
		}
	}
	return len(words) > 0
}
