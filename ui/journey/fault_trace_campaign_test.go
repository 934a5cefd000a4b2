//go:build campaign && unix

package journey

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// traced are the system calls that change files, or folders.
const traced = "openat,openat2,creat,pwrite64,pwritev,pwritev2,write,writev,fsync,fdatasync,sync_file_range," +
	"ftruncate,truncate,fallocate,unlink,unlinkat,rename,renameat,renameat2,link,linkat,symlink,symlinkat," +
	"mkdir,mkdirat,rmdir,lseek,copy_file_range,sendfile,splice"

// change is one system call that changes something: a file, a folder, or what
// was said.
type change struct {
	text string
	do   func(*disk)
	said []byte
}

// after is a change that comes after others.
func (c change) after(before []func(*disk)) change {
	do := c.do
	c.do = func(d *disk) {
		for _, one := range before {
			one(d)
		}
		do(d)
	}
	return c
}

// record runs a command and gives the system calls by which it changed files
// below a folder, in order.
func record(t *testing.T, cmd *exec.Cmd, dir string) []change {
	t.Helper()
	trace := filepath.Join(inMemory(t), "trace")
	under := strace(cmd, "-y", "-xx", "-s", "10000000", "--seccomp-bpf", "-e", "trace="+traced, "-o", trace)
	if r := call(t, under, ""); r.code != 0 {
		t.Fatalf("%s: exit %d: %s", under, r.code, r.err)
	}
	f, err := os.Open(trace)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // it is only read
	changes, err := readTrace(f, dir)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

// strace is a command under strace.
func strace(cmd *exec.Cmd, args ...string) *exec.Cmd {
	under := exec.Command("strace", append(append([]string{"-f", "-qq"}, args...), cmd.Args...)...)
	under.Env, under.Dir = cmd.Env, cmd.Dir
	return under
}

var (
	tracedCall = regexp.MustCompile(`^(\d+) +(\w+)\((.*)\) += (-?\d+)`)
	begun      = regexp.MustCompile(`^(\d+) +(\w+\(.*?),? <unfinished \.\.\.>$`)
	resumed    = regexp.MustCompile(`^(\d+) +<\.\.\. \w+ resumed>,? ?(.*)$`)
)

// readTrace reads what strace wrote. Of a call that another thread's calls
// interrupt, its end counts: what it did may not be done before.
func readTrace(r io.Reader, dir string) (changes []change, err error) {
	waiting, before := map[string]string{}, []func(*disk){}
	for in := bufio.NewReader(r); ; {
		line, err := in.ReadString('\n')
		if errors.Is(err, io.EOF) {
			return changes, nil
		}
		if err != nil {
			return nil, err
		}
		line = whole(strings.TrimSuffix(line, "\n"), waiting)
		m := tracedCall.FindStringSubmatch(line)
		if m == nil || m[4][0] == '-' {
			continue // a signal, or a call that failed and did nothing
		}
		result, err := strconv.ParseInt(m[4], 10, 64)
		if err != nil {
			return nil, err
		}
		c := sysCall{m[2], strings.Split(m[3], ", "), result}
		s, err := c.change(dir)
		if err != nil {
			return nil, fmt.Errorf("%w: %.300s", err, line)
		}
		if s.text == "" { // it changes nothing that a cut could leave half done
			before = append(before, s.do)
			continue
		}
		changes = append(changes, s.after(before))
		before = nil
	}
}

// whole is a line with the whole call in it; "" where it goes on later, which
// waits by its thread.
func whole(line string, waiting map[string]string) string {
	if m := begun.FindStringSubmatch(line); m != nil {
		waiting[m[1]] = m[2]
		return ""
	}
	m := resumed.FindStringSubmatch(line)
	if m == nil {
		return line
	}
	first := waiting[m[1]]
	if !strings.HasSuffix(first, "(") && m[2] != "" && m[2][0] != ')' {
		first += ", "
	}
	return m[1] + " " + first + m[2]
}

// sysCall is a system call that succeeded.
type sysCall struct {
	name   string
	args   []string
	result int64
}

// text is an argument that is a string, or the path of a file descriptor.
func (c sysCall) text(i int) (string, error) {
	arg := c.args[i]
	quoted := strings.TrimSuffix(strings.TrimPrefix(arg, `"`), `"`)
	if from := strings.IndexByte(arg, '<'); arg[0] != '"' && from >= 0 {
		quoted = strings.TrimSuffix(strings.TrimSuffix(arg[from+1:], "(deleted)"), ">")
	}
	b, err := hex.DecodeString(strings.ReplaceAll(quoted, `\x`, ""))
	return string(b), err
}

// number is an argument that is a number, or a file descriptor.
func (c sysCall) number(i int) (int64, error) {
	digits, _, _ := strings.Cut(c.args[i], "<")
	return strconv.ParseInt(digits, 10, 64)
}

// path is a path that may be relative to a folder; i is the folder's argument.
func (c sysCall) path(i int) (string, error) {
	in, err := c.text(i)
	if err != nil {
		return "", err
	}
	name, err := c.text(i + 1)
	if !filepath.IsAbs(name) {
		name = filepath.Join(in, name)
	}
	return filepath.Clean(name), err
}

var errUnknown = errors.New("a system call that the disk does not know")

// change is what a call does; nothing where it is not below dir.
func (c sysCall) change(dir string) (change, error) {
	nothing := change{"", func(*disk) {}, nil}
	fd := int64(-1)
	if fds[c.name] {
		var err error
		if fd, err = c.number(0); err != nil {
			return change{}, err
		}
		if c.name == "write" && fd == 1 {
			said, err := c.text(1)
			return change{fmt.Sprintf("say %q", clip(said)), func(*disk) {}, []byte(said)[:min(int(c.result), len(said))]}, err
		}
	}
	does, known := doings[c.name]
	if !known {
		if strings.Contains(strings.Join(c.args, ""), hexed(dir+"/")) {
			return change{}, errUnknown
		}
		return nothing, nil
	}
	paths, do, err := does(c, int(fd))
	if err != nil {
		return change{}, err
	}
	for _, path := range paths {
		if (path == dir || strings.HasPrefix(path, dir+"/")) && !strings.HasSuffix(path, "-shm") {
			return change{c.name + " " + strings.Join(paths, " "), do, nil}, nil
		}
	}
	if c.name == "openat" { // the number may have been one of ours
		return change{"", func(d *disk) { delete(d.open, int(c.result)) }, nil}, nil
	}
	return nothing, nil
}

func hexed(s string) string {
	var b bytes.Buffer
	for i := range len(s) {
		fmt.Fprintf(&b, `\x%02x`, s[i])
	}
	return b.String()
}

func clip(s string) string { return s[:min(len(s), 60)] }

// fds are the calls whose first argument is an open file.
var fds = map[string]bool{"write": true, "pwrite64": true, "fsync": true, "fdatasync": true, "ftruncate": true, "lseek": true}
