package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

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
	done := make(chan *flows.Bug)
	read := func(i int) {
		options := asked[i]
		if i == 1 && o.live.url != "" {
			sides[i], errs[i] = o.readLive(ctx, p.Kind, bar.reading(i, "Rackbeat"))
		} else {
			options.Progress = bar.reading(i, flows.CleanLine(o.sides[i].path))
			sides[i], errs[i] = readSide(o, i, func(src register.Source) (*compare.Register, error) { return compare.Read(ctx, src, p.Kind, options) })
		}
		if errs[i] != nil {
			cancel()
		}
	}
	for i := range sides {
		go func() { done <- flows.Try(func() { read(i) }) }()
	}
	bugs := []*flows.Bug{<-done, <-done}
	flows.Throw(cmp.Or(bugs...))
	// One that was only called off says nothing of the other's fault.
	if errs[0] != nil && (errs[1] == nil || !errors.Is(errs[0], context.Canceled)) {
		return nil, nil, errs[0]
	}
	return sides[0], sides[1], errs[1]
}

// readSide reads the file of a side.
func readSide[T any](o *compareOptions, i int, read func(register.Source) (T, error)) (got T, err error) {
	path := o.sides[i].path
	f, err := file.Open(path)
	if err == nil {
		got, err = read(f.Source)
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		return got, &sideError{sideNames[i], path, err}
	}
	return got, nil
}

// compareFailure says what could not be compared, with its place.
func (o *compareOptions) compareFailure(err error) error {
	var side *sideError
	var refusal *flows.Refusal
	isSide := errors.As(err, &side)
	switch {
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case liveFailure(err) != nil:
		return liveFailure(err)
	case errors.As(err, &refusal) && !isSide:
		return refusal
	case errors.As(err, &refusal):
		return sideRefusal(side, refusal)
	case isSide:
		return flows.Refuse(flows.ErrUnreadable, flows.FilePlace{File: side.path}, "cmd.at", "at", side.path, "what", reason(side.err))
	}
	return fmt.Errorf("compare: %w", err)
}

// sideRefusal is why the file of a side was refused. One that is too large
// cannot be read.
func sideRefusal(side *sideError, r *flows.Refusal) *flows.Refusal {
	out := &flows.Refusal{Kind: r.Kind, Message: ofFile(r, side.path), Cause: r.Cause}
	switch r.Kind {
	case flows.ErrNotFound:
		return out
	case flows.ErrLimit:
		out.Kind = flows.ErrUnreadable
	}
	if compare.IsCodeless(r) {
		out.Kind = flows.ErrUnreadable // nothing is wrong with the call
	}
	if slices.Contains([]string{register.NoColumn, compare.NoField}, r.Message.Code) || compare.IsCodeless(r) {
		out.Message = flows.Joined("joined.sentence", out.Message, flows.Msg("cmd.way_map", "side", side.side))
		if _, several := r.Message.Arg(compare.Sheets); several {
			out.Message = flows.Joined("joined.sentence", out.Message, flows.Msg("cmd.way_sheet", "side", side.side))
		}
	}
	at, _ := r.At.(flows.FilePlace)
	at.File = side.path
	out.At = at
	return out
}

// ofFile is why a file was refused, with its path before what is about a place
// in it.
func ofFile(r *flows.Refusal, path string) flows.Message {
	if _, within := r.At.(flows.FilePlace); within {
		return flows.Msg("cmd.at", "at", path, "what", r.Placed())
	}
	return r.Placed()
}
