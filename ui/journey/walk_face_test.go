//go:build unix

package journey

import (
	"context"
	"crypto/rand"
	"path/filepath"
	"sync"
	"time"

	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/storage/sqlite"
	"lotse/storage/vault"
	shared "lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/proving"
	"lotse/ui/shelf"
)

// walkFace plays a story by the dialogue alone, over the store of the house.
type walkFace struct {
	*stage
	player *proving.Player
}

func newWalkFace(st *stage) face {
	mode := run.Real
	if st.story.Mode != "" {
		mode = run.Mode(st.story.Mode)
	}
	f := &walkFace{stage: st}
	f.player = &proving.Player{
		Open: f.open, Procedure: st.story.called(), Mode: mode, Files: st.story.files(), Story: st.story.Story,
	}
	return f
}

func (f *walkFace) begin() {
	f.t.Helper()
	f.t.Cleanup(f.player.Close)
	f.must(f.player.Begin(f.t.Context()))
	f.run = f.player.Run()
}

func (f *walkFace) do(a *act) {
	f.t.Helper()
	f.must(f.player.Do(f.t.Context(), a))
	f.count = f.player.Events()
}

func (f *walkFace) look(a *act) {
	f.t.Helper()
	f.must(f.player.Look(f.t.Context(), a))
}

func (f *walkFace) kill() {
	f.t.Helper()
	f.must(f.player.Kill(f.t.Context()))
}

func (f *walkFace) end() {
	f.t.Helper()
	f.must(f.player.End(context.Background()))
}

func (f *walkFace) must(err error) {
	f.t.Helper()
	if err != nil {
		f.t.Fatal(err)
	}
}

// open opens the store of the house with what a face is started with.
func (f *walkFace) open(ctx context.Context) (shared.Screen, func(), error) {
	db, err := sqlite.Open(ctx, f.db, sqlite.Options{Vault: func(db *sqlite.DB) run.Vault {
		return vault.New(vault.Options{Dir: filepath.Dir(db.Path()), Settings: db, Keychain: noKeychain{}, WorkFactor: 8})
	}})
	if err != nil {
		return shared.Screen{}, nil, err
	}
	now := func() time.Time { return time.Now().UTC() } // as the house has it
	network := &outside.Network{Getenv: func(string) string { return "" }, Now: now, Off: true, Store: db}
	library := procedures().WithPacks((&shelf.Shelf{Dir: filepath.Join(f.dir, shelf.Folder)}).Folders)
	return shared.Screen{
		Archive: db, Library: library, Load: library.Decode, Network: network.For, Lang: f.story.Lang, Now: now,
		Env: run.Env{Now: now, Random: rand.Reader, By: person(f.t), Show: document.Show},
	}, sync.OnceFunc(func() { _, _ = network.Close(), db.Close() }), nil
}
