package outside

import (
	"context"
	"fmt"

	"lotse/flows"
	"lotse/flows/words"
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

// OpenAddress asks the system to open a web address, and tells what became of it:
// the address is named in any case. bad is true where a program failed.
func OpenAddress(ctx context.Context, t face.Tools, k *words.Typing, address string) (told string, bad bool) {
	if t == nil {
		return fmt.Sprintf(k.OpenNoTool, address), false
	}
	if t.Remote() {
		return fmt.Sprintf(k.OpenRemote, address), false
	}
	name, err := t.Open(ctx, address)
	switch {
	case err == nil:
		return fmt.Sprintf(k.OpenedWith, name, address), false
	case name == "":
		return fmt.Sprintf(k.OpenNoTool, address), false
	}
	return fmt.Sprintf(k.OpenFailed, name, address), true
}
