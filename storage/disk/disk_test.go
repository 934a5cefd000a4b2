package disk

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"lotse/flows"
)

func TestMain(m *testing.M) {
	if path := os.Getenv("LOTSE_TEST_LOCK"); path != "" {
		release, err := Lock(context.Background(), path, time.Minute)
		if err != nil {
			os.Exit(1)
		}
		_, _ = os.Stdout.WriteString("held\n")
		_, _ = os.Stdin.Read(make([]byte, 1)) // nothing comes: it is killed
		release()
	}
	os.Exit(m.Run())
}

func TestLockKeepsOthersOut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.lock")
	release, err := Lock(t.Context(), path, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Lock(t.Context(), path, 20*time.Millisecond); !errors.Is(err, flows.ErrLocked) {
		t.Errorf("second lock: %v, want ErrLocked", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := Lock(ctx, path, time.Minute); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("lock with a deadline: %v", err)
	}
	release()
	again, err := Lock(t.Context(), path, time.Second)
	if err != nil {
		t.Fatalf("lock after release: %v", err)
	}
	again()
}

func TestLockIsFreeAfterKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.lock")
	holder := exec.Command(os.Args[0])
	holder.Env = append(os.Environ(), "LOTSE_TEST_LOCK="+path)
	in, err := holder.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close() //nolint:errcheck // nothing is written
	out, err := holder.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := holder.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 5)); err != nil {
		t.Fatalf("the holder did not get the lock: %v", err)
	}
	if _, err := Lock(t.Context(), path, 20*time.Millisecond); !errors.Is(err, flows.ErrLocked) {
		t.Errorf("lock that another program holds: %v, want ErrLocked", err)
	}
	if err := holder.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = holder.Wait() // it was killed
	release, err := Lock(t.Context(), path, 5*time.Second)
	if err != nil {
		t.Fatalf("lock after the holder was killed: %v", err)
	}
	release()
}

func TestErrorsNameThePath(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "none", "a.lock")
	if _, err := Lock(t.Context(), missing, time.Second); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("lock in a folder that is missing: %v", err)
	}
	if err := SyncFolder(filepath.Dir(missing)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("sync a folder that is missing: %v", err)
	}
	if err := SyncFolder(t.TempDir()); err != nil {
		t.Errorf("sync a folder: %v", err)
	}
}
