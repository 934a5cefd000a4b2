package desk

import (
	"context"
	"fmt"
	"image/color"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/exp/golden"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/outside"
	"lotse/ui/theme"
)

// setColour is an SGR sequence that sets a colour, or another attribute.
var setColour = regexp.MustCompile("\x1b\\[([0-9;:]*)m")

// Nothing is drawn in a colour that is no token of the palette: what a library
// brings along would be right on one background at best.
func TestOnlyThePalettesColours(t *testing.T) {
	for _, depth := range []theme.Depth{theme.Rich, theme.Sixteen, theme.None} {
		for _, dark := range []bool{true, false} {
			known := colours(theme.Palette(dark, depth))
			cursor := colours(theme.Palette(dark, theme.Rich)) // its colour is how it is found
			for _, sc := range scenes {
				r := begun(t).size(80, 24)
				r.m.th.Turn(dark)
				r.m.th.Limit(depth)
				sc.set(r)
				v := r.m.View()
				for y, l := range strings.Split(v.Content, "\n") {
					for _, sgr := range setColour.FindAllStringSubmatch(l, -1) {
						ok := !coloured(sgr[1]) || blank(l, sgr[0]) || slices.Contains(known, bare(sgr[1])) || v.Cursor != nil && v.Cursor.Y == y && slices.Contains(cursor, bare(sgr[1]))
						if !ok {
							t.Fatalf("%s, dark %t, depth %d: line %d is drawn in %q: %q", sc.name, dark, depth, y, sgr[1], l)
						}
					}
				}
			}
		}
	}
}

// blank reports whether all that a sequence sets on a line is empty.
func blank(line, sgr string) bool {
	for _, part := range strings.Split(line, sgr)[1:] {
		text, _, _ := strings.Cut(part, "\x1b")
		if strings.TrimSpace(text) != "" {
			return false
		}
	}
	return true
}

// bare is an SGR sequence without weight and lines.
func bare(sgr string) string {
	parts := strings.Split(sgr, ";")
	parts = slices.DeleteFunc(parts, func(p string) bool {
		return p == "1" && !strings.HasPrefix(sgr, "38;2;1;") || p == "4" && len(parts) < 12
	})
	return strings.Join(parts, ";")
}

func coloured(sgr string) bool {
	return strings.Contains(sgr, "38;") || strings.Contains(sgr, "48;") || regexp.MustCompile(`(^|;)(3|4|9|10)[0-7](;|$)`).MatchString(sgr)
}

// colours are the sequences that set the tokens, alone and as the selected row.
func colours(k theme.Tokens) []string {
	set := func(s lipgloss.Style) string {
		return bare(setColour.FindStringSubmatch(s.Render("x") + "\x1b[m")[1])
	}
	var out []string
	v := reflect.ValueOf(k)
	for i := range v.NumField() {
		if c := v.Field(i); c.Kind() == reflect.String && c.String() != "" {
			out = append(out, set(lipgloss.NewStyle().Foreground(lipgloss.Color(c.String()))))
		}
	}
	if k.SelectBg != "" {
		out = append(out, set(lipgloss.NewStyle().Foreground(lipgloss.Color(k.SelectFg)).Background(lipgloss.Color(k.SelectBg))))
	}
	if k.Accent != "" {
		out = append(out, set(lipgloss.NewStyle().Foreground(lipgloss.Color(k.Accent)).Background(lipgloss.Color(k.Accent))))
	}
	return out
}

