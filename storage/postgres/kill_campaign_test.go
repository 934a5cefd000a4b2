//go:build campaign

package postgres_test

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
)

var (
	killRounds = flag.Int("rounds", 20, "how often TestKills makes trouble")
	killSeed   = flag.Uint64("seed", 0, "of TestKills; 0: another each time")
)

// TestKills has four programs save answers while the server crashes, they are killed
// themselves, connections are cut and silent, and the server refuses for a while: no
// answer that was acknowledged is lost, none is there twice, and nothing is left over.
func TestKills(t *testing.T) {
	seed := *killSeed
	if seed == 0 {
		seed = rand.Uint64() //nolint:gosec // it is printed
	}
	t.Logf("-rounds=%d -seed=%d", *killRounds, seed)
	s := newSiege(t, rand.New(rand.NewPCG(seed, 31))) //nolint:gosec // to be had again
	begun := time.Now()
	for i := range *killRounds {
		if i%len(troubles) == 0 {
			s.r.Shuffle(len(s.order), func(i, j int) { s.order[i], s.order[j] = s.order[j], s.order[i] })
		}
		m := troubles[s.order[i%len(troubles)]]
		s.pause(20, 300)
		m.make(s)
		took := s.progress(m.name)
		t.Logf("%3d %-14s all go on after %v", i+1, m.name, took.Round(time.Millisecond))
	}
	s.together()
	for _, w := range s.writers {
		w.kill()
	}
	s.alone()
	n := s.verify()
	switch clashes := s.clashes.Load(); {
	case clashes == 0:
		t.Error("no two answers met: this proves nothing")
	case !t.Failed():
		t.Logf("%d rounds in %v: %d answers and notes acknowledged, %d clashes, %d connections cut; 0 lost, 0 doubled",
			*killRounds, time.Since(begun).Round(time.Second), n, clashes, s.proxy.cuts.Load())
	}
}

// trouble is something that goes wrong, and is over when make returns.
type trouble struct {
	name string
	make func(*siege)
}

var troubles = []trouble{
	{"crash", func(s *siege) { s.Stop(s.t, "immediate"); s.pause(0, 500); s.StartAgain(s.t) }},
	{"restart", func(s *siege) { s.Stop(s.t, "fast"); s.StartAgain(s.t) }},
	{"kill client", (*siege).killOne},
	{"terminate", func(s *siege) {
		s.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lotse'")
	}},
	{"terminate some", func(s *siege) {
		for range 20 {
			s.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lotse' AND random() < 0.2")
			s.pause(0, 20)
		}
	}},
	{"cancel", func(s *siege) {
		for range 20 {
			s.sql("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE application_name = 'lotse'")
			s.pause(0, 20)
		}
	}},
	{"silence", func(s *siege) { s.proxy.stalled.Store(true); s.pause(500, 3000); s.proxy.stalled.Store(false) }},
	{"no answer", func(s *siege) { s.proxy.cut.Store(true) }},
	{"half an answer", func(s *siege) { s.proxy.torn.Store(true) }},
	{"half a question", func(s *siege) { s.proxy.short.Store(true) }},
	{"refused", func(s *siege) { s.proxy.hangUp(); s.pause(0, 500); s.proxy.listen(s.t) }},
	{"timeout", func(s *siege) { s.setting("statement_timeout", "1ms") }},
	{"read-only", func(s *siege) { s.setting("default_transaction_read_only", "on") }},
	{"no connections", (*siege).takeAll},
}

// siege is a server, and those who write to it.
type siege struct {
	*pgtest.Cluster
	t        *testing.T
	r        *rand.Rand
	order    []int // of troubles
	proxy    *proxy
	database string
	shared   string // the run that all write to
	program  string
	dirs     []string // of the writers' keys
	writers  []*killable
	started  int
	clashes  atomic.Int64
	mu       sync.Mutex
	saved    []saved
}

// saved is an event that was acknowledged.
type saved struct {
	run   string
	seq   int64
	hash  string
	value string
}

// clashed is what a writer says when another was first.
const clashed = "clash\n"

// killable is a writer, by the writer's number.
type killable struct {
	*exec.Cmd
	n     int
	said  sync.WaitGroup
	talk  strings.Builder // once it has ended
	acked int             // under siege.mu
}

func newSiege(t *testing.T, r *rand.Rand) *siege {
	t.Helper()
	const writers = 4
	s := &siege{Cluster: pgtest.Start(t, "max_connections = 30"), t: t, r: r, program: buildWriter(t)}
	for i := range troubles {
		s.order = append(s.order, i)
	}
	s.database, s.proxy = s.Database(t), newProxy(t, s.Cluster)
	s.Member(t, s.database, lead, run.Lead)
	s.Exec(t, "postgres", "CREATE ROLE hog LOGIN")
	out, err := exec.Command(s.program, s.URL(lead, s.database), t.TempDir(), "v0").Output() //nolint:gosec // our own
	if err != nil {
		t.Fatal(err)
	}
	s.shared = strings.TrimSpace(string(out))
	for i := range writers {
		s.Member(t, s.database, "writer"+strconv.Itoa(i), run.Consultant)
		s.dirs = append(s.dirs, t.TempDir())
		s.writers = append(s.writers, s.start(i))
	}
	t.Cleanup(func() {
		for _, w := range s.writers {
			w.kill()
		}
	})
	s.progress("the beginning")
	return s
}

