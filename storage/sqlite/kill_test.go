package sqlite_test

import (
	"bufio"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"lotse/flows/run"
)

var (
	killRounds = flag.Int("kill.rounds", 20, "how often a writing process is killed")
	killSeed   = flag.Uint64("kill.seed", uint64(time.Now().UnixNano()), "when it is killed")
)

// TestKill kills a process at any moment while it writes, again and again on
// the same database. What it acknowledged has to be there.
func TestKill(t *testing.T) {
	t.Logf("-kill.seed=%d", *killSeed)
	random := rand.New(rand.NewPCG(*killSeed, 0)) //nolint:gosec // moments, no keys
	path := filepath.Join(t.TempDir(), "lotse.db")
	acked := int64(0)
	for range *killRounds {
		acked = max(acked, killOne(t, path, time.Duration(random.Int64N(int64(60*time.Millisecond)))))
		written := verified(t, path)
		if written < acked {
			t.Fatalf("%d events are acknowledged and %d are there", acked, written)
		}
	}
	if acked == 0 {
		t.Fatal("nothing was acknowledged in any round")
	}
	t.Logf("%d events acknowledged", acked)
	db := open(t, path)
	if _, err := db.Backup(ctx); err != nil {
		t.Fatal(err)
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), "backups", "*", "*.tmp*"))
	must(t, err)
	if len(left) > 0 {
		t.Errorf("leftovers: %q", left)
	}
}

// killOne lets a process write and kills it some time after its first
// acknowledgement. It gives the last one.
func killOne(t *testing.T, path string, after time.Duration) (acked int64) {
	t.Helper()
	cmd := child("append", path, "ab12")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if acked == 0 {
			time.AfterFunc(after, func() { _ = cmd.Process.Kill() }) // it may be gone by itself, which Wait tells
		}
		if _, err := fmt.Sscanf(lines.Text(), "ack %d", &acked); err != nil {
			t.Fatalf("%q: %v", lines.Text(), err)
		}
	}
	if err := cmd.Wait(); err == nil || err.Error() != "signal: killed" {
		t.Fatalf("the process ended by itself: %v", err)
	}
	return acked
}

// verified opens the database as the next start does, and gives how many events
// its run has.
func verified(t *testing.T, path string) int64 {
	t.Helper()
	db := open(t, path)
	defer func() { must(t, db.Close()) }()
	h, err := db.Header(ctx, "ab12")
	must(t, err)
	events, err := db.Events(ctx, "ab12", 0)
	must(t, err)
	if v := run.Verify(h, events); !v.Intact {
		t.Fatalf("verdict %+v", *v.Fault)
	}
	return h.Events
}
