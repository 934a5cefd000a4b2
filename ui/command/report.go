package command

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows/document/report"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/outside"
)

// reportOptions are the options of report.
type reportOptions struct {
	*call
	format, file     string
	internal, schema bool
}

func newReport(c *call) *cobra.Command {
	o := &reportOptions{call: c}
	cmd := c.newVerb("report RUN", "cmd.short_report", 0, 1, o.run)
	cmd.Long = c.text("cmd.long_report")
	cmd.Example = "lotse report 7f3\nlotse report 7f3 --lang de -o report.html\nlotse report 7f3 --format csv > times.csv"
	cmd.Flags().StringVar(&o.format, "format", "", c.text("cmd.flag_report_format", "formats", strings.Join(formatNames(), ", ")))
	cmd.Flags().StringVarP(&o.file, "output", "o", "", c.text("cmd.flag_report_output"))
	cmd.Flags().BoolVar(&o.internal, "internal", false, c.text("cmd.flag_internal"))
	cmd.Flags().BoolVar(&o.schema, "schema", false, c.text("cmd.flag_schema"))
	return cmd
}

// formatNames are the names of the formats of a report.
func formatNames() []string {
	var names []string
	for _, f := range outside.ReportFormats() {
		names = append(names, f.Name)
	}
	return names
}

// run writes a report, or the schema of its JSON.
func (o *reportOptions) run(ctx context.Context, args []string) error {
	if o.schema {
		_, err := io.WriteString(o.out, report.Schema)
		return err
	}
	if len(args) == 0 {
		return usage("cmd.write", "use", "report RUN")
	}
	f, err := o.way()
	if err != nil {
		return err
	}
	h, err := o.find(ctx, args[0])
	if err != nil {
		return err
	}
	s, err := o.reader(ctx)
	if err != nil {
		return err
	}
	options := outside.ReportOptions{Lang: o.flags.lang, Internal: o.internal, Version: o.Version}
	if o.file == "" {
		r, err := outside.Record(ctx, s, h.ID, options)
		if err != nil {
			return err
		}
		if onTerminal(o.Out) { // a seal is for a file
			return outside.PutReport(ctx, o.out, f, r)
		}
		return outside.SealReport(ctx, o.out, s, f, r)
	}
	if err := outside.WriteReport(ctx, s, h.ID, f.Name, o.file, options); err != nil {
		return err
	}
	o.talk("cmd.written", "file", o.file)
	return o.print(reportShape{Version: 1, Run: h.ID, Mode: h.Mode, Format: f.Name, File: o.file, Internal: o.internal})
}

// way is how the report is written: as --format says, else as the ending of the
// file says, else as JSON where that is asked for, else as Markdown.
func (o *reportOptions) way() (outside.ReportFormat, error) {
	name := o.format
	if name == "" && o.file == "" {
		name = "md"
		if o.flags.json {
			name = "json"
		}
	}
	f, ok := outside.ReportFormatOf(name, o.file)
	switch formats := strings.Join(formatNames(), ", "); {
	case !ok && name != "":
		return f, usage("cmd.report_format", "formats", formats, "format", short(name))
	case !ok:
		return f, usage("cmd.report_ending", "formats", formats, "file", short(o.file))
	case o.file == "" && f.Binary && onTerminal(o.Out):
		return f, usage("cmd.report_terminal", "format", f.Name)
	case o.file == "" && o.flags.json && f.Name != "json":
		return f, usage("cmd.report_json", "format", f.Name)
	}
	return f, nil
}

// reader is as much of a screen as it takes to read a run.
func (c *call) reader(ctx context.Context) (*face.Screen, error) {
	a, err := c.open(ctx)
	if err != nil {
		return nil, err
	}
	env, err := c.env(ctx)
	return &face.Screen{Archive: a, Load: c.load, Env: env}, err
}

// reportShape says what was written where; without --json that is said beside the
// data.
type reportShape struct {
	Version  int      `json:"version"`
	Run      string   `json:"run"`
	Mode     run.Mode `json:"mode"`
	Format   string   `json:"format"`
	File     string   `json:"file"`
	Internal bool     `json:"internal"`
}

func (s reportShape) lines(*sheet) {}
