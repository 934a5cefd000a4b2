package seal

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows/run"
)

// key is a signer with a key that is always the same.
type key byte

func (k key) private() ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{byte(k)}, ed25519.SeedSize))
}

func (k key) Sign(_ context.Context, s run.Statement) (run.Signature, error) {
	return run.Signature{Key: k.public(), Value: ed25519.Sign(k.private(), s.Bytes())}, nil
}

func (k key) Key(context.Context) ([]byte, error) { return k.public(), nil }

func (k key) public() []byte { return k.private().Public().(ed25519.PublicKey) }

// about is what the sealed files of the tests are about.
var about = run.Statement{
	Kind: run.StatementReport, Run: "6sv7z3yc46", Mode: run.Real, Digest: strings.Repeat("ab", 32), Events: 41, Head: strings.Repeat("0f", 32),
	At: time.Date(2026, 11, 29, 18, 30, 0, 123000000, time.FixedZone("", 3600)),
}

// bodies are a body of each form.
var bodies = map[Form]string{
	HTML:     "<!doctype html>\n<p>Grüße &amp; Küsse</p>\n\n</html>\n",
	Markdown: "# Report\n\n- one\n- two\n\nend\n",
	JSON:     "{\n\"version\":1,\n\"steps\":[\n{\"id\":\"a\"},\n{\"id\":\"b\"}\n]\n}\n",
	PDF:      "%PDF-1.7\n1 0 obj\r\n\x00\xff\nendobj\nxref\n0 1\ntrailer\n<< /Size 1 >>\nstartxref\n9\n%%EOF\n",
}

// sealed is a body with its seal.
func sealed(t testing.TB, form Form, body string) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, form, body); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func write(w io.Writer, form Form, body string) error {
	return Write(context.Background(), w, form, key(1), about, func(w io.Writer) error {
		_, err := io.WriteString(w, body)
		return err
	})
}

func TestAFileStaysWhatItIs(t *testing.T) {
	for form, body := range bodies {
		got := sealed(t, form, body)
		before, rest, ok := strings.Cut(got, places[form].before)
		seal, after, ended := strings.Cut(rest, places[form].after+"\n")
		if !ok || !ended || before+after != body || !strings.HasSuffix(before, "\n") {
			t.Errorf("%s: the body is not there as it was:\n%s", form, got)
		}
		if strings.Contains(seal, "--") || strings.Contains(seal, ">") || !json.Valid([]byte(seal)) {
			t.Errorf("%s: %s", form, seal)
		}
	}
	if !json.Valid([]byte(sealed(t, JSON, bodies[JSON]))) {
		t.Error("sealed JSON is none")
	}
	if got := sealed(t, PDF, bodies[PDF]); !strings.HasSuffix(got, "\nstartxref\n9\n%%EOF\n") {
		t.Errorf("a PDF no longer ends as one: %q", got)
	}
}

func TestSealsAreTheSameEachTime(t *testing.T) {
	for form, body := range bodies {
		whole := sealed(t, form, body)
		var b bytes.Buffer
		err := Write(t.Context(), &b, form, key(1), about, func(w io.Writer) error {
			for _, c := range []byte(body) { // in the smallest pieces
				if n, err := w.Write([]byte{c}); err != nil || n != 1 {
					return fmt.Errorf("%d written: %w", n, err)
				}
			}
			return nil
		})
		if err != nil || b.String() != whole {
			t.Errorf("%s, byte by byte: %v\n%s\nwant\n%s", form, err, b.String(), whole)
		}
	}
}

func TestWithoutAPlace(t *testing.T) {
	if got := sealed(t, None, "a;b\r\n1;2\r\n"); got != "a;b\r\n1;2\r\n" {
		t.Errorf("a form without a seal is written as %q", got)
	}
	if got := sealed(t, Markdown, "no line feed"); !strings.HasPrefix(got, "no line feed\n<!-- lotse-seal ") {
		t.Errorf("a body without a last line feed is written as %q", got)
	}
	mark := sealed(t, Markdown, bodies[Markdown])
	for what, c := range map[string]struct {
		form Form
		body string
	}{
		"no form":             {"xlsx", "a"},
		"no JSON":             {JSON, "[\n1\n]\n"},
		"empty JSON":          {JSON, ""},
		"JSON in one line":    {JSON, `{"a":1}` + "\n"},
		"no PDF":              {PDF, "%PDF-1.7\ntrailer\n"},
		"a seal":              {Markdown, mark},
		"a seal in HTML":      {HTML, mark},
		"a seal in JSON":      {JSON, sealed(t, JSON, bodies[JSON])},
		"a seal in PDF":       {PDF, sealed(t, PDF, bodies[PDF])},
		"a seal without text": {Markdown, "<!-- lotse-seal "},
	} {
		if err := write(io.Discard, c.form, c.body); err == nil {
			t.Errorf("%s is sealed", what)
		}
	}
}

