package walk

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// kinds are the kinds of what can leave the house now, in their order.
func (r *rig) kinds() []PaperKind {
	var all []PaperKind
	for _, p := range r.Papers() {
		all = append(all, p.Kind)
	}
	return all
}

// TestPapersAreOfferedWhenTheyAreOfUse: the sheet before the end, the calendar
// where a day is known, the others always.
func TestPapersAreOfferedWhenTheyAreOfUse(t *testing.T) {
	always := []PaperKind{PaperReport, PaperSummary, PaperHandOver}
	underWay := append([]PaperKind{PaperSheet}, always...)
	r := newRig(t, page(), 1)
	if got := r.kinds(); !slices.Equal(got, underWay) {
		t.Errorf("at the beginning: %v", got)
	}
	until := r.now.AddDate(0, 0, 3)
	r.has(run.WaitUntil{At: flows.At("office.answer"), Until: until})
	dated := []PaperKind{PaperSheet, PaperReport, PaperSummary, PaperCalendar, PaperHandOver}
	if got := r.kinds(); !slices.Equal(got, dated) {
		t.Errorf("with a day to look again: %v", got)
	}
	if r.Share(true); !slices.Equal(r.kinds(), underWay) {
		t.Errorf("others see the day of an internal step: %v", r.kinds())
	}
	r.Share(false)
	r.has(run.WaitAnswered{At: flows.At("office.answer")})
	if got := r.kinds(); !slices.Equal(got, underWay) {
		t.Errorf("the office has answered: %v", got)
	}
	r.has(run.Abandon{Outcome: "lost", Why: "the ship sank"})
	if got := r.kinds(); !slices.Equal(got, always) {
		t.Errorf("it was given up: %v", got)
	}
}

// TestPapersHaveTheirWords: every kind has a name and says what it is for, and
// what is written has a name for its file.
func TestPapersHaveTheirWords(t *testing.T) {
	for _, k := range paperKinds {
		p := Paper{Kind: k.kind, Formats: k.formats}
		codes := []string{p.Label().Code, p.Purpose().Code}
		if len(k.formats) > 0 {
			codes = append(codes, "papers.file_"+string(k.kind))
		}
		for _, f := range k.formats {
			codes = append(codes, "papers.format_"+f)
		}
		for _, code := range codes {
			if !words.Has(code) {
				t.Errorf("there are no words for %s", code)
			}
		}
	}
}

// TestTheNameOfAPaper is harmless, whatever a customer is called.
func TestTheNameOfAPaper(t *testing.T) {
	day := time.Date(2026, 11, 21, 23, 30, 0, 0, time.UTC)
	for name, want := range map[string]string{
		"Muster GmbH":                    "muster-gmbh-teccom-import-report-2026-11-21.html",
		"  A/B\\C:D*?<>|\"E  ":           "a-b-c-d-e-teccom-import-report-2026-11-21.html",
		"../../etc/passwd":               "etc-passwd-teccom-import-report-2026-11-21.html",
		"-rf ~":                          "rf-teccom-import-report-2026-11-21.html",
		"CON":                            "con-teccom-import-report-2026-11-21.html",
		"\x1b[31mred\x07":                "31mred-teccom-import-report-2026-11-21.html",
		"\u202egnp.exe":                  "gnp-exe-teccom-import-report-2026-11-21.html",
		"Älylä Öl & Søn":                 "älylä-öl-søn-teccom-import-report-2026-11-21.html",
		"شركة":                           "شركة-teccom-import-report-2026-11-21.html",
		"漢字":                             "漢字-teccom-import-report-2026-11-21.html",
		"...":                            "teccom-import-report-2026-11-21.html",
		"":                               "teccom-import-report-2026-11-21.html",
		strings.Repeat("x", 10_000):      strings.Repeat("x", 40) + "-teccom-import-report-2026-11-21.html",
		strings.Repeat("- ", 5000) + "y": "y-teccom-import-report-2026-11-21.html",
	} {
		h := &run.Header{Procedure: "teccom-import", Mode: run.Real, Customer: run.Customer{Name: name}}
		if got := (Paper{Kind: PaperReport}).FileName(h, "Report", day, "html"); got != want {
			t.Errorf("of %.40q it is %q, want %q", name, got, want)
		}
	}
	h := &run.Header{Procedure: strings.Repeat("p", 300), Mode: run.Rehearsal, Customer: run.Customer{Name: strings.Repeat("漢", 300) + "\xff"}}
	got := Paper{Kind: PaperReport}.FileName(h, "Zusammenfassung", day, "html")
	if len(got) > 255 || !utf8.ValidString(got) || filepath.Base(got) != got || !strings.HasSuffix(got, "-2026-11-21-rehearsal.html") {
		t.Errorf("it is %q, of %d bytes", got, len(got))
	}
}
