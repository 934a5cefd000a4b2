package line

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/register/compare"
	"lotse/flows/register/sample"
	"lotse/flows/run"
)

// talks are conversations by the names of their transcripts: how they begin, and
// what is typed.
var talks = map[string]struct {
	rig   func(t *testing.T, lang ...string) *rig
	typed []string
}{
	"harbour":  {rehearsed, everyKind},
	"ids":      {rehearsed, byIDs},
	"words":    {rehearsed, everyWord},
	"wrong":    {rehearsed, everythingWrong},
	"rows":     {rehearsed, rowsOnly},
	"desk":     {harbour, atTheDesk},
	"import":   {importing, theImport},
	"checks":   {comparing, theChecks},
	"hosts":    {tokens, otherHosts},
	"findings": {registers, theFindings},
	"columns":  {strangers, theColumns},
	"warnings": {rehearsed, overWarnings},
	"rotate":   {importing, theRotation},
	"papers":   {importing, slices.Concat(theImport, thePapers)},
	"secrets":  {onDisplay, theSecrets},
}

func rehearsed(t *testing.T, lang ...string) *rig {
	return harbour(t, lang...).begun("harbour", run.Rehearsal)
}

func importing(t *testing.T, lang ...string) *rig {
	return teccom(t, lang...).begun("teccom-import", run.Real)
}

// comparing is a rig on a run that compares two addresses.
func comparing(t *testing.T, lang ...string) *rig {
	return onFolder(t, os.DirFS("../desk/testdata/checks"), flows.Specs{Checks: check.Specs()}, lang...).begun("addresses", run.Rehearsal)
}

// theChecks runs checks that pass, fail and have nothing to run on, and goes to
// what they name.
var theChecks = []string{
	"set known yes", "set entitlement lnfo@example.org", "set sage_id info@example.org", "go compare", "check x", "check", "more", "1", "info@example.org",
	"go compare", "check", "go later", "", "", "check", "", "", "leave", "quit",
}

// tokens is a rig on a run whose check sends a secret; there is no network.
func tokens(t *testing.T, lang ...string) *rig {
	return onFolder(t, os.DirFS("../desk/testdata/hosts"), flows.Specs{Checks: check.Specs()}, lang...).begun("tokens", run.Rehearsal)
}

// otherHosts changes the address that a secret was kept for: it is not sent
// before the name of the new host was typed, and then no more is asked.
var otherHosts = []string{
	"https://login.example/token", "muster-01", "hunter2-hunter2", "check",
	"set url https://login.example.org/token", "check works", "", "check works", "yes", "check works", "login.example.org", "check works",
	"fault", "fault no-such", "fault 99", "fault secret-refused", "back", "next", "fault none", "quit",
}

// theRotation rotates a secret: left at each question, typed anew, given up, and
// confirmed.
var theRotation = []string{
	"rotate", "set uses_connect5 no", "set secret_holder captured_here", "secret client_secret", "hunter2-hunter2", thePassphrase, thePassphrase,
	"rotate client_id", "rotate", "", "rotate", "ERP, Kim;erp", "", "", "rotate client_secret", "hunter2-hunter2", "set client_secret x", "secret client_secret", "another-secret-3",
	"rotate", "", "give up", "", "rotate", "Portal, Kim", "hunter3-hunter3", "", "rotate", "another", "hunter4-hunter4", "3", "kim, 7", "kim",
	"go finish", "rotate", "all", "rotate", "ERP", "hunter5-hunter5", "give up", "The portal is down", "quit",
}

// thePapers stays at the end of a run, for what can go out.
var thePapers = []string{
	"papers", "papers 2", "papers summary", "papers summary fi", "papers summary xx", "papers summary copy", "papers report", "", "papers report doc", "papers report html xx", "papers report a.doc",
	"papers nothing", "papers 99", "papers open", "go finish", "papers", "quit",
}

// overWarnings completes a step over a warning in each way, and says what is none.
var overWarnings = []string{
	"set ship Aurora", "set cargo oil", "set berth_mail a-very-long-address@example.org", "tick signed", "done", "", "done", "perhaps", "leave it", "list",
	"done", "accept", "", "done", "accept", "It is theirs", "reopen papers Another look", "set berth_mail another-very-long-address@example.org", "done papers", "accept Theirs, too",
	"reopen papers Once more", "set berth_mail the-third-long-address@example.org", "done papers", "accept berth_mail.long It is so", "done papers", "quit",
}

