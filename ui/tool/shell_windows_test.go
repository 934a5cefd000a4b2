package tool

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// handles as the first argument makes this test's binary the program that opens: it
// writes what it is given, and its environment, to the file that comes second.
const handles = "--handles"

func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == handles {
		text := strings.Join(append(os.Args[3:], os.Environ()...), "\n")
		if os.WriteFile(os.Args[2]+".new", []byte(text), 0o600) != nil || os.Rename(os.Args[2]+".new", os.Args[2]) != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// register makes this test's binary what opens an address and a kind of file, for this
// person.
func register(t *testing.T, scheme, ending, to string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := `"` + self + `" ` + handles + ` "` + to + `" "%1"`
	hive, root := registry.CURRENT_USER, `Software\Classes\`
	if windows.NewLazySystemDLL("ntdll.dll").NewProc("wine_get_version").Find() == nil {
		hive, root = registry.CLASSES_ROOT, "" // wine has no classes of a person's own
	}
	for _, k := range []struct{ path, value string }{
		{scheme, "URL:" + scheme},
		{scheme + `\shell`, ""},
		{scheme + `\shell\open`, ""},
		{scheme + `\shell\open\command`, command},
		{ending, scheme},
	} {
		key, _, err := registry.CreateKey(hive, root+k.path, registry.SET_VALUE)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := registry.DeleteKey(hive, root+k.path); err != nil {
				t.Errorf("%s stays in the registry: %v", k.path, err)
			}
		})
		if err := errors.Join(key.SetStringValue("", k.value), key.SetStringValue("URL Protocol", ""), key.Close()); err != nil {
			t.Fatal(err)
		}
	}
}

// TestTheWindowsShell opens an address and a file: the program that is registered gets
// each whole, and an environment without what is nobody's business; what cannot be
// opened is told.
func TestTheWindowsShell(t *testing.T) {
	t.Setenv("LOTSE_DB", "CANARY")
	t.Setenv("HTTPS_PROXY", "http://CANARY")
	dir, err := os.MkdirTemp("", "lotse") // wine lets t.TempDir remove nothing: the folder is open
	if err != nil {
		t.Fatal(err)
	}
	defer os.Remove(dir)
	to := filepath.Join(dir, "given.txt")
	register(t, "lotse-test", ".lotse-test", to)
	file := filepath.Join(dir, "Größe & (1), ^.lotse-test")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	defer os.Remove(file)
	for _, what := range []string{"lotse-test://example.org/a?b=c&d=%22%20--evil#f", file} {
		if err := newShell().open(what); err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		given := awaited(t, to)
		if first, _, _ := strings.Cut(given, "\n"); first != what {
			t.Errorf("it was given %q, want %q", first, what)
		}
		if strings.Contains(given, "CANARY") || !strings.Contains(strings.ToUpper(given), "SYSTEMROOT=") {
			t.Errorf("its environment:\n%s", given)
		}
	}
	if err := newShell().open(file + "-nothing"); err == nil {
		t.Error("what is not there was opened")
	}
	if os.Getenv("LOTSE_DB") != "CANARY" {
		t.Error("this process has lost its environment")
	}
}

// awaited is a file that another program writes.
func awaited(t *testing.T, path string) string {
	t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if b, err := os.ReadFile(path); err == nil {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			return string(b)
		}
	}
	t.Fatal("no program was started")
	return ""
}
