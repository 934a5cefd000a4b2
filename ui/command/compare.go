package command

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document/comparison"
	"lotse/flows/register"
	"lotse/flows/register/compare"
	"lotse/ui/theme"
)

// compareOptions are the options of compare, as they are given.
type compareOptions struct {
	*call
	register  string
	direction string
	sides     [2]sideOptions
	chosen    []string // SIDE.FIELD=HEADER
	encoding  []string // ENCODING, or SIDE=ENCODING
	delimiter []string
	header    []string
	out       []string
	force     bool
	live      liveOptions
}

// sideOptions are what is given of a side.
type sideOptions struct{ path, system, sheet string }

// unknownWidth is the width where nobody knows one.
const unknownWidth = 72

// sideNames are the sides as the flags name them.
var sideNames = [2]string{"left", "right"}

func newCompare(c *call) *cobra.Command {
	o := &compareOptions{call: c}
	cmd := c.newVerb("compare --register REGISTER --left FILE --right FILE", "cmd.short_compare", 0, 0, o.run)
	cmd.Long = c.text("cmd.long_compare")
	cmd.Example = "lotse compare --register customers --left netvisor.csv --right rackbeat.xlsx --direction rackbeat_to_netvisor\n" +
		"lotse compare --register products --left a.csv --right b.csv --map left.code=SKU --out found.html"
	f := cmd.Flags()
	f.StringVar(&o.register, "register", "", c.text("cmd.flag_register"))
	for i, system := range []string{string(compare.Netvisor), string(compare.Rackbeat)} {
		s := &o.sides[i]
		f.StringVar(&s.path, sideNames[i], "", c.text("cmd.flag_side", "side", sideNames[i]))
		f.StringVar(&s.system, sideNames[i]+"-system", system, c.text("cmd.flag_system"))
		f.StringVar(&s.sheet, sideNames[i]+"-sheet", "", c.text("cmd.flag_side_sheet"))
	}
	f.StringVar(&o.direction, "direction", string(compare.NoDirection), c.text("cmd.flag_direction"))
	f.StringArrayVar(&o.chosen, "map", nil, c.text("cmd.flag_side_map"))
	f.StringArrayVar(&o.header, "header", nil, c.text("cmd.flag_side_header"))
	f.StringArrayVar(&o.encoding, "encoding", nil, c.text("cmd.flag_side_encoding", "encodings", strings.Join(register.Encodings(), ", ")))
	f.StringArrayVar(&o.delimiter, "delimiter", nil, c.text("cmd.flag_side_delimiter"))
	f.StringArrayVar(&o.out, "out", nil, c.text("cmd.flag_out", "formats", strings.Join(comparison.Formats(), ", ")))
	f.BoolVar(&o.force, "force", false, c.text("cmd.flag_force"))
	o.liveFlags(cmd)
	return cmd
}

// run compares.
func (o *compareOptions) run(ctx context.Context, _ []string) error {
	plan, asked, err := o.parse()
	if err != nil {
		return err
	}
	outs, err := o.outputs()
	if err != nil {
		return err
	}
	bar := o.progress()
	left, right, err := o.readBoth(ctx, plan, asked, bar)
	var report *compare.Report
	if err == nil {
		report, err = compare.Compare(ctx, left, right, plan, bar.comparing)
	}
	bar.end()
	if err != nil {
		return o.uncompared(ctx, plan, asked, err)
	}
	lang := o.spoken(ctx)
	if err := outs.write(ctx, report, lang); err != nil {
		return err
	}
	if err := o.show(ctx, report, [2][]register.Issue{left.Notes, right.Notes}, lang); err != nil {
		return err
	}
	for _, one := range outs.files {
		o.talk("cmd.written", "file", one.path)
	}
	if report.Worst() == compare.Must {
		return status(exitFailed)
	}
	return nil
}

// statusOf is the status of a report, as a check would have it.
func statusOf(r *compare.Report) string {
	switch r.Worst() {
	case compare.Must:
		return check.Failed
	case compare.Warn:
		return check.Warned
	}
	return check.Passed
}

