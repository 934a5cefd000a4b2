package check

import (
	"context"
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// registerPrefix begins the names of the checks that compare registers.
const registerPrefix = "register."

// Table is a file that a check of a run compares, as a person chooses its
// columns.
type Table struct {
	At      flows.Address // of the check
	Check   string
	Side    string // the check's input
	Kind    compare.Kind
	Label   string      // what a person calls the side
	File    string      // what the file is called; "" where there is none
	Reading run.Reading // what was said of it so far
	sum     string
}

// sideNames are the inputs that a comparison calls left and right, too.
var sideNames = map[string]string{string(compare.Left): "netvisor", string(compare.Right): "rackbeat"}

// SideOf is the input that a person means by a name.
func SideOf(name string) string {
	if side, ok := sideNames[name]; ok {
		return side
	}
	return name
}

// Tables are the files that a check compares; none where it compares no
// registers.
func Tables(s Session, at flows.Address) ([]Table, error) {
	step, it, err := s.Resolve(at)
	if err != nil {
		return nil, err
	}
	inputs, err := s.CheckInputs(at)
	if err != nil {
		return nil, err
	}
	kind, ok := strings.CutPrefix(it.Check.Run, registerPrefix)
	if !ok {
		return nil, nil
	}
	var tables []Table
	for i := range inputs {
		in := &inputs[i]
		if in.Param != "netvisor" && in.Param != "rackbeat" {
			continue
		}
		t := Table{
			At: flows.Address{Step: step.ID, Item: it.ID}, Check: it.Check.Run, Side: in.Param, Kind: compare.Kind(kind),
			Label: label(in), Reading: in.Reading,
		}
		if sum, name, kept := flows.KeptFile(flows.Format(in.Value)); kept {
			t.sum, t.File = sum, name
		}
		tables = append(tables, t)
	}
	return tables, nil
}

// Look looks at the file as it would be read. What cannot be read so is refused,
// with its place.
func (t *Table) Look(ctx context.Context, files run.EvidenceStore, r run.Reading) (*compare.Look, error) {
	if t.sum == "" {
		return nil, flows.Refuse(flows.ErrUsage, t.At, "check.no_table", "label", t.Label)
	}
	content, err := files.Open(ctx, t.sum)
	if err != nil {
		return nil, fmt.Errorf("open the file of %s: %w", t.Side, err)
	}
	defer content.Close() //nolint:errcheck // only read
	return compare.LookAt(ctx, register.Source{Name: t.File, R: content, Size: content.Size()}, t.Kind, optionsOf(r))
}
