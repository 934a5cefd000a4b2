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

// progress tells how far a part of a comparison is, of 1.
type progress struct {
	side *side // which is read; nil while both are compared
	done float64
	read *compare.Register // there once: the side has been read
}

// reader reads one side of a comparison and tells how much of it is done, of 1.
type reader func(ctx context.Context, tell func(done float64)) (*compare.Register, error)

// fileReader reads a register from a file, as a person said that it is to be read.
func fileReader(src register.Source, k compare.Kind, how run.Reading) reader {
	return func(ctx context.Context, tell func(float64)) (*compare.Register, error) {
		o := optionsOf(how)
		o.Progress = func(done, size int64) { tell(float64(done) / float64(max(size, 1))) }
		read, err := compare.Read(ctx, src, k, o)
		if err == nil && !how.Fits(read.Header) {
			read.Notes = append([]register.Issue{otherHeader(&how)}, read.Notes...)
		}
		return read, err
	}
}

// optionsOf are a person's words about a file as its reader takes them.
func optionsOf(r run.Reading) compare.Options {
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

// compareBoth reads both sides at once and compares them. tell is called by one
// goroutine at a time, and not for less than a hundredth of a part.
func (r *registers) compareBoth(ctx context.Context, tell func(progress)) (*compare.Report, error) {
	var telling sync.Mutex
	tellOf := func(s *side) func(float64) {
		last := 0.0
		return func(done float64) {
			telling.Lock()
			defer telling.Unlock()
			if done-last >= 0.01 {
				last = done
				tell(progress{side: s, done: done})
			}
		}
	}
	sides := [2]*side{r.left, r.right}
	var read [2]*compare.Register
	var errs [2]error
	both, stop := context.WithCancel(ctx)
	defer stop()
	var wg sync.WaitGroup
	for i, s := range sides {
		wg.Go(func() {
			if read[i], errs[i] = s.read(both, tellOf(s)); errs[i] != nil {
				stop()
				return
			}
			telling.Lock()
			defer telling.Unlock()
			tell(progress{side: s, done: 1, read: read[i]})
		})
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil && (ctx.Err() != nil || !errors.Is(err, context.Canceled)) { // and not called off for the other one
			return nil, sides[i].unread(err, []string{"left", "right"}[i])
		}
	}
	return compare.Compare(ctx, read[0], read[1], r.plan(), tellOf(nil))
}

// unread is why a side could not be read.
func (s *side) unread(err error, name string) error {
	var refusal *flows.Refusal
	if errors.As(err, &refusal) {
		return s.refuse(refusal)
	}
	return fmt.Errorf("read the %s register: %w", name, err)
}

// source is the file of a side.
func (s *side) source() register.Source {
	return register.Source{Name: s.name, R: io.ReaderAt(s.content), Size: s.content.Size()}
}
