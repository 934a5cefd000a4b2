package outside

import (
	"context"
	"slices"
	"strings"

	"lotse/flows/check"
	"lotse/flows/run"
)

// Faults are the faults that a rehearsal simulates, by check.
type Faults map[string][]Fault

// Fault is one simulated fault. If it is about a secret (check.SecretsOf) it
// belongs to the first secret that is checked, not to the portal: entering
// another secret ends it.
type Fault struct {
	Name        string
	Fingerprint string // fingerprint of that secret; "" before it was asked with
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

// active are the names of the faults that apply to a request.
func (f Faults) active(q *check.Request) []string {
	var names []string
	for _, chosen := range f[q.Check] {
		if chosen.Fingerprint == "" || chosen.Fingerprint == secretFingerprint(q, chosen.Name) {
			names = append(names, chosen.Name)
		}
	}
	return names
}

// bindSecrets binds each fault about a secret to the secret of the request,
// unless it is bound already, and reports whether it bound any.
func (f Faults) bindSecrets(q *check.Request) bool {
	met := false
	for i := range f[q.Check] {
		if chosen := &f[q.Check][i]; chosen.Fingerprint == "" {
			chosen.Fingerprint = secretFingerprint(q, chosen.Name)
			met = met || chosen.Fingerprint != ""
		}
	}
	return met
}

// secretFingerprint is the fingerprint of the request's secret that a fault is
// about; "" if there is none.
func secretFingerprint(q *check.Request, fault string) string {
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

// FaultsOf reads the faults that were chosen for a run.
func FaultsOf(ctx context.Context, a run.Store, id string) (Faults, error) {
	kept, err := a.Setting(ctx, faultsKey(id))
	if err != nil {
		return nil, err
	}
	return readFaults(kept), nil
}

// ChooseFaults saves the faults of a run.
func ChooseFaults(ctx context.Context, a run.Store, id string, f Faults) error {
	return a.SetSetting(ctx, faultsKey(id), f.String())
}

// faults are the faults of the run that a request belongs to. Faults that were
// bound to a secret by this request are saved.
func (n *Network) faults(ctx context.Context, q *check.Request) (Faults, error) {
	if q.Run == "" || n.Store == nil {
		return nil, nil
	}
	n.choice.Lock()
	defer n.choice.Unlock()
	f, err := FaultsOf(ctx, n.Store, q.Run)
	if err != nil || !f.bindSecrets(q) {
		return f, err
	}
	return f, ChooseFaults(ctx, n.Store, q.Run, f)
}

// String is the form in which faults are stored: check=fault,fault@fingerprint
// check=fault.
func (f Faults) String() string {
	var words []string
	for _, name := range check.Portals() {
		var kept []string
		for _, chosen := range f[name] {
			if chosen.Fingerprint != "" {
				chosen.Name += "@" + chosen.Fingerprint
			}
			kept = append(kept, chosen.Name)
		}
		if len(kept) > 0 {
			words = append(words, name+"="+strings.Join(kept, ","))
		}
	}
	return strings.Join(words, " ")
}

// readFaults reads the stored form; faults that this version does not know are
// left out.
func readFaults(kept string) Faults {
	f := Faults{}
	for _, word := range strings.Fields(kept) {
		name, list, _ := strings.Cut(word, "=")
		for _, one := range strings.Split(list, ",") {
			fault, mark, _ := strings.Cut(one, "@")
			if f.Known(name, fault) {
				f[name] = append(f[name], Fault{Name: fault, Fingerprint: mark})
			}
		}
	}
	return f
}
