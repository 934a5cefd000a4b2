// Package check has the checks of steps, one file for each: its inputs and
// findings, which prove a procedure without running anything, and its code; and the
// runner. All network clients of Lotse are here, so that one place decides what
// leaves the machine. It may import lotse/flows, flows/run and flows/register; never
// ui, storage, a database or the simulated portals.
package check

import (
	"context"
	"io"
	"slices"
	"sync"
	"time"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// Check declares one check: its inputs, its findings, and the faults of the
// portal that is simulated for it.
type Check struct {
	Name     string
	Title    string        // code of the sentence that says what it proves
	Inputs   []flows.Input // parameters
	Findings []Finding
	Faults   []Fault // nil: no portal is simulated for it

	asks   []string // parameters that name a host which it asks, beside that of sends
	sends  *sending // nil: it sends no secret
	run    func(ctx context.Context, j *job) run.CheckResult
	within time.Duration // how long it may take; 0: as long as the network's limits say
}

// Spec is what the language of procedures knows of the check.
func (c *Check) Spec() flows.CheckSpec {
	spec := flows.CheckSpec{Name: c.Name, Title: c.Title, Inputs: c.Inputs, Findings: make([]string, len(c.Findings))}
	for i := range c.Findings {
		f := &c.Findings[i]
		spec.Findings[i] = f.Code
		if f.Level != "" {
			if spec.Levels == nil {
				spec.Levels = map[string]flows.Level{}
			}
			spec.Levels[f.Code] = f.Level
		}
	}
	return spec
}

// Env is what checks need from outside. A check that needs something missing
// in it ends as unknown.
type Env struct {
	Now func() time.Time
	// Secret opens a secret of the vault; it may ask for the passphrase.
	Secret func(ctx context.Context, mode run.Mode, id string) (run.Secret, error)
	// File opens a kept file by its SHA-256.
	File func(ctx context.Context, sum string) (run.Content, error)
	// Keep keeps a file with what a check found; nil: nothing is kept.
	Keep func(ctx context.Context, name string, r io.Reader) (run.File, error)
	// Net gives the network for what is asked: a rehearsal has another one than a
	// real run. Nil, or a nil Net: there is none.
	Net func(ctx context.Context, q *Request) (*Net, error)
}

// Request is a request to run one check.
type Request struct {
	Check  string // its name
	Mode   run.Mode
	Run    string // id of the run; "" outside one
	Round  int    // of the step that the check stands in; 0 outside a run
	Inputs []run.CheckInput
	HTTP   *flows.HTTPRequest       // of http.json; nil of any other check
	Of     map[string]flows.Address // where the fields stand that its findings are about
}

// All lists the checks. Do not change their contents.
func All() []Check { return slices.Clone(declared()) }

// declared are the checks, made on first use.
var declared = sync.OnceValue(func() []Check {
	return []Check{
		mailAddressCheck(),
		mailEqualCheck(),
		relationshipCheck(),
		forEachDomain(mailDomainCheck()),
		mailReadbackCheck(),
		httpEndpointCheck(),
		httpJSONCheck(),
		tlsCertificateCheck(),
		tcpConnectCheck(),
		dnsTxtCheck(),
		oauth2TokenCheck(),
		teccomTokenCheck(),
		techdataAPICheck(),
		rackbeatSelfCheck(),
		rackbeatRegistersCheck(),
		teccomRelationsCheck(),
		techdataCatalogueCheck(),
		registerCheck(compare.Products),
		registerCheck(compare.Customers),
		registerCheck(compare.Suppliers),
	}
})

// Specs lists the checks that a procedure may name.
func Specs() []flows.CheckSpec {
	all := declared()
	specs := make([]flows.CheckSpec, len(all))
	for i := range all {
		specs[i] = all[i].Spec()
	}
	return specs
}

// Find finds a check by its name.
func Find(name string) (Check, bool) {
	all := declared()
	i := slices.IndexFunc(all, func(c Check) bool { return c.Name == name })
	if i < 0 {
		return Check{}, false
	}
	return all[i], true
}

// Portals names the checks that have a simulated portal.
func Portals() []string {
	var names []string
	for _, c := range declared() {
		if c.Faults != nil {
			names = append(names, c.Name)
		}
	}
	return names
}

// FaultsOf lists the faults of a check's simulated portal; nil if it has none.
func FaultsOf(name string) []Fault {
	c, _ := Find(name)
	return c.Faults
}

// CulpritsOf names the parameters whose answer causes a fault: entering another
// answer ends the fault. They are the secrets among what its finding blames, else
// what that blames first. Nil if the fault is about no answer.
func CulpritsOf(name, fault string) []string {
	c, _ := Find(name)
	i := slices.IndexFunc(c.Faults, func(f Fault) bool { return f.Name == fault })
	if i < 0 {
		return nil
	}
	k := slices.IndexFunc(c.Findings, func(f Finding) bool { return f.Code == c.Faults[i].Finding })
	if k < 0 {
		return nil
	}
	var secrets, first []string
	for n, r := range c.Findings[k].Reasons {
		for _, in := range c.Inputs {
			switch {
			case in.Name != r.Param:
			case slices.Contains(in.Types, flows.TypeSecret):
				secrets = append(secrets, in.Name)
			case n == 0:
				first = []string{in.Name}
			}
		}
	}
	if len(secrets) > 0 {
		return secrets
	}
	return first
}

// OfferedFaults are the faults of a check in the order in which a person chooses:
// first those that an answer causes, since entering another one ends them.
func OfferedFaults(name string) []Fault {
	offered := slices.Clone(FaultsOf(name))
	later := func(f Fault) int {
		if CulpritsOf(name, f.Name) != nil {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(offered, func(a, b Fault) int { return later(a) - later(b) })
	return offered
}

// FaultNames are the names of all faults by check, in the form that a
// simulated portal takes.
func FaultNames() map[string][]string {
	names := map[string][]string{}
	for _, c := range declared() {
		for _, f := range c.Faults {
			names[c.Name] = append(names[c.Name], f.Name)
		}
	}
	return names
}

// The types of the inputs.
var (
	addressTypes = []flows.Type{flows.TypeEmail}
	codeTypes    = []flows.Type{flows.TypeCode, flows.TypeText}
	urlTypes     = []flows.Type{flows.TypeURL}
	secretTypes  = []flows.Type{flows.TypeSecret}
	fileTypes    = []flows.Type{flows.TypeFile}
)
