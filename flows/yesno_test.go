package flows_test

import (
	"slices"
	"testing"
	"time"

	"lotse/flows"
)

// TestAYesInAnyLanguage: where a choice has an option that says yes, or no, the
// word of another language is it; a number, a part of a sentence and a word for
// something else are not.
func TestAYesInAnyLanguage(t *testing.T) {
	options := map[string][]flows.Option{
		"yes and no":     {{Value: "yes", Label: "Yes, Connect 5 is in use"}, {Value: "no", Label: "No"}},
		"in German":      {{Value: "ja", Label: "Ja"}, {Value: "nein", Label: "Nein"}},
		"by their label": {{Value: "opened", Label: "Kyllä"}, {Value: "closed", Label: "Ei"}},
		"and a third":    {{Value: "yes", Label: "Yes"}, {Value: "no", Label: "No"}, {Value: "unknown", Label: "Nobody knows"}},
		"true and false": {{Value: "true", Label: "In use"}, {Value: "false", Label: "Not in use"}},
		"neither":        {{Value: "allowed", Label: "Allowed"}, {Value: "blocked", Label: "Blocked"}},
		"two kinds":      {{Value: "yes", Label: "Yes"}, {Value: "ja", Label: "Ja, too"}, {Value: "no", Label: "No"}},
		"countries":      {{Value: "no", Label: "Norway"}, {Value: "se", Label: "Sweden"}},
		"ei is a thing":  {{Value: "ei", Label: "Egg"}, {Value: "no", Label: "Nothing"}},
	}
	for _, tt := range []struct{ of, text, want string }{
		{"yes and no", "yes", "yes"},
		{"yes and no", "ja", "yes"},
		{"yes and no", "JA", "yes"},
		{"yes and no", " Kyllä ", "yes"},
		{"yes and no", "kylla", "yes"},
		{"yes and no", "wahr", "yes"},
		{"yes and no", "TRUE", "yes"},
		{"yes and no", "nein", "no"},
		{"yes and no", "Ei", "no"},
		{"yes and no", "nej", "no"},
		{"yes and no", "EPÄTOSI", "no"},
		{"yes and no", "n", "no"},
		{"in German", "yes", "ja"},
		{"in German", "ei", "nein"},
		{"by their label", "yes", "opened"},
		{"by their label", "nein", "closed"},
		{"and a third", "kyllä", "yes"},
		{"true and false", "ja", "true"},
		{"true and false", "no", "false"},
		{"two kinds", "ja", "ja"},
		{"ei is a thing", "ei", "ei"},

		{"yes and no", "1", ""},
		{"yes and no", "0", ""},
		{"yes and no", "x", ""},
		{"yes and no", "ja, bald", ""},
		{"yes and no", "ei vielä", ""},
		{"yes and no", "jain", ""},
		{"yes and no", "not yet", ""},
		{"yes and no", "on", ""},
		{"neither", "ja", ""},
		{"neither", "nein", ""},
		{"two kinds", "kyllä", ""},
		{"two kinds", "nein", ""},
		{"countries", "nein", ""},
		{"countries", "ei", ""},
		{"countries", "NO", "no"},
		{"ei is a thing", "nein", ""},
	} {
		it := &flows.Item{ID: "used", Kind: flows.KindField, Field: &flows.Field{Type: flows.TypeChoice, Options: options[tt.of]}}
		got, all := it.Read(tt.text, time.Now())
		problems := slices.DeleteFunc(all, func(p flows.Problem) bool { return p.Level == flows.Tell })
		if s, _ := got.(string); tt.want != "" && (s != tt.want || len(problems) > 0) {
			t.Errorf("%s: %q is %v %v, want %s", tt.of, tt.text, got, problems, tt.want)
		}
		// An answer that stands is judged as it was read when it was given: by an older
		// version, too, which did not understand it.
		if _, exact := map[string]bool{"yes": true, "ja": true, "no": true, "NO": true, "ei": true}[tt.text]; !exact && len(it.Problems(tt.text, time.Now())) == 0 {
			t.Errorf("%s: %q stands and is no problem", tt.of, tt.text)
		}
		if got != nil && len(problems) == 0 && len(it.Problems(got, time.Now())) > 0 {
			t.Errorf("%s: %v, once it is taken, is a problem", tt.of, got)
		}
		if tt.want == "" && len(problems) == 0 {
			t.Errorf("%s: %q is taken as %v", tt.of, tt.text, got)
		}
	}
}
