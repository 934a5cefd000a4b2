package outside

import (
	"context"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"lotse/flows/check"
	"lotse/flows/run"
)

// Faults are the faults that a rehearsal simulates, by check.
type Faults map[string][]Fault

// Fault is one simulated fault. If it is about an answer (check.CulpritsOf) it
// belongs to the first answer that is checked, not to the portal: entering
// another one ends it.
type Fault struct {
	Name string
	Mark string // of that answer: it does not tell the answer; "" before it was asked with
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
	return check.KnowsFault(name, fault)
}

// Active are the names of the faults that apply to a request.
func (f Faults) Active(q *check.Request) []string {
	var names []string
	for _, chosen := range f[q.Check] {
		if chosen.Mark == "" || chosen.Mark == markOf(q, chosen.Name) {
			names = append(names, chosen.Name)
		}
	}
	return names
}

// bind binds each fault about an answer to the answer of the request, unless it is
// bound already, and reports whether it bound any.
func (f Faults) bind(q *check.Request) bool {
	met := false
	for i := range f[q.Check] {
		if chosen := &f[q.Check][i]; chosen.Mark == "" {
			chosen.Mark = markOf(q, chosen.Name)
			met = met || chosen.Mark != ""
		}
	}
	return met
}

// markOf is the mark of the request's answer that a fault is about; "" if there is
// none.
func markOf(q *check.Request, fault string) string {
	var marks []string
	for _, param := range check.CulpritsOf(q.Check, fault) {
		for i := range q.Inputs {
			in := &q.Inputs[i]
			switch {
			case in.Param != param || !in.Given() && in.Fingerprint == "":
			case in.Fingerprint != "":
				marks = append(marks, in.Fingerprint)
			default:
				marks = append(marks, shortSum(q.Run, in.Text()))
			}
		}
	}
	return strings.Join(marks, "+")
}

// shortSum tells answers of a run apart. It is too short to find out which answer
// it was, since it is kept outside of the log, where redacting does not reach it.
func shortSum(id, text string) string {
	sum := fnv.New32a()
	fmt.Fprintf(sum, "%s %s", id, text)
	return fmt.Sprintf("v%04x", sum.Sum32()&0xffff)
}

// faultsKey is the setting that keeps a run's faults; it goes with the run.
func faultsKey(id string) string { return run.FaultsPrefix + id }

// FaultsOf reads the faults that were chosen for a run.
func FaultsOf(ctx context.Context, a run.Store, id string) (Faults, error) {
	kept, err := a.Setting(ctx, faultsKey(id))
	if err != nil {
		return nil, err
	}
	return readFaults(kept), nil
}

// ArmFault has a fault go wrong at a check of a run, in place of those that did,
// and gives all that the run has now; "" has none go wrong there.
func ArmFault(ctx context.Context, a run.Store, id, name, fault string) (Faults, error) {
	f, err := FaultsOf(ctx, a, id)
	if err != nil {
		return nil, err
	}
	delete(f, name)
	if fault != "" {
		f.Add(name, fault)
	}
	return f, ChooseFaults(ctx, a, id, f)
}

// ChooseFaults saves the faults of a run.
func ChooseFaults(ctx context.Context, a run.Store, id string, f Faults) error {
	return a.SetSetting(ctx, faultsKey(id), f.String())
}

// faults are the faults of the run that a request belongs to. Faults that were
// bound to an answer by this request are saved.
func (n *Network) faults(ctx context.Context, q *check.Request) (Faults, error) {
	if q.Run == "" || n.Store == nil {
		return nil, nil
	}
	n.choice.Lock()
	defer n.choice.Unlock()
	f, err := FaultsOf(ctx, n.Store, q.Run)
	if err != nil || !f.bind(q) {
		return f, err
	}
	return f, ChooseFaults(ctx, n.Store, q.Run, f)
}

// String is the form in which faults are stored: check=fault,fault@mark
// check=fault.
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

// readFaults reads the stored form; faults that this version does not know are
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
