package seal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// refused reports whether a text that was changed is refused with a fault that
// names a line, the seal or what was done to all of it.
func refused(t *testing.T, what, text string) {
	t.Helper()
	v, err := Verify(strings.NewReader(text), int64(len(text)))
	var r *flows.Refusal
	switch {
	case errors.As(err, &r):
	case err != nil:
		t.Errorf("%s: %v", what, err)
	case v.Intact || v.Fault == nil || v.Fault.What.IsZero():
		t.Errorf("%s: taken for intact: %+v", what, v)
	}
}

func TestEachBitCounts(t *testing.T) {
	for form, body := range bodies {
		whole := sealed(t, form, body)
		for i := range len(whole) {
			for bit := range 8 {
				if form != JSON && bit != i%8 {
					continue
				}
				b := []byte(whole)
				b[i] ^= 1 << bit
				v, err := Verify(bytes.NewReader(b), int64(len(b)))
				var r *flows.Refusal
				if errors.As(err, &r) && r.Message.Code == "seal.newer" {
					continue // the digit of the version
				}
				if err != nil || v.Intact || v.Fault == nil {
					t.Errorf("%s, bit %d of byte %d (%q): %v %+v", form, bit, i, b[max(i-10, 0):min(i+10, len(b))], err, v)
				}
			}
		}
	}
}

func TestCutAnywhere(t *testing.T) {
	for form, body := range bodies {
		whole := sealed(t, form, body)
		for i := range len(whole) {
			refused(t, fmt.Sprintf("%s of %d bytes", form, i), whole[:i])
			if i > 0 {
				refused(t, fmt.Sprintf("%s without %d bytes", form, i), whole[i:])
			}
		}
	}
}

// TestTheFormIsSigned: a page is no Markdown.
func TestTheFormIsSigned(t *testing.T) {
	text := strings.Replace(sealed(t, HTML, bodies[HTML]), `"form":"html"`, `"form":"markdown"`, 1)
	if v := verify(t, text); v.Sealed || v.Fault == nil || v.Fault.What.Code != "seal.seal_changed" {
		t.Errorf("%+v", v)
	}
	for _, name := range []string{"", "pdf", "json", "csv"} {
		refused(t, name, strings.Replace(sealed(t, HTML, bodies[HTML]), `"form":"html"`, `"form":"`+name+`"`, 1))
	}
}

// TestSealOfAnother: a seal proves its own body alone.
func TestSealOfAnother(t *testing.T) {
	a, b := sealed(t, Markdown, "# a\none\n"), sealed(t, Markdown, "# b\none\n")
	seal := strings.TrimPrefix(b, "# b\none\n")
	if v := verify(t, "# a\none\n"+seal); v.Intact || v.Fault.Line != 1 || v.Fault.Text != "# a" {
		t.Errorf("%+v", v.Fault)
	}
	for _, text := range []string{a + seal, b + seal, a + a} {
		if v := verify(t, text); v.Intact {
			t.Errorf("%q is taken for intact", text)
		}
	}
	// Somebody seals what is sealed.
	s := Seal{Form: Markdown, Statement: about}
	w := newBodyWriter(io.Discard, places[Markdown])
	_, _ = io.WriteString(w, a) // nothing fails
	w.split.finish()
	s.body, s.lines = w.sum.Sum(nil), w.lines
	line, err := s.sign(t.Context(), key(2))
	if err != nil {
		t.Fatal(err)
	}
	if v := verify(t, a+string(line)); v.Intact || v.Fault.What.Code != "seal.two" || v.Fault.Line != 3 {
		t.Errorf("two seals: %+v", v.Fault)
	}
}

// TestAnotherKeySigns: who takes the seal off and puts another on is told by the
// key, and by nothing else.
func TestAnotherKeySigns(t *testing.T) {
	if v := verify(t, sealed(t, HTML, bodies[HTML])); !v.Intact || !bytes.Equal(v.Key, key(1).public()) {
		t.Errorf("%+v", v)
	}
	s := Seal{Form: HTML, Statement: about, body: make([]byte, 32)}
	line, err := s.sign(t.Context(), key(1))
	if err != nil {
		t.Fatal(err)
	}
	ours := fmt.Sprintf("%x", key(1).public())
	forged := strings.Replace(string(line), ours, fmt.Sprintf("%x", key(2).public()), 1)
	if v := verify(t, forged); v.Sealed || v.Fault == nil || v.Fault.What.Code != "seal.seal_changed" {
		t.Errorf("another key under the signature: %+v", v)
	}
}

func TestNoSuchFile(t *testing.T) {
	for what, text := range map[string]string{
		"nothing": "", "a line": "a", "lines": "a\nb\n", "JSON": bodies[JSON], "HTML": bodies[HTML], "PDF": bodies[PDF], "a zip": "PK\x03\x04\x00\x00\n\n",
		"UTF-16": "\xff\xfe<\x00!\x00", "a long line": strings.Repeat("x", 3*window), "a member": "{\n,\"seal\":1}\n",
	} {
		_, err := Verify(strings.NewReader(text), int64(len(text)))
		var r *flows.Refusal
		if !errors.Is(err, flows.ErrUsage) || !errors.As(err, &r) || r.Message.Code != "seal.none" {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestNewer(t *testing.T) {
	text := strings.Replace(sealed(t, JSON, bodies[JSON]), `"seal","version":1`, `"seal","version":2`, 1)
	if _, err := Verify(strings.NewReader(text), int64(len(text))); !errors.Is(err, flows.ErrNewer) {
		t.Errorf("%v", err)
	}
}

// endless is a file of some size, of which each byte is the same.
type endless struct{ fill byte }

func (e endless) ReadAt(p []byte, _ int64) (int, error) {
	p[0] = e.fill
	for n := 1; n < len(p); n *= 2 {
		copy(p[n:], p[:n])
	}
	return len(p), nil
}

func TestLargeFiles(t *testing.T) {
	if _, err := Verify(endless{'x'}, 1<<30); !errors.Is(err, flows.ErrLimit) {
		t.Errorf("1 GB: %v", err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for _, fill := range "x\n}\x00" {
		if _, err := Verify(endless{byte(fill)}, MaxFile); !errors.Is(err, flows.ErrUsage) {
			t.Errorf("%q: %v", fill, err)
		}
	}
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
		t.Errorf("it took %d MiB in all", used>>20)
	}
}

func FuzzVerify(f *testing.F) {
	for form, body := range bodies {
		f.Add([]byte(sealed(f, form, body)))
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		v, err := Verify(bytes.NewReader(b), int64(len(b)))
		var r *flows.Refusal
		if err != nil && !errors.As(err, &r) {
			t.Errorf("%v", err)
		}
		if v.Intact && (v.Fault != nil || !v.Sealed || !bytes.Equal(v.Key, key(1).public()) || v.Statement.Run != about.Run) {
			t.Errorf("%+v", v)
		}
		if v.Fault != nil && (v.Fault.Text != flows.CleanLine(v.Fault.Text) || v.Fault.Line > int64(bytes.Count(b, []byte("\n"))+1)) {
			t.Errorf("%+v", v.Fault)
		}
	})
}

var _ run.Signer = key(1)
