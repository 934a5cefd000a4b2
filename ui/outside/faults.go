package outside

import (
	"context"
	"slices"
	"strings"

	"lotse/flows/check"
	"lotse/flows/run"
)

// Faults are what goes wrong in a rehearsal, by check.
type Faults map[string][]Fault

// Fault is one of them. One that is about a secret (check.SecretsOf) is the fault
// of the secret that was first asked with, not of the portal for ever: whoever
// enters another has put it right.
type Fault struct {
	Name string
	Mark string // fingerprint of that secret; "" before it was asked with
}

// Has reports whether a fault of a check was chosen.
func (f Faults) Has(name, fault string) bool {
	return slices.ContainsFunc(f[name], func(chosen Fault) bool { return chosen.Name == fault })
}

// Add chooses a fault of a check.
func (f Faults) Add(name, fault string) {
	f[name] = append(f[name], Fault{Name: fault})
}

// Known reports whether a check has a fault of that name.
func (Faults) Known(name, fault string) bool {
	return slices.ContainsFunc(check.FaultsOf(name), func(known check.Fault) bool { return known.Name == fault })
}

// names are the faults that hold for what is asked.
func (f Faults) names(q *check.Request) []string {
	var names []string
	for _, chosen := range f[q.Check] {
		if chosen.Mark == "" || chosen.Mark == mark(q, chosen.Name) {
			names = append(names, chosen.Name)
		}
	}
	return names
}

// meet gives each fault that is about a secret the secret that is asked with, if
// it has none yet, and reports whether there was one.
func (f Faults) meet(q *check.Request) bool {
	met := false
	for i := range f[q.Check] {
		if chosen := &f[q.Check][i]; chosen.Mark == "" {
			chosen.Mark = mark(q, chosen.Name)
			met = met || chosen.Mark != ""
		}
	}
	return met
}

// mark is the fingerprint of the secret that a fault is about, of what is asked;
// "" where there is none.
func mark(q *check.Request, fault string) string {
	var marks []string
	for _, param := range check.SecretsOf(q.Check, fault) {
		for i := range q.Inputs {
			if in := &q.Inputs[i]; in.Param == param && in.Fingerprint != "" {
				marks = append(marks, in.Fingerprint)
			}
		}
	}
	return strings.Join(marks, "+")
}

// faultsKey is the setting that keeps a run's faults; it goes with the run.
func faultsKey(id string) string { return "faults." + id }

// FaultsOf reads the faults chosen for a run.
func FaultsOf(ctx context.Context, a run.Store, id string) (Faults, error) {
	kept, err := a.Setting(ctx, faultsKey(id))
	if err != nil {
		return nil, err
	}
	return readFaults(kept), nil
}

// ChooseFaults keeps the faults of a run.
func ChooseFaults(ctx context.Context, a run.Store, id string, f Faults) error {
	return a.SetSetting(ctx, faultsKey(id), f.String())
}

// faults are those of the run that asks. Those about a secret that meet their
// first are kept with it.
func (n *Network) faults(ctx context.Context, q *check.Request) (Faults, error) {
	if q.Run == "" || n.Store == nil {
		return nil, nil
	}
	n.choice.Lock()
	defer n.choice.Unlock()
	f, err := FaultsOf(ctx, n.Store, q.Run)
	if err != nil || !f.meet(q) {
		return f, err
	}
	return f, ChooseFaults(ctx, n.Store, q.Run, f)
}

// String is the form in which faults are kept:
// check=fault,fault@fingerprint check=fault.
func (f Faults) String() string {
	var words []string
	for _, name := range check.Portals() {
		var kept []string
		for _, chosen := range f[name] {
			if chosen.Mark != "" {
				chosen.Name += "@" + chosen.Mark
			}
			kept = append(kept, chosen.Name)
		}
		if len(kept) > 0 {
			words = append(words, name+"="+strings.Join(kept, ","))
		}
	}
	return strings.Join(words, " ")
}

// readFaults reads what was kept; faults that this version does not have are
// left out.
func readFaults(kept string) Faults {
	f := Faults{}
	for _, word := range strings.Fields(kept) {
		name, list, _ := strings.Cut(word, "=")
		for _, one := range strings.Split(list, ",") {
			fault, mark, _ := strings.Cut(one, "@")
			if f.Known(name, fault) {
				f[name] = append(f[name], Fault{Name: fault, Mark: mark})
			}
		}
	}
	return f
}
