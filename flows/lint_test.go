package flows

import (
	"strings"
	"testing"
)

// specs are what the procedures of these tests can name.
var specs = Specs{
	Checks: []CheckSpec{
		{
			Name: "mail.equal", Findings: []string{"letter_case", "domain"},
			Inputs: []Input{
				{Name: "must", Types: []Type{TypeEmail}, Required: true, Many: true},
				{Name: "warn", Types: []Type{TypeEmail}, Many: true},
			},
		},
		{Name: "token", Inputs: []Input{{Name: "secret", Types: []Type{TypeSecret}, Required: true}, {Name: "scope", Types: []Type{TypeText}}}},
	},
	Templates: []TemplateSpec{
		{Name: "sage-order-management", Inputs: []string{"entitlement_email"}},
		{Name: "leaky", Inputs: []string{"key"}},
		{Name: "late", Inputs: []string{"late"}},
		{Name: "nobody", Inputs: []string{"nobody"}},
		{Name: "asker", Asks: []string{"key"}},
		{Name: "ticked", Asks: []string{"s.t"}},
	},
}

func TestLint(t *testing.T) {
	for _, c := range []struct{ doc, words string }{
		{"◆" + strings.Replace(head, "summary: A sentence.\n", "", 1) + "      - text: x", "needs a summary"},
		{strings.Replace(head, "steps:", "facts: ◆[A-01]\nsteps:", 1) + "      - {text: x}", "No step and no item covers the fact A-01"},
		{strings.Replace(head, "steps:", "facts: [A-01]\nsteps:", 1) + "      - {text: x, facts: [A-01, ◆A-02]}", "The procedure has no fact A-02"},
		{strings.Replace(head, "steps:", "facts: [A-01]\nsteps:", 1) + "      - {text: x, facts: [A-01]}\n  - ◆id: two\n    title: x\n    items: [{text: x}]", "The step two covers no fact"},
		{head + "      - text: x\n  - ◆id: two\n    title: x", "The step two has no items"},
		{head + "      - ◆{task: a}", "The task a needs a label"},
		{head + "      - {list: l, label: x, columns: [◆{task: a}]}", "The task a needs a label"},
		{head + "      - {field: a, label: x, type: choice, options: [x, y]}\n      - {text: x, when: ◆a != \"x\" || a == \"x\"}", "always true"},
		{head + "      - {text: x, when: ◆1 == 2}", "always false"},
		{head + "      - {field: a, label: x, type: choice, options: [x, y], rules: [{require: ◆'a in [\"x\", \"y\"]'}]}", "always true"},
		{head + "      - {check: a, run: ◆mail.eqal}", "did you mean mail.equal?"},
		{head + "      - ◆{check: a, run: mail.equal}", "The check mail.equal needs must"},
		{head + "      - {field: f, label: x, type: email}\n      - {check: a, run: mail.equal, with: {must: f, wran: ◆f}}", "no parameter wran: did you mean warn?"},
		{head + "      - {field: f, label: x, type: text}\n      - {check: a, run: mail.equal, with: {must: ◆f}}", "f is a field of type text"},
		{head + "      - {field: f, label: x, type: secret}\n      - {check: a, run: token, with: {secret: ◆[f, f]}}", "takes one field"},
		{head + "      - {list: l, label: x, columns: [{field: f, label: x, type: text}]}\n      - {field: s, label: x, type: secret}\n      - {check: a, run: token, with: {secret: s, scope: ◆l.f}}", "l.f has a value in every row, but scope of the check token takes one answer"},
		{head + "      - {field: f, label: x, type: email}\n      - {check: a, run: mail.equal, with: {must: f}, findings: {letter_case: warn, domian: ◆tell}}", "no finding domian"},
		{head + "      - {draft: d, template: ◆sage}", "There is no template sage"},
		{head + "      - {field: key, label: x, type: secret}\n      - {draft: d, template: ◆leaky}", "The template leaky reads the secret key: secrets never go into a draft"},
		{head + "      - {draft: d, template: ◆late}\n      - {field: late, label: x, type: text}", "The template late reads late, which comes later."},
		{head + "      - {draft: d, template: ◆nobody}", "The template nobody reads nobody, but there is no such field"},
		{head + "      - {draft: d, template: ◆asker}\n      - {field: key, label: x, type: secret}", "The template asker asks for key, but no such field comes before it"},
		{head + "      - {draft: d, template: ◆ticked}\n      - {task: t, label: x}", "The template ticked asks for s.t, but no such field comes before it"},
		{head + "      - {field: t, label: x, type: text}\n      - {draft: d, template: ◆ticked}", "The template ticked asks for s.t, but no such field comes before it"},
	} {
		f := files("p.yaml", c.doc)
		place := marked(f)
		expect(t, c.doc, Lint(f, "p", specs), place, c.words)
		if _, err := Open(f, specs).Procedure("p"); err != nil {
			t.Errorf("%s does not load, though only lint minds: %v", c.doc, err)
		}
	}
}

