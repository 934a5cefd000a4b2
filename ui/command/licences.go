package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"lotse/ui/build"
)

// licencesShape is what licences prints.
type licencesShape struct {
	Version int           `json:"version"`
	Notices []noticeShape `json:"notices"`
}

// noticeShape is a text of terms with the libraries that are under it.
type noticeShape struct {
	Licence   string         `json:"licence"`
	Libraries []libraryShape `json:"libraries"`
	Text      string         `json:"text"`
}

// lines are a table of the libraries, then each text as it is.
func (s licencesShape) lines(p *sheet) {
	for _, n := range s.Notices {
		for _, l := range n.Libraries {
			p.row(l.Library, l.Version, n.Licence)
		}
	}
	for _, n := range s.Notices {
		p.line("")
		p.line("%s", strings.Repeat("─", 80))
		for _, l := range n.Libraries {
			p.line("%s %s", l.Library, l.Version)
		}
		p.line("")
		for text := range strings.SplitSeq(n.Text, "\n") {
			p.line("%s", text)
		}
	}
}

// newLicences prints the terms of the libraries that are in the program.
func newLicences(c *call) *cobra.Command {
	cmd := c.newVerb("licences [LIBRARY]", "cmd.short_licences", 0, 1, func(_ context.Context, args []string) error {
		s := licencesShape{Version: 1, Notices: []noticeShape{}}
		for _, n := range build.Notices() {
			if all := named(n.Libraries, args); len(all) > 0 {
				s.Notices = append(s.Notices, noticeShape{n.Licence, libraries(all), n.Text})
			}
		}
		if len(s.Notices) == 0 {
			return notFound("cmd.no_library", "word", short(args[0]))
		}
		return c.print(s)
	})
	cmd.Long = c.text("cmd.long_licences")
	return cmd
}

// named are the libraries in whose path every one of the words stands, large or
// small.
func named(all []build.Library, parts []string) []build.Library {
	var found []build.Library
	for _, l := range all {
		hit := true
		for _, part := range parts {
			hit = hit && strings.Contains(strings.ToLower(l.Path), strings.ToLower(part))
		}
		if hit {
			found = append(found, l)
		}
	}
	return found
}
