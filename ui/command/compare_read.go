package command

import (
	"context"
	"errors"
	"fmt"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/register/compare"
	"lotse/ui/file"
)

// sideError is why the file of a side cannot be read.
type sideError struct {
	side string
	path string
	err  error
}

// Error names the file.
func (e *sideError) Error() string { return e.path + ": " + e.err.Error() }

// Unwrap is what went wrong.
func (e *sideError) Unwrap() error { return e.err }

// readBoth reads both files at once; what is wrong with either ends both.
func (o *compareOptions) readBoth(ctx context.Context, p compare.Plan, asked [2]compare.Options, bar *progressLine) (left, right *compare.Register, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var sides [2]*compare.Register
	var errs [2]error
	done := make(chan int)
	for i := range sides {
		go func() {
			options := asked[i]
			if i == 1 && o.live.url != "" {
				sides[i], errs[i] = o.readLive(ctx, p.Kind, bar.reading(i, "Rackbeat"))
			} else {
				options.Progress = bar.reading(i, flows.CleanLine(o.sides[i].path))
				sides[i], errs[i] = o.readSide(ctx, i, p.Kind, options)
			}
			if errs[i] != nil {
				cancel()
			}
			done <- i
		}()
	}
	for range sides {
		<-done
	}
	// One that was only called off says nothing of the other's fault.
	if errs[0] != nil && (errs[1] == nil || !errors.Is(errs[0], context.Canceled)) {
		return nil, nil, errs[0]
	}
	return sides[0], sides[1], errs[1]
}

// readSide reads the file of a side.
func (o *compareOptions) readSide(ctx context.Context, i int, k compare.Kind, options compare.Options) (*compare.Register, error) {
	path := o.sides[i].path
	f, err := file.Open(path)
	if err != nil {
		return nil, &sideError{sideNames[i], path, err}
	}
	r, err := compare.Read(ctx, f.Source, k, options)
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, &sideError{sideNames[i], path, err}
	}
	return r, nil
}

// asking are the faults of a file that come of what was asked of it.
var asking = map[register.FaultCode]bool{register.FaultSheet: true, register.FaultColumn: true, register.FaultTwice: true, register.FaultDialect: true}

// compareFailure says what could not be compared, with its place.
func (o *compareOptions) compareFailure(err error) error {
	var side *sideError
	var fault *register.Fault
	var trouble *file.Trouble
	isSide := errors.As(err, &side)
	switch {
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case liveFailure(err) != nil:
		return liveFailure(err)
	case errors.As(err, &fault) && !isSide:
		return &failure{exit: exitUsage, code: "usage", message: fault.Error()}
	case errors.As(err, &fault):
		f := &failure{exit: exitFailed, code: "unreadable", message: side.path + ": " + fault.Error(), file: side.path, row: fault.Row, column: fault.Column}
		if asking[fault.Code] {
			f.exit, f.code = exitUsage, "usage"
		}
		if fault.Code == register.FaultColumn {
			f.message += " Write: --map " + side.side + ".FIELD=HEADER."
		}
		return f
	case errors.As(err, &trouble) && trouble.Missing:
		return notFoundf("%s", trouble.Text)
	case errors.As(err, &trouble):
		return &failure{exit: exitFailed, code: "unreadable", message: trouble.Text, file: side.path}
	case isSide:
		return &failure{exit: exitFailed, code: "unreadable", message: side.Error(), file: side.path}
	}
	return fmt.Errorf("compare: %w", err)
}
