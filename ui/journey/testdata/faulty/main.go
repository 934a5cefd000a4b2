// Command faulty is lotse with one fault, for the tests of the whole program:
// while there is a file "armed" in the working directory, the next call of the
// part that FAULT names takes it away and panics with a secret:
//
//	now      the clock, which the faces ask while they handle a key or a line
//	read     reading what is typed
//	typing   keeping what is typed and not submitted
//	append   writing events
//	setting  reading a setting, while a face comes up
//	index    the clock again, with an index out of range instead
package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/library"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/storage/sqlite"
	"lotse/ui/command"
	"lotse/ui/desk"
	"lotse/ui/face"
	"lotse/ui/line"
)

func main() {
	specs := flows.Specs{Checks: check.Specs(), Templates: document.Templates(), LineWords: words.Reserved}
	os.Exit(command.Main(context.Background(), command.Program{
		Store: command.Store{In: sqlite.In, Open: open, Restore: sqlite.Restore, Backups: sqlite.BackupsOf, Alone: sqlite.Alone},
		Desk:  screen, Keys: desk.PrintKeys, Line: line.Run,
		Library: flows.Open(library.FS, specs), Specs: specs,
		In: input{os.Stdin}, Out: os.Stdout, Err: os.Stderr,
		Getenv: os.Getenv, Now: now, Random: rand.Reader,
		User: func() string { return "Erika Muster" }, Data: os.Getenv("HOME"), Version: "faulty",
	}, os.Args[1:]))
}

func fails(part string) bool { return os.Getenv("FAULT") == part && os.Remove("armed") == nil }

func fail(part string) {
	if fails(part) {
		panic(os.Getenv("CANARY"))
	}
}

func now() time.Time {
	fail("now")
	if fails("index") {
		return []time.Time{}[len(os.Args)]
	}
	return time.Now()
}

// input is the terminal.
type input struct{ *os.File }

func (i input) Read(p []byte) (int, error) {
	n, err := i.File.Read(p)
	fail("read")
	return n, err
}

// archive is the store.
type archive struct{ *sqlite.DB }

func open(ctx context.Context, path string, talk command.Talk) (run.Archive, error) {
	db, err := sqlite.Open(ctx, path, sqlite.Options{Tell: talk.Tell})
	return archive{db}, err
}

func (a archive) SaveUnsaved(ctx context.Context, u run.Unsaved) error {
	fail("typing")
	return a.DB.SaveUnsaved(ctx, u)
}

func (a archive) Append(ctx context.Context, b run.Batch) error {
	fail("append")
	return a.DB.Append(ctx, b)
}

func (a archive) Setting(ctx context.Context, key string) (string, error) {
	fail("setting")
	return a.DB.Setting(ctx, key)
}

func screen(ctx context.Context, s face.Screen) (int, error) {
	left, err := desk.Run(ctx, s)
	for _, line := range left.Lines {
		fmt.Fprintln(s.Out, line)
	}
	return left.Code, err
}
