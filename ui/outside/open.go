package outside

import (
	"context"

	"lotse/flows"
	"lotse/ui/face"
)

// OpenFile asks the system to open a file that Lotse wrote, and tells what became
// of it: the file is named in any case. opened is false where nothing opened it.
func OpenFile(ctx context.Context, t face.Tools, path string) (told flows.Message, opened bool) {
	if t == nil {
		return flows.Msg("open.none", "file", path), false
	}
	if t.Remote() {
		return flows.Msg("open.remote", "file", path), false
	}
	name, err := t.OpenFile(ctx, path)
	switch {
	case err == nil:
		return flows.Msg("open.with", "program", name, "file", path), true
	case name == "":
		return flows.Msg("open.none", "file", path), false
	}
	return flows.Msg("open.failed", "program", name, "file", path), false
}
