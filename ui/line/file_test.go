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

// TestLetterInAFile writes a letter into a file that is not there yet.
func TestLetterInAFile(t *testing.T) {
	r := rehearsed(t)
	path := filepath.Join(t.TempDir(), "letter.txt")
	r.types("go 3", "write "+path, `write berth.letter "`+path+`"`, "write", "quit")
	r.shows("Written to", "Not done: This file exists already", "Name the file.")
	if b, err := os.ReadFile(path); err != nil || !strings.Contains(string(b), "Muster GmbH") {
		t.Errorf("%s %v", b, err)
	}
}

// TestProofInAFile keeps a file as the proof of a task, and as an answer.
func TestProofInAFile(t *testing.T) {
	r := newRig(t, flows.Open(fstest.MapFS{"proofs.yaml": {Data: []byte(proofs)}}, flows.Specs{})).begun("proofs", run.Real)
	path := filepath.Join(t.TempDir(), "sketch.txt")
	if err := os.WriteFile(path, []byte("a sketch"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.types("yes", "", "yes", "no-such-file", "yes", path, "untick drawn", "back", "tick drawn "+path, "", "none", `"`+path+`"`, "")
	r.shows("Proof: a file >", "This task needs proof.", "There is no file no-such-file.", "The file sketch.txt is kept, 8 bytes.", "is complete: 1 step done.")
	step := r.view().Step("proofs")
	if drawn := step.Item("drawn"); len(drawn.Evidence) != 1 || drawn.Evidence[0].Name != "sketch.txt" {
		t.Errorf("the proof is %+v", drawn.Evidence)
	}
	if v, _ := step.Item("plan").Value.(string); !strings.HasSuffix(v, "/sketch.txt") {
		t.Errorf("the plan is %v", v)
	}
}

// TestFileInARow keeps a file as the first cell of a row, and of one that is there.
func TestFileInARow(t *testing.T) {
	r := newRig(t, flows.Open(fstest.MapFS{"plans.yaml": {Data: []byte(plans)}}, flows.Specs{})).begun("plans", run.Real)
	path := filepath.Join(t.TempDir(), "sketch.txt")
	if err := os.WriteFile(path, []byte("a sketch"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.types("no-such-file", path, path, "", "quit")
	r.shows("Not done: There is no file no-such-file.", "Plan 1, Other", "The file sketch.txt is kept, 8 bytes.")
	row := r.view().Step("plans").Item("all").Rows[0]
	for _, column := range []string{"plan", "other"} {
		if v, _ := row.Values[column].(string); !strings.HasSuffix(v, "/sketch.txt") {
			t.Errorf("%s is %v", column, row.Values[column])
		}
	}
}

const plans = `procedure: plans
version: 1
title: Plans
summary: A list of files.
source: {document: none.txt, read: 2026-11-21}
systems: [Office]
facts: [P-01]
steps:
  - id: plans
    title: Plans
    facts: [P-01]
    items:
      - list: all
        label: Plans
        row: plan
        columns:
          - {field: plan, type: file, label: Plan}
          - {field: other, type: file, label: Other}
`

const proofs = `procedure: proofs
version: 1
title: Proofs
summary: A task with a file as its proof, and a file as an answer.
source: {document: none.txt, read: 2026-11-21}
systems: [Office]
facts: [P-01]
steps:
  - id: proofs
    title: Proofs
    facts: [P-01]
    items:
      - {task: drawn, label: A sketch is there, evidence: file}
      - {field: plan, type: file, label: The plan, required: true}
`
