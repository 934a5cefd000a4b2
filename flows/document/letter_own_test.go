package document_test

import (
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
)

const quay = `procedure: quay
version: 1
title: A berth
summary: A ship gets a berth.
steps:
  - id: berth
    title: Berth
    items:
      - {field: master, label: Master, type: text}
      - {field: mail, label: Mail, type: email}
      - {field: kind, label: Kind, type: choice, options: {bulk: Bulk carrier, box: Container ship}}
      - {field: day_in, label: Arrival, type: date}
      - {field: pin, label: PIN, type: secret}
      - {list: holds, label: Holds, columns: [{field: cargo, label: Cargo, type: text}]}
      - {task: booked, label: Booked}
      - {draft: ask, template: ask-berth, to: mail}
`

const askBerth = `Subject: A berth for {{ customer }} on {{ day_in }}

Dear {{ master }},

your {{ kind }} comes on {{ day_in }}{{ if done "berth.booked" }}, and the berth is booked{{ end }}.
{{ if has "pin" }}The PIN is there.{{ else }}The PIN is missing.{{ end }}

{{ row "Master" master }}{{ range rows "holds" }}  - {{ .cargo }}
{{ end }}
Regards\
{{ sender }}
`

// TestOwnLetter: the letter of a procedure leaves by every way of the others, in
// the language that is asked for, also from the stored procedure.
func TestOwnLetter(t *testing.T) {
	lib := flows.Open(fstest.MapFS{
		"quay.yaml":               {Data: []byte(quay)},
		"quay.de.yaml":            {Data: []byte("of: quay\nlanguage: de\ntexts:\n  steps.berth.items.kind.options.box: {en: a4dd455f, text: Containerschiff}\n")},
		"ask-berth.letter.en.txt": {Data: []byte(askBerth)},
		"ask-berth.letter.de.txt": {Data: []byte("Subject: Liegeplatz am {{ day_in }}\n\nGuten Tag {{ master }},\nein Schiff der Art {{ kind }} kommt.\n")},
	}, flows.Specs{Templates: document.Templates()})
	p, err := lib.Procedure("quay")
	if err != nil {
		t.Fatal(err)
	}
	stored, err := flows.Decode(p.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []*flows.Procedure{p, stored} {
		s := berthed(t, q)
		write := func(lang string) document.Letter {
			l, err := document.Write(s.View(monday), "berth", "ask", document.Asked{Lang: lang, Sender: "Ann", Today: monday})
			if err != nil {
				t.Fatal(err)
			}
			return l
		}
		l := write("")
		want := "To: kim@pier.example\nSubject: A berth for Muster =?x on 3 December 2026\n\nDear Kim {{ pin }} $& <b>x</b>,\n\nyour Container ship comes on 3 December 2026, and the berth is booked.\nThe PIN is missing.\n\n" +
			"  Master:                 Kim {{ pin }} $& <b>x</b>\n  - =1+1\n  - salt\n\nRegards\nAnn\n"
		if l.Text() != want || !slices.Equal(l.Langs, []string{"en", "de"}) || len(l.Missing) > 0 {
			t.Errorf("it is\n%s\nand not\n%s\nin %v, without %v", l.Text(), want, l.Langs, l.Missing)
		}
		if want := []string{"day_in", "holds", "kind", "mail", "master"}; !slices.Equal(slices.Sorted(slices.Values(l.Read)), want) {
			t.Errorf("it reads %v, not %v", l.Read, want)
		}
		if eml, err := l.EML(); err != nil || !strings.Contains(eml, "X-Unsent: 1") || strings.Contains(eml, "Muster =?x") {
			t.Errorf("as a mail: %v\n%s", err, eml)
		}
		if link, err := l.Mailto(); err != nil || !strings.HasPrefix(link, "mailto:kim@pier.example?subject=A%20berth") {
			t.Errorf("as a link: %v %s", err, link)
		}
		if _, err := s.Do(true, l.Sent(flows.At("berth.ask"), "mail")); err != nil {
			t.Errorf("as sent: %v", err)
		}
		if de := write("de"); de.Subject != "Liegeplatz am 3.12.2026" || !strings.Contains(de.Body, "Art Containerschiff\nkommt") {
			t.Errorf("in German: %s\n%s", de.Subject, de.Body)
		}
		if fi := write("fi"); fi.Lang != "en" {
			t.Errorf("a language that is not there is written in %s", fi.Lang)
		}
	}
}

var monday = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// berthed is a run with answers that try to be more than text.
func berthed(t *testing.T, p *flows.Procedure) *run.Session {
	t.Helper()
	env := run.Env{Now: func() time.Time { return monday }, Random: io.Reader(rand.NewChaCha8([32]byte{})), By: "Ann", Show: document.Show}
	s, err := run.Create(env, nil, run.Start{Procedure: p, Customer: run.Customer{ID: "c1", Name: "Muster =?x"}, Mode: run.Real, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	at := func(field string) flows.Address { return flows.At("berth." + field) }
	for _, c := range []run.Command{
		run.Answer{At: at("master"), Value: "Kim {{ pin }} $& <b>x</b>"},
		run.Answer{At: at("mail"), Value: "kim@pier.example"},
		run.Answer{At: at("kind"), Value: "box"},
		run.Answer{At: at("day_in"), Value: "2026-12-03"},
		run.ReplaceRows{List: at("holds"), Rows: []map[string]flows.Value{{"cargo": "=1+1"}, {"cargo": "salt"}}},
		run.Tick{At: at("booked")},
	} {
		if _, err := s.Do(true, c); err != nil {
			t.Fatal(err)
		}
	}
	return s
}
