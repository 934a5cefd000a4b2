package key_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
)

func TestEnd(t *testing.T) {
	for prefix, want := range map[string]string{"a": "b", "az": "a{", "a\xff": "b", "ü": "\xc3\xbd"} {
		if got, ok := key.End(prefix); got != want || !ok {
			t.Errorf("%q: %q, %v", prefix, got, ok)
		}
	}
	for _, prefix := range []string{"", "\xff\xff"} {
		if got, ok := key.End(prefix); ok {
			t.Errorf("%q: %q", prefix, got)
		}
	}
}

func TestEvidence(t *testing.T) {
	a, b := strings.Repeat("a", 64), strings.Repeat("b", 64)
	for _, tt := range []struct {
		kind          run.EventKind
		data, content string
		want          []string
	}{
		{run.EventTicked, `{"item":"s.t","evidence":{"name":"x","sha256":"` + a + `","size":1}}`, "", []string{a}},
		{run.EventAnswered, `{"value":"sha256:` + a + `/order.pdf"}`, "", []string{a}},
		{run.EventRowsReplaced, `{"sha256":"` + b + `"}`, `[{"file":"sha256:` + a + `/x"},{"file":"sha256:` + a + `/y"}]`, []string{b, a}},
		{run.EventAnswered, `{"value":"sha256:` + strings.ToUpper(a) + `/x sha256:` + a[1:] + `/x sha256:` + a + `"}`, "", nil},
		{run.EventSent, `{"sha256":"` + a + `"}`, "", nil}, // the sum of a text, which is not kept
		{run.EventChecked, `{"item":"s.c","result":{"inputs":{"s.f":"sha256:` + b + `/x"},"summary":"\"sha256\":\"` + b + `\"","report":{"name":"x","sha256":"` + a + `","size":1}}}`, "", []string{a}},
		{run.EventChecked, `{"item":"s.c","result":{"inputs":{"s.f":"sha256:` + b + `/x"}}}`, "", nil}, // an answer, which another event names
		{run.EventChecked, `{"result":{"report":{"sha256":"../x"}}}`, "", nil},
		{run.EventTicked, "", "", nil},
	} {
		got := key.Evidence(&run.Event{Kind: tt.kind, Data: []byte(tt.data), Content: []byte(tt.content)})
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s %s: %q, want %q", tt.kind, tt.data, got, tt.want)
		}
	}
}

func TestFileName(t *testing.T) {
	for in, want := range map[string]string{
		"/home/x/order.pdf": "order.pdf", `C:\x\order.pdf`: "order.pdf", "../..": "..", "a\x1b[31m\u202eb": "a[31mb", "\xff.txt": "\uFFFD.txt", "": "",
	} {
		if got := key.FileName(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	long := key.FileName(strings.Repeat("ü", 300))
	if len(long) > 255 || !utf8.ValidString(long) {
		t.Errorf("%d bytes: %q", len(long), long)
	}
}

func TestCursor(t *testing.T) {
	at := time.UnixMilli(1795300085765)
	changed, id, err := key.Place(key.Cursor(at, "ab 12"))
	if err != nil || changed != at.UnixMilli() || id != "ab 12" {
		t.Errorf("%d %q %v", changed, id, err)
	}
}

func FuzzPlace(f *testing.F) {
	f.Add("")
	f.Add(key.Cursor(time.UnixMilli(-1), "ab12"))
	f.Add("\x1b]0;x\a")
	f.Fuzz(func(t *testing.T, cursor string) {
		_, _, err := key.Place(cursor)
		var r *flows.Refusal
		if err != nil && (!errors.As(err, &r) || strings.ContainsAny(err.Error(), "\x1b\a\r\n")) {
			t.Errorf("%q: %q", cursor, err)
		}
	})
}
