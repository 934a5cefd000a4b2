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

// yieldEvery is after how many findings the goroutine yields: the screen's
// keys are handled in the same process.
const yieldEvery = 256

// Findings are the findings of a comparison, together with how they differ
// from those of the comparison before it.
type Findings struct {
	*compare.Report
	HasEarlier bool   // there was one before that can be read
	IsNew      []bool // by finding: it was not there then
	NewCount   int    // how many of them
	GoneCount  int    // findings of then that are not there now
}

// ReadFindings reads the findings of the last of a check's results; results
// are all of them, oldest first. It is an error if that report is no longer
// kept; an earlier report that cannot be read is ignored.
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
	f := &Findings{Report: report, IsNew: make([]bool, len(report.Findings))}
	if last == 0 {
		return f, nil
	}
	if earlier, err := openReport(ctx, a, results[last-1].Report); err == nil && earlier.Kind == report.Kind {
		err = f.compareWith(ctx, earlier)
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

// compareWith finds out which findings are new. Two findings are the same if
// rule, side, tier, codes, names and ids are; rows do not count, since they
// move with every export.
func (f *Findings) compareWith(ctx context.Context, earlier *compare.Report) error {
	seed := maphash.MakeSeed()
	had := make(map[uint64]int32, len(earlier.Findings))
	for i := range earlier.Findings {
		if err := yield(ctx, i); err != nil {
			return err
		}
		had[findingHash(seed, &earlier.Findings[i])]++
	}
	f.HasEarlier, f.GoneCount = true, len(earlier.Findings)
	for i := range f.Findings {
		if err := yield(ctx, i); err != nil {
			return err
		}
		if id := findingHash(seed, &f.Findings[i]); had[id] > 0 {
			had[id]--
			f.GoneCount--
			continue
		}
		f.IsNew[i] = true
		f.NewCount++
	}
	return nil
}

// findingHash identifies a finding from one comparison to the next.
func findingHash(seed maphash.Seed, f *compare.Finding) uint64 {
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

// yield lets other goroutines run now and then; its error is that of the
// context.
func yield(ctx context.Context, i int) error {
	if i%yieldEvery != 0 {
		return nil
	}
	runtime.Gosched()
	return ctx.Err()
}

// FindingsFilter selects findings; the zero value selects all.
type FindingsFilter struct {
	Level   compare.Level
	Rule    compare.Rule
	Words   string // all of them, in codes, names and ids
	OnlyNew bool
}

// Select gives the indexes of the findings that pass a filter; its error is
// that of the context.
func (f *Findings) Select(ctx context.Context, s FindingsFilter) ([]int32, error) {
	words := strings.Fields(strings.ToLower(s.Words))
	taken := []int32{}
	for i := range f.Findings {
		if err := yield(ctx, i); err != nil {
			return nil, err
		}
		one := &f.Findings[i]
		switch {
		case s.Rule != "" && one.Rule != s.Rule,
			s.Level != "" && f.Kind.Level(one.Rule) != s.Level,
			s.OnlyNew && !f.IsNew[i],
			len(words) > 0 && !containsAll(one, words):
			continue
		}
		taken = append(taken, int32(i)) //nolint:gosec // a report has fewer findings than that
	}
	return taken, nil
}

// containsAll reports whether a finding contains all words.
func containsAll(f *compare.Finding, words []string) bool {
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