func buildWriter(t *testing.T) (program string) {
	t.Helper()
	program = filepath.Join(t.TempDir(), "writer")
	if out, err := exec.Command("go", "build", "-o", program, "./testdata/writer").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

// TestWritersEnd: a writer does not outlive whoever has started it, not even where it
// waits for a server.
func TestWritersEnd(t *testing.T) {
	w := exec.Command(buildWriter(t), "postgres://nobody@127.0.0.1:1/none", t.TempDir(), "v1", "run")
	in, err := w.StdinPipe()
	if err == nil {
		err = w.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	over := time.AfterFunc(20*time.Second, func() { _ = w.Process.Kill() })
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	_ = w.Wait() // what it says is that its input ended
	if !over.Stop() {
		t.Error("it works on")
	}
}

// start starts a writer; two of four reach the server by the proxy. It has an input that
// ends with this process, however that goes.
func (s *siege) start(n int) *killable {
	s.t.Helper()
	name := "writer" + strconv.Itoa(n)
	address := s.URL(name, s.database)
	if n%2 == 0 {
		address = s.proxy.url(name, s.database)
	}
	s.started++
	w := &killable{Cmd: exec.Command(s.program, address, s.dirs[n], "v"+strconv.Itoa(s.started), s.shared), n: n} //nolint:gosec // our own
	w.Stderr = &w.talk
	out, err := w.StdoutPipe()
	if err == nil {
		_, err = w.StdinPipe()
	}
	if err == nil {
		err = w.Start()
	}
	if err != nil {
		s.t.Fatal(err)
	}
	w.said.Go(func() {
		for r := bufio.NewReader(out); ; {
			line, err := r.ReadString('\n')
			if err != nil {
				return // what was not said to its end was not acknowledged
			}
			if line == clashed {
				s.clashes.Add(1)
				continue
			}
			var a saved
			if _, err := fmt.Sscanf(line, "saved %s %d %s %s", &a.run, &a.seq, &a.hash, &a.value); err != nil {
				s.t.Errorf("%q: %v", line, err)
			}
			s.mu.Lock()
			s.saved = append(s.saved, a)
			w.acked++
			s.mu.Unlock()
		}
	})
	return w
}

// kill ends a writer at once. Twice is no error.
func (w *killable) kill() {
	_ = w.Process.Kill()
	w.said.Wait()
	_ = w.Wait() // it was killed
}

// killOne kills a writer and starts another in its place.
func (s *siege) killOne() {
	i := s.r.IntN(len(s.writers))
	s.writers[i].kill()
	s.writers[i] = s.start(i)
}

// setting gives everybody a setting for a while.
func (s *siege) setting(name, value string) {
	s.sql("ALTER SYSTEM SET "+name+" = '"+value+"'", "SELECT pg_reload_conf()")
	s.pause(200, 800)
	s.sql("ALTER SYSTEM RESET "+name, "SELECT pg_reload_conf()")
}

// takeAll takes the connections that are left, and those of the writers with them.
func (s *siege) takeAll() {
	var all []*pgx.Conn
	for range 100 {
		conn, err := pgx.Connect(s.t.Context(), s.URL("hog", "postgres"))
		if err != nil {
			s.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lotse' AND random() < 0.3")
			s.pause(0, 20)
			continue
		}
		all = append(all, conn)
	}
	for _, conn := range all {
		_ = conn.Close(s.t.Context())
	}
}

// sql does something as the superuser, whatever is set for others.
func (s *siege) sql(all ...string) {
	s.t.Helper()
	s.query(func(ctx context.Context, conn *pgx.Conn) error {
		for _, sql := range all {
			if _, err := conn.Exec(ctx, sql); err != nil {
				return fmt.Errorf("%s: %w", sql, err)
			}
		}
		return nil
	})
}

// query asks as the superuser, for whom there may be no connection either until another
// has gone.
func (s *siege) query(do func(context.Context, *pgx.Conn) error) {
	s.t.Helper()
	var conn *pgx.Conn
	err := errors.New("not tried")
	for end := time.Now().Add(20 * time.Second); err != nil && time.Now().Before(end); {
		conn, err = pgx.Connect(s.t.Context(), s.URL("postgres", s.database)+"&statement_timeout=0&default_transaction_read_only=off")
	}
	if err == nil {
		err = do(s.t.Context(), conn)
		_ = conn.Close(s.t.Context())
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// pause waits for so many milliseconds.
func (s *siege) pause(least, most int) {
	time.Sleep(time.Duration(least+s.r.IntN(most-least+1)) * time.Millisecond)
}

// progress waits until each of the writers has saved another answer.
func (s *siege) progress(after string) time.Duration {
	s.t.Helper()
	begun := time.Now()
	for _, w := range s.writers {
		had := s.ackedBy(w)
		for s.ackedBy(w) == had {
			if time.Since(begun) > 90*time.Second {
				w.kill()
				s.t.Fatalf("writer %d saves nothing after %s:\n%s", w.n, after, w.talk.String())
			}
			time.Sleep(5 * time.Millisecond)
		}
	}
	return time.Since(begun)
}

func (s *siege) ackedBy(w *killable) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return w.acked
}

// together waits until all who write are seen to have the run open.
func (s *siege) together() {
	s.t.Helper()
	var all []string
	for i := range s.writers {
		all = append(all, "writer"+strconv.Itoa(i))
	}
	inRun(s.t, s.look(), s.shared, all...)
}

// alone waits until nobody is left, and no connection.
func (s *siege) alone() {
	s.t.Helper()
	db := s.look()
	inRun(s.t, db, s.shared)
	_ = db.Close()
	var left int
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		s.query(func(ctx context.Context, conn *pgx.Conn) error {
			return conn.QueryRow(ctx, "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'lotse' AND usename <> $1", lead).Scan(&left)
		})
		if left == 0 {
			return
		}
	}
	s.t.Errorf("%d connections are left", left)
}

func (s *siege) look() *postgres.DB {
	s.t.Helper()
	return as(s.t, s.Cluster, lead, s.database)
}
