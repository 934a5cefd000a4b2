package check

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"

	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// here compares in this process, and keeps what was found.
func (r *registers) here(ctx context.Context) (report *compare.Report, kept *run.File, err error) {
	told := make(chan Progress)
	go func() {
		defer close(told)
		report, err = Compare(ctx, r.plan(), r.left.read, r.right.read, func(p Progress) { told <- p })
	}()
	for p := range told {
		r.told(p)
	}
	if err != nil || r.env.Keep == nil {
		return report, nil, err
	}
	var packed bytes.Buffer
	if err := pack(&packed, report); err != nil {
		return nil, nil, err
	}
	kept, err = r.keep(ctx, &packed)
	return report, kept, err
}

// pack writes the record of a report, compressed. The same report is always the
// same bytes.
func pack(w io.Writer, report *compare.Report) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
	if err == nil {
		err = compare.Write(z, report)
	}
	if err == nil {
		err = z.Close()
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

// keep keeps a packed record beside the run.
func (r *registers) keep(ctx context.Context, packed io.Reader) (*run.File, error) {
	f, err := r.env.Keep(ctx, string(r.kind)+".ndjson.gz", packed)
	if err != nil {
		return nil, err
	}
	return &f, nil
}