// theFindings compares two registers, reads what was found, and compares again
// with a file in which a row was put right.
var theFindings = []string{
	"findings", "set opened_in_store no", "set direction rackbeat_to_netvisor", "set registers customers", "set customers_how files",
	"set netvisor_customers netvisor.csv", "set rackbeat_customers rackbeat.csv", "check customers.match",
	"findings", "findings near-name", "findings only-left", "findings nothing", "findings name-duplicate 3",
	"set netvisor_customers mended.csv", "check customers.match", "findings", "findings code-empty", "findings code-too-long", "quit",
}

// theColumns chooses the columns of a register that nobody understands.
var theColumns = []string{
	"columns", "set opened_in_store no", "set direction rackbeat_to_netvisor", "set registers customers", "set customers_how files",
	"set netvisor_customers odd.csv", "set rackbeat_customers rackbeat.csv", "check customers.match", "go customers",
	"columns", "columns left.code=Nothing", "columns code=Avain", "columns netvisor.code=Avain", "columns left.name=2", "columns", "columns before", "columns left.name=", "columns left=", "quit",
}

// strangers is a rig with a register of customers whose header says nothing.
func strangers(t *testing.T, lang ...string) *rig {
	r := teccom(t, lang...)
	r.s.Files = t.TempDir()
	for name, text := range map[string]string{
		"odd.csv":      "Avain;Kuka;Y-tunnus\n1001;Pohjola Osat Oy;1967543-8\n",
		"rackbeat.csv": "number;name;vat_number\n1001;Pohjola Osat Oy;1967543-8\n",
	} {
		if err := os.WriteFile(filepath.Join(r.s.Files, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return r.begun("netvisor-rackbeat", run.Rehearsal)
}

// registers is a rig whose files are the sample registers of customers.
func registers(t *testing.T, lang ...string) *rig {
	r := teccom(t, lang...)
	r.s.Files = t.TempDir()
	p := sample.Demo(compare.Customers)
	mended := strings.Replace(string(p.Netvisor), "\n;Koodittoman", "\n1021;Koodittoman", 1)
	for name, text := range map[string]string{"netvisor.csv": string(p.Netvisor), "rackbeat.csv": string(p.Rackbeat), "mended.csv": mended} {
		if err := os.WriteFile(filepath.Join(r.s.Files, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return r.begun("netvisor-rackbeat", run.Rehearsal)
}

// everyKind walks the harbour to its end by answering what is asked for.
var everyKind = []string{
	// the papers
	"Aurora", "", "oil", "1, 3", "+3d", "First line", "second line", ".", "hunter2-hunter2", "yes", "",
	// who is aboard
	"101", "cook", "Galley 4", "yes", "102", "", "yes", "", "",
	// the berth
	"", "draft", "sent by e-mail", "yes", "Drawn on a napkin", "+3d",
	// set sail: only grain may, and that asks for the papers once more
	"sail", "Ann", "", "go 1", "", "", "grain", "done", "sail", "Ann Muster", "The tide is right", "",
	// what was waited for
	"answered", "", "", "go 3", "done", "leave",
}

// byIDs says everything with its ids, from wherever the dialogue stands.
var byIDs = []string{
	"set ship Aurora", "set papers.cargo people", "set beds 12", "set flags yellow, blue", "set arrival 24.12.", `set remarks "one\ntwo"`,
	"tick papers.signed", "untick papers.signed", "tick papers.signed", "secret locker", "hunter2-hunter2", "done",
	"add people badge=101; rank=cook; galley=\"4; left\"; aboard=yes", "add people Badge=102", "set people[r2].rank cook",
	"set people[2].galley 5", "remove people[r2]", "tick people[r1].aboard", "done",
	"accept token.unknown Rang them up", "next", "draft berth.letter fi", "draft letter xx", "draft", "sent berth.letter at noon", "sent", "", "write", "tick drawn A napkin", "tick berth.drawn A napkin", "wait berth.answer until +2d The office is closed",
	"note Ask for Mr Muster", "failed The crane is out", "resolved It turns again", "value ship", "status", "spell ship din5009", "spell locker", "readback ship", "readback locker", "spell nowhere", "attach berth nothing.txt", "", "attach", "open berth", "open", "wait berth.answer answered", "done", "clear beds", "set cargo grain", "done papers", "done papers",
	"gate sail.cast-off sail by Ann why The tide", "done crew", "done sail", "done berth", "leave",
}

// everyWord says the words that guide, at several prompts.
var everyWord = []string{
	"help", "say", "see", "more", "read", "list", "next", "back", "back", "note", "An old ship", "note Seen twice", "NEXT", "back", "Note of a ship", "back", "clear",
	"\\back", "back", "clear", "undo", `"help"`, "rows", "edit 1", "go 2", "rows", "101", "back", "back", "edit 1 galley", "edit 1 rank", "cook",
	"list people", "list ship", "remove 1", "undo", "go crew", "done", "go 9", "accept", "skip", "", "skip They are all gone", "reopen crew",
	"They are back", "go The b", "fault", "earlier", "accept", "tick drawn", "Drawn", "wait", "gate", "set", "add", "secret", "untick", "language fi", "language en",
	"reopen", "move", "move 1", "abandon", "abandon lost The ship sank", "list", "reopen papers She was raised", "desk", "1", "quit",
}

// everythingWrong types what cannot be taken, and changes what stands.
var everythingWrong = []string{
	"", "done", "back", "\x1b[A", "a\x1b[Ab\x07c", "back", "Aur\u200bora\u00a0II", "nobody", "", "7", "blue sky", "p", "", "yellow, pink", "2 3", "someday", "", "", "", "", "many", "12", "maybe", "yes", "",
	"set cargo oil", "", "set cargo oil", "yes", "set nothing x", "set a b c", "set ship", "set signed x", "set locker x", "tick ship", "tick people[3].aboard",
	"remove people[1]", "remove 1", "accept no.such why", "go 1", "set berth_mail a-very-long-address@example.org", "accept", "", "accept", "It is theirs",
	"go 3", "accept", "wait answer until", "wait answer until someday", "wait answer until 1.1.2020", "wait answer", "gate cast-off sail", "gate sail.cast-off sail by Ann", "go 4", "ahoy", "sail", "", "sail", "Ann", "", "quit",
}

// rowsOnly fills a list in every way.
var rowsOnly = []string{
	"go 2", "101\tcook\tGalley 1\t", "102\tMate", "x3;cook", "rows", "101", "1", "yes", "", "edit 4 badge", "104", "edit 2 galley", "edit 9", "edit 1 nothing",
	"edit 3", "103", "", "5", "no", "", "", "quit",
}

// atTheDesk starts runs, finds them and opens them.
var atTheDesk = []string{
	"help", "new", "", "new", "harb", "", "rehearsal", "1", "Muster GmbH", "Aurora", "desk", "new", "harbour", "mus", "1", "desk", "new", "help", "new", "1", "Gate Gourmet", "desk", "demo", "1", "Mus", "", "desk",
	"find beispiel", "find muster", "7", "more", "list", "1", "quit",
}

const thePassphrase = "a lighthouse keeps"

// theImport walks teccom-import to its end, as the walk by commands does.
var theImport = []string{
	"no", "", "yes", "Muster GmbH", "yes", "", "1", "2", "", "yes", "created", "",
	"muster-import-01", "1", "hunter2-hunter2", thePassphrase, thePassphrase, "", "", "leave",
	"1000001", "Muster GmbH", "yes", "enabled", "it@example.org, data@example.org", "", "", "yes",
	"1000002", "Muster Nord GmbH", "yes", "disabled", "", "", "", "yes", "accept Sends nothing yet", "", "", "", "", "leave",
	"yes", "", "erika.muster@example.org", "found", "Erika", "Muster", "yes", "", "", "stay", "", "", "",
}

func TestTalks(t *testing.T) {
	for name, talk := range talks {
		t.Run(name, func(t *testing.T) {
			r := talk.rig(t)
			code := r.types(talk.typed...)
			r.plain()
			r.golden(name, code)
		})
	}
}

// TestEveryWordIsTyped holds that the transcripts show what every word does.
func TestEveryWordIsTyped(t *testing.T) {
	typed := map[string]bool{}
	for _, talk := range talks {
		for _, line := range talk.typed {
			if found, _, ok := lookUp(line); ok {
				typed[found.Name] = true
			}
		}
	}
	for _, w := range vocabulary {
		if !typed[w.Name] {
			t.Errorf("nobody types %s", w.Name)
		}
	}
}

// TestNarrowLines talks on a screen of 40 columns.
func TestNarrowLines(t *testing.T) {
	for _, width := range []int{40, 3} {
		r := teccom(t).begun("teccom-import", run.Rehearsal) // which needs no passphrase
		r.width = width
		r.types(slices.DeleteFunc(slices.Clone(theImport), func(line string) bool { return line == thePassphrase })...)
		r.width = max(width, leastWidth)
		r.plain()
		if !strings.Contains(r.said(), "Step 2 of") {
			t.Errorf("at %d columns:\n%s", width, r.said())
		}
	}
}
