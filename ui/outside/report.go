package outside

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/document/paper"
	"lotse/flows/document/report"
	"lotse/flows/document/seal"
	"lotse/flows/run"
	"lotse/ui/face"
)

// ReportFormat is a way to write the report of a run.
type ReportFormat struct {
	Name   string   // md, html, pdf, json, csv, text
	Ends   []string // of the names of its files, the usual one first
	Binary bool     // it is nothing to look at in a terminal
	form   seal.Form
	write  func(io.Writer, *report.Record) error
}

// ReportFormats are the ways in which a report is written, the most readable
// first.
func ReportFormats() []ReportFormat {
	return []ReportFormat{
		{Name: "md", Ends: []string{".md", ".markdown"}, form: seal.Markdown, write: onPaper(paper.Markdown)},
		{Name: "html", Ends: []string{".html", ".htm"}, Binary: true, form: seal.HTML, write: onPaper(paper.HTML)},
		{Name: "pdf", Ends: []string{".pdf"}, Binary: true, form: seal.PDF, write: onPaper(paper.PDF)},
		{Name: "text", Ends: []string{".txt"}, write: writeSummary},
		{Name: "json", Ends: []string{".json"}, form: seal.JSON, write: report.WriteJSON},
		{Name: "csv", Ends: []string{".csv"}, write: report.WriteCSV},
	}
}

// onPaper writes a report as a document.
func onPaper(write func(io.Writer, *paper.Document) error) func(io.Writer, *report.Record) error {
	return func(w io.Writer, r *report.Record) error { return write(w, report.Document(r)) }
}

func writeSummary(w io.Writer, r *report.Record) error {
	_, err := io.WriteString(w, report.Summary(r))
	return err
}

// ReportFormatOf is the format by its name or, where that is "", by the ending of
// a file's name.
func ReportFormatOf(name, path string) (ReportFormat, bool) {
	all := ReportFormats()
	ending := strings.ToLower(filepath.Ext(path))
	i := slices.IndexFunc(all, func(f ReportFormat) bool { return f.Name == name || name == "" && slices.Contains(f.Ends, ending) })
	if i < 0 {
		return ReportFormat{}, false
	}
	return all[i], true
}

// ReportOptions say for whom a report is written.
type ReportOptions struct {
	Lang     string // of whoever reads; "" for the run's
	Internal bool   // with what is internal
	Version  string // of Lotse
}

// Record is the record of a run, in the language of whoever reads it.
func Record(ctx context.Context, s *face.Screen, id string, o ReportOptions) (*report.Record, error) {
	session, err := run.Resume(ctx, s.Env, s.Archive, id, s.Load)
	if err != nil {
		return nil, err
	}
	return RecordOf(s, session, o)
}

// RecordOf is the record of a run that is open.
func RecordOf(s *face.Screen, session *run.Session, o ReportOptions) (*report.Record, error) {
	now := s.Env.Now()
	v := session.View(now)
	if o.Lang != "" && o.Lang != v.Lang {
		v = session.ViewIn(o.Lang, now)
	}
	if o.Lang != "" && v.Lang != o.Lang {
		langs := flows.Said(strings.Join(session.Procedure().Languages, ", "))
		return nil, flows.Refuse(flows.ErrUsage, nil, "report.not_in", "lang", flows.Short(o.Lang), "langs", langs)
	}
	return report.New(v, session.Events(), report.Options{
		Internal: o.Internal, Now: now, Sender: s.Env.By, Version: o.Version,
	}), nil
}

// WriteReport writes the report of a run, sealed, into a new file, as WriteNew
// does; if the context ends there is no file. A format of "" is told by the ending of the
// file's name.
func WriteReport(ctx context.Context, s *face.Screen, id, format, path string, o ReportOptions) error {
	f, ok := ReportFormatOf(format, path)
	if !ok {
		return flows.Refuse(flows.ErrUsage, nil, "outside.report_ending", "file", path, "formats", flows.Said(strings.Join(reportEndings(), ", ")))
	}
	r, err := Record(ctx, s, id, o)
	if err != nil {
		return err
	}
	return writeNew(path, func(w io.Writer) error { return SealReport(ctx, w, s, f, r) })
}

// SealReport writes a record in a format, with the seal of this installation where
// the format has a place for one.
func SealReport(ctx context.Context, w io.Writer, s *face.Screen, f ReportFormat, r *report.Record) error {
	st := run.Statement{
		Kind: run.StatementReport, Run: r.ID, Mode: r.Mode, Digest: r.Digest, Events: r.Events, Head: r.Head, At: r.Written.UTC(),
	}
	return seal.Write(ctx, w, f.form, s.Archive.Signer(), st, func(w io.Writer) error { return PutReport(ctx, w, f, r) })
}

// PutReport writes a record in a format, without a seal.
func PutReport(ctx context.Context, w io.Writer, f ReportFormat, r *report.Record) error {
	return f.write(contextWriter{ctx, w}, r)
}

// reportEndings are the usual endings of reports.
func reportEndings() []string {
	var all []string
	for _, f := range ReportFormats() {
		all = append(all, f.Ends[0])
	}
	return all
}
