package library_test

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/library"
	"lotse/flows/words"
)

// The files that are broken: copies of a procedure, of what it includes, and an
// overlay that is made for it.
const (
	broken         = "teccom-import"
	itself         = broken + ".yaml"
	client         = "teccom-client.steps.yaml"
	administrators = "teccom-administrators.steps.yaml"
	overlay        = broken + ".sv.yaml"
)

// breaks are ways to break them. ◆ stands where the fault is; it is no part of
// the file.
var breaks = []struct{ name, file, old, new, words string }{
	// the form of the document
	{"unknown key", itself, "systems: [", "◆sistems: [", "There is no key sistems in a procedure: did you mean systems?"},
	{"unknown key of a step", itself, "    minutes: 1\n", "    ◆minuts: 1\n", "did you mean minutes?"},
	{"unknown key of an item", itself, "        tell: true\n        when: uses", "        ◆tells: true\n        when: uses", "did you mean tell?"},
	{"key twice", itself, "    source: line 1\n", "    source: line 1\n    ◆source: line 1\n", "The key source is there already"},
	{"broken syntax", itself, "source: {document: 000_9ff50554fda6510e.txt, read: 2026-11-21}\n", "source: ◆[{document: x, read: 2026-11-21}\n", "is never closed: write ]"},
	{"an anchor", itself, "    say: Do you", "    say: ◆&ask Do you", "Anchors (&) are not used"},
	{"name of another file", itself, "procedure: teccom-import", "procedure: ◆teccom-imports", "give both the same name"},
	{"no version", itself, "version: 1", "version: ◆one", "whole number"},
	{"a date that is none", itself, "read: 2026-11-21}", "read: ◆2026-13-21}", "is not a date"},
	{"no summary", itself, "summary: A client id and secret with which a supplier uploads data to the TecCom Business Cloud.\n", "", "needs a summary"},

	// ids
	{"duplicate id of a step", client, "- id: sign-in", "- id: ◆applies", "There is a step applies already"},
	{"duplicate id of a field", client, "field: organisation\n", "field: ◆uses_connect5\n", "uses_connect5 already"},
	{"duplicate id of an item", client, "        id: menu\n", "        id: signed_in\n", "The step has an item signed_in already"},
	{"id in capitals", itself, "- id: overview", "- id: ◆Overview", "is not a step id"},

	// what refers to something
	{"need of no step", client, "needs: [applies]", "needs: [◆aplies]", "did you mean applies?"},
	{"need of a later step", client, "needs: [applies]", "needs: [◆finish]", "comes later"},
	{"then of no step", client, "then: page", "then: ◆pages", "There is no step pages"},
	{"then of a later step", client, "then: page", "then: ◆credentials", "then points back"},
	{"forward reference", itself, "        when: uses_connect5 == \"no\"\n", "        when: ◆sending == \"enabled\"\n", "sending"},
	{"condition on no field", itself, "when: uses_connect5 == \"yes\"", "when: ◆uses_connect == \"yes\"", "did you mean uses_connect5?"},
	{"condition on no option", itself, "when: uses_connect5 == \"yes\"", "when: uses_connect5 == ◆\"maybe\"", "maybe"},
	{"condition on no wait", client, `outcome("existing.let_in")`, `outcome(◆"existing.let_out")`, "There is no wait existing.let_out"},
	{"condition of two types", itself, "when: uses_connect5 == \"yes\"", "when: uses_connect5 ◆== 1", "cannot be compared with a number"},
	{"condition with a syntax error", itself, "when: uses_connect5 == \"yes\"", "when: uses_connect5 == ◆\"yes", "is never closed: write \""},
	{"constant condition", itself, "when: uses_connect5 == \"yes\"", "when: ◆uses_connect5 == \"yes\" || uses_connect5 != \"yes\"", "always true"},
	{"function that is none", itself, "when: uses_connect5 == \"yes\"", "when: ◆reverse(uses_connect5) == \"YES\"", "not part of the language"},

	// fields and rules
	{"unknown type", itself, "        type: choice\n        label: Is Connect", "        type: ◆chioce\n        label: Is Connect", "it is one of"},
	{"choice without options", itself, "        options: {yes: \"Yes, Connect 5 is in use\", no: \"No\"}\n", "", "needs options"},
	{"option twice", itself, "options: {yes: \"Yes, Connect 5 is in use\", no: \"No\"}", "options: {yes: \"Yes, Connect 5 is in use\", ◆yes: \"No\"}", "already"},
	{"default that is no option", itself, "default: tecom_id", "default: ◆tecomid", "The default is not a valid answer"},
	{"unknown rule", itself, "- {rule: digits,", "- ◆{rule: digit,", "did you mean digits?"},
	{"rule without its argument", itself, "- {rule: max-length, max: 30,", "- ◆{rule: max-length,", "needs max"},
	{"rule with a bad argument", itself, "- {rule: max-length, max: 30,", "- ◆{rule: max-length, max: many,", "not a whole number"},
	{"rule on a wrong type", itself, "              - {rule: digits,", "              - ◆{rule: not-past,", "cannot be used on a field of type code"},
	{"two rules of one code", itself, "code: long,", "code: letters,", "a rule with the code letters already"},
	{"unknown level", itself, "level: warn\n            code: all_disabled", "level: ◆warning\n            code: all_disabled", "it is one of"},
	{"a sign that holds a step", administrators, "- {rule: known-typo, level: warn}\n", "- ◆known-typo\n", "give it the level warn"},
	{"unique column that is none", itself, "unique: [tecom_id]", "unique: ◆[teccom_id]", "has no column teccom_id"},
	{"secret as a column", itself, "          - field: name\n            type: text\n", "          - ◆field: name\n            type: secret\n", "A secret cannot be a column"},
	{"no label", client, "      - task: menu_opened\n        label: TecCom Business Cloud is open\n", "      - ◆task: menu_opened\n", "needs a label"},

	// texts
	{"secret in a text", itself, "text: Only a TecCom administrator", "text: ◆\"{{ client_secret }}\" #", "secrets never go into a text"},
	{"name of no field in a text", itself, "text: Only a TecCom administrator of an organisation", "text: ◆\"{{ organization }}\" #", "did you mean organisation?"},
	{"later answer in a text", client, "say: Please sign in to the TecCom Portal", "say: ◆\"{{ client_id }}\" #", "which comes later"},
	{"menu path that is not closed", client, "text: Then open [[Administration > TecCom Business Cloud]].", "text: ◆\"Then open [[Administration > TecCom Business Cloud].\"", "has [[ without ]]"},

	// checks, drafts, waits, ends
	{"unknown check", itself, "run: teccom.relations", "run: ◆teccom.relation", "did you mean teccom.relations?"},
	{"check without an input", itself, "- check: relations\n        run: teccom.relations\n        label: Every entry has its relation\n        when: compared_how == \"files\"\n        with: {buyer_grouping: buyer_grouping_file, relations: relations_file}", "- ◆check: relations\n        run: teccom.relations\n        label: Every entry has its relation\n        when: compared_how == \"files\"\n        with: {buyer_grouping: buyer_grouping_file}", "needs relations"},
	{"check with an input of no name", itself, "relations: relations_file}", "relations: relations_file, relation: ◆relations_file}", "has no parameter relation"},
	{"check with an input of a wrong type", itself, "relations: relations_file}", "relations: ◆organisation}", "does not take"},
	{"check with an input that comes later", itself, "relations: relations_file}", "relations: ◆client_secret_later}", "There is no field"},
	{"secret in the procedure", client, "client_secret: client_secret", "client_secret: ◆{const: hunter2}", "it cannot be written into a procedure"},
	{"finding that the check has not", itself, "        level: warn\n        facts: [TI-15]\n      - task: compared", "        findings: {without_relations: ◆warn}\n        facts: [TI-15]\n      - task: compared", "has no finding without_relations"},
	{"unknown template", itself, "template: teccom-client-sheet", "template: ◆teccom-client-shet", "did you mean teccom-client-sheet?"},
	{"draft to what is no address", client, "to: client_admin_email", "to: ◆client_admin", "is not an e-mail address"},
	{"wait for nobody", client, "        for: \"{{ rights_from }}\"\n", "", "The key for is missing: a wait needs it."},
	{"gate without a word", itself, "      - action: rotate\n", "      - ◆gate: point\n        label: Point\n        warning: No way back.\n      - action: rotate\n", "The key word is missing: a gate needs it."},
	{"end without a condition", itself, "      - end: connect5\n        when: uses_connect5 == \"yes\"\n", "      - ◆end: connect5\n", "always applies"},
	{"outcome that is no word", itself, "outcome: not-needed", "outcome: ◆Not needed", "An outcome consists of lower-case letters"},

	// renames
	{"renamed from what is still there", itself, "\nsteps:\n", "\nrenamed: {overview: ◆finish}\nsteps:\n", "it is still there"},
	{"renamed to what is not there", itself, "\nsteps:\n", "\nrenamed: {list: ◆listing}\nsteps:\n", "which is not there"},
	{"renamed to what is not there, by way of another", itself, "\nsteps:\n", "\nrenamed: {list: ◆listing, listing: lists}\nsteps:\n", "list was renamed to lists, which is not there"},
	{"renamed in a circle", itself, "\nsteps:\n", "\nrenamed: {list: ◆listing, listing: list}\nsteps:\n", "lead in a circle"},
	{"two renamed to one", itself, "\nsteps:\n", "\nrenamed: {list: overview, listing: ◆overview}\nsteps:\n", "both renamed to overview"},
	{"an item renamed to a step", itself, "\nsteps:\n", "\nrenamed: {overview.list: ◆overview}\nsteps:\n", "STEP.ITEM"},
	{"a row renamed", itself, "\nsteps:\n", "\nrenamed: {◆\"organisations[r1]\": organisations}\nsteps:\n", "is no name of something"},
	{"a name that is a step and a field", itself, "\nsteps:\n", "\nrenamed: {groups: ◆organisations}\nsteps:\n", "write STEP.FIELD"},
	{"renamed to nothing", itself, "\nsteps:\n", "\nrenamed: {list: ◆\"\"}\nsteps:\n", "Nothing is written here"},

	// facts and includes
	{"unmapped fact", itself, "      TI-05: TI-05\n", "", "The fact TI-05 is not mapped"},
	{"fact that is not covered", itself, "facts: [TI-01..TI-26]", "facts: ◆[TI-01..TI-27]", "No step and no item covers the fact TI-27"},
	{"fact that there is not", itself, "        facts: [TI-20]\n", "        facts: [TI-20, ◆TI-33]\n", "has no fact TI-33"},
	{"step without a fact", itself, "  - id: finish\n", "  - ◆id: more\n    title: More\n    items: [{text: More.}]\n  - id: finish\n", "The step more covers no fact"},
	{"mapping of no fact", itself, "      TI-05: TI-05\n", "      TI-05: TI-05\n      TI-99: TI-05\n", "The included steps have no fact TI-99"},
	{"include of no file", itself, "include: teccom-client\n", "include: ◆teccom-clients\n", "There is no file teccom-clients.steps.yaml"},
	{"include without a parameter", itself, "      purpose: uploading data\n", "", "need the parameter purpose"},
	{"include with a parameter too many", itself, "      purpose: uploading data\n", "      purpose: uploading data\n      porpoise: x\n", "have no parameter porpoise"},
	{"parameter that is none", client, "source: $page_source", "source: ◆$pages_source", "There is no parameter pages_source"},

	// translations
	{"stale translation", overlay, "  steps.applies.title: {en: ", "  ◆steps.applies.title: {en: 0", "has changed since it was translated"},
	{"missing translation", overlay, "  title: {", "  tittle: {", "title is not translated"},
	{"translation of nothing", overlay, "  steps.applies.title: {", "  ◆steps.applies.titles: {", "did you mean steps.applies.title?"},
	{"missing placeholder", overlay, "{{ rights_from }}", "", "has to name the same answers in {{ }} as the text it translates: rights_from."},
	{"overlay of another", overlay, "of: teccom-import", "of: ◆teccom-export", "This is the overlay of teccom-import, but it says it is of teccom-export."},
}

