//go:build campaign

package command_test

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/vault"
	"lotse/ui/command"
	"lotse/ui/outside"
)

// desks are the stores of a test of copying: a file, and a team's server.
type desks struct {
	testing.TB
	server *pgtest.Cluster
	team   string // database
	dir    string // of the files, and of the keys of whoever copies
}

func newDesks(t testing.TB) *desks {
	d := &desks{TB: t, server: pgtest.Start(t), dir: t.TempDir()}
	d.team = d.server.Database(t)
	for name, role := range map[string]run.Role{"erika": run.Lead, "kim": run.Consultant, "ria": run.Reader, "max": run.Auditor} {
		d.server.Member(t, d.team, name, role)
	}
	return d
}

// vault is one with the keys in the folder of the files.
func (d *desks) vault(settings vault.Settings) run.Vault {
	return vault.New(vault.Options{Dir: d.dir, Settings: settings, Keychain: noKeychain{}, WorkFactor: 8})
}

func (d *desks) closing(a run.Archive, err error) run.Archive {
	d.Helper()
	d.ok(err)
	d.Cleanup(func() { d.ok(a.Close()) })
	return a
}

// as is the team's store as a member has it open.
func (d *desks) as(member string) run.Archive {
	d.Helper()
	return d.closing(postgres.Open(d.Context(), d.server.URL(member, d.team), postgres.Options{
		Dir: d.dir, Vault: func(db *postgres.DB) run.Vault { return d.vault(db) },
	}))
}

func (d *desks) file(name string) run.Archive {
	d.Helper()
	return d.closing(realStore().Open(d.Context(), filepath.Join(d.dir, name), command.Talk{Tell: func(flows.Message) {}}))
}

func (d *desks) ok(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d *desks) copy(from, to run.Archive) (outside.Transferred, error) {
	t := outside.Transfer{From: from, To: to, Env: run.Env{Now: time.Now, Random: rand.Reader, Show: document.Show}, Load: flows.Decode}
	return t.Do(d.Context())
}

// copied copies and wants so many runs to have stood so to what was there.
func (d *desks) copied(from, to run.Archive, want map[run.Relation]int) outside.Transferred {
	d.Helper()
	done, err := d.copy(from, to)
	d.ok(err)
	if !reflect.DeepEqual(done.Relations, want) {
		d.Fatalf("%+v, want %v", done, want)
	}
	f, err := to.Examine(d.Context())
	if err != nil || len(f.Problems) > 0 {
		d.Fatalf("%v, %v", f.Problems, err)
	}
	return done
}

// sameRuns wants the runs of one store in another, each event brought by a member.
func (d *desks) sameRuns(from, to run.Archive, writer string) {
	d.Helper()
	page, err := from.Headers(d.Context(), run.Query{Limit: 500})
	d.ok(err)
	for _, h := range page.Runs {
		want, err := from.Events(d.Context(), h.ID, 0)
		d.ok(err)
		got, err := to.Events(d.Context(), h.ID, 0)
		d.ok(err)
		for i := range got {
			if got[i].Writer != writer {
				d.Fatalf("an event is brought by %q, want %q", got[i].Writer, writer)
			}
			got[i].Writer = ""
		}
		for i := range want {
			want[i].Writer = ""
		}
		if !reflect.DeepEqual(got, want) {
			d.Fatalf("run %s:\n%+v, want\n%+v", h.ID, got, want)
		}
	}
}

func (d *desks) do(a run.Archive, id, by string, commands ...run.Command) {
	d.Helper()
	s := d.resumed(a, id, by)
	_, err := s.Do(true, commands...)
	d.ok(err)
	d.ok(s.Flush(d.Context()))
}

func (d *desks) resumed(a run.Archive, id, by string) *run.Session {
	d.Helper()
	s, err := run.Resume(d.Context(), run.Env{Now: time.Now, Random: rand.Reader, By: by, Show: document.Show}, a, id, flows.Decode)
	d.ok(err)
	return s
}

