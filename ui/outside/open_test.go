package outside

import (
	"context"
	"errors"
	"testing"

	"lotse/flows"
	"lotse/ui/face"
)

// viewer is a system with a program that opens files, or without.
type viewer struct {
	board
	name   string
	remote bool
	opened []string
}

func (v *viewer) Remote() bool { return v.remote }

func (v *viewer) OpenFile(_ context.Context, path string) (string, error) {
	v.opened = append(v.opened, path)
	return v.name, v.fails
}

// TestOpenFileNamesTheFile whatever became of it.
func TestOpenFileNamesTheFile(t *testing.T) {
	for name, tc := range map[string]struct {
		tools  face.Tools
		told   flows.Message
		opened bool
	}{
		"opened":     {&viewer{name: "xdg-open"}, flows.Msg("open.with", "program", "xdg-open", "file", "a.eml"), true},
		"no program": {&viewer{board: board{fails: errors.New("none")}}, flows.Msg("open.none", "file", "a.eml"), false},
		"it failed":  {&viewer{board: board{fails: errors.New("exit status 3")}, name: "xdg-open"}, flows.Msg("open.failed", "program", "xdg-open", "file", "a.eml"), false},
		"elsewhere":  {&viewer{name: "xdg-open", remote: true}, flows.Msg("open.remote", "file", "a.eml"), false},
		"no tools":   {nil, flows.Msg("open.none", "file", "a.eml"), false},
	} {
		t.Run(name, func(t *testing.T) {
			told, opened := OpenFile(t.Context(), tc.tools, "a.eml")
			if told.Code != tc.told.Code || opened != tc.opened || told.Args["file"] != "a.eml" || told.Args["program"] != tc.told.Args["program"] {
				t.Errorf("%v, %t", told, opened)
			}
			if v, ok := tc.tools.(*viewer); ok && v.remote && len(v.opened) > 0 {
				t.Error("it was opened over ssh")
			}
		})
	}
}