// show prints the report.
func (o *compareOptions) show(ctx context.Context, r *compare.Report, notes [2][]register.Issue, lang string) error {
	if o.flags.json {
		return writeReport(ctx, o.Out, r, statusOf(r), notes, lang)
	}
	for i, side := range notes {
		for n, issue := range side {
			if n == mostIssues {
				o.talk("cmd.more_notes", "side", sideNames[i], "n", len(side)-n)
				break
			}
			o.talk(noteCode(issue), "side", sideNames[i], "row", issue.Row, "column", issue.Column, "text", withWay(i, issue))
		}
	}
	return comparison.Text(contextWriter{ctx, o.Out}, r, o.textOptions(ctx, lang))
}

// withWay is what a person has to know of a file, with what they can do about it
// here.
func withWay(side int, i register.Issue) flows.Message {
	if i.Level != flows.Warn {
		return i.Message
	}
	switch i.Code {
	case register.IssueEncoding, register.IssueUnread:
		return flows.Joined("joined.sentence", i.Message, flows.Msg("cmd.way_encoding", "side", sideNames[side]))
	case register.IssueSheet:
		return flows.Joined("joined.sentence", i.Message, flows.Msg("cmd.way_sheet", "side", sideNames[side]))
	}
	return i.Message
}

// noteCode is the code of what a person has to know of a file, by what it names.
func noteCode(i register.Issue) string {
	switch {
	case i.Row > 0 && i.Column != "":
		return "cmd.note_cell"
	case i.Row > 0:
		return "cmd.note_row"
	case i.Column != "":
		return "cmd.note_column"
	}
	return "cmd.note_side"
}

// textOptions are how the text is set here.
func (o *compareOptions) textOptions(ctx context.Context, lang string) comparison.TextOptions {
	signs := o.gently(ctx, "signs")
	t := comparison.TextOptions{Lang: lang, Width: unknownWidth, ASCII: signs == signsASCII || signs != "unicode" && !o.unicode(), Most: mostIssues}
	if width := widthOf(o.Out); width != nil {
		if w := width(); w > 0 {
			t.Width = min(w, 100)
		}
		if depth := o.depth(); depth != theme.None {
			t.Paint = paint(depth, t.ASCII, !o.isLight())
		}
	}
	return t
}

// depth is how many colours the terminal has, and is to be given (NO_COLOR).
func (c *call) depth() theme.Depth {
	switch p := colorprofile.Detect(c.Out, os.Environ()); {
	case p < colorprofile.ANSI:
		return theme.None
	case p == colorprofile.ANSI:
		return theme.Sixteen
	}
	return theme.Rich
}

// isLight reports whether the terminal says that its background is light. It is
// not asked: an answer would come among what is typed.
func (c *call) isLight() bool {
	parts := strings.Split(c.Getenv("COLORFGBG"), ";")
	return slices.Contains([]string{"7", "15"}, parts[len(parts)-1])
}

// paint gives the tones of a text their colours.
func paint(depth theme.Depth, ascii, dark bool) func(comparison.Tone, string) string {
	t := theme.New(dark, ascii)
	t.Limit(depth)
	inks := map[comparison.Tone]theme.Ink{
		comparison.Title: t.Bold, comparison.Dim: t.Dim,
		comparison.ToneCode: t.Good, comparison.ToneID: t.Accent, comparison.ToneName: t.Warn, comparison.ToneLeft: t.Faint, comparison.ToneRight: t.Dim,
		comparison.ToneMust: t.Bad, comparison.ToneWarn: t.Warn, comparison.ToneInfo: t.Dim,
	}
	return func(tone comparison.Tone, s string) string { return inks[tone].Render(s) }
}

// gently gives a setting, where there is a database; none is made for it.
func (c *call) gently(ctx context.Context, key string) string {
	if !c.hasStore() {
		return ""
	}
	ctx, cancel := c.briefly(ctx)
	defer cancel()
	value, err := c.setting(ctx, key)
	if err != nil {
		return "" // a comparison does not need the database
	}
	return value
}

// contextWriter ends with a context.
type contextWriter struct {
	ctx context.Context
	w   io.Writer
}

// Write implements io.Writer.
func (w contextWriter) Write(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := w.w.Write(p)
	if err != nil {
		return n, fmt.Errorf("write the output: %w", err)
	}
	return n, nil
}
