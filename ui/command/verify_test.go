package command_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lotse/flows/document/seal"
	"lotse/flows/phrase"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

// signedBy writes a file that is signed, with the links of a run as a report has
// them, and gives its path.
func signedBy(t *testing.T, signer run.Signer, form seal.Form, st run.Statement, links string) string {
	t.Helper()
	body := map[seal.Form]string{
		seal.JSON:     "{\n\"version\":1\n,\"chain\":[" + links + "]\n}\n",
		seal.HTML:     "<p>Report</p>\n<template id=\"lotse-data\">{\"chain\":[" + links + "]}</template>\n",
		seal.Markdown: "# Report\n\nMuster GmbH\n",
		seal.PDF:      "%PDF-1.7\nstartxref\n9\n%%EOF\n",
	}[form]
	var b bytes.Buffer
	err := seal.Write(t.Context(), &b, form, signer, st, func(w io.Writer) error {
		_, err := io.WriteString(w, body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fileOf(t, b.String(), string(form))
}

func fileOf(t *testing.T, content, ending string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report."+ending)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// about is a run with its statement and its links.
func (c *calls) about(mode string) (run.Statement, string) {
	c.t.Helper()
	code, out, talk := c.run("start", "pilot", "--customer", "Muster GmbH", "--mode", mode, "--json")
	var shown struct {
		Run struct {
			ID string `json:"id"`
		} `json:"run"`
	}
	if err := json.Unmarshal([]byte(out), &shown); code != 0 || err != nil {
		c.t.Fatalf("start: exit %d, %v\n%s%s", code, err, out, talk)
	}
	h, err := c.archive.Header(c.t.Context(), shown.Run.ID)
	if err != nil {
		c.t.Fatal(err)
	}
	events, err := c.archive.Events(c.t.Context(), h.ID, 0)
	if err != nil {
		c.t.Fatal(err)
	}
	var links []string
	for i := range events {
		link, err := json.Marshal(events[i].Link())
		if err != nil {
			c.t.Fatal(err)
		}
		links = append(links, string(link))
	}
	return run.Statement{
		Kind: run.StatementReport, Run: h.ID, Mode: h.Mode, Digest: h.Digest, Events: h.Events, Head: h.Head, At: time.Date(2026, 11, 29, 18, 0, 0, 0, time.UTC),
	}, strings.Join(links, ",")
}

// verdict is what verify prints of a file.
type verdict struct {
	Mode, Kind, Run, Form, Head string
	Intact, Own                 bool
	SignedBy                    *string `json:"signed_by"`
	At                          *string
	File                        *string
	Proved                      []string
	KeyWords                    []string `json:"key_words"`
	FirstFault                  *struct {
		Seq, Line  int64
		What, Text string
	} `json:"first_fault"`
}

func (c *calls) verify(path string, args ...string) (int, verdict) {
	c.t.Helper()
	code, out, talk := c.run(append(args, "verify", path, "--json")...)
	var v verdict
	if err := json.Unmarshal([]byte(out), &v); err != nil || talk != "" {
		c.t.Fatalf("verify: exit %d, %v\n%s%s", code, err, out, talk)
	}
	return code, v
}

// store names a file that stands for the database, which a call that asks whether it
// is there finds.
func store(t *testing.T) []string {
	return []string{"--db", fileOf(t, "", "db")}
}

func TestVerifyAReport(t *testing.T) {
	c := newCalls(t)
	for _, mode := range []string{"real", "rehearsal", "demo"} {
		st, links := c.about(mode)
		for form, proved := range map[seal.Form]string{seal.JSON: "content signature chain", seal.HTML: "content signature chain", seal.Markdown: "content signature", seal.PDF: "content signature"} {
			code, v := c.verify(signedBy(t, c.archive.Signer(), form, st, links), store(t)...)
			if code != 0 || !v.Intact || !v.Own || v.FirstFault != nil || strings.Join(v.Proved, " ") != proved || v.Mode != mode || v.Kind != "report" || v.Run != st.Run || v.Form != string(form) {
				t.Errorf("%s, %s: exit %d, %+v", mode, form, code, v)
			}
			key, err := c.archive.Signer().Key(t.Context())
			if err != nil || v.SignedBy == nil || *v.SignedBy != run.KeyName(key) || *v.At != "2026-11-29T18:00:00.000Z" || strings.Join(v.KeyWords, " ") != phrase.Of(phrase.Signer, *v.SignedBy).String() {
				t.Errorf("%s, %s: %+v, %v", mode, form, v, err)
			}
		}
	}
}

// TestVerifyKnowsItsKeys: another key, and no database, are no failure.
func TestVerifyKnowsItsKeys(t *testing.T) {
	c := newCalls(t)
	st, links := c.about("real")
	own := signedBy(t, c.archive.Signer(), seal.JSON, st, links)
	other := signedBy(t, storetest.NewMemory().Signer(), seal.JSON, st, links)
	for path, args := range map[string][]string{other: store(t), own: nil} {
		if code, v := c.verify(path, args...); code != 0 || !v.Intact || v.Own || len(v.KeyWords) != 4 {
			t.Errorf("exit %d, %+v", code, v)
		}
	}
	if code, out, _ := c.run("verify", other); code != 0 || !strings.Contains(out, "a key that is not known here") {
		t.Errorf("exit %d\n%s", code, out)
	}
	if code, out, _ := c.run(append(store(t), "verify", own)...); code != 0 || !strings.Contains(out, "Signed by this installation") {
		t.Errorf("exit %d\n%s", code, out)
	}
}

func TestVerifyAChangedFile(t *testing.T) {
	c := newCalls(t)
	st, links := c.about("rehearsal")
	path := signedBy(t, c.archive.Signer(), seal.Markdown, st, links)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	path = fileOf(t, strings.Replace(string(content), "Muster", "M\x1b[31muster\u202e", 1), "md")
	code, v := c.verify(path, store(t)...)
	if code != 1 || v.Intact || v.FirstFault == nil || v.FirstFault.Line != 3 || v.FirstFault.Text != "Muster GmbH" || v.Mode != "rehearsal" || strings.Join(v.Proved, " ") != "signature" {
		t.Errorf("exit %d, %+v %+v", code, v, v.FirstFault)
	}
	code, out, _ := c.run(append(store(t), "verify", path)...)
	for _, want := range []string{"REHEARSAL", "Changed: Line 3 is the first that was changed. It now reads: \"Muster GmbH\".", "The signature itself is true.", "Signed by this installation"} {
		if code != 1 || !strings.Contains(out, want) {
			t.Errorf("exit %d, no %q in\n%s", code, want, out)
		}
	}
	path = fileOf(t, strings.Replace(string(content), `"mode":"rehearsal"`, `"mode":"real"`, 1), "md")
	if code, v := c.verify(path, store(t)...); code != 1 || v.SignedBy != nil || v.Mode != "" || v.Kind != "" || v.FirstFault.Line != 4 || len(v.Proved) > 0 {
		t.Errorf("exit %d, %+v", code, v)
	}
	if code, out, _ := c.run("verify", path); code != 1 || !strings.Contains(out, "Nothing is proven of this file") || strings.Contains(out, "Signed") {
		t.Errorf("exit %d\n%s", code, out)
	}
}

// TestVerifyAChainThatDoesNotLead: whoever has the key can sign it all the same.
func TestVerifyAChainThatDoesNotLead(t *testing.T) {
	c := newCalls(t)
	st, links := c.about("real")
	path := signedBy(t, c.archive.Signer(), seal.HTML, st, strings.Replace(links, "Erika Muster", "Else Muster", 1))
	if code, v := c.verify(path, store(t)...); code != 1 || v.FirstFault.Seq != 1 || strings.Join(v.Proved, " ") != "content signature" {
		t.Errorf("exit %d, %+v", code, v)
	}
	if code, out, _ := c.run("verify", path); code != 1 || !strings.Contains(out, "The chain does not hold, at event 1") || !strings.Contains(out, "Unchanged since") {
		t.Errorf("exit %d\n%s", code, out)
	}
}

func TestVerifyNoSuchFile(t *testing.T) {
	c := newCalls(t)
	dir := t.TempDir()
	for path, want := range map[string]int{
		fileOf(t, "a;b\r\n1;2\r\n", "csv"): 2, fileOf(t, "", "json"): 2, fileOf(t, "\x00\xff", "pdf"): 2, filepath.Join(dir, "none.html"): 5, "none.html": 5, dir: 1, "nothing": 5,
	} {
		code, out, _ := c.run("verify", path, "--json")
		if code != want || !strings.Contains(out, `"error"`) {
			t.Errorf("%s: exit %d, want %d\n%s", path, code, want, out)
		}
	}
}

// TestVerifyRunOrFile: a name that is both is neither.
func TestVerifyRunOrFile(t *testing.T) {
	c := newCalls(t)
	st, links := c.about("real")
	t.Chdir(t.TempDir())
	content, err := os.ReadFile(signedBy(t, c.archive.Signer(), seal.JSON, st, links))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{st.Run, st.Run[:4], "report"} {
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(st.Run[:5], 0o700); err != nil {
		t.Fatal(err)
	}
	db := store(t)
	for name, want := range map[string]string{st.Run[:6]: "run", st.Run[:5]: "run", "report": "report", "./" + st.Run: "report", "./" + st.Run[:4]: "report"} {
		if code, v := c.verify(name, db...); code != 0 || v.Kind != want {
			t.Errorf("%s: exit %d, %+v, want %s", name, code, v, want)
		}
	}
	for _, name := range []string{st.Run, st.Run[:4]} {
		code, out, talk := c.run(append(db, "verify", name)...)
		if code != 2 || out != "" || !strings.Contains(talk, fmt.Sprintf("./%s", name)) {
			t.Errorf("%s: exit %d\n%s%s", name, code, out, talk)
		}
	}
	if code, v := c.verify(st.Run[:4]); code != 0 || v.Kind != "report" { // without a database there is no run
		t.Errorf("exit %d, %+v", code, v)
	}
}

func TestDoctorNamesTheKey(t *testing.T) {
	c := newCalls(t)
	if _, out, _ := c.run("doctor"); !strings.Contains(out, "signatures: Nothing was signed yet") {
		t.Error(out)
	}
	key, err := c.archive.Signer().Key(t.Context())
	if err != nil || len(key) != ed25519.PublicKeySize {
		t.Fatal(err)
	}
	if _, out, _ := c.run("doctor"); !strings.Contains(out, phrase.Of(phrase.Signer, run.KeyName(key)).String()) || !strings.Contains(out, run.KeyName(key)) {
		t.Error(out)
	}
}