// TestSealInTheText: what reads like a seal further up is text.
func TestSealInTheText(t *testing.T) {
	body := "# a\n" + sealed(t, Markdown, "# b\n") + "end\n"
	if v := verify(t, sealed(t, Markdown, body)); !v.Intact {
		t.Errorf("%+v", v.Fault)
	}
}

// broken fails.
type broken struct{ run.Signer }

var errBroken = errors.New("broken")

func (broken) Sign(context.Context, run.Statement) (run.Signature, error) {
	return run.Signature{}, errBroken
}

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteFails(t *testing.T) {
	nothing := func(io.Writer) error { return nil }
	for what, err := range map[string]error{
		"the signer":           Write(t.Context(), io.Discard, HTML, broken{}, about, nothing),
		"the body":             Write(t.Context(), io.Discard, HTML, key(1), about, func(io.Writer) error { return errBroken }),
		"what is written to":   Write(t.Context(), broken{}, HTML, key(1), about, nothing),
		"it, on a long body":   write(broken{}, HTML, strings.Repeat("x", 10*endSize)),
		"the body, unsealed":   Write(t.Context(), io.Discard, None, key(1), about, func(io.Writer) error { return errBroken }),
		"a statement in bytes": unreadable(t),
	} {
		if err == nil {
			t.Errorf("%s fails, and nothing is said", what)
		}
	}
}

// unreadable seals what JSON cannot write as it is.
func unreadable(t *testing.T) error {
	st := about
	st.Run = "\xff"
	return Write(t.Context(), io.Discard, HTML, key(1), st, func(io.Writer) error { return nil })
}

func verify(t testing.TB, text string) Verdict {
	t.Helper()
	v, err := Verify(strings.NewReader(text), int64(len(text)))
	if err != nil {
		t.Errorf("%q: %v", text, err)
	}
	return v
}

// TestNoCommentEndsEarly: whatever a statement says.
func TestNoCommentEndsEarly(t *testing.T) {
	st := about
	st.Run, st.Head = "a--b-->---->", "--><script>"
	var b bytes.Buffer
	if err := Write(t.Context(), &b, HTML, key(1), st, func(io.Writer) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if _, inner, _ := strings.Cut(b.String(), "<!--"); strings.Count(inner, "--") != 1 || strings.Count(inner, ">") != 1 {
		t.Error(b.String())
	}
	if v := verify(t, b.String()); !v.Intact || v.Statement.Run != st.Run || v.Statement.Head != st.Head {
		t.Errorf("%+v", v)
	}
}

// TestAnyPieces: a body is written in pieces of any size.
func TestAnyPieces(t *testing.T) {
	body := strings.Repeat("a line that is not very long\n", 100) + bodies[JSON][2:]
	want := sealed(t, JSON, body)
	for _, size := range []int{1, 2, 7, 100, endSize - 1, endSize, endSize + 1, 2*endSize + 3, 1000} {
		var b bytes.Buffer
		err := Write(t.Context(), &b, JSON, key(1), about, func(w io.Writer) error {
			for piece := range slices.Chunk([]byte(body), size) {
				if _, err := w.Write(piece); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil || b.String() != want {
			t.Errorf("in pieces of %d bytes: %v", size, err)
		}
	}
}

// BenchmarkWrite seals 10,000 lines; the baseline writes them alone.
func BenchmarkWrite(b *testing.B) {
	line := []byte(strings.Repeat("x", 999) + "\n")
	for name, form := range map[string]Form{"sealed": Markdown, "baseline": None} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(10000 * int64(len(line)))
			for b.Loop() {
				err := Write(b.Context(), io.Discard, form, key(1), about, func(w io.Writer) error {
					for range 10000 {
						if _, err := w.Write(line); err != nil {
							return err
						}
					}
					return nil
				})
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestManyLines(t *testing.T) {
	var b bytes.Buffer
	const n = 10000
	err := Write(t.Context(), &b, JSON, key(1), about, func(w io.Writer) error {
		_, _ = fmt.Fprintln(w, "{") // a buffer does not fail
		for i := range n {
			_, _ = fmt.Fprintf(w, "\"%d\":%d,\n", i, i)
		}
		_, err := fmt.Fprint(w, "\"end\":1\n}\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Replace(b.String(), `"7123":7123`, `"7123":7124`, 1)
	if v := verify(t, at); v.Intact || v.Fault.Line != 7125 || v.Fault.Text != `"7123":7124,` {
		t.Errorf("%+v", v.Fault)
	}
}
