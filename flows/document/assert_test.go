package document

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
)

// said are the forms in which a language says that something was done.
var said = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(has|have|had|was|were|is|are) (already )?(been \w+|(allow|creat|add|prepar|order|enter|chang|deliver|record|register|assign|compar|switch|activat|mapp|sav|verifi)\w*ed|set up|made|sent|done)\b`),
	"de": regexp.MustCompile(`(?i)\b(wurden?|worden|sind|ist|haben|hat) ([^.,;\n]+ )?(angelegt|aufgenommen|hinzugefügt|bestellt|geändert|hinterlegt worden|erlaubt|freigegeben|eingetragen|vorbereitet|verglichen|erstellt|übergeben)\b|\bdiese neue Adresse\b`),
	"fi": regexp.MustCompile(`(?i)\bon (jo )?(sallittu|luotu|lähetetty|tehty|avattu|kytketty|valmisteltu|valmistellut|lisätty|verrattu|toimitettu|muutettu)\b`),
}

// happened are the sentences with which a letter tells that something was done,
// each with the ticks and answers that it rests on. Where one of them is not
// there, the sentence is not.
var happened = []struct {
	template, lang, sentence string
	rests                    map[string]flows.Value
}{
	{"netvisor-credentials", "en", "Rackbeat has been allowed in Netvisor", map[string]flows.Value{"allow.integration_allowed": true, "netvisor_user_id": "NV_1"}},
	{"netvisor-credentials", "fi", "Rackbeat on sallittu Netvisorissa", map[string]flows.Value{"allow.integration_allowed": true, "netvisor_user_id": "NV_1"}},
	{"netvisor-credentials", "en", "Rackbeat has been allowed in Netvisor", map[string]flows.Value{"allow_seen": "other", "netvisor_user_id": "NV_1"}},
	{"netvisor-go-live", "en", "credentials have been created in both systems", map[string]flows.Value{"allow.integration_allowed": true, "netvisor_user_id": "NV_1", "rackbeat-key.key_created": true}},
	{"netvisor-go-live", "fi", "tunnukset on luotu kummassakin järjestelmässä", map[string]flows.Value{"allow.integration_allowed": true, "netvisor_user_id": "NV_1", "rackbeat-key.key_created": true}},
	{"netvisor-go-live", "en", "Rackbeat has been allowed in Netvisor", map[string]flows.Value{"allow_seen": "other", "netvisor_user_id": "NV_1", "rackbeat-key.key_created": true}},
	{"sage-order-management", "de", "hat diese neue Adresse", map[string]flows.Value{"main_email": "info@muster.example", "sage_id_email": "info@muster.example", "change_side": "stored"}},
	{"teccom-ask-client-admin", "en", "It already belongs to a client", map[string]flows.Value{"page_seen": "client"}},
	{"teccom-ask-client-admin", "de", "Die Organisation gehört schon zu einem Client", map[string]flows.Value{"page_seen": "client"}},
	{"teccom-ask-client-admin", "en", "Another organisation of our user already belongs to a client", map[string]flows.Value{"create_result": "refused"}},
	{"techdata-request", "en", "We have all the data for it", map[string]flows.Value{
		"client_id": "c", "client_secret": sealed{}, "end_point_url": "https://a.example.org", "techdata_soin": "S", "currency_code": "EUR",
		"api_end_point_url": "https://b.example.org", "reseller_relationship_url": "https://c.example.org",
	}},
}

// written is a letter's text on one line.
func written(t *testing.T, template, lang string, given map[string]flows.Value) string {
	t.Helper()
	wish := asked
	wish.Lang = lang
	l, err := Write(draftOf(template, "", given), "letters", "draft", wish)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(l.Text()), " ")
}

// TestALetterSaysWhatWasDoneWhereItIsDone takes away, one by one, what a
// sentence rests on.
func TestALetterSaysWhatWasDoneWhereItIsDone(t *testing.T) {
	for _, c := range happened {
		if text := written(t, c.template, c.lang, c.rests); !strings.Contains(text, c.sentence) {
			t.Errorf("%s.%s does not say %q where it is so:\n%s", c.template, c.lang, c.sentence, text)
		}
		for without := range c.rests {
			given := map[string]flows.Value{}
			for id, v := range c.rests {
				given[id] = v
			}
			given[without] = nil // asked, and not answered; not ticked
			if text := written(t, c.template, c.lang, given); strings.Contains(text, c.sentence) {
				t.Errorf("%s.%s says %q without %s:\n%s", c.template, c.lang, c.sentence, without, text)
			}
		}
	}
}

// TestNoLetterAssertsWithAllTasksOpen writes every template in every language
// with nothing done, and looks for a sentence that says the contrary.
func TestNoLetterAssertsWithAllTasksOpen(t *testing.T) {
	for i := range templates {
		tm := &templates[i]
		open := map[string]flows.Value{}
		for _, id := range tm.Asks {
			if strings.Contains(id, ".") {
				open[id] = false
			}
		}
		for _, lang := range tm.langs {
			for _, given := range []map[string]flows.Value{nil, open} {
				text := written(t, tm.Name, lang, given)
				if found := said[lang].FindString(text); found != "" {
					t.Errorf("%s.%s says that something was done, %q:\n%s", tm.Name, lang, found, text)
				}
			}
		}
	}
}

// TestWhatIsOpenIsListed holds that a letter that cannot tell of something done
// lists it, and nothing that is done.
func TestWhatIsOpenIsListed(t *testing.T) {
	all := []string{"to allow Rackbeat in Netvisor", "to create the software interface credentials in Netvisor", "to create the API key in Rackbeat"}
	for _, c := range []struct {
		given map[string]flows.Value
		open  []string
	}{
		{nil, all},
		{map[string]flows.Value{"allow.integration_allowed": true}, all[1:]},
		{map[string]flows.Value{"allow_seen": "other"}, all[1:]},
		{map[string]flows.Value{"allow_seen": "blocked"}, all},
		{map[string]flows.Value{"allow_seen": "no_page"}, all},
		{map[string]flows.Value{"netvisor_user_id": "NV_1"}, []string{all[0], all[2]}},
		{map[string]flows.Value{"rackbeat-key.key_created": true}, all[:2]},
		{map[string]flows.Value{"allow.integration_allowed": true, "netvisor_user_id": "NV_1"}, all[2:]},
		{map[string]flows.Value{"allow.integration_allowed": true, "netvisor_user_id": "NV_1", "rackbeat-key.key_created": true}, nil},
	} {
		text := written(t, "netvisor-go-live", "en", c.given)
		for _, line := range all {
			if got, want := strings.Contains(text, line), slices.Contains(c.open, line); got != want {
				t.Errorf("%v: %q is listed %t, want %t", c.given, line, got, want)
			}
		}
		if got, want := strings.Contains(text, "Please take the integration into use"), c.open == nil; got != want {
			t.Errorf("%v: it asks for the go-live: %t", c.given, got)
		}
	}
}

// TestTheSheetSaysWhatIsNotThereYet marks the rows whose task is open.
func TestTheSheetSaysWhatIsNotThereYet(t *testing.T) {
	for _, c := range []struct {
		lang, column, list, mark string
	}{
		{"en", "added", "organisations", "(not in the overview yet)"},
		{"de", "added", "organisations", "(noch nicht in der Übersicht)"},
		{"en", "added_admin", "administrators", "(not in the list yet)"},
		{"de", "added_admin", "administrators", "(noch nicht in der Liste)"},
	} {
		row := map[string]flows.Value{"tecom_id": "1000001", "name": "Muster GmbH", "email": "a@example.org", "search_result": "found", "first_name": "Erika", "last_name": "Muster"}
		for _, done := range []flows.Value{nil, false, true} {
			if row[c.column] = done; done == nil {
				delete(row, c.column)
			}
			if got, want := strings.Contains(written(t, "teccom-client-sheet", c.lang, map[string]flows.Value{c.list: rows{row}}), c.mark), done != true; got != want {
				t.Errorf("%s %s ticked %v: marked %t, want %t", c.lang, c.list, done, got, want)
			}
		}
	}
}
