package outside

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/document/calendar"
	"lotse/flows/document/paper"
	"lotse/flows/document/sheet"
	"lotse/flows/run"
	"lotse/ui/face"
)

// DocumentFormat is a way to write a document.
type DocumentFormat struct {
	Name   string   // md, html, pdf, text
	Ends   []string // of the names of its files, the usual one first
	Binary bool     // it is nothing to look at in a terminal
	Write  func(io.Writer, *paper.Document) error
}

// textWidth is how wide a document is as plain text.
const textWidth = 78

// documentFormats are the ways in which a document is written, the most readable
// first.
var documentFormats = []DocumentFormat{
	{Name: "md", Ends: []string{".md", ".markdown"}, Write: paper.Markdown},
	{Name: "html", Ends: []string{".html", ".htm"}, Binary: true, Write: paper.HTML},
	{Name: "pdf", Ends: []string{".pdf"}, Binary: true, Write: paper.PDF},
	{Name: "text", Ends: []string{".txt"}, Write: func(w io.Writer, d *paper.Document) error { return paper.Text(w, d, textWidth) }},
}

// DocumentFormats are the names of the formats.
func DocumentFormats() []string {
	var names []string
	for _, f := range documentFormats {
		names = append(names, f.Name)
	}
	return names
}

// DocumentFormatOf is the format by its name or, where that is "", by the ending
// of a file's name; without both it is the most readable. An unknown one is
// flows.ErrUsage.
func DocumentFormatOf(name, path string) (DocumentFormat, error) {
	ending := strings.ToLower(filepath.Ext(path))
	for _, f := range documentFormats {
		if f.Name == name || name == "" && (path == "" || slices.Contains(f.Ends, ending)) {
			return f, nil
		}
	}
	formats := flows.Said(strings.Join(DocumentFormats(), ", "))
	if name != "" {
		return DocumentFormat{}, flows.Refuse(flows.ErrUsage, nil, "outside.document_format", "format", flows.Short(name), "formats", formats)
	}
	return DocumentFormat{}, flows.Refuse(flows.ErrUsage, nil, "outside.document_ending", "file", path, "formats", formats)
}

// WriteDocument writes a document into a new file, as WriteNew does; if the
// context ends there is no file.
func WriteDocument(ctx context.Context, path string, f DocumentFormat, d *paper.Document) error {
	return writeNew(path, func(w io.Writer) error { return f.Write(contextWriter{ctx, w}, d) })
}

// Sheet is the sheet for the customer of a run, in the language of whoever reads
// it; "" for the run's.
func Sheet(s *run.Session, env run.Env, lang string) (*paper.Document, error) {
	v, p := s.View(env.Now()), s.Procedure()
	if lang != "" && lang != v.Lang {
		if !slices.Contains(p.Languages, lang) {
			return nil, flows.Refuse(flows.ErrUsage, nil, "report.not_in", "lang", flows.Short(lang), "langs", flows.Said(strings.Join(p.Languages, ", ")))
		}
		v, p = s.ViewIn(lang, env.Now()), p.In(lang)
	}
	return sheet.OfRun(v, p), nil
}

// writeSheet writes the sheet of a run, as a paper.
func writeSheet(ctx context.Context, s *face.Screen, f PaperFile) ([]flows.Message, error) {
	session, err := run.Resume(ctx, s.Env, s.Archive, f.Run, s.Load)
	if err != nil {
		return nil, err
	}
	d, err := Sheet(session, s.Env, f.Lang)
	if err != nil {
		return nil, err
	}
	format, err := DocumentFormatOf("", f.Path)
	if err != nil {
		return nil, err
	}
	return nil, WriteDocument(ctx, f.Path, format, d)
}

// writeDates writes the dates of a run for a calendar, as a paper.
func writeDates(ctx context.Context, s *face.Screen, f PaperFile) ([]flows.Message, error) {
	session, err := run.Resume(ctx, s.Env, s.Archive, f.Run, s.Load)
	if err != nil {
		return nil, err
	}
	now := s.Env.Now()
	v := session.View(now)
	if f.Lang != "" && f.Lang != v.Lang {
		v = session.ViewIn(f.Lang, now)
	}
	asked := calendar.Asked{Zone: Zone(now), Now: now}
	dates, err := Dates(v, flows.Address{})
	if err != nil {
		return nil, err
	}
	return nil, WriteCalendar(f.Path, dates, asked)
}
