package check

import (
	"context"
	"errors"
	"strings"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// Why two files were not compared: the sentence names the file, and what is wrong
// with it.
var (
	unreadable    = Finding{Code: "unreadable", Status: Unknown, Message: "check.side_fault"}
	columnMissing = Finding{Code: "column_missing", Status: Unknown, Message: "check.side_fault"}
	otherRegister = Finding{Code: "other_register", Status: Unknown, Message: "check.side_fault"}
	sameFile      = Finding{Code: "same_file", Status: Unknown, Message: "check.side_fault"}
	notCompared   = Finding{Code: "not_compared", Status: Unknown, Message: "check.not_compared"}
)

// notLooked is found where rules did not run, since a column is missing that
// they read: what they would have found is not known.
var notLooked = Finding{Code: "not_looked_at", Status: Warned, Message: "check.not_looked_at"}

// side is one of two registers: what reads it, and the kept file that it is in.
type side struct {
	run.CheckInput
	read    reader
	sum     string      // of the file; "" where it is in none
	name    string      // of the file
	content run.Content // nil where it is in no file
	live    bool        // it is read from the system itself
}

func (j *job) side(param string) *side {
	s := &side{CheckInput: j.inputs(param)[0]}
	if kept, ok := strings.CutPrefix(flows.Format(s.Value), "sha256:"); ok {
		s.sum, s.name, _ = strings.Cut(kept, "/")
	}
	return s
}

// open opens the file of a register.
func (s *side) open(ctx context.Context, j *job, k compare.Kind) error {
	if err := s.find(ctx, j); err != nil {
		return err
	}
	s.read = fileReader(s.source(), k, s.Reading)
	return nil
}

// find opens the file.
func (s *side) find(ctx context.Context, j *job) (err error) {
	if j.env.File == nil || s.sum == "" {
		return s.fault(unreadable, flows.Msg("check.file_not_kept"))
	}
	if s.content, err = j.env.File(ctx, s.sum); err != nil {
		return s.fault(unreadable, flows.Msg("check.file_gone", "why", flows.Reason(err)))
	}
	return nil
}

// label is what a person calls the side.
func (s *side) label() any {
	if s.live {
		return flows.Msg("check.rackbeat_itself")
	}
	return label(&s.CheckInput)
}

func (s *side) close() {
	if s.content != nil {
		s.content.Close() //nolint:errcheck,gosec // only read
	}
}

// fault refuses the side; the sentence is for a person.
func (s *side) fault(finding Finding, why flows.Message) error {
	return &sideFault{side: s, finding: finding, why: why}
}

// refuse refuses the side for what its reader says.
func (s *side) refuse(r *flows.Refusal) error {
	return &sideFault{s, findingOf(r), r.Placed(), compare.IsCodeless(r)}
}

// sideFault is why there is nothing to compare with.
type sideFault struct {
	side     *side
	finding  Finding
	why      flows.Message
	codeless bool // no column holds the codes
}

// Error is the sentence for whoever writes programs.
func (f *sideFault) Error() string { return f.why.String() }

// findingOf is the finding of a file that was refused.
func findingOf(r *flows.Refusal) Finding {
	switch r.Message.Code {
	case register.NoHeader, register.NoColumn, register.SameName, register.FilledTwice, compare.NoField, compare.NoCodes, compare.CodesInDoubt:
		return columnMissing
	case compare.OtherRegister:
		return otherRegister
	}
	return unreadable
}

// refused is the result of a comparison that was not made.
func (r *registers) refused(ctx context.Context, err error) run.CheckResult {
	var gone *liveEnding
	if errors.As(err, &gone) {
		r.phases = append(r.phases, gone.phases...)
		return r.ended(gone.ending, "url")
	}
	result := r.notCompared(err)
	if f := (*sideFault)(nil); errors.As(err, &f) && f.codeless {
		result.Columns = r.looked(ctx)
	}
	return result
}

// notCompared is the result where two files were not compared.
func (j *job) notCompared(err error) run.CheckResult {
	var f *sideFault
	if !errors.As(err, &f) {
		return j.found(notCompared, flows.Msg("check.not_compared", "why", flows.Reason(err)))
	}
	name := f.side.label()
	summary := flows.Msg("check.side_fault", "label", name, "fault", f.why)
	j.phase(f.side.Param, Unknown, summary)
	cause := flows.Msg("check.cause_file", "label", name)
	if f.finding.Code == columnMissing.Code {
		cause = flows.Msg("check.cause_columns", "label", name)
	}
	return j.found(f.finding, summary, run.Cause{Message: cause, Item: f.side.Item})
}
