package paper_test

import (
	"io"
	"strings"

	"lotse/flows/document/paper"
)

// letter is a text that stands as it is.
const letter = `To: hotline@example.org
Subject: Access for Muster GmbH

Dear Sir or Madam,

please set up the access that was agreed on:

    client id    muster-import-01
    customer     Muster GmbH, Kölner Straße 12

With kind regards
Anna Schmidt
`

// report is a document as they are: every block, every tone, and names from
// several countries.
func report(lang string) *paper.Document {
	named := paper.Line{{Text: "Read it at "}, {Text: "the portal", Link: "https://portal.example.org/apps?id=12&view=full"}, {Text: ", under "}, {Text: "Settings > Integrations > API access", Menu: true}, {Text: "."}}
	return &paper.Document{
		Lang: lang, Title: "TecCom import for Müller & Söhne GmbH", Mark: "REHEARSAL", About: "Done by Anna Schmidt, 28 November 2026",
		Foot: "lotse 1.4.0 · run 7f3a2c · head 9d41 c0de 77ab", Blocks: []paper.Block{
			paper.Paragraph{Text: paper.Line{{Text: "Müller & Söhne GmbH", Strong: true}, {Text: " receives articles from TecCom. All 11 steps are done; one warning was left open."}}},
			paper.Notice{Tone: paper.Careful, Text: paper.Say("The contact address is a free mailbox. Nobody has said why it may stay.")},
			paper.Notice{Tone: paper.Bad, Text: paper.Line{{Text: "The mail server of "}, {Text: "mueller-soehne.example", Code: true}, {Text: " does not answer."}}},
			paper.Notice{Tone: paper.Good, Text: paper.Say("The certificate of the portal is valid until 3 March 2027.")},
			paper.Notice{Text: paper.Say("The secret is kept by the customer.")},
			paper.Heading{Level: 1, ID: "client", Text: "Client id and secret", Tone: paper.Good, State: "done"},
			paper.Paragraph{Text: named},
			paper.Facts{Rows: []paper.Fact{
				{Name: "Client id", Value: paper.Line{{Text: "muster-import-01", Code: true}}},
				{Name: "Client secret", Value: paper.Say("set"), Tone: paper.Good, State: "fingerprint 3f9a c1", Notes: []paper.Line{paper.Say("Rotated on 27 November 2026 at 14:05 by Anna Schmidt")}},
				{Name: "Contact", Value: paper.Line{{Text: "einkauf.mueller@gmx.example", Link: "mailto:einkauf.mueller@gmx.example"}}, Tone: paper.Careful, State: "accepted", Notes: []paper.Line{paper.Say("A free mailbox: whoever leaves takes it along."), paper.Say("Accepted by Anna Schmidt: the shop has no other address.")}},
				{Name: "Who keeps the secret?", Value: paper.Say("The customer keeps it")},
				{Name: "Second contact", Tone: paper.Quiet, State: "not given"},
				{Name: "Mail server", Value: paper.Say("mx.mueller-soehne.example"), Tone: paper.Bad, State: "failed", Notes: []paper.Line{paper.Say("No answer on port 25 within 10 seconds.")}},
				{Name: "Owner", Value: paper.Say("Łukasz Żółć, Ευγενία Παπαδοπούλου, Дмитрий Иванов, Şükrü Çağlar, Jäätelö Öljy Oy")},
			}},
			paper.Heading{Level: 2, ID: "client.list", Text: "Organisations"},
			paper.Table{Head: []string{"Row", "Organisation", "Number", "City", "Result"}, Rows: rowsOf(
				[]string{"1", "Müller & Söhne GmbH", "DE-100234", "Köln", "in order"},
				[]string{"2", "Autoteile Nord eG, Niederlassung Schleswig-Holstein und Hamburg", "DE-100235", "Kiel", "in order"},
				[]string{"3", "Pohjola Varaosat Oy", "FI-0112038-9", "Jyväskylä", "the number is there twice"},
			)},
			paper.Table{Head: []string{"File"}, Rows: rowsOf(), None: "No file was attached."},
			paper.Heading{Level: 2, ID: "client.tasks", Text: "Tasks"},
			paper.Boxes{Rows: []paper.Box{
				{Done: true, Text: paper.Say("The client is active in the portal"), Notes: []paper.Line{paper.Say("screenshot.png, 214 kB, SHA-256 9f86d081884c7d65")}},
				{Text: paper.Say("The old client is deactivated")},
			}},
			paper.Heading{Level: 3, ID: "client.next", Text: "What comes next"},
			paper.List{Points: []paper.Line{paper.Say("TecCom answers within three days."), paper.Say("Then the articles are read for the first time.")}},
			paper.List{Numbered: true, Points: []paper.Line{paper.Say("Open the portal."), {{Text: "Choose "}, {Text: "Clients > New", Menu: true}, {Text: " and type "}, {Text: "muster-import-01", Code: true}, {Text: "."}}}},
			paper.Heading{Level: 1, ID: "letters", Text: "Letters", Tone: paper.Quiet, State: "1 sent"},
			paper.Verbatim{Title: "To the hotline, sent on 28 November 2026", Text: letter},
		},
		Data: func(w io.Writer) error {
			_, err := io.WriteString(w, "{\n  \"customer\": \"Müller & Söhne </template> GmbH\"\n}\n")
			return err
		},
	}
}

// long is a report with this many rows.
func long(rows int) *paper.Document {
	d := report("en")
	d.Blocks = append(d.Blocks, paper.Heading{Level: 1, ID: "rows", Text: "Rows"}, paper.Table{
		Head: []string{"Row", "Organisation", "Number", "City", "Result"},
		Rows: func(yield func([]string) bool) {
			for i := range rows {
				if !yield([]string{decimal(i + 1), "Autoteile Nord eG " + decimal(i), "DE-" + decimal(100_000+i), "Kiel", strings.Repeat("in order ", i%4)}) {
					return
				}
			}
		},
	})
	return d
}
