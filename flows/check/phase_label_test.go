package check_test

import (
	"strings"
	"testing"

	"lotse/flows/words"
)

// TestPhasesAreCalledByAPersonsWords holds the labels of phases, in every language,
// beside the names by which programs know them.
func TestPhasesAreCalledByAPersonsWords(t *testing.T) {
	_, r := rehearsed(t, false)
	equal := typed("must=info@example.org", "must=kontakt@example.org")
	equal.inputs[0].Label, equal.inputs[1].Label = "Entitlement", "Sage-ID"
	for _, c := range []struct {
		check string
		e     example
		want  map[string]string // name -> label by language
	}{
		{"http.endpoint", example{inputs: given["http.endpoint"]}, map[string]string{
			"address": "Address|Adresse|Osoite", "dns": "Name|Name|Nimi", "connect": "Connection|Verbindung|Yhteys",
			"tls": "Certificate|Zertifikat|Varmenne", "request": "Request|Anfrage|Pyyntö", "answer": "Answer|Antwort|Vastaus",
		}},
		{"techdata.api", example{inputs: given["techdata.api"]}, map[string]string{
			"token tls": "Certificate (token service)|Zertifikat (Token-Dienst)|Varmenne (tunnistepalvelu)", "api answer": "Answer (API)|Antwort (API)|Vastaus (API)",
		}},
		{"rackbeat.self", example{inputs: given["rackbeat.self"]}, map[string]string{
			"self dns": "Name (Rackbeat)|Name (Rackbeat)|Nimi (Rackbeat)", "suppliers connect": "Connection (Suppliers)|Verbindung (Lieferanten)|Yhteys (Toimittajat)",
			"self company": "Company (Rackbeat)|Firma (Rackbeat)|Yritys (Rackbeat)",
		}},
		{"mail.domain", example{inputs: given["mail.domain"]}, map[string]string{
			"mx": "Mail servers named|Genannte Mailserver|Nimetyt postipalvelimet", "address": "Mail server|Mailserver|Postipalvelin",
		}},
		{"mail.equal", equal, map[string]string{"s.i0 = s.i1": "Entitlement and Sage-ID|Entitlement und Sage-ID|Entitlement ja Sage-ID"}},
		{"mail.address", typed("address=info@example.org"), map[string]string{"form": "Form|Form|Muoto", "known-typo": "Known typos|Bekannte Tippfehler|Tunnetut lyöntivirheet"}},
	} {
		got := ask(t, r, c.check, c.e.inputs)
		for name, want := range c.want {
			var labels string
			for i := range got.Phases {
				if p := &got.Phases[i]; p.Name == name {
					labels = words.Say("en", p.Label) + "|" + words.Say("de", p.Label) + "|" + words.Say("fi", p.Label)
					if says := words.Say("de", p.Says()); p.Message.IsData() != strings.HasPrefix(says, words.Say("de", p.Label)+": ") && c.check != "mail.equal" {
						t.Errorf("%s %s says %q", c.check, name, says)
					}
				}
			}
			if labels != want {
				t.Errorf("%s: %s is called %q, want %q", c.check, name, labels, want)
			}
		}
	}
}
