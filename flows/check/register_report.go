package check

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"io"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// keep packs the record of a report and keeps it beside the run; nil where nothing
// is kept.
func (r *registers) keep(ctx context.Context, report *compare.Report) (*run.File, error) {
	if r.env.Keep == nil {
		return nil, nil
	}
	packed, to := io.Pipe()
	var bug *flows.Bug
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		var err error
		if bug = flows.Try(func() { err = pack(to, report) }); bug != nil {
			err = bug
		}
		to.CloseWithError(err)
	}()
	f, err := r.env.Keep(ctx, string(r.kind)+".ndjson.gz", packed)
	_ = packed.Close() // ends the packing where it has not ended
	<-ended
	flows.Throw(bug)
	if err != nil {
		return nil, err
	}
	return &f, nil
}

// pack writes the record of a report, compressed. The same report is always the
// same bytes.
func pack(w io.Writer, report *compare.Report) error {
	out := bufio.NewWriterSize(w, 64<<10)
	z, err := gzip.NewWriterLevel(out, gzip.BestSpeed)
	if err == nil {
		err = compare.Write(z, report)
	}
	if err == nil {
		err = z.Close()
	}
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return fmt.Errorf("pack what was found: %w", err)
	}
	return nil
}

// OpenReport reads a kept report, as CheckResult.Report names it.
func OpenReport(r io.Reader) (*compare.Report, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("unpack a report: %w", err)
	}
	report, err := compare.ReadReport(z)
	if err != nil {
		return nil, err
	}
	return report, z.Close()
}
