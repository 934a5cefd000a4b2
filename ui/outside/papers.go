package outside

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/document/capsule"
	"lotse/flows/document/report"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/file"
	"lotse/ui/walk"
)

// PaperFile is a paper of a run that is wanted as a file.
type PaperFile struct {
	Run    string // its id
	Kind   walk.PaperKind
	Format string // one of walk.Paper.Formats
	Lang   string // of whoever gets it, where it is written in a language
	Path   string // as a person writes paths
}

// paperWriter writes a paper into a new file; what it gives is to be told beside
// where it stands.
type paperWriter func(ctx context.Context, s *face.Screen, f PaperFile) ([]flows.Message, error)

// paperWriters write what the walk offers to be written.
var paperWriters = map[walk.PaperKind]paperWriter{
	walk.PaperSheet:    writeSheet,
	walk.PaperReport:   writeReportPaper,
	walk.PaperCalendar: writeDates,
	walk.PaperHandOver: writeHandOverPaper,
}

func writeReportPaper(ctx context.Context, s *face.Screen, f PaperFile) ([]flows.Message, error) {
	return nil, WriteReport(ctx, s, f.Run, "", f.Path, ReportOptions{Lang: f.Lang, Version: s.Version})
}

func writeHandOverPaper(ctx context.Context, s *face.Screen, f PaperFile) ([]flows.Message, error) {
	written, err := WriteCapsule(ctx, s.Archive, s.Env, s.Load, f.Run, f.Path, nil)
	if err != nil {
		return nil, err
	}
	return []flows.Message{
		flows.Msg("papers.handover_words", "words", capsule.Words(written.Sum).String()),
		flows.Msg("papers.handover_open"),
	}, nil
}

// Summary is a run in a few lines for a ticket, in a language.
func Summary(ctx context.Context, s *face.Screen, id, lang string) (string, error) {
	r, err := Record(ctx, s, id, ReportOptions{Lang: lang, Version: s.Version})
	if err != nil {
		return "", err
	}
	return report.Summary(r), nil
}

// CallNote is the summary of a run with what a call changed that began behind an
// event, for a ticket, in a language.
func CallNote(ctx context.Context, s *face.Screen, id, lang string, since int64, length time.Duration) (string, error) {
	session, err := run.Resume(ctx, s.Env, s.Archive, id, s.Load)
	if err != nil {
		return "", err
	}
	r, err := RecordOf(s, session, ReportOptions{Lang: lang, Version: s.Version})
	if err != nil {
		return "", err
	}
	events := session.Events()
	return report.Call(r, session.Procedure().In(lang), events[min(int(since), len(events)):], length), nil
}

// WritePaper writes a paper into a new file, all of it or nothing: a file that is
// there is fs.ErrExist. Written is its whole path, and told what is to be known of
// it beside that.
func WritePaper(ctx context.Context, s *face.Screen, f PaperFile) (written string, told []flows.Message, err error) {
	if written, err = paperPath(f); err != nil {
		return "", nil, err
	}
	write := paperWriters[f.Kind]
	if write == nil {
		return "", nil, fmt.Errorf("write %s: %w", f.Kind, flows.ErrNotFound)
	}
	f.Path = written
	told, err = write(ctx, s, f)
	return written, told, err
}

// paperPath is the whole path that a person means. A name without the ending of
// the format gets it; one that has another format's is refused, since nobody could
// tell which of the two is meant.
func paperPath(f PaperFile) (string, error) {
	path, err := file.Path(f.Path)
	if err != nil {
		return "", err
	}
	if is, err := os.Stat(path); path == "" || err == nil && is.IsDir() || os.IsPathSeparator(path[len(path)-1]) {
		return "", flows.Refuse(flows.ErrUsage, nil, "papers.is_folder", "file", path)
	}
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	switch {
	case ending == f.Format:
	case slices.Contains(paperEndings, ending):
		return "", flows.Refuse(flows.ErrUsage, nil, "papers.other_ending", "file", filepath.Base(path), "format", f.Format)
	default:
		path += "." + f.Format
	}
	folder := filepath.Dir(path)
	if is, err := os.Stat(folder); err != nil || !is.IsDir() {
		return "", flows.Refuse(flows.ErrNotFound, nil, "papers.no_folder", "folder", folder)
	}
	path, err = filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("find the folder: %w", err)
	}
	return path, nil
}

// PaperFormat is the format of a paper that the name of a file means, by its ending;
// "" where it is none of them.
func PaperFormat(p walk.Paper, path string) string {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	if !slices.Contains(p.Formats, ending) {
		return ""
	}
	return ending
}

// paperEndings are the endings of all formats.
var paperEndings = []string{"html", "pdf", "md", "txt", "csv", "json", "ics", "eml", "lotse"}

// mostProposals is how many names are tried before the last is proposed, taken or
// not.
const mostProposals = 99

// ProposePaper proposes the file of a paper, as a person writes paths: in the
// person's folder for documents, or else where they work, by a name that is free.
func ProposePaper(s *face.Screen, v *run.View, p walk.Paper, lang, format string) string {
	word := words.Say(lang, flows.Msg("papers.file_"+string(p.Kind)))
	now := s.Now
	if now == nil {
		now = s.Env.Now
	}
	name := p.FileName(&v.Header, word, now(), format)
	path := filepath.Join(s.Documents, name)
	stem := strings.TrimSuffix(path, "."+format)
	for n := 2; n <= mostProposals && isTaken(path); n++ {
		path = stem + "-" + strconv.Itoa(n) + "." + format
	}
	return shortPath(path)
}

func isTaken(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// shortPath writes a path as a person does: the home folder as ~, and in quotes
// where it would be read as another one.
func shortPath(path string) string {
	short := path
	if home, err := file.Home(); err == nil {
		if rest, ok := strings.CutPrefix(path, home+string(filepath.Separator)); ok {
			short = "~/" + rest
		}
	}
	if read, err := file.Path(short); err != nil || read != path {
		return `"` + path + `"`
	}
	return short
}
