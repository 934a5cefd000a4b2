package key_test

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"lotse/flows"
	"lotse/storage/key"
)

func TestEnd(t *testing.T) {
	for prefix, want := range map[string]string{"a": "b", "az": "a{", "a\xff": "b", "ü": "ý", "ÿ": "Ā", "a\ud7ff": "a\ue000", "a\U0010ffff": "b"} {
		if got, ok := key.End(prefix); got != want || !ok {
			t.Errorf("%q: %q, %v", prefix, got, ok)
		}
	}
	for _, prefix := range []string{"", "\xff\xff", "\U0010ffff"} {
		if got, ok := key.End(prefix); ok {
			t.Errorf("%q: %q", prefix, got)
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
