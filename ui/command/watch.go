package command

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"time"
)

// watchEach is how often the files are looked at. A person who saves sees the
// answer at once, and a folder of a hundred files costs nothing at that pace.
const watchEach = 300 * time.Millisecond

// watch looks at the files of folders, as long as somebody writes them.
type watch struct {
	*call
	folders func() []fs.FS // none where nothing can be found
	last    string
}

// next waits until one of the files is another than when it was asked last; the first
// time it does not wait. The error is that of ctx.
func (w *watch) next(ctx context.Context) error {
	for {
		if now := imprint(w.folders()); now != w.last {
			w.last = now
			return nil
		}
		if err := w.pause(ctx); err != nil {
			return err
		}
	}
}

// pause waits until the files are to be looked at again.
func (w *watch) pause(ctx context.Context) error {
	select {
	case <-w.after(watchEach):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// imprint changes when one of the files in some folders does.
func imprint(folders []fs.FS) string {
	var b strings.Builder
	for _, dir := range folders {
		entries, _ := fs.ReadDir(dir, ".") // one that cannot be read is told by who reads the files
		for _, e := range entries {
			if info, err := e.Info(); err == nil && !e.IsDir() {
				fmt.Fprintf(&b, "%s %d %d\n", e.Name(), info.Size(), info.ModTime().UnixNano())
			}
		}
	}
	return b.String()
}
