package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"lotse/ui/build"
)

// versionShape is what version prints.
type versionShape struct {
	Version   int            `json:"version"`
	Lotse     string         `json:"lotse_version"`
	Commit    string         `json:"commit"`
	Date      string         `json:"date"`
	Modified  bool           `json:"modified"`
	Go        string         `json:"go"`
	Platform  string         `json:"platform"`
	Libraries []libraryShape `json:"libraries"`
}

// libraryShape is a library in the program; of licences also its terms.
type libraryShape struct {
	Library string `json:"library"`
	Version string `json:"library_version"`
}

// lines are one line, for a report of a fault.
func (s versionShape) lines(p *sheet) {
	known := []string{"lotse " + s.Lotse}
	if s.Commit != "" {
		known = append(known, s.Commit[:min(len(s.Commit), 12)])
	}
	if day, _, ok := strings.Cut(s.Date, "T"); ok {
		known = append(known, day)
	}
	p.line("%s", strings.Join(append(known, s.Platform), " · "))
}

// newVersion prints what the program was built from.
func newVersion(c *call) *cobra.Command {
	cmd := c.newVerb("version", "cmd.short_version", 0, 0, func(context.Context, []string) error {
		b := c.Build
		s := versionShape{Version: 1, Lotse: b.Version, Commit: b.Commit, Date: b.Date, Modified: b.Modified, Go: b.Go, Platform: b.Platform}
		s.Libraries = libraries(b.Libraries)
		return c.print(s)
	})
	cmd.Long = c.text("cmd.long_version")
	return cmd
}

func libraries(all []build.Library) []libraryShape {
	shapes := make([]libraryShape, len(all))
	for i, l := range all {
		shapes[i] = libraryShape{l.Path, l.Version}
	}
	return shapes
}
