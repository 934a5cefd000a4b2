package library_test

import (
	"regexp"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/library"
)

// cited is what belongs to an item's source, and to the word of where it comes
// from; in a sentence it is noise. In the languages that there are.
var cited = regexp.MustCompile(`(?i)2026-11-21|21\.11\.2026|\bread 2\d|gelesen am|luettu 2|\bour (reading|advice)\b|unsere? (lesart|rat|folgerung)|beyond the document|not in the document|ohjeen ulkopuolelta|tätä ei ole ohjeessa|\bsame (page|partner)\b|helpdesk\.rackbeat|support\.netvisor|gb-kb\.sage|us-kb\.sage|atlassian\.net|TecAlliance's help|Work 365's (help|documentation|support)[,)]`)

// TestWhereItComesFromStandsInNoSentence reads every text that a person reads.
func TestWhereItComesFromStandsInNoSentence(t *testing.T) {
	for _, id := range flows.Open(library.FS, specs()).IDs() {
		p := open(t, id)
		for _, lang := range p.Languages {
			for _, text := range p.In(lang).Texts() {
				if found := cited.FindString(text.Text); found != "" {
					t.Errorf("%s (%s): %s says %q: %s", id, lang, text.Path, found, text.Text)
				}
			}
		}
	}
}

// TestWhatIsStrongerThanItsSource says of the rules that no document has where
// they come from, in a word; and of those that a document has nothing.
func TestWhatIsStrongerThanItsSource(t *testing.T) {
	for _, c := range []struct {
		procedure, step, item, code string
		from                        flows.From
		source                      bool
	}{
		{"techdata-work365", "values", "techdata_soin", "shape", flows.FromReading, true},
		{"techdata-work365", "values", "api_end_point_url", "regions", flows.FromReading, true},
		{"techdata-work365", "values", "currency_code", "currency", flows.FromReading, true},
		{"techdata-work365", "values", "reseller_relationship_url", "relationship-shape", flows.FromVendor, true},
		{"techdata-work365", "move-history", "pairs", "some_left", flows.FromReading, false},
		{"netvisor-rackbeat", "switch-on", "rackbeat_invoices", "overlap", flows.FromVendor, true},
		{"netvisor-rackbeat", "switch-on", "rackbeat_orders", "overlap", flows.FromVendor, true},
		{"netvisor-rackbeat", "rackbeat-key", "rackbeat_key", "rackbeat-key", flows.FromReading, true},
		{"teccom-import", "administrators", "administrators", "only_one", flows.FromReading, false},
		{"teccom-export", "administrators", "administrators", "only_one", flows.FromReading, false},
		{"sage-main-contact", "address", "main_email", "free-mail", flows.FromReading, false},
		{"sage-main-contact", "address", "second_factor_owner", "no_owner", flows.FromReading, false},
		// what the document itself asks for
		{"sage-main-contact", "address", "main_email", "personal", "", false},
		{"techdata-work365", "mapping", "account_map", "unmapped", "", false},
		{"techdata-work365", "connectivity", "verify_result", "not_verified", "", false},
		{"netvisor-rackbeat", "products", "products_how", "not_copied", "", false},
		{"teccom-import", "leaving", "leaving", "last_admin", "", false},
	} {
		found := false
		for _, r := range open(t, c.procedure).Step(c.step).Item(c.item).Rules {
			if code := r.Code; code != c.code && (code != "" || r.Name != c.code) {
				continue
			}
			found = true
			if r.From != c.from || (r.Source != "") != c.source {
				t.Errorf("%s: %s.%s comes from %q (%q), want %q", c.procedure, c.item, c.code, r.From, r.Source, c.from)
			}
		}
		if !found {
			t.Errorf("%s: %s has no rule %s", c.procedure, c.item, c.code)
		}
	}
}

// TestEverySourceHasAWord holds that whoever cites says in a word what it is, and
// that what comes from a vendor or the law is cited, at the item or near it.
func TestEverySourceHasAWord(t *testing.T) {
	words := map[flows.From]int{}
	for _, id := range flows.Open(library.FS, specs()).IDs() {
		p := open(t, id)
		for i := range p.Steps {
			for _, it := range itemsOf(&p.Steps[i]) {
				origins := []flows.Origin{it.Origin}
				for _, r := range it.Rules {
					origins = append(origins, r.Origin)
				}
				for _, o := range origins {
					words[o.From]++
					if o.Source != "" && o.From == "" {
						t.Errorf("%s.%s cites %q and says not what that is", id, it.ID, o.Source)
					}
					if strings.Contains(o.Source, "read ") || strings.HasSuffix(o.Source, ".") {
						t.Errorf("%s.%s: the source is no sentence: %q", id, it.ID, o.Source)
					}
				}
			}
		}
	}
	if words[flows.FromVendor] < 30 || words[flows.FromReading] < 25 {
		t.Errorf("few say where they come from: %v", words)
	}
}

// TestTheVendorsRulesOfARegisterSayWhoseTheyAre looks beside the comparisons,
// whose findings are the document's and the vendors' rules, for the latter.
func TestTheVendorsRulesOfARegisterSayWhoseTheyAre(t *testing.T) {
	for _, c := range []struct{ step, item, words string }{
		{"customers", "code-digits", "begins with 0, or has more than 9 digits"},
		{"products", "code-lengths", "more than 25 characters"},
		{"suppliers", "supplier-codes", "at most 9 digits"},
	} {
		it := open(t, "netvisor-rackbeat").Step(c.step).Item(c.item)
		if it.From != flows.FromVendor || it.Source == "" || !strings.Contains(it.Text.Body, c.words) {
			t.Errorf("%s.%s: %q from %q (%s)", c.step, c.item, it.Text.Body, it.From, it.Source)
		}
	}
	for _, c := range [][2]string{{"customers", "match"}, {"products", "same"}} {
		if help := open(t, "netvisor-rackbeat").Step(c[0]).Item(c[1]).Help; strings.Contains(help, "begins with 0") || strings.Contains(help, "25 characters") {
			t.Errorf("%s: the vendor's rules stand among the document's: %s", c[1], help)
		}
	}
}

// TestAWayThatIsNotKnownIsSaidToBe looks for the steps in which the document
// has somebody do something and does not say where.
func TestAWayThatIsNotKnownIsSaidToBe(t *testing.T) {
	for _, c := range [][2]string{
		{"techdata-work365", "values"},
		{"techdata-work365", "request"},
		{"techdata-work365", "mapping"},
		{"techdata-work365", "catalogue"},
		{"techdata-work365", "move-history"},
		{"techdata-work365", "deactivate"},
		{"sage-main-contact", "order"},
		{"sage-main-contact", "change"},
		{"netvisor-rackbeat", "products"},
	} {
		said := false
		for _, text := range open(t, c[0]).Texts() {
			said = said || strings.HasPrefix(text.Path, "steps."+c[1]+".") && strings.Contains(text.Text, "not known")
		}
		if !said {
			t.Errorf("%s: step %s says of no way that it is not known", c[0], c[1])
		}
	}
}
