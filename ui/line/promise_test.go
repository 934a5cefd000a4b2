package line

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
)

// promised is a rig on a procedure whose first step has these items, in YAML, and
// whose second and last one these.
func promised(t *testing.T, items, last string) *rig {
	t.Helper()
	return promisedIn(t, items, last, fstest.MapFS{})
}

// promisedIn is that with overlays of the procedure.
func promisedIn(t *testing.T, items, last string, files fstest.MapFS) *rig {
	t.Helper()
	doc := "procedure: crates\nversion: 1\ntitle: Crates\nsummary: A list.\nsource: {document: none.txt, read: 2026-11-21}\nsystems: [Harbour]\nfacts: [T-01]\n" +
		"steps:\n  - id: here\n    title: Here\n    facts: [T-01]\n    items:\n" + items +
		"  - id: there\n    title: There\n    needs: [here]\n    facts: [T-01]\n    items:\n" + last
	files["crates.yaml"] = &fstest.MapFile{Data: []byte(doc)}
	return newRig(t, flows.Open(files, specs)).begun("crates", run.Rehearsal)
}

const (
	remark  = "      - {field: remark, type: text, label: Remark}\n"
	remark2 = "      - {field: more, type: text, label: More}\n"
	port    = "      - {field: port, type: text, label: Port, required: true}\n"
	crates  = "      - list: crates\n        label: Crates\n        row: crate\n        columns:\n          - {field: mark, type: text, label: Mark}\n"
	oneRow  = "      - list: crates\n        label: Crates\n        row: crate\n        max: 1\n        columns:\n          - {field: mark, type: text, label: Mark}\n"
	kinds   = "      - list: crates\n        label: Crates\n        row: crate\n        columns:\n          - {field: kind, type: choice, label: Kind, options: {box: Box, barrel: Barrel}, default: box}\n          - {field: mark, type: text, label: Mark}\n"
	seen    = "      - {task: seen, label: Seen}\n"
	wordy   = "      - field: remark\n        type: text\n        label: Remark\n        rules: [{rule: max-length, max: 3, level: warn, code: long, text: That is long.}]\n"
	byForce = "      - {gate: go, label: Go, word: go, warning: There is no way back.}\n"
)

// TestEnterDoesWhatThePromptSays: what a prompt says of Enter is what an empty
// line does.
func TestEnterDoesWhatThePromptSays(t *testing.T) {
	for name, tt := range map[string]struct {
		items, last string
		typed       []string // up to the prompt, which the empty line then answers
		says, then  string   // the prompt, and what stands behind it
	}{
		"an optional field":                    {remark + seen, port, nil, "Remark. Optional", "Seen."},
		"a field that is answered":             {remark + seen, port, []string{"Box", "back"}, "Remark. Now Box; Enter keeps it", "Seen."},
		"a default":                            {"      - {field: kind, type: choice, label: Kind, options: {box: Box, barrel: Barrel}, default: box}\n" + seen, port, nil, "Box is pre-filled; Enter keeps it", "Seen."},
		"a secret":                             {"      - {field: key, type: secret, label: Key}\n" + seen, port, []string{"hush-hush-hush", "back"}, "A secret is sealed; Enter keeps it", "Seen."},
		"a warning":                            {wordy + seen, port, []string{"Boxes"}, "Answer again, or Enter goes on. Remark. Now Boxes; Enter keeps it", "Seen."},
		"an open task":                         {seen + remark, port, nil, "Seen. Not yet; yes, or Enter leaves it", "Remark. Optional"},
		"a task that is done":                  {seen + remark, port, []string{"yes", "back"}, "Seen. Done; Enter keeps it, no takes it back", "Remark. Optional"},
		"a task, neither yes nor no":           {seen + remark, port, []string{"perhaps"}, "Type yes or no; Enter leaves it as it is. Seen. Not yet; yes, or Enter leaves it", "Remark. Optional"},
		"a wait":                               {"      - {wait: reply, for: the office, reason: answers}\n" + remark, port, nil, "The office. Type answered, or the day to look again; Enter leaves it", "Remark. Optional"},
		"a wait that is over":                  {"      - {wait: reply, for: the office, reason: answers}\n" + remark, port, []string{"answered", "back"}, "The office. Enter goes on", "Remark. Optional"},
		"a gate":                               {byForce + remark, port, nil, "Go. Type go to pass; Enter leaves it", "Remark. Optional"},
		"a gate, another word":                 {byForce + remark, port, []string{"gone"}, "That is not the word. Type go to pass; Enter leaves it. Go. Type go to pass; Enter leaves it", "Remark. Optional"},
		"a gate that is passed":                {byForce + remark, port, []string{"go", "Ann", "", "back"}, "Go. Passed. Enter goes on", "Remark. Optional"},
		"why a gate":                           {byForce + remark, port, []string{"go", "Ann"}, "Remark. Enter for none", "Remark. Optional"},
		"an empty list":                        {crates + seen, port, nil, "Crate 1, Mark. Enter for none", "Seen."},
		"a list with rows":                     {crates + seen, port, []string{"Box"}, "Crate 2, Mark. Enter for no more", "Seen."},
		"a full list":                          {oneRow + seen, port, []string{"Box"}, "Crates. The list is full; Enter goes on", "Seen."},
		"nothing understood":                   {oneRow + seen, port, []string{"Box", "and more"}, "That is not understood here: type help. Crates. The list is full; Enter goes on", "Seen."},
		"a list of choices":                    {kinds + seen, port, nil, "Crate 1, Kind. Optional: 1 Box; 2 Barrel", "Seen."},
		"a check":                              {remark + "      - {check: known, run: probe, label: Known?, with: {must: [remark]}, level: warn}\n" + seen, port, []string{""}, "Known? Type check to run it; Enter goes on", "Seen."},
		"the end":                              {remark, port, []string{""}, "End of this step. Enter completes it", "Done: Here."},
		"the end, understood not":              {remark, port, []string{"", "and more"}, "That is not understood here: type help. End of this step. Enter completes it", "Done: Here."},
		"the end, with warnings":               {wordy, port, []string{"Boxes", ""}, "End of this step. Enter asks about its warnings, and completes it", "Warning: Remark: That is long."},
		"the question about them":              {wordy, port, []string{"Boxes", "", ""}, "Type accept and why, or leave to go on; Enter goes to the first", "Warning: That is long. Type accept and a reason to accept it. Remark. Now Boxes"},
		"the end, held open":                   {remark + port, seen, []string{"", ""}, "End of this step. Enter goes to what is open, next leaves it open", "Port. Needed"},
		"the end of what nothing goes on from": {remark, port, []string{"skip later", ""}, "End of this step, which comes later. Type go STEP for another, or quit", "This is the last step."},
		"the end of a done step":               {remark, port, []string{"", "", "go 1", ""}, "End of this step, which is done. Enter goes on", "Step 2 of 2: There."},
		"the end of what comes later":          {port, remark, []string{"go 2", ""}, "End of this step, which comes later. Enter goes on", "Step 1 of 2: Here."},
		"a ripple":                             {remark, "      - {field: more, type: text, label: More, when: remark == \"Box\"}\n", []string{"Box", "", "Yes", "go 1", "Crate"}, "Enter makes the change; no leaves everything as it is", "End of this step"},
	} {
		t.Run(name, func(t *testing.T) {
			r := promised(t, tt.items, tt.last)
			r.width = 400
			r.types(append(append([]string{}, tt.typed...), "", "quit")...)
			flat := strings.Join(strings.Fields(strings.NewReplacer("> \n", "> ~ ", "> (not shown)\n", "> ~ ").Replace(r.said())), " ")
			if want := tt.says + " > ~ " + tt.then; !strings.Contains(flat, want) {
				t.Errorf("it does not say %q\n%s", want, r.said())
			}
		})
	}
}

