package seal

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"strings"
	"testing"
	"time"

	"lotse/flows/run"
)

// chained is a chain of n links and the statement that it leads to, with what run
// knows of a hash: here it is computed once more, from its description.
func chained(n int) ([]run.Link, run.Statement) {
	st := about
	prev := make([]byte, sha256.Size)
	var all []run.Link
	for i := range n {
		sum := sha256.Sum256([]byte{byte(i)})
		l := run.Link{Seq: int64(i + 1), At: time.UnixMilli(1e12 + int64(i)).UTC(), By: "Jörg <b>&amp;", Mode: st.Mode, Kind: run.EventNoted, Step: "a", Sum: fmt.Sprintf("%x", sum)}
		h := sha256.New()
		for _, f := range []string{string(prev), st.Run, fmt.Sprint(l.Seq), fmt.Sprint(l.At.UnixMilli()), l.By, string(l.Mode), string(l.Kind), l.Step, string(sum[:])} {
			_, _ = fmt.Fprintf(h, "\x00\x00\x00\x00\x00\x00\x00%c%s", rune(len(f)), f) // a hash does not fail; the fields are short
		}
		prev = h.Sum(nil)
		l.Hash = fmt.Sprintf("%x", prev)
		all = append(all, l)
	}
	st.Events, st.Head = int64(n), fmt.Sprintf("%x", prev)
	return all, st
}

// reportOf is JSON as a report has it, with a chain.
func reportOf(t testing.TB, links []run.Link) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("{\n\"version\":1\n,\"steps\":[\n{\"chain\":[{\"seq\":9}],\"text\":\"<template id=\\\"lotse-data\\\">\"}\n]\n,\"chain\":[")
	for i, l := range links {
		one, err := json.Marshal(l)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(strings.Repeat(",", min(i, 1)) + "\n" + string(one))
	}
	b.WriteString("\n]\n}\n")
	return b.String()
}

// pageOf is a page with such JSON in it.
func pageOf(data string) string {
	return "<!doctype html>\n<template>x</template>\n" + strings.Repeat("<p>long</p>", 1<<14) + "<template id=\"lotse-data\">" + html.EscapeString(data) + "</template>\n</html>\n"
}

func sealedOf(t testing.TB, form Form, st run.Statement, body string) string {
	t.Helper()
	var b bytes.Buffer
	err := Write(t.Context(), &b, form, key(1), st, func(w io.Writer) error {
		_, err := io.WriteString(w, body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheChainLeadsToTheHead(t *testing.T) {
	links, st := chained(40)
	data := reportOf(t, links)
	for form, body := range map[Form]string{JSON: data, HTML: pageOf(data)} {
		if v := verify(t, sealedOf(t, form, st, body)); !v.Intact || !v.Chain {
			t.Errorf("%s: %+v %+v", form, v, v.Fault)
		}
	}
	for form, body := range map[Form]string{Markdown: data, PDF: bodies[PDF], JSON: bodies[JSON], HTML: bodies[HTML]} {
		if v := verify(t, sealedOf(t, form, st, body)); !v.Intact || v.Chain {
			t.Errorf("%s without a chain: %+v", form, v)
		}
	}
	for what, body := range map[string]string{
		"no object": "<template id=\"lotse-data\">[1]</template>\n", "cut off": "<template id=\"lotse-data\">{&quot;a&quot;:", "no JSON": "<template id=\"lotse-data\">hello &amp",
		"no list": "<template id=\"lotse-data\">{\"chain\":1}</template>\n",
	} {
		if v := verify(t, sealedOf(t, HTML, st, body)); !v.Intact || v.Chain {
			t.Errorf("%s: %+v", what, v)
		}
	}
}

// TestAChainThatDoesNot: the holder of the key signed it all the same.
func TestAChainThatDoesNot(t *testing.T) {
	links, st := chained(5)
	shorter, _ := chained(4)
	changed := append([]run.Link(nil), links...)
	changed[2].By = "somebody else"
	for what, c := range map[string]struct {
		links []run.Link
		seq   int64
		code  string
	}{
		"one less": {shorter, 4, "seal.head"}, "none": {nil, 0, "seal.head"}, "changed": {changed, 3, "chain.changed"}, "the first is gone": {links[1:], 1, "chain.missing"},
	} {
		for form, body := range map[Form]string{JSON: reportOf(t, c.links), HTML: pageOf(reportOf(t, c.links))} {
			v := verify(t, sealedOf(t, form, st, body))
			if v.Intact || v.Chain || v.Fault == nil || v.Fault.Seq != c.seq || v.Fault.What.Code != c.code {
				t.Errorf("%s, %s: %+v", what, form, v.Fault)
			}
		}
	}
	broken := strings.Replace(reportOf(t, links), `"seq":3`, `"seq":"x"`, 1)
	if v := verify(t, sealedOf(t, JSON, st, broken)); v.Intact || v.Fault.Seq != 3 {
		t.Errorf("a link that is none: %+v", v.Fault)
	}
	rehearsed := st
	rehearsed.Mode = run.Rehearsal
	if v := verify(t, sealedOf(t, JSON, rehearsed, reportOf(t, links))); v.Intact || v.Fault.Seq != 1 {
		t.Errorf("another mode: %+v", v.Fault)
	}
	head := st
	head.Head = strings.Repeat("0f", 32)
	if v := verify(t, sealedOf(t, JSON, head, reportOf(t, links))); v.Intact || v.Fault.What.Code != "seal.head" {
		t.Errorf("another head: %+v", v.Fault)
	}
	more := st
	more.Events++
	if v := verify(t, sealedOf(t, JSON, more, reportOf(t, links))); v.Intact || v.Fault.What.Code != "seal.head" {
		t.Errorf("another number of events: %+v", v.Fault)
	}
	rehearsed = st
	rehearsed.Run = "another"
	if v := verify(t, sealedOf(t, JSON, rehearsed, reportOf(t, links))); v.Intact || v.Fault.Seq != 1 {
		t.Errorf("another run: %+v", v.Fault)
	}
}