// TestCopyToATeam copies a file to a team's server and back: all of it, once, with who
// brought it; who may not is refused, and the one who sealed a secret opens it there.
func TestCopyToATeam(t *testing.T) {
	const runs = 12
	d := newDesks(t)
	furnished(t, filepath.Join(d.dir, "mine.db"), runs)
	mine := d.file("mine.db")
	page, err := mine.Headers(t.Context(), run.Query{})
	d.ok(err)
	first, second, third := page.Runs[0], page.Runs[1].ID, page.Runs[2].ID
	_, err = mine.Vault().Init(t.Context(), run.FilePlace, run.NewSecret([]byte("a long passphrase")))
	d.ok(err)
	sealed, err := mine.Vault().Seal(t.Context(), run.Real, first.ID, "key", "", run.NewSecret([]byte("hunter2")))
	d.ok(err)
	d.do(mine, first.ID, "Erika Muster", run.SetSecret{At: flows.At("ship.key"), Sealed: &sealed})
	d.ok(mine.SetPage(t.Context(), first.Customer.ID, "Portal", "https://portal.example.org"))

	for _, member := range []string{"ria", "max"} {
		if _, err := d.copy(mine, d.as(member)); !errors.Is(err, flows.ErrDenied) {
			t.Errorf("%s: %v", member, err)
		}
	}
	kim := d.as("kim")
	done := d.copied(mine, kim, map[run.Relation]int{run.CopyNew: runs})
	if done.NewCustomers != 10 || done.NewPages != 1 || done.Files != runs {
		t.Errorf("%+v", done)
	}
	d.sameRuns(mine, kim, "kim")
	d.copied(mine, kim, map[run.Relation]int{run.CopySame: runs})
	if code, out, said := onServer(t, d.server.URL("ria", d.team), "log", first.ID); code != 0 || !strings.Contains(out, "Erika Muster, brought by kim") {
		t.Errorf("the log: exit %d: %.600s%s", code, out, said)
	}
	if code, out, said := onServer(t, d.server.URL("ria", d.team), "report", first.ID, "--format", "md"); code != 0 || !strings.Contains(out, "**Brought here by:** kim") {
		t.Errorf("the report: exit %d: %.600s%s", code, out, said)
	}
	s, err := kim.Secret(t.Context(), sealed.ID)
	d.ok(err)
	d.ok(kim.Vault().Unlock(t.Context(), run.NewSecret([]byte("a long passphrase"))))
	if opened, err := kim.Vault().Open(t.Context(), run.Real, s); err != nil || string(opened.Reveal()) != "hunter2" {
		t.Errorf("the secret does not open there: %v", err)
	}

	back := d.file("back.db")
	d.copied(d.as("erika"), back, map[run.Relation]int{run.CopyNew: runs})
	d.sameRuns(mine, back, "")

	_, err = d.resumed(mine, first.ID, "Erika Muster").Redact(t.Context(), flows.At("ship.key"), "they asked")
	d.ok(err)
	d.do(kim, second, "kim", run.Note{Step: "ship", Text: "They call back."})
	d.do(mine, third, "Erika Muster", run.Note{Step: "ship", Text: "They call back."})
	d.do(kim, third, "kim", run.Note{Step: "ship", Text: "They don't."})
	d.copied(mine, kim, map[run.Relation]int{run.CopyAhead: 1, run.CopyBehind: 1, run.CopyDiverged: 1, run.CopySame: runs - 3})
	if _, err := kim.Secret(t.Context(), sealed.ID); !errors.Is(err, flows.ErrNotFound) {
		t.Errorf("the secret is there: %v", err)
	}
}

// killing stops the server before one of the writes.
type killing struct {
	run.Archive
	in   atomic.Int64
	kill func()
}

func (k *killing) Append(ctx context.Context, b run.Batch) error {
	if k.in.Add(-1) == 0 {
		k.kill()
	}
	return k.Archive.Append(ctx, b)
}

// TestCopyWhileTheServerDies: whichever write the server dies at, the copying goes on
// by itself once it is there again, or the same command does.
func TestCopyWhileTheServerDies(t *testing.T) {
	const runs = 12
	d := newDesks(t)
	furnished(t, filepath.Join(d.dir, "mine.db"), runs)
	mine, kim := d.file("mine.db"), d.as("kim")
	for _, in := range []int64{2, 5} {
		dying := &killing{Archive: kim, kill: func() {
			d.server.Stop(t, "immediate")
			d.server.StartAgain(t)
		}}
		dying.in.Store(in)
		_, err := d.copy(mine, dying)
		if err != nil && !errors.Is(err, flows.ErrAway) {
			t.Fatal(err)
		}
	}
	done, err := d.copy(mine, kim)
	d.ok(err)
	if done.Relations[run.CopyNew]+done.Relations[run.CopySame] != runs || len(done.Stayed) > 0 {
		t.Errorf("%+v", done)
	}
	d.copied(mine, kim, map[run.Relation]int{run.CopySame: runs})
	d.sameRuns(mine, kim, "kim")
}

