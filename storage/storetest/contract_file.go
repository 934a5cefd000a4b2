package storetest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"lotse/flows"
	"lotse/flows/run"
)

func testEvidence(t *testing.T, a *store) {
	for name, text := range map[string]string{"screen.png": "\x89PNG\x00", "empty.txt": ""} {
		f, err := a.Put(ctx, `C:\tmp\`+"\x1b]0;x\a"+name, iotest.OneByteReader(strings.NewReader(text)))
		ok(t, err)
		same(t, "file", f, run.File{Name: "]0;x" + name, Sum: contentSum(text), Size: int64(len(text))})
		same(t, "content", contentOf(t, a, f.Sum), text)
	}
	again, err := a.Put(ctx, "other.png", strings.NewReader("\x89PNG\x00"))
	ok(t, err)
	same(t, "name", again.Name, "other.png")
	for _, sum := range []string{contentSum("nobody"), "", "../../etc/passwd", strings.ToUpper(again.Sum)} {
		_, err := a.Open(ctx, sum)
		is(t, err, flows.ErrNotFound)
	}
	broken := errors.New("broken pipe")
	_, err = a.Put(ctx, "x", io.MultiReader(strings.NewReader("half"), iotest.ErrReader(broken)))
	is(t, err, broken)
	_, err = a.Open(ctx, contentSum("half"))
	is(t, err, flows.ErrNotFound)
}

func contentOf(t *testing.T, a run.Archive, sum string) string {
	t.Helper()
	r, err := a.Open(ctx, sum)
	ok(t, err)
	b, err := io.ReadAll(r)
	ok(t, errors.Join(err, r.Close()))
	return string(b)
}

func testEvidenceLimit(t *testing.T, a *store) {
	most := bytes.Repeat([]byte("x"), flows.MaxEvidence)
	f, err := a.Put(ctx, "most.bin", bytes.NewReader(most))
	ok(t, err)
	same(t, "size", f.Size, int64(len(most)))
	same(t, "length", len(contentOf(t, a, f.Sum)), len(most))
	_, err = a.Put(ctx, "more.bin", io.MultiReader(bytes.NewReader(most), strings.NewReader("x")))
	var r *flows.Refusal
	if !errors.As(err, &r) || r.Kind != flows.ErrLimit || !strings.Contains(r.Message.String(), "more.bin") {
		t.Fatalf("over the limit: %v", err)
	}
}

// testEvidenceLarge has a limit of its own, and memory that does not grow with
// the file.
func testEvidenceLarge(t *testing.T, a *store) {
	const most = flows.MaxEvidence + 100
	f, err := a.PutLarge(ctx, "asiakkaat.csv", most, io.LimitReader(zeros{}, most))
	ok(t, err)
	same(t, "size", f.Size, int64(most))
	c, err := a.Open(ctx, f.Sum)
	ok(t, err)
	same(t, "size of what is open", c.Size(), int64(most))
	one := make([]byte, 3)
	n, err := c.ReadAt(one, most-2)
	same(t, "read at the end", n, 2)
	is(t, err, io.EOF)
	got, err := io.Copy(io.Discard, c)
	ok(t, errors.Join(err, c.Close()))
	same(t, "read", got, int64(most))
	for limit, say := range map[int64]any{10: flows.Msg("store.bytes", "n", 10), 2 << 10: "2 KiB", 3 << 20: "3 MiB"} {
		_, err = a.PutLarge(ctx, "more.csv", limit, io.LimitReader(zeros{}, limit+1))
		var r *flows.Refusal
		if !errors.As(err, &r) || r.Kind != flows.ErrLimit || !reflect.DeepEqual(r.Message.Args["limit"], say) {
			t.Fatalf("over a limit of %d: %v", limit, err)
		}
	}
	gone, cancel := context.WithCancel(ctx)
	cancel()
	_, err = a.PutLarge(gone, "endless.csv", flows.MaxLarge, io.LimitReader(zeros{}, 100))
	is(t, err, context.Canceled)
}

// zeros are zeros without an end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// evident writes a run that names a file in a tick.
func evident(t *testing.T, a run.Archive, id string, f run.File) *Log {
	t.Helper()
	l := started(t, a, id, customer(t, a, "Muster GmbH"))
	l.Add(run.EventTicked, map[string]any{"item": "client.sent", "evidence": f})
	ok(t, a.Append(ctx, l.Batch(2)))
	return l
}

func testEvidenceGoes(t *testing.T, a *store) {
	f, err := a.Put(ctx, "screen.png", strings.NewReader("PNG"))
	ok(t, err)
	evident(t, a, "ab12", f)
	l := evident(t, a, "cd34", f)
	ok(t, a.DeleteRun(ctx, "ab12"))
	same(t, "still named", contentOf(t, a, f.Sum), "PNG")
	ok(t, a.Erase(ctx, []int64{2}, erasure(l, 2)))
	_, err = a.Open(ctx, f.Sum)
	is(t, err, flows.ErrNotFound)

	report, err := a.Put(ctx, "report.ndjson.gz", strings.NewReader("rows"))
	ok(t, err)
	e := l.Add(run.EventChecked, map[string]any{"item": "client.same", "result": run.CheckResult{Status: "failed", Report: &report}})
	ok(t, a.Append(ctx, l.Batch(e.Seq)))
	same(t, "of a check", contentOf(t, a, report.Sum), "rows")
	ok(t, a.Erase(ctx, []int64{e.Seq}, erasure(l, e.Seq)))
	_, err = a.Open(ctx, report.Sum)
	is(t, err, flows.ErrNotFound)

	field, err := a.Put(ctx, "order.pdf", strings.NewReader("PDF"))
	ok(t, err)
	e = l.Answer("order", "sha256:"+field.Sum+"/order.pdf")
	ok(t, a.Append(ctx, l.Batch(e.Seq)))
	same(t, "of a field", contentOf(t, a, field.Sum), "PDF")
	h, err := a.Header(ctx, "cd34")
	ok(t, err)
	ok(t, a.DeleteCustomer(ctx, h.Customer.ID))
	_, err = a.Open(ctx, field.Sum)
	is(t, err, flows.ErrNotFound)
}

func testBackup(t *testing.T, a *store) {
	l := started(t, a, "ab12", customer(t, a, "Muster GmbH"))
	withSecrets(t, a, l, seal("s1", Epoch))
	ok(t, a.SetSetting(ctx, "name", "Erika"))
	ok(t, a.SaveUnsaved(ctx, run.Unsaved{Run: "ab12", Item: "client.name", Text: "x", At: Epoch}))
	same(t, "found", found(t, a, run.Query{Text: "muster"}), "ab12")
	path, ours := a.backup(t)
	if !ours {
		return
	}
	before := l.Batch(1).Header

	l.Answer("name", "later")
	ok(t, a.Append(ctx, l.Batch(3)))
	started(t, a, "cd34", customer(t, a, "Beispiel AG"))
	kept, err := a.replace(t, path)
	ok(t, err)
	if kept == "" || kept == path {
		t.Fatalf("kept as %q", kept)
	}
	h, err := a.Header(ctx, "ab12")
	ok(t, err)
	same(t, "header", h, before)
	gone(t, a, "cd34")
	same(t, "secrets", secretIDs(t, a, ""), "s1")
	unsaved, err := a.Unsaved(ctx, "ab12")
	ok(t, err)
	same(t, "unsaved", len(unsaved), 1)
	for _, q := range []run.Query{{}, {Text: "must"}} {
		p, err := a.Headers(ctx, q)
		ok(t, err)
		same(t, "total", p.Total, 1)
		same(t, "runs", found(t, a, q), "ab12")
	}
	ok(t, a.Append(ctx, l.Batch(3))) // goes on from there
	all, err := a.Backups(ctx)
	ok(t, err)
	if len(all) == 0 || all[len(all)-1].Path != path {
		t.Fatalf("backups %+v, want %q among them", all, path)
	}
	_, err = a.replace(t, "no such file")
	is(t, err, flows.ErrNotFound)
}

func testBackupDelete(t *testing.T, a *store) {
	c := customer(t, a, "Muster GmbH")
	l := started(t, a, "ab12", c)
	withSecrets(t, a, l, seal("s1", Epoch), seal("s2", Epoch))
	started(t, a, "cd34", customer(t, a, "Beispiel AG"))
	path, ours := a.backup(t)
	if !ours {
		return
	}
	ok(t, a.Forget(ctx, "s1"))
	_, err := a.replace(t, path)
	ok(t, err)
	same(t, "secrets", secretIDs(t, a, ""), "s2")
	ok(t, a.DeleteRun(ctx, "ab12"))
	_, err = a.replace(t, path)
	ok(t, err)
	gone(t, a, "ab12")
	same(t, "left", found(t, a, run.Query{}), "cd34")
	ok(t, a.DeleteCustomer(ctx, c.ID))
	_, err = a.replace(t, path)
	ok(t, err)
	_, err = a.FindCustomer(ctx, "Muster GmbH")
	is(t, err, flows.ErrNotFound)
}

func testExamine(t *testing.T, a *store) {
	l := started(t, a, "ab12", customer(t, a, "Muster GmbH"))
	l.Answer("name", "x")
	ok(t, a.Append(ctx, l.Batch(2)))
	f, err := a.Examine(ctx)
	ok(t, err)
	same(t, "problems", f.Problems, nil)
	same(t, "runs", f.Runs, 1)
	same(t, "events", f.Events, 2)
	if f.Version < 1 || f.Path != a.Path() || f.Facts == nil {
		t.Fatalf("findings %+v", f)
	}
}

// testProcedure stores a procedure whose bytes do not fit its digest, as a store
// has it in which a bit was flipped: the runs that have it are named. A store that
// looks at what several people bring it takes none.
func testProcedure(t *testing.T, a *store) {
	c := customer(t, a, "Muster GmbH")
	started(t, a, "ab12", c)
	b := NewLogAt("cd34", c, 1)
	b.Header.Digest = strings.Repeat("0f", 32)
	b.Documents = map[string][]byte{b.Header.Digest: []byte("procedure: teccom-impord")}
	err := a.Append(ctx, b)
	if errors.Is(err, flows.ErrDenied) {
		return
	}
	ok(t, err)
	f, err := a.Examine(ctx)
	ok(t, err)
	if len(f.Problems) != 1 || f.Problems[0].Code != "store.procedure_changed" {
		t.Fatalf("problems %v", f.Problems)
	}
	if runs, _ := f.Problems[0].Arg("runs"); !reflect.DeepEqual(runs, []string{"cd34"}) {
		t.Errorf("it names the runs %v", runs)
	}
}
