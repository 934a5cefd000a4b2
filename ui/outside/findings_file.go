package outside

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"lotse/flows"
	"lotse/flows/document/comparison"
	"lotse/flows/register/compare"
)

// IsFindingsFile reports whether findings can be written into a file of that
// name: its extension decides the format.
func IsFindingsFile(path string) bool { return comparison.Writer(filepath.Ext(path)) != nil }

// WriteFindings writes all findings into a new file, as WriteNew does; if the
// context ends there is no file.
func WriteFindings(ctx context.Context, path string, r *compare.Report, lang string) error {
	write := comparison.Writer(filepath.Ext(path))
	if write == nil {
		return flows.Refuse(flows.ErrUsage, nil, "outside.findings_ending", "file", path, "formats", flows.Said(strings.Join(comparison.Formats(), ", ")))
	}
	return writeNew(path, func(w io.Writer) error { return write(contextWriter{ctx, w}, r, lang) })
}

// contextWriter is a writer that fails once its context has ended.
type contextWriter struct {
	ctx context.Context
	io.Writer
}

func (w contextWriter) Write(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.Writer.Write(p)
}
