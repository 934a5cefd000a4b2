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

const slips = `procedure: slips
version: 1
title: Slips
summary: Every ship gets a letter.
steps:
  - id: ships
    title: Ships
    items:
      - {field: harbour, label: Harbour, type: text}
      - list: ships
        label: Ships
        columns:
          - {field: ship, label: Ship, type: text}
          - {field: mail, label: Mail, type: email}
          - {field: pilot, label: Pilot, type: choice, options: {"yes": Wanted, "no": Not wanted}}
          - {task: booked, label: Booked}
      - {draft: tell, template: tell-ship, each: ships, to: .mail, label: "Letter to {{ .ship }}"}
`

const tellShip = `Subject: {{ .ship }} in {{ harbour }}

{{ .ship }} has a slip.{{ if eq .pilot "yes" }} A pilot comes.{{ end }}{{ if ticked .booked }} It is booked.{{ end }}{{ if .pilot }}{{ else }} No pilot was asked for.{{ end }}
{{ row "Ship" .ship }}{{ row "Pilot" .pilot }}Others: {{ range rows "ships" }}{{ .ship }}; {{ end }}
`

func slipped(t *testing.T, letter string) *run.Session {
	t.Helper()
	lib := flows.Open(fstest.MapFS{"slips.yaml": {Data: []byte(slips)}, "tell-ship.letter.en.txt": {Data: []byte(letter)}}, flows.Specs{Templates: document.Templates()})
	p, err := lib.Procedure("slips")
	if err != nil {
		t.Fatal(err)
	}
	env := run.Env{Now: func() time.Time { return monday }, Random: io.Reader(rand.NewChaCha8([32]byte{})), By: "Ann", Show: document.Show}
	s, err := run.Create(env, nil, run.Start{Procedure: p, Customer: run.Customer{ID: "c1", Name: "Muster"}, Mode: run.Real, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestLetterOfARow: a letter that is there for every row is written from its row.
func TestLetterOfARow(t *testing.T) {
	s := slipped(t, tellShip)
	do := func(c ...run.Command) {
		t.Helper()
		if _, err := s.Do(true, c...); err != nil {
			t.Fatal(err)
		}
	}
	do(run.Answer{At: flows.At("harbour"), Value: "Turku"},
		run.AddRow{List: flows.At("ships"), Cells: map[string]flows.Value{"ship": "Aava {{ .mail }}", "mail": "aava@ships.example", "pilot": "yes", "booked": true}},
		run.AddRow{List: flows.At("ships"), Cells: map[string]flows.Value{"mail": "no address"}})
	for _, c := range []struct {
		item, to, subject string
		body              []string
		without           string
		missing           []string
	}{
		{"tell[r1]", "aava@ships.example", "Aava {{ .mail }} in Turku", []string{"has a slip. A pilot comes. It is booked.", "  Ship:                   Aava {{ .mail }}", "Others: Aava {{ .mail }};"}, "No pilot", nil},
		{"tell[r2]", "", "________ in Turku", []string{"________ has a slip. No pilot was asked for."}, "Ship:", []string{"ships[r2].ship", "ships[r2].mail"}},
	} {
		l, err := document.Write(s.View(time.Now()), "ships", c.item, document.Asked{})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(l.Subject, c.subject) || l.To != c.to || !slices.Equal(l.Missing, c.missing) {
			t.Errorf("%s is %q to %q, missing %q", c.item, l.Subject, l.To, l.Missing)
		}
		for _, want := range c.body {
			if !strings.Contains(l.Body, want) {
				t.Errorf("%s lacks %q:\n%s", c.item, want, l.Body)
			}
		}
		if strings.Contains(l.Body, c.without) {
			t.Errorf("%s says %q:\n%s", c.item, c.without, l.Body)
		}
		row := strings.TrimPrefix(c.item, "tell")
		want := []string{"harbour", "ships", "ships" + row + ".ship", "ships" + row + ".pilot", "ships" + row + ".booked", "ships" + row + ".mail"}
		if !slices.Equal(l.Read, want) {
			t.Errorf("%s has read %q, want %q", c.item, l.Read, want)
		}
	}
	if _, err := document.Write(s.View(time.Now()), "ships", "tell", document.Asked{}); err == nil {
		t.Error("a letter without a row is written")
	}
	if got := s.View(time.Now()).AnswerLabel("ships[r2].mail"); got != "Mail" {
		t.Errorf("the cell is called %q", got)
	}
}