// One page, an overlay and the desk with their colours, one golden a palette.
func TestPalettes(t *testing.T) {
	for _, depth := range []theme.Depth{theme.Rich, theme.Sixteen, theme.None} {
		for _, dark := range []bool{true, false} {
			t.Run(fmt.Sprintf("dark-%t-depth-%d", dark, depth), func(t *testing.T) {
				var all strings.Builder
				for _, sc := range scenes {
					if !slices.Contains([]string{"papers-held", "crew-rows", "over-gate", "over-findings", "over-findings-pair", "desk-brief"}, sc.name) {
						continue
					}
					r := begun(t).size(80, 24)
					r.send(tea.BackgroundColorMsg{Color: map[bool]color.Color{true: color.Black, false: color.White}[dark]})
					r.send(tea.ColorProfileMsg{Profile: map[theme.Depth]colorprofile.Profile{theme.Rich: colorprofile.TrueColor, theme.Sixteen: colorprofile.ANSI, theme.None: colorprofile.ASCII}[depth]})
					sc.set(r)
					all.WriteString(r.m.View().Content + "\n\n")
				}
				golden.RequireEqual(t, []byte(all.String()))
			})
		}
	}
}

// The window is dragged through all sizes while every scene stands in it: no line
// is too wide, none is too many, the header and the help line stay, and where the
// screen is not too small something has the focus in view.
func TestTheWindowIsDraggedThroughAllSizes(t *testing.T) {
	rnd := rand.New(rand.NewPCG(11, 3))
	for _, sc := range scenes {
		t.Run(sc.name, func(t *testing.T) {
			r := begun(t).size(80, 24)
			sc.set(r)
			for range 120 {
				r.size(1+rnd.IntN(200), 1+rnd.IntN(80))
				bounded(t, r)
				whole(t, r)
			}
		})
	}
}

func whole(t *testing.T, r *rig) {
	t.Helper()
	lines := strings.Split(r.screen(), "\n")
	if r.m.w < minWidth || r.m.h < minHeight {
		if !strings.HasPrefix(strings.Join(lines, " "), "Lotse needs"[:min(r.m.w, 5)]) {
			t.Fatalf("a window of %dx%d shows %q", r.m.w, r.m.h, lines)
		}
		return
	}
	if len(lines) != r.m.h {
		t.Fatalf("%d lines in a window of %dx%d\n%s", len(lines), r.m.w, r.m.h, r.screen())
	}
	if !strings.HasPrefix(lines[0], "Lotse") {
		t.Fatalf("the header is %q", lines[0])
	}
	if help := strings.TrimSpace(lines[len(lines)-1]); help == "" || !strings.Contains(help, " ") {
		t.Fatalf("in %dx%d the help line is %q", r.m.w, r.m.h, help)
	}
	if p := r.m.page; p != nil && r.m.over == nil && p.engaged && p.follow && !strings.Contains(r.screen(), "\n│") && !strings.Contains(r.screen(), "│ │") {
		t.Fatalf("in %dx%d the focus on %s is not in view\n%s", r.m.w, r.m.h, p.At().Item, r.screen())
	}
}

// What is typed, where the cursor stands and what is scrolled to outlast every
// size, the ones in which nothing is drawn too.
func TestResizingInTheMiddleOfTypingKeepsEverything(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 8))
	for _, item := range []string{"ship", "berth_mail", "remarks", "locker", "arrival"} {
		r := begun(t).size(100, 30)
		r.focus(item)
		r.keys("'2026-12-24 漢字é'", "left", "left")
		want := r.screen()
		at := *r.m.View().Cursor
		for range 40 {
			r.size(rnd.IntN(180), rnd.IntN(60))
			_ = r.m.View()
		}
		r.size(100, 30)
		if got := r.screen(); got != want {
			t.Errorf("%s looked like\n%s\nand looks like\n%s", item, want, got)
		}
		if now := r.m.View().Cursor; now == nil || now.Position != at.Position {
			t.Errorf("%s: the cursor was at %v and is at %v", item, at.Position, now)
		}
	}
}

// In ASCII every sign that is ours is one: the scenes without what people typed.
func TestSignsAreASCIIWhereTheyHaveToBe(t *testing.T) {
	theirs := strings.NewReplacer("漢", "", "字", "", "é", "", "ü", "", "ä", "", "ö", "")
	for _, size := range [][2]int{{40, 12}, {80, 24}, {160, 50}} {
		for _, sc := range scenes {
			r := newRig(t)
			cfg := r.m.cfg
			cfg.ASCII = true
			r.start(cfg)
			r.do(r.m.start("harbour", "Muster GmbH", run.Rehearsal))
			r.size(size[0], size[1])
			sc.set(r)
			for _, ch := range theirs.Replace(r.screen() + r.m.windowTitle()) {
				if ch > 126 {
					t.Fatalf("%s: %q is drawn\n%s", sc.name, ch, r.screen())
				}
			}
		}
	}
}

