package flows_test

import (
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/words"
)

// same reports whether two messages name the same, each in its kind. A time is
// the same at the same moment in a zone of the same offset.
func same(a, b flows.Message) bool {
	if a.Code != b.Code || !slices.Equal(a.Names(), b.Names()) {
		return false
	}
	for name, v := range a.Args {
		switch v := v.(type) {
		case flows.Message:
			w, ok := b.Args[name].(flows.Message)
			if !ok || !same(v, w) {
				return false
			}
		case []string:
			w, ok := b.Args[name].([]string)
			if !ok || !slices.Equal(v, w) {
				return false
			}
		case time.Time:
			w, ok := b.Args[name].(time.Time)
			if !ok || v.Format(time.RFC3339Nano) != w.Format(time.RFC3339Nano) {
				return false
			}
		default:
			if v != b.Args[name] {
				return false
			}
		}
	}
	return true
}

// through is a message that went through JSON.
func through(t *testing.T, m flows.Message) flows.Message {
	t.Helper()
	b, err := json.Marshal(m)
	if err != nil {
		t.Fatalf("%v: %v", m, err)
	}
	var read flows.Message
	if err := json.Unmarshal(b, &read); err != nil {
		t.Fatalf("%s: %v", b, err)
	}
	return read
}

// FuzzMessageThroughJSON: whatever a message names, JSON keeps it and its kind,
// also inside another message; and it is said as it was.
func FuzzMessageThroughJSON(f *testing.F) {
	f.Add("Muster GmbH", int64(3), 2.0, true, int64(1_800_000_000), 0, "a\nb")
	f.Add(`{"time":"2026-01-01T00:00:00Z"}`, int64(math.MinInt64), math.Copysign(0, -1), false, int64(-62_135_596_800), -690, "")
	f.Add("\x1b[31m\xff", int64(math.MaxInt64), 1e300, false, int64(253_402_300_799), 840, "\u202e\x00")
	f.Add("[]", int64(1)<<53+1, math.Inf(1), true, int64(0), 90, "null\nnull")
	f.Add("", int64(-1), math.NaN(), true, int64(1), 1, "{n:row|rows}")
	f.Fuzz(func(t *testing.T, text string, n int64, fraction float64, yes bool, second int64, zone int, lines string) {
		const year9998 = 253_370_764_800
		at := time.Unix(second%year9998, n&0xfffffff).In(time.FixedZone("", zone%(14*60)*60))
		if year := at.Year(); year < 1 || year > 9998 {
			at = time.Unix(0, 0)
		}
		args := []any{
			"text", text, "n", n, "count", int(int32(n)), "fraction", fraction, "whole", math.Trunc(fraction), "yes", yes, "at", at,
		}
		args = append(args, "list", strings.Split(lines, "\n"), "none", []string{}, "said", flows.Said(text), "nothing", flows.Message{})
		inner := flows.Msg("place.row", append(args, "row", n)...)
		m := flows.Msg("no.such_code", append(args, "inner", inner, "list_of", flows.Joined("joined.comma", inner, inner, inner))...)
		for _, one := range []flows.Message{m, inner, flows.Said(text), {}} {
			read := through(t, one)
			if !same(one, read) {
				t.Fatalf("%v became %v", one, read)
			}
			for _, lang := range words.Languages() {
				if words.Say(lang, one) != words.Say(lang, read) {
					t.Fatalf("%q is said as %q", words.Say(lang, one), words.Say(lang, read))
				}
			}
		}
	})
}

