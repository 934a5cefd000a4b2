// Lotse takes a consultant through a documented onboarding procedure. This file
// wires storage, flows and ui together and does nothing else.
package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/library"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/storage/disk"
	"lotse/storage/postgres"
	"lotse/storage/sqlite"
	"lotse/storage/vault"
	"lotse/ui/build"
	"lotse/ui/command"
	"lotse/ui/desk"
	"lotse/ui/face"
	"lotse/ui/file"
	"lotse/ui/line"
	"lotse/ui/stdout"
	"lotse/ui/tool"
	"lotse/ui/tty"
)

func main() {
	for _, name := range []string{"TEA_TRACE", "TEA_DEBUG"} { // Bubble Tea would write what is typed to a file
		os.Unsetenv(name)
	}
	if err := vault.Harden(); err != nil {
		fmt.Fprintln(os.Stderr, "lotse: this process could not be shielded from others of the same user:", err)
	}
	command.CollectLate(os.Getenv)
	built := build.Read()
	specs := flows.Specs{Checks: check.Specs(), Templates: document.Templates(), LineWords: words.Reserved}
	os.Exit(command.Main(context.Background(), command.Program{
		Store: command.Store{
			In:      sqlite.In,
			Open:    open,
			Restore: sqlite.Restore,
			Backups: sqlite.BackupsOf,
			Alone:   sqlite.Alone,
		},
		Server: command.Server{
			Is:         postgres.Is,
			Check:      postgres.Check,
			Unverified: postgres.Unverified,
			Open:       openServer,
			NoBackup:   postgres.NoBackup,
			Init:       postgres.Init,
			Roster:     openRoster,
		},
		Lock:    disk.Lock,
		Desk:    screen,
		Keys:    desk.PrintKeys,
		Line:    line.Run,
		Tools:   tool.New(os.Getenv),
		Library: flows.Open(library.FS, specs),
		Specs:   specs,
		In:      os.Stdin,
		Out:     stdout.File(),
		Err:     os.Stderr,
		Getenv:  tty.Getenv,
		Now:     time.Now,
		Random:  rand.Reader,
		User:    person,
		Data:    data(), Documents: documents(),
		Version: built.Version, Build: built,
	}, os.Args[1:]))
}

// open opens the database with the vault in its folder.
func open(ctx context.Context, path string, talk command.Talk) (run.Archive, error) {
	return sqlite.Open(ctx, path, sqlite.Options{
		Vault: func(db *sqlite.DB) run.Vault {
			return openVault(vault.Options{Dir: filepath.Dir(db.Path()), Settings: db}, talk)
		},
		Tell: talk.Tell,
	})
}

// openServer opens a team's database with the vault in the person's own folder.
func openServer(ctx context.Context, address, dir string, talk command.Talk) (run.Archive, error) {
	if err := disk.MakeFolder(dir); err != nil {
		return nil, err
	}
	return postgres.Open(ctx, address, postgres.Options{
		Dir: dir,
		Vault: func(db *postgres.DB) run.Vault {
			return openVault(vault.Options{Dir: dir, Settings: db, Remote: db.Path()}, talk)
		},
		Patience: talk.Patience,
	})
}

// openRoster opens the list of a team's members.
func openRoster(ctx context.Context, address string) (run.Roster, error) {
	return postgres.OpenRoster(ctx, address)
}

func openVault(o vault.Options, talk command.Talk) run.Vault {
	o.Ask = func(_ context.Context, prompt flows.Message) (run.Secret, error) { return talk.Ask(prompt) }
	v := vault.New(o)
	if m, closed := v.Tighten(); closed {
		talk.Tell(m)
	}
	return v
}

// screen runs the full screen and leaves its last words in the scrollback.
func screen(ctx context.Context, s face.Screen) (int, error) {
	left, err := desk.Run(ctx, s)
	for _, line := range left.Lines {
		fmt.Fprintln(s.Out, line)
	}
	return left.Code, err
}

// person is the name of whoever is logged in.
func person() string {
	u, err := user.Current()
	switch {
	case err != nil:
		return "unknown"
	case u.Name != "":
		return u.Name
	}
	return u.Username
}

// data is the folder that has the data of whoever runs this, in their home or
// where XDG_DATA_HOME says; "" where no home is known. What the program starts
// finds the same home.
func data() string {
	home, err := file.Home()
	switch {
	case err == nil:
		if said, _ := os.UserHomeDir(); said != home && os.Setenv("HOME", home) == nil {
			xdg.Reload()
		}
	case !filepath.IsAbs(os.Getenv("XDG_DATA_HOME")):
		return ""
	}
	return filepath.Join(xdg.DataHome, "lotse")
}

// documents is the person's folder for documents; "" where there is none.
func documents() string {
	if is, err := os.Stat(xdg.UserDirs.Documents); err != nil || !is.IsDir() {
		return ""
	}
	return xdg.UserDirs.Documents
}