// In the shared view nothing internal, no fingerprint and no other customer is
// seen: on no page, in no overlay, in no title of the window.
func TestTheSharedViewIsSafeEverywhere(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {160, 50}} {
		for _, sc := range scenes {
			if strings.HasPrefix(sc.name, "desk") && sc.name != "desk-brief" {
				continue // of customers that were made up for the picture
			}
			t.Run(fmt.Sprintf("%s-%d", sc.name, size[0]), func(t *testing.T) {
				r := begun(t).size(size[0], size[1])
				r.focus("locker")
				r.keys("'hush-hush'", "enter")
				mark := r.m.page.View().Step("papers").Item("locker").Fingerprint
				r.goTo("papers")
				r.focus("form")
				sc.set(r)
				if over := r.m.over; over != nil {
					r.m.over = nil
					r.m.toggleShare()
					r.m.over = over
					if sc.name == "over-skip" { // it names steps, and was opened before
						r.m.over = newSkip(r.m.page)
					}
				} else if !r.m.share {
					r.keys("esc", "f3")
				}
				v := r.m.View()
				for _, s := range []string{mark, "The berth", "sketch", "Kfz-Teile", "Beispiel Oy", "Kaiku", "hush"} {
					if strings.Contains(r.screen(), s) || strings.Contains(v.WindowTitle, s) {
						t.Errorf("%q is seen\n%s", s, r.screen())
					}
				}
				if !strings.Contains(r.screen(), "SHARED VIEW") {
					t.Errorf("nothing says that the view is shared\n%s", r.screen())
				}
			})
		}
	}
}

// The run's progress is the terminal's, while there is a run to go on with.
func TestTheTerminalsOwnBar(t *testing.T) {
	r := newRig(t)
	if r.m.View().ProgressBar != nil {
		t.Error("the desk has a bar")
	}
	r = begun(t)
	if bar := r.m.View().ProgressBar; bar == nil || bar.Value != 0 || bar.State != tea.ProgressBarDefault {
		t.Errorf("a fresh run has %v", bar)
	}
	r.fill()
	if bar := r.m.View().ProgressBar; bar == nil || bar.Value != 25 {
		t.Errorf("after one of four steps it is %v", bar)
	}
	r.m.page.Saved(flows.ErrFull)
	if bar := r.m.View().ProgressBar; bar.State != tea.ProgressBarError {
		t.Errorf("not saved it is %v", bar)
	}
	r = begun(t)
	r.finish()
	if bar := r.m.View().ProgressBar; bar != nil {
		t.Errorf("a finished run has %v", bar)
	}
	r = begun(t).keys("esc", "esc")
	if r.m.page != nil || r.m.View().ProgressBar != nil {
		t.Error("the bar stays on the desk")
	}
}

// A name that is wide, long or combined moves no column.
func TestWideNamesMoveNoColumn(t *testing.T) {
	r := begun(t)
	for _, name := range []string{"漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字", "e\u0301clair e\u0301toile", "Ångström Øst ß", "नमस्ते इंडिया"} {
		s, err := outside.Start(context.Background(), &r.m.cfg, "harbour", name, run.Real)
		if err != nil {
			t.Fatal(err)
		}
		_ = s
	}
	r.keys("esc", "esc").size(80, 24)
	at := -1
	for _, l := range strings.Split(r.screen(), "\n") {
		before, _, found := strings.Cut(l, "A berth in")
		if !found {
			continue
		}
		if n := theme.Width(before); at >= 0 && n != at {
			t.Errorf("the column begins at %d and at %d\n%s", at, n, r.screen())
		} else {
			at = n
		}
	}
	if at < 0 {
		t.Fatalf("no run is listed\n%s", r.screen())
	}
}