// FuzzMessageFromJSON: what is no message gives an error; what is read can be
// said, changed and written, and is then read as the same.
func FuzzMessageFromJSON(f *testing.F) {
	for _, s := range []string{
		`"a sentence of an older version"`, `""`, `null`, `{}`, `{"code":""}`, `{"code":"refuse.no_step","args":{"step":"a","steps":["b","c"]}}`,
		`{"code":"said"}`, `{"code":"said","args":{"text":5}}`, `{"code":"said","args":{"text":"a\u001bb"}}`, `{"code":5}`, `{"code":"a","args":[]}`, `{"code":"a","args":{"n":null}}`,
		`{"code":"a","args":{"n":1e999}}`, `{"code":"a","args":{"n":99999999999999999999}}`, `{"code":"a","args":{"n":-0.0,"m":1E2}}`, `{"code":"a","args":{"l":[1]}}`, `{"code":"a","args":{"l":[null]}}`,
		`{"code":"a","args":{"t":{"time":"2026-13-01T00:00:00Z"}}}`, `{"code":"a","args":{"t":{"time":"2026-01-01T00:00:00+01:00"}}}`, `{"code":"a","args":{"t":{"time":"x","code":"b"}}}`, `{"code":"a","args":{"o":{}}}`,
		`{"code":"joined.comma","args":{"a":{"code":"joined.comma","args":{"a":"x"}},"b":{"code":"said","args":{"text":"y"}}}}`, `[]`, `true`, `1`, `{"code":"a"`, "\x00",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var m flows.Message
		if err := json.Unmarshal(b, &m); err != nil {
			return
		}
		for _, lang := range words.Languages() {
			_ = words.Say(lang, m)
		}
		_ = m.String() + m.Map(strings.ToUpper).String()
		if read := through(t, m); m.Code != "said" && !same(m, read) {
			t.Fatalf("%s: %v became %v", b, m, read)
		}
	})
}

// TestHostileMessages: none of these is a message, and one that is very deep
// takes no longer than it is long.
func TestHostileMessages(t *testing.T) {
	for _, s := range []string{
		`{}`, `{"code":""}`, `{"args":{"a":"b"}}`, `[]`, `true`, `1`, `{"code":5}`, `{"code":"a","args":[]}`, `{"code":"a","args":"b"}`,
		`{"code":"a","args":{"n":null}}`, `{"code":"a","args":{"n":1e999}}`, `{"code":"a","args":{"n":99999999999999999999}}`,
		`{"code":"a","args":{"l":[1]}}`, `{"code":"a","args":{"l":[null]}}`, `{"code":"a","args":{"l":[["a"]]}}`,
		`{"code":"a","args":{"t":{"time":"tomorrow"}}}`, `{"code":"a","args":{"t":{"time":"2026-01-01T00:00:00Z","zone":"x"}}}`, `{"code":"a","args":{"o":{}}}`, `{"code":"a","args":{"o":{"code":7}}}`,
	} {
		var m flows.Message
		if err := json.Unmarshal([]byte(s), &m); err == nil || !m.IsZero() {
			t.Errorf("%s is %v, %v", s, m, err)
		}
	}
	const deep = 4_000
	nested := strings.Repeat(`{"code":"joined.comma","args":{"b":"x","a":`, deep) + `"y"` + strings.Repeat("}}", deep)
	start := time.Now()
	var m flows.Message
	if err := json.Unmarshal([]byte(nested), &m); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("a message of %d bytes took %s to read", len(nested), took)
	}
}

// TestMapReachesEveryText: what is to be kept out of a message is looked for in
// every text of it, and the message itself stays as it was.
func TestMapReachesEveryText(t *testing.T) {
	m := flows.Msg("a", "text", "hush", "list", []string{"x", "hush"}, "n", 7, "inner", flows.Msg("b", "text", "hush", "deep", flows.Msg("c", "list", []string{"hush"})))
	hide := func(s string) string { return strings.ReplaceAll(s, "hush", "***") }
	want := flows.Msg("a", "text", "***", "list", []string{"x", "***"}, "n", 7, "inner", flows.Msg("b", "text", "***", "deep", flows.Msg("c", "list", []string{"***"})))
	if got := m.Map(hide); !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if inner, _ := m.Args["inner"].(flows.Message); m.Args["text"] != "hush" || inner.Args["text"] != "hush" {
		t.Errorf("it became %v", m)
	}
}

// TestWith names one more thing in a message of its own.
func TestWith(t *testing.T) {
	m := flows.Msg("a", "x", 1)
	if with := m.With("x", 2).With("y", "z"); m.Args["x"] != int64(1) || len(m.Args) != 1 || with.Args["x"] != int64(2) || with.Args["y"] != "z" {
		t.Errorf("%v became %v", m, with)
	}
	if with := (flows.Message{Code: "a"}).With("x", true); with.Args["x"] != true {
		t.Errorf("%v", with)
	}
}