// copies are the library, and an overlay in Swedish that says the English.
func copies(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{itself, client, administrators} {
		data, err := fs.ReadFile(library.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	p, err := flows.Open(library.FS, specs()).Procedure(broken)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "of: %s\nlanguage: sv\ntexts:\n", broken)
	for _, at := range p.Texts() {
		fmt.Fprintf(&b, "  %s: {en: %s, text: %q}\n", at.Path, at.Digest, at.Text)
	}
	files[overlay] = &fstest.MapFile{Data: []byte(b.String())}
	return files
}

// breakOne changes one place of one file, and gives where the fault has to be;
// "" for wherever.
func breakOne(t *testing.T, files fstest.MapFS, name, old, changed string) (place string) {
	t.Helper()
	text := string(files[name].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%s has no %q to break", name, old)
	}
	text = strings.Replace(text, old, changed, 1)
	if before, after, marked := strings.Cut(text, "◆"); marked {
		line := before[strings.LastIndexByte(before, '\n')+1:]
		place = fmt.Sprintf("%s:%d:%d: ", name, strings.Count(before, "\n")+1, len([]rune(line))+1)
		text = before + after
	}
	files[name] = &fstest.MapFile{Data: []byte(text)}
	return place
}

// TestLintFindsWhatIsBroken breaks a procedure in every listed way and wants the
// fault with its line, its column and its sentence.
func TestLintFindsWhatIsBroken(t *testing.T) {
	if whole := flows.Lint(copies(t), broken, specs()); len(whole) > 0 {
		t.Fatalf("unbroken it has faults:\n%v", flows.Faults(whole))
	}
	if len(breaks) < 40 {
		t.Errorf("%d ways, want at least 40", len(breaks))
	}
	for _, b := range breaks {
		t.Run(b.name, func(t *testing.T) {
			files := copies(t)
			place := breakOne(t, files, b.file, b.old, b.new)
			faults := flows.Lint(files, broken, specs())
			if !slices.ContainsFunc(faults, func(f flows.Fault) bool {
				return strings.HasPrefix(f.String(), place) && strings.Contains(words.Say("en", f.Message), b.words) && f.Line > 0 && f.Column > 0
			}) {
				t.Errorf("want %s%s among\n%v", place, b.words, flows.Faults(faults))
			}
		})
	}
}
