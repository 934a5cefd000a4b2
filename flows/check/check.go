// Package check holds what a step can have checked: each check's specification,
// which proves a procedure without running anything, the runner, and the code of
// the checks that are built, one file a check. Every network client of Lotse
// lives here, so that one place decides what leaves the machine. It may import
// lotse/flows, flows/run and flows/register; never ui, storage or a database.
package check

import (
	"context"
	"io"
	"slices"
	"time"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// Check is one thing that can be checked: what it needs and can find, and what
// runs it; nil where that comes with a later version.
type Check struct {
	Spec   flows.CheckSpec
	run    func(ctx context.Context, j *job) run.CheckResult
	within time.Duration // how long it may take; 0: as long as the network's limits say
}

// Env is what checks need from outside. A check that needs more of it than is
// given ends as unknown.
type Env struct {
	Now func() time.Time
	// Secret opens a secret of the vault; it may ask for the passphrase.
	Secret func(ctx context.Context, mode run.Mode, id string) (run.Secret, error)
	// File opens a kept file by its SHA-256.
	File func(ctx context.Context, sum string) (run.Content, error)
	// Keep keeps a file with what a check found; nil: nothing is kept.
	Keep func(ctx context.Context, name string, r io.Reader) (run.File, error)
	// Child starts a process that makes a comparison and writes it as Serve does;
	// closing what it wrote ends it, and says how it ended. Nil: large files are
	// compared in this process, too.
	Child func(ctx context.Context, j *Job) (io.ReadCloser, error)
	// Net gives the network for a run of a mode, "" where there is no run: a
	// rehearsal has another one than a real run. Nil, or a nil Net: there is none.
	Net func(ctx context.Context, mode run.Mode, id string) (*Net, error)
}

// Request asks for one check.
type Request struct {
	Check  string // its name
	Lang   string // of the names of rules
	Mode   run.Mode
	Run    string // id of the run; "" outside one
	Round  int    // of the step that the check stands in; 0 outside a run
	Inputs []run.CheckInput
}

// All lists the checks.
func All() []Check {
	built := []Check{
		{Spec: mailAddressSpec, run: mailAddress},
		{Spec: mailEqualSpec, run: mailEqual},
		{Spec: relationshipSpec, run: relationshipURL},
		{Spec: mailDomainSpec, run: mailDomain},
		{Spec: mailReadbackSpec, run: mailReadback},
		{Spec: httpEndpointSpec, run: httpEndpoint},
		{Spec: oauth2Spec, run: oauth2Token},
		{Spec: teccomTokenSpec, run: teccomToken},
		{Spec: techdataSpec, run: techdataAPI},
		{Spec: rackbeatSpec, run: rackbeatSelf},
		{Spec: rackbeatRegistersSpec, run: rackbeatRead, within: longestReading},
		{Spec: teccomRelationsSpec, run: teccomRelations},
		{Spec: techdataCatalogueSpec(), run: techdataCatalogue},
	}
	for _, kind := range []compare.Kind{compare.Products, compare.Customers, compare.Suppliers} {
		built = append(built, registerCheck(kind))
	}
	for i := range built {
		built[i].Spec.Built = true
	}
	return built
}

// Specs lists the checks that a procedure may name.
func Specs() []flows.CheckSpec {
	all := All()
	specs := make([]flows.CheckSpec, len(all))
	for i := range all {
		specs[i] = all[i].Spec
	}
	return specs
}

// Find finds a check by its name.
func Find(name string) (Check, bool) {
	all := All()
	i := slices.IndexFunc(all, func(c Check) bool { return c.Spec.Name == name })
	if i < 0 {
		return Check{}, false
	}
	return all[i], true
}

// The types of the inputs.
var (
	addressTypes = []flows.Type{flows.TypeEmail}
	codeTypes    = []flows.Type{flows.TypeCode, flows.TypeText}
	urlTypes     = []flows.Type{flows.TypeURL}
	secretTypes  = []flows.Type{flows.TypeSecret}
	fileTypes    = []flows.Type{flows.TypeFile}
)