// TestEnterDoesWhatTheDeskSays: the same beside a run.
func TestEnterDoesWhatTheDeskSays(t *testing.T) {
	over := promised(t, remark, remark2)
	over.types("", "", "", "")
	over.types("", "quit")
	fresh := func(typed ...string) *rig {
		r := promised(t, remark, port)
		r.s.Run = ""
		r.types(append(typed, "", "quit")...)
		return r
	}
	for name, tt := range map[string]struct {
		r          *rig
		says, then string
	}{
		"a run that is over":   {over, "This run is over. Type papers, list, go STEP, reopen STEP WHY, or Enter for all runs", "Lotse, in plain lines. Type help to see what you can type. Done: 1: REHEARSAL, Muster GmbH, Crates"},
		"a procedure":          {fresh("new"), "Which one? A number from 1 to 1, or Enter for none", "A number opens a run."},
		"a customer":           {fresh("new", "1"), "The customer's name, or Enter for none", "A number opens a run."},
		"one of the customers": {fresh("new", "1", "Muster"), "A number from 1 to 1 for one of these; Enter takes Muster", "Muster, Crates. 0 of 2 steps done."},
	} {
		flat := strings.Join(strings.Fields(strings.ReplaceAll(tt.r.said(), "> \n", "> ~ ")), " ")
		if want := tt.says + " > ~ " + tt.then; !strings.Contains(flat, want) {
			t.Errorf("%s: it does not say %q\n%s", name, want, tt.r.said())
		}
	}
}

// A file is called by its name in the prompt, in what is read, and in a row.
func TestAFileIsCalledByItsName(t *testing.T) {
	r := promised(t, "      - {field: plan, type: file, label: Plan}\n"+strings.Replace(crates, "type: text", "type: file", 1), port)
	path := filepath.Join(t.TempDir(), "plan.pdf")
	if err := os.WriteFile(path, []byte("a plan"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.types(path, path, "back", "back", "", "read", "list crates", "edit 1", "", "quit")
	r.shows("Plan. Now plan.pdf; Enter keeps it", "Mark plan.pdf.", "Crate 1, Mark. Now plan.pdf; Enter keeps it")
	own := r.paper.own.String()
	if strings.Contains(own, "sha256") || strings.Contains(own, filepath.Dir(path)) {
		t.Errorf("it says more than the name\n%s", r.said())
	}
}