// TestCopyToATeamIsKilled kills the program that copies again and again. Whenever it is,
// each run is on the server whole or not at all, and the same command goes on.
func TestCopyToATeamIsKilled(t *testing.T) {
	const runs = 60
	d := newDesks(t)
	furnished(t, filepath.Join(d.dir, "mine.db"), runs)
	kim := d.as("kim")
	there, between := 0, 0
	for wait := 200 * time.Millisecond; there < runs; wait += 50 * time.Millisecond {
		cmd := program(t, d.dir, "copy", "--from", "mine.db", "--to", d.server.URL("kim", d.team))
		d.ok(cmd.Start())
		time.AfterFunc(wait, func() { _ = cmd.Process.Kill() }) // it may be done, which Wait tells
		_ = cmd.Wait()
		f, err := kim.Examine(t.Context())
		if err != nil || len(f.Problems) > 0 || f.Runs < there {
			t.Fatalf("%d runs were there, and now %d: %v, %v", there, f.Runs, f.Problems, err)
		}
		if there = f.Runs; there > 0 && there < runs {
			between++
		}
	}
	if between == 0 {
		t.Error("it was never cut off between two runs")
	}
	mine := d.file("mine.db")
	d.copied(mine, kim, map[run.Relation]int{run.CopySame: runs})
	d.sameRuns(mine, kim, "kim")
}

// BenchmarkCopyToATeam copies 1,000 runs from a file to a server, beside the same bytes of
// events and files by a bare INSERT and COMMIT for each run, and by one COPY of all, on
// the same server in the same run.
func BenchmarkCopyToATeam(b *testing.B) {
	const runs = 1000
	d := newDesks(b)
	furnished(b, filepath.Join(d.dir, "mine.db"), runs)
	mine := d.file("mine.db")
	pieces := piecesOf(d, mine)
	conn, err := pgx.Connect(b.Context(), d.server.URL("postgres", d.team))
	d.ok(err)
	b.Cleanup(func() { _ = conn.Close(context.WithoutCancel(b.Context())) })
	var took, inserts, whole time.Duration
	for b.Loop() {
		d.team = d.server.Database(b)
		d.server.Member(b, d.team, "kim", run.Consultant)
		to := d.as("kim")
		began := time.Now()
		done, err := d.copy(mine, to)
		took += time.Since(began)
		if err != nil || done.Relations[run.CopyNew] != runs {
			b.Fatalf("%+v, %v", done, err)
		}
		for _, bare := range []struct {
			took  *time.Duration
			write func(*pgx.Conn, [][][]any) error
		}{{&inserts, insertBare}, {&whole, copyBare}} {
			_, err := conn.Exec(b.Context(), "DROP TABLE IF EXISTS bare; CREATE TABLE bare (run bigint, seq bigint, bytes bytea, PRIMARY KEY (run, seq))")
			d.ok(err)
			began := time.Now()
			d.ok(bare.write(conn, pieces))
			*bare.took += time.Since(began)
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(took.Seconds()/float64(b.N), "s/copy")
	b.ReportMetric(inserts.Seconds()/float64(b.N), "s/inserts")
	b.ReportMetric(float64(took)/float64(inserts), "copy/inserts")
	b.ReportMetric(float64(took)/float64(whole), "copy/COPY")
}

// piecesOf are the rows of what is in a store, by run.
func piecesOf(d *desks, a run.Archive) (all [][][]any) {
	d.Helper()
	for q := (run.Query{Limit: 500}); ; {
		page, err := a.Headers(d.Context(), q)
		d.ok(err)
		for _, h := range page.Runs {
			events, err := a.Events(d.Context(), h.ID, 0)
			d.ok(err)
			var rows [][]any
			for i := range events {
				e := &events[i]
				content := slices.Concat(e.Data, e.Salt, e.Sum, e.Prev, e.Hash, e.Content)
				for _, sum := range e.Files() {
					f, err := a.Open(d.Context(), sum)
					d.ok(err)
					bytes, err := io.ReadAll(f)
					d.ok(errors.Join(err, f.Close()))
					content = append(content, bytes...)
				}
				rows = append(rows, []any{len(all), e.Seq, content})
			}
			all = append(all, rows)
		}
		if page.Next == "" {
			return all
		}
		q.After = page.Next
	}
}

func insertBare(conn *pgx.Conn, runs [][][]any) error {
	for _, rows := range runs {
		var b pgx.Batch // one transaction
		for _, row := range rows {
			b.Queue("INSERT INTO bare VALUES ($1, $2, $3)", row...)
		}
		if err := conn.SendBatch(context.Background(), &b).Close(); err != nil {
			return err
		}
	}
	return nil
}

func copyBare(conn *pgx.Conn, runs [][][]any) error {
	_, err := conn.CopyFrom(context.Background(), pgx.Identifier{"bare"}, []string{"run", "seq", "bytes"}, pgx.CopyFromRows(slices.Concat(runs...)))
	return err
}