// example is the document of the language's description, with the steps that it
// leaves out.
const example = `procedure: sage-main-contact
version: 1
title: Main contact for the Sage API gateway
summary: The address that the gateway asks for is the right one.
source: {document: 003_8dafdfbba67d5273.txt, read: 2026-11-21}
systems: [Sage Portal, Sage-ID, Entitlement service]
steps:
  - id: sage-id
    title: Addresses
    items:
      - {field: sage_id_email, type: email, label: Sage-ID}
      - {field: master_email, type: email, label: Customer master}
      - {field: order_management_email, type: email, label: Sage Order Management}
  - id: entitlement
    title: Which address does the entitlement service hold?
    actor: consultant
    say: Can you tell me with which e-mail address the gateway was ordered?
    ifnot: {a: "The customer doesn't know: choose unknown; we ask Sage.", b: "Not ordered yet: go back to step 1."}
    items:
      - field: entitlement_source
        type: choice
        label: How do we know it?
        required: true
        options: {order_document: It is on the order, sage_told_us: Sage told us, assumed: The main contact's address on the day of the order, unknown: We don't know}
        facts: [SG-10]
      - field: entitlement_email
        type: email
        label: Address in the entitlement service
        when: entitlement_source != "unknown"
        required: true
        facts: [SG-10]
  - id: compare
    title: Do the addresses agree?
    needs: [sage-id, entitlement]
    items:
      - text: The gateway queries this address at sign-in. If it is not the one in the entitlement service, **no entitlements come back**.
        tell: true
        facts: [SG-11]
      - check: equal
        run: mail.equal
        with: {must: [entitlement_email, sage_id_email], warn: [master_email]}
        facts: [SG-12]
  - id: change
    title: Have the entitlement address changed
    when: check("compare.equal") == "failed" || entitlement_source == "unknown"
    actor: vendor
    items:
      - {text: "The Sage Portal cannot change this address. Sage Order Management does, on the partner's request.", facts: [SG-13]}
      - {draft: request, template: sage-order-management, to: order_management_email, facts: [SG-14]}
      - {task: change_sent, label: The e-mail has been sent}
      - {wait: order_management_answers, for: Sage Order Management, reason: changes the address, then: entitlement}
`

func TestExample(t *testing.T) {
	f := files("sage-main-contact.yaml", example)
	if faults := Lint(f, "sage-main-contact.yaml", specs); len(faults) > 0 {
		t.Fatalf("the example has faults:\n%v", Faults(faults))
	}
	p, err := Open(f, specs).Procedure("sage-main-contact")
	if err != nil {
		t.Fatal(err)
	}
	step, item, err := p.Find(At("entitlement_source"))
	if err != nil || step.ID != "entitlement" || len(item.Field.Options) != 4 || item.Field.Options[2].Value != "assumed" {
		t.Errorf("the choice is %+v in %+v, %v", item, step, err)
	}
	if step.Actor != Consultant || len(step.IfNot) != 2 || step.IfNot[1].Letter != "b" {
		t.Errorf("the step is %+v", step)
	}
	if first := p.Step("compare").Items[0]; first.ID != "text-1" || !first.Text.Tell {
		t.Errorf("the text is %+v", first)
	}
	if c := p.Step("compare").Item("equal").Check; c.Level != Must || len(c.With["must"]) != 2 || c.With["warn"][0] != "master_email" {
		t.Errorf("the check is %+v", c)
	}
	if w := p.Step("change").Item("order_management_answers").Wait; w.Then != "entitlement" || w.For != "Sage Order Management" {
		t.Errorf("the wait is %+v", w)
	}
}

func TestLintOfOtherFiles(t *testing.T) {
	f := files("p.yaml", head+"      - text: x\n", "q.steps.yaml", "params: [who]\nsteps:\n  - {id: s, title: For $who, zz: 1}\n  - {id: t, title: 007, when: a = 1}\n",
		"p.de.yaml", "of: p\nlanguage: de\ntexts: {}\n", "Bad.yaml", "", "p.german.yaml", "")
	expect(t, "q.steps.yaml", Lint(f, "q.steps.yaml", specs), "q.steps.yaml:3:30: ", "There is no key zz in a step")
	expect(t, "q.steps.yaml", Lint(f, "q.steps.yaml", specs), "q.steps.yaml:4:20: ", "take this for a number")
	expect(t, "q.steps.yaml", Lint(f, "q.steps.yaml", specs), "q.steps.yaml:4:33: ", "Write == instead of =.")
	expect(t, "p.de.yaml", Lint(f, "p.de.yaml", specs), "p.de.yaml:1:1: ", "steps.one.title is not translated")
	expect(t, "Bad.yaml", Lint(f, "Bad.yaml", specs), "Bad.yaml:1:1: ", "lower-case letters")
	expect(t, "p.german.yaml", Lint(f, "p.german.yaml", specs), "p.german.yaml:1:1: ", "german is not a language: an overlay is called p.de.yaml or the like")
	expect(t, "p.fr.yaml", Lint(f, "p.fr.yaml", specs), "p.fr.yaml:1:1: ", "There is no file p.fr.yaml.")
	expect(t, "r.yaml", Lint(f, "r.yaml", specs), "r.yaml:1:1: ", "There is no file r.yaml")
}
