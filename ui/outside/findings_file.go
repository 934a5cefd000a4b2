package outside

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"lotse/flows"
	"lotse/flows/document/comparison"
	"lotse/flows/register/compare"
	"lotse/flows/run"
	"lotse/flows/words"
)

// IsFindingsFile reports whether findings can be written into a file of that
// name: its extension decides the format.
func IsFindingsFile(path string) bool { return comparison.Writer(filepath.Ext(path)) != nil }

// WriteFindings writes all findings into a new file, as WriteNew does; if the
// context ends there is no file. Those of a run that is not real are marked, but in a
// CSV, which has nothing beside its lines.
func WriteFindings(ctx context.Context, path string, r *compare.Report, lang string, mode run.Mode) error {
	write := comparison.Writer(filepath.Ext(path))
	if write == nil {
		return flows.Refuse(flows.ErrUsage, nil, "outside.findings_ending", "file", path, "formats", flows.Said(strings.Join(comparison.Formats(), ", ")))
	}
	marked := *r
	marked.Mark = words.For(lang).Mode(string(mode))
	return writeNew(path, func(w io.Writer) error { return write(contextWriter{ctx, w}, &marked, lang) })
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
