package reference

import (
	"maps"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document/comparison"
	"lotse/flows/register/compare"
	"lotse/flows/words"
)

// rules are the rules that a field or a list may name.
func rules(lang string) Table {
	t := Table{Heads: heads(lang, "reference.rules_name", "reference.rules_fits", "reference.rules_arguments", "reference.rules_wants")}
	for _, name := range slices.Sorted(maps.Keys(flows.Rules)) {
		spec := flows.Rules[name]
		args := make([]string, len(spec.Args))
		for i, a := range spec.Args {
			args[i] = quoted(a.Name)
		}
		wants := words.Say(lang, spec.Doc)
		if spec.Hint {
			wants += " " + words.Say(lang, flows.Msg("reference.rules_hint"))
		}
		t.Rows = append(t.Rows, []string{quoted(name), fits(lang, spec.Types), strings.Join(args, ", "), wants})
	}
	return t
}

// fits names the types of fields that a rule fits.
func fits(lang string, types []flows.Type) string {
	if len(types) == 0 {
		return words.Say(lang, flows.Msg("reference.rules_any"))
	}
	names := make([]string, len(types))
	for i, t := range types {
		names[i] = string(t)
	}
	return strings.Join(names, ", ")
}

// checks are the checks that a step may have run. What is in brackets need not be
// given, and … stands behind what may be given more than once.
func checks(lang string) Table {
	t := Table{Heads: heads(lang, "reference.checks_name", "reference.checks_inputs", "reference.checks_proves")}
	for _, spec := range check.Specs() {
		inputs := make([]string, len(spec.Inputs))
		for i, in := range spec.Inputs {
			inputs[i] = quoted(in.Name)
			if in.Many {
				inputs[i] += "…"
			}
			if !in.Required {
				inputs[i] = "(" + inputs[i] + ")"
			}
		}
		t.Rows = append(t.Rows, []string{quoted(spec.Name), strings.Join(inputs, " "), words.Say(lang, flows.Msg(spec.Title))})
	}
	return t
}

// faults are what can go wrong at the portals of a rehearsal, and what the check
// has to find then: a row for what is the same at several.
func faults(lang string) Table {
	t := Table{Heads: heads(lang, "reference.faults_name", "reference.faults_checks", "reference.faults_does", "reference.faults_finding", "reference.faults_status")}
	portals := check.Portals()
	at := map[check.Fault]int{}
	names := [][]string{}
	for _, name := range portals {
		for _, f := range check.FaultsOf(name) {
			i, known := at[f]
			if !known {
				i = len(names)
				at[f] = i
				names = append(names, nil)
				t.Rows = append(t.Rows, []string{quoted(f.Name), "", words.Say(lang, flows.Msg(f.Does)), finding(f), status(name, f)})
			}
			names[i] = append(names[i], quoted(name))
		}
	}
	for i, of := range names {
		t.Rows[i][1] = share(lang, of, portals)
	}
	return t
}

// share names the checks of a fault in few words.
func share(lang string, of, portals []string) string {
	var others []string
	for _, name := range portals {
		if !slices.Contains(of, quoted(name)) {
			others = append(others, quoted(name))
		}
	}
	switch {
	case len(others) == 0:
		return words.Say(lang, flows.Msg("reference.faults_all"))
	case len(others) < len(of) && len(others) < 5:
		return words.Say(lang, flows.Msg("reference.faults_but", "checks", others))
	}
	return strings.Join(of, " ")
}

func finding(f check.Fault) string {
	if f.Finding == "" {
		return ""
	}
	return quoted(f.Finding)
}

// status is the status that a fault gives its check.
func status(name string, f check.Fault) string {
	c, _ := check.Find(name)
	for i := range c.Findings {
		if c.Findings[i].Code == f.Finding {
			return quoted(c.Findings[i].Status)
		}
	}
	return quoted(check.Passed)
}

// registers are the rules of a comparison, the most serious first, with their
// level in each register. What happens is said of a first synchronisation from
// Rackbeat to Netvisor.
func registers(lang string) Table {
	t := Table{Heads: heads(lang, "reference.registers_name", "reference.registers_finds", "reference.registers_levels", "reference.registers_effect")}
	for _, r := range bySeverity() {
		var levels []string
		effect := ""
		for _, k := range compare.Kinds() {
			level := k.Level(r)
			if level == "" {
				continue
			}
			levels = append(levels, string(k)+": "+quoted(string(level)))
			if effect == "" {
				p := compare.Plan{Kind: k, Left: compare.Netvisor, Right: compare.Rackbeat, Direction: compare.RackbeatToNetvisor}
				effect = comparison.NewWords(&p, lang).RuleEffect(r, sideOf(r))
			}
		}
		t.Rows = append(t.Rows, []string{quoted(string(r)), words.Say(lang, compare.RuleTitle(r)), strings.Join(levels, ", "), effect})
	}
	return t
}

// bySeverity are the rules of all registers, each where it is most serious.
func bySeverity() []compare.Rule {
	var rules []compare.Rule
	for _, level := range []compare.Level{compare.Must, compare.Warn, compare.Info} {
		for _, k := range []compare.Kind{compare.Suppliers, compare.Customers, compare.Products} {
			for _, r := range k.Rules() {
				if k.Level(r) == level && !slices.Contains(rules, r) {
					rules = append(rules, r)
				}
			}
		}
	}
	return rules
}

// sideOf is the side that a rule is said of.
func sideOf(r compare.Rule) compare.Side {
	if r == compare.OnlyRight {
		return compare.Right
	}
	return compare.Left
}
