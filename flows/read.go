package flows

import (
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// number reads a number with a decimal point or comma; blanks and the other
// sign may part its thousands.
func (r *reading) number(text string) Value {
	plain := strings.ReplaceAll(r.item.Field.withoutUnit(text), " ", "")
	point, comma := strings.LastIndexByte(plain, '.'), strings.LastIndexByte(plain, ',')
	if point >= 0 && comma >= 0 {
		thousands := "."
		if point > comma {
			thousands = ","
		}
		plain = strings.ReplaceAll(plain, thousands, "")
	}
	plain = strings.Replace(plain, ",", ".", 1)
	if strings.Trim(plain, "+-.0123456789") != "" {
		r.problem("number")
		return nil
	}
	n, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		r.problem("number")
		return nil
	}
	return r.finite(n)
}

func (r *reading) finite(n float64) Value {
	if math.IsNaN(n) || math.IsInf(n, 0) {
		r.problem("number")
		return nil
	}
	return n
}

// option finds an option by its value, or by its label whatever the case.
func (f *Field) option(text string) (string, bool) {
	for _, o := range f.Options {
		if o.Value == text {
			return o.Value, true
		}
	}
	for _, o := range f.Options {
		if strings.EqualFold(o.Value, text) || strings.EqualFold(o.Label, text) {
			return o.Value, true
		}
	}
	return "", false
}

func (f *Field) optionValues() string {
	values := make([]string, len(f.Options))
	for i, o := range f.Options {
		values[i] = o.Value
	}
	return strings.Join(values, ", ")
}

func (r *reading) choice(text string) Value {
	value, ok := r.option(text)
	if !ok {
		r.problem("choice", "value", text, "options", r.item.Field.optionValues())
		return nil
	}
	return value
}

// choices gives the chosen options, each once, in the order of the options.
func (r *reading) choices(given []string) Value {
	f := r.item.Field
	chosen := map[string]bool{}
	for _, text := range given {
		value, ok := r.option(text)
		if !ok {
			r.problem("choices", "value", text, "options", f.optionValues())
			return nil
		}
		chosen[value] = true
	}
	values := make([]string, 0, len(chosen))
	for _, o := range f.Options {
		if chosen[o.Value] {
			values = append(values, o.Value)
		}
	}
	return values
}

// emails gives the addresses, each once; the first that is none is named.
func (r *reading) emails(given []string) Value {
	var addresses []string
	for _, address := range given {
		if slices.Contains(addresses, address) {
			continue
		}
		if r.email(address); r.invalid {
			return nil
		}
		addresses = append(addresses, address)
	}
	return addresses
}

// url reads the address of something on the web, without a user in it.
func (r *reading) url(text string) Value {
	u, err := url.Parse(text)
	switch {
	case err != nil || strings.ContainsFunc(text, unicode.IsSpace):
		r.problem("url")
	case u.Scheme != "https" && u.Scheme != "http", !isHost(u):
		r.problem("url")
	case u.User != nil:
		r.problem("url_user")
	}
	return text
}

// isHost reports whether a web address names a host, without empty labels, and
// a port that there can be.
func isHost(u *url.URL) bool {
	host := strings.TrimSuffix(u.Hostname(), ".")
	if host == "" || strings.HasPrefix(host, ".") || strings.Contains(host, "..") {
		return false
	}
	if u.Port() == "" {
		return true
	}
	port, err := strconv.ParseUint(u.Port(), 10, 16)
	return err == nil && port > 0
}

// KeptFile reads the answer of a file field, which names a kept file:
// sha256:<hex>/<base name>.
func KeptFile(text string) (sum, name string, ok bool) {
	kept, ok := strings.CutPrefix(text, "sha256:")
	if !ok {
		return "", "", false
	}
	sum, name, ok = strings.Cut(kept, "/")
	if !ok || len(sum) != 64 || strings.Trim(sum, "0123456789abcdef") != "" {
		return "", "", false
	}
	ok = name != "" && name != "." && name != ".." && len(name) <= 255 &&
		!strings.ContainsAny(name, "/\\") && !strings.ContainsFunc(name, unicode.IsControl)
	return sum, name, ok
}
