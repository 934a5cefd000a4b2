package check

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// The parts of a comparison.
const (
	PartLeft  = "left"  // the left register is read
	PartRight = "right" // the right one is
	PartMatch = "match" // they are compared
)

// Job is a comparison that another process can make.
type Job struct {
	Plan        compare.Plan
	Left, Right JobFile
}

// JobFile is a register in a file.
type JobFile struct {
	Path string
	Name string // what a person calls it
	Size int64
	// Reading is how a person said that it is to be read.
	Reading run.Reading
}

// Progress tells how far a part of a comparison is, of 1. Half is there once,
// when a register is read: its rows, what was understood of it, and the first of
// what a person has to know of the file; More counts the rest.
type Progress struct {
	Part  string           `json:"part"`
	Done  float64          `json:"done,omitempty"`
	Half  *compare.Half    `json:"half,omitempty"`
	Notes []register.Issue `json:"notes,omitempty"`
	More  int              `json:"more,omitempty"`
}

// mostNotes is how many notes about a file are told one by one.
const mostNotes = 5

// progressOf is what is told of a register that was read.
func progressOf(part string, r *compare.Register) Progress {
	i := r.Info
	told := min(len(r.Notes), mostNotes)
	return Progress{
		Part: part, Done: 1, Notes: r.Notes[:told], More: len(r.Notes) - told,
		Half: &compare.Half{File: i.Name, Rows: r.Len(), Encoding: i.Encoding, Delimiter: i.Delimiter, Sheet: i.Sheet},
	}
}

// PartFault is the refusal of a register.
type PartFault struct {
	Part    string
	Refusal *flows.Refusal
}

// Error names the part, for whoever writes programs.
func (f *PartFault) Error() string { return f.Part + ": " + f.Refusal.Error() }

// Unwrap gives the refusal.
func (f *PartFault) Unwrap() error { return f.Refusal }

// Reader reads one side of a comparison and tells how much of it is done, of 1.
type Reader func(ctx context.Context, tell func(done float64)) (*compare.Register, error)

// FileReader reads a register from a file.
func FileReader(r io.ReaderAt, f JobFile, k compare.Kind) Reader {
	return func(ctx context.Context, tell func(float64)) (*compare.Register, error) {
		o := OptionsOf(f.Reading)
		o.Progress = func(done, size int64) { tell(float64(done) / float64(max(size, 1))) }
		read, err := compare.Read(ctx, register.Source{Name: f.Name, R: r, Size: f.Size}, k, o)
		if err == nil && !f.Reading.Fits(read.Header) {
			read.Notes = append([]register.Issue{otherHeader(&f.Reading)}, read.Notes...)
		}
		return read, err
	}
}

// OptionsOf are a person's words about a file as its reader takes them.
func OptionsOf(r run.Reading) compare.Options {
	o := compare.Options{Options: register.Options{Sheet: r.Sheet, Encoding: r.Encoding}, Header: r.Header, Map: map[compare.Field]string{}}
	for field, header := range r.Columns {
		o.Map[compare.Field(field)] = header
	}
	return o
}

// otherHeader says that columns were chosen for a file that had others.
func otherHeader(r *run.Reading) register.Issue {
	return register.Issue{
		Code: register.IssueOtherHeader, Level: flows.Warn,
		Message: flows.Msg("check.other_header", "columns", register.ListColumns(r.Headers)),
	}
}

// Compare reads both sides at once and compares them. What refuses a side is a
// *PartFault. tell is called by one goroutine at a time, and not for less than a
// hundredth of a part.
func Compare(ctx context.Context, p compare.Plan, left, right Reader, tell func(Progress)) (*compare.Report, error) {
	sides := [2]struct {
		part string
		read Reader
		reg  *compare.Register
		err  error
	}{{part: PartLeft, read: left}, {part: PartRight, read: right}}
	both, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var telling sync.Mutex
	told := func(part string) func(float64) {
		last := 0.0
		return func(done float64) {
			telling.Lock()
			defer telling.Unlock()
			if done-last >= 0.01 {
				last = done
				tell(Progress{Part: part, Done: done})
			}
		}
	}
	var wg sync.WaitGroup
	for i := range sides {
		s := &sides[i]
		wg.Go(func() {
			if s.reg, s.err = s.read(both, told(s.part)); s.err != nil {
				stop(s.err)
				return
			}
			telling.Lock()
			defer telling.Unlock()
			tell(progressOf(s.part, s.reg))
		})
	}
	wg.Wait()
	for i := range sides {
		if s := &sides[i]; s.err != nil && (ctx.Err() != nil || !errors.Is(s.err, context.Canceled)) {
			var refusal *flows.Refusal
			if errors.As(s.err, &refusal) {
				return nil, &PartFault{s.part, refusal}
			}
			return nil, fmt.Errorf("read the %s register: %w", s.part, s.err)
		}
	}
	return compare.Compare(ctx, sides[0].reg, sides[1].reg, p, told(PartMatch))
}
