//go:build campaign

package pgtest_test

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/storage/postgres/pgtest"
)

const startsOne = "LOTSE_TEST_STARTS_ONE"

// TestGuard: a server, and its folder, do not outlive a test that is killed.
func TestGuard(t *testing.T) {
	if os.Getenv(startsOne) != "" {
		c := pgtest.Start(t)
		fmt.Printf("%s %s\n", c.Dir, c.URL("postgres", "postgres"))
		select {}
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestGuard$")
	cmd.Env = append(os.Environ(), startsOne+"=1")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var dir, url string
	if _, err := fmt.Fscan(bufio.NewReader(out), &dir, &url); err != nil {
		t.Fatal(err)
	}
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it was killed
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		_, there := os.Stat(dir)
		_, answers := conn.Exec(t.Context(), "SELECT 1")
		if errors.Is(there, fs.ErrNotExist) && answers != nil {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("the folder: %v; the server: %v", there, answers)
		}
	}
}
