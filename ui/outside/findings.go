package outside

import (
	"context"
	"fmt"
	"hash/maphash"
	"runtime"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// yieldEvery is after how many findings others are let to work: the screen's
// keys are handled in the same process.
const yieldEvery = 256

// Findings are what a comparison found, beside the comparison before it.
type Findings struct {
	*compare.Report
	Earlier bool   // there was one before that can be read
	Fresh   []bool // by finding: it was not there then
	News    int    // how many of them
	Gone    int    // findings of then that are not there now
}

// ReadFindings reads what the last of a check's results found; results are all of
// them, the oldest first. A report that is no longer kept is an error; an earlier
// one that cannot be read is passed over.
func ReadFindings(ctx context.Context, a run.EvidenceStore, results []run.CheckResult) (*Findings, error) {
	results = slices.DeleteFunc(slices.Clone(results), func(r run.CheckResult) bool { return r.Report == nil })
	if len(results) == 0 {
		return nil, fmt.Errorf("read findings: %w", flows.ErrNotFound)
	}
	last := len(results) - 1
	report, err := openReport(ctx, a, results[last].Report)
	if err != nil {
		return nil, err
	}
	f := &Findings{Report: report, Fresh: make([]bool, len(report.Findings))}
	if last == 0 {
		return f, nil
	}
	if earlier, err := openReport(ctx, a, results[last-1].Report); err == nil && earlier.Kind == report.Kind {
		err = f.beside(ctx, earlier)
		return f, err
	}
	return f, ctx.Err()
}

func openReport(ctx context.Context, a run.EvidenceStore, f *run.File) (*compare.Report, error) {
	r, err := a.Open(ctx, f.Sum)
	if err != nil {
		return nil, err
	}
	defer r.Close() //nolint:errcheck // only read
	return check.OpenReport(r)
}

// beside says which findings are new. Two are the same when rule, side, codes,
// names and ids are, whatever their rows: rows move with every export.
func (f *Findings) beside(ctx context.Context, earlier *compare.Report) error {
	seed := maphash.MakeSeed()
	had := make(map[uint64]int32, len(earlier.Findings))
	for i := range earlier.Findings {
		if err := pause(ctx, i); err != nil {
			return err
		}
		had[identity(seed, &earlier.Findings[i])]++
	}
	f.Earlier, f.Gone = true, len(earlier.Findings)
	for i := range f.Findings {
		if err := pause(ctx, i); err != nil {
			return err
		}
		if id := identity(seed, &f.Findings[i]); had[id] > 0 {
			had[id]--
			f.Gone--
			continue
		}
		f.Fresh[i] = true
		f.News++
	}
	return nil
}

// identity is what a finding is known by from one comparison to the next.
func identity(seed maphash.Seed, f *compare.Finding) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, s := range []string{
		string(f.Rule), string(f.Side), string(f.Tier), f.Left.Code, f.Left.ID, f.Left.Name, f.Right.Code, f.Right.ID, f.Right.Name,
	} {
		h.WriteString(s) //nolint:errcheck,gosec // it cannot fail
		h.WriteByte(0)   //nolint:errcheck,gosec // it cannot fail
	}
	return h.Sum64()
}

// pause lets others work now and then, and ends with the context.
func pause(ctx context.Context, i int) error {
	if i%yieldEvery != 0 {
		return nil
	}
	runtime.Gosched()
	return ctx.Err()
}

// Sieve is which findings are wanted; the zero value wants all.
type Sieve struct {
	Level compare.Level
	Rule  compare.Rule
	Words string // all of them, in codes, names and ids
	Fresh bool
}

// Sift gives the findings that are wanted, by their index; it ends with the
// context.
func (f *Findings) Sift(ctx context.Context, s Sieve) ([]int32, error) {
	words := strings.Fields(strings.ToLower(s.Words))
	taken := []int32{}
	for i := range f.Findings {
		if err := pause(ctx, i); err != nil {
			return nil, err
		}
		one := &f.Findings[i]
		switch {
		case s.Rule != "" && one.Rule != s.Rule,
			s.Level != "" && f.Kind.Level(one.Rule) != s.Level,
			s.Fresh && !f.Fresh[i],
			len(words) > 0 && !has(one, words):
			continue
		}
		taken = append(taken, int32(i)) //nolint:gosec // a report has fewer findings than that
	}
	return taken, nil
}

// has reports whether all words stand in a finding.
func has(f *compare.Finding, words []string) bool {
	text := strings.ToLower(strings.Join([]string{
		f.Left.Code, f.Left.ID, f.Left.Name, f.Right.Code, f.Right.ID, f.Right.Name,
	}, "\x00"))
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
