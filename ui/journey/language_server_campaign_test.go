//go:build campaign && linux

package journey

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestLanguageServer writes a procedure in an editor that has the language server for
// YAML: by the schema that new-procedure writes beside it, the server completes,
// explains, and names what is wrong. It has no network to ask anybody else by.
func TestLanguageServer(t *testing.T) {
	h := newHouse(t)
	h.run("new-procedure", "shop-api", "--title", "API credentials of a shop", "--step", "Create the app")
	text := fileText(t, filepath.Join(h.dir, "shop-api.yaml"))
	const task = "      - task: create_the_app_done\n"
	if !strings.Contains(text, task) {
		t.Fatalf("the procedure has no task:\n%s", text)
	}
	e := newEditor(t, filepath.Join(h.dir, "shop-api.yaml"))

	e.write(strings.Replace(text, "    title: ", "    titel: ", 1))
	if wrong := e.diagnosed(); !slices.ContainsFunc(wrong, func(d diagnostic) bool {
		return strings.Contains(d.Message, "titel") && d.Range.Start.Line == lineOf(e.text, "titel")
	}) {
		t.Errorf("it does not name the wrong key: %+v", wrong)
	}
	e.write(text)
	if wrong := e.diagnosed(); len(wrong) > 0 {
		t.Errorf("a good procedure has faults: %+v", wrong)
	}

	typing := strings.Replace(text, task, "      - field: shop_kind\n        label: Kind\n        type: \n"+task, 1)
	e.write(typing)
	offered := e.completed(lineOf(typing, "        type: "), len("        type: "))
	for _, want := range []string{"text", "secret", "email", "emails", "url", "code", "choice", "choices", "date", "number", "file"} {
		if !slices.Contains(offered, want) {
			t.Errorf("it does not offer %s, but %q", want, offered)
		}
	}
	if slices.Contains(offered, "customer") {
		t.Errorf("it offers an actor as a type: %q", offered)
	}

	e.write(strings.Replace(text, "    items:\n", "    actor: customer\n    items:\n", 1))
	var s struct {
		Definitions map[string]struct {
			Properties map[string]struct{ Description string }
		}
	}
	if err := json.Unmarshal([]byte(fileText(t, filepath.Join(h.dir, "lotse.schema.json"))), &s); err != nil {
		t.Fatal(err)
	}
	explained := s.Definitions["step"].Properties["actor"].Description
	if said := e.hover(lineOf(e.text, "    actor:"), len("    ac")); explained == "" || !strings.Contains(said, explained) {
		t.Errorf("it explains the actor by %q, not by %q", said, explained)
	}
}

// lineOf is the line, from 0, on which a text stands first.
func lineOf(text, part string) int {
	before, _, _ := strings.Cut(text, part)
	return strings.Count(before, "\n")
}

// editor has one file open in a language server.
type editor struct {
	t       *testing.T
	uri     string
	text    string
	version int
	in      io.Writer
	asked   int
	answers chan message
	faults  chan []diagnostic
}

// message is one of JSON-RPC.
type message struct {
	ID     *int            `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params json.RawMessage `json:"params,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  json.RawMessage `json:"error,omitempty"`
}

type diagnostic struct {
	Range   struct{ Start struct{ Line int } }
	Message string
}

// newEditor starts a language server in a network that leads nowhere.
func newEditor(t *testing.T, path string) *editor {
	t.Helper()
	server, err := exec.LookPath("yaml-language-server")
	if err != nil {
		t.Fatalf("%v: bash .ci/run packages tools installs it", err)
	}
	cmd := exec.Command("unshare", "--net", server, "--stdio")
	cmd.Dir, cmd.Stderr = filepath.Dir(path), os.Stderr
	cmd.Env = append(os.Environ(), "HOME="+filepath.Dir(path))
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatalf("start %s: %v", cmd, err)
	}
	t.Cleanup(func() { _, _ = in.Close(), cmd.Process.Kill(); _ = cmd.Wait() })
	e := &editor{t: t, uri: "file://" + path, in: in, answers: make(chan message, 64), faults: make(chan []diagnostic, 64)}
	go e.hear(bufio.NewReader(out))
	e.ask("initialize", map[string]any{"processId": os.Getpid(), "rootUri": "file://" + filepath.Dir(path), "capabilities": map[string]any{
		"textDocument": map[string]any{"hover": map[string]any{"contentFormat": []string{"markdown"}}, "completion": map[string]any{}},
	}})
	e.tell("initialized", struct{}{})
	e.tell("workspace/didChangeConfiguration", map[string]any{"settings": map[string]any{"yaml": map[string]any{
		"validate": true, "hover": true, "completion": true, "schemaStore": map[string]any{"enable": false},
	}}})
	return e
}

// hear hands on what the server says, and ends with it.
func (e *editor) hear(r *bufio.Reader) {
	defer close(e.answers)
	for {
		head, err := textproto.NewReader(r).ReadMIMEHeader()
		if err != nil {
			return
		}
		n, err := strconv.Atoi(head.Get("Content-Length"))
		if err != nil {
			return
		}
		body := make([]byte, n)
		if _, err := io.ReadFull(r, body); err != nil {
			return
		}
		var m message
		if json.Unmarshal(body, &m) != nil {
			return
		}
		switch {
		case m.Method == "textDocument/publishDiagnostics":
			var p struct{ Diagnostics []diagnostic }
			if json.Unmarshal(m.Params, &p) == nil {
				e.faults <- p.Diagnostics
			}
		case m.Method != "" && m.ID != nil: // it asks for what this editor does not have
			e.send(map[string]any{"jsonrpc": "2.0", "id": *m.ID, "result": nil})
		case m.ID != nil:
			e.answers <- m
		}
	}
}

func (e *editor) send(m any) {
	body, err := json.Marshal(m)
	if err == nil {
		_, err = fmt.Fprintf(e.in, "Content-Length: %d\r\n\r\n%s", len(body), body)
	}
	if err != nil {
		e.t.Errorf("say %s: %v", body, err)
	}
}

func (e *editor) tell(method string, params any) {
	e.send(map[string]any{"jsonrpc": "2.0", "method": method, "params": params})
}

// ask asks the server, and gives its answer.
func (e *editor) ask(method string, params any) json.RawMessage {
	e.t.Helper()
	e.asked++
	e.send(map[string]any{"jsonrpc": "2.0", "id": e.asked, "method": method, "params": params})
	select {
	case m, ok := <-e.answers:
		if !ok || *m.ID != e.asked || len(m.Error) > 0 {
			e.t.Fatalf("%s: %+v, %s", method, m, m.Error)
		}
		return m.Result
	case <-time.After(patience):
		e.t.Fatalf("%s: no answer", method)
		return nil
	}
}

// write has another text in the file.
func (e *editor) write(text string) {
	e.version++
	e.text = text
	if e.version == 1 {
		e.tell("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": e.uri, "languageId": "yaml", "version": 1, "text": text}})
		return
	}
	e.tell("textDocument/didChange", map[string]any{
		"textDocument": map[string]any{"uri": e.uri, "version": e.version}, "contentChanges": []any{map[string]any{"text": text}},
	})
}

// diagnosed is what the server finds wrong in what was written last.
func (e *editor) diagnosed() []diagnostic {
	e.t.Helper()
	select {
	case found := <-e.faults:
		return found
	case <-time.After(patience):
		e.t.Fatal("it says nothing of the file")
		return nil
	}
}

func (e *editor) at(line, column int) map[string]any {
	return map[string]any{"textDocument": map[string]any{"uri": e.uri}, "position": map[string]any{"line": line, "character": column}}
}

// completed is what the server offers at a place.
func (e *editor) completed(line, column int) (labels []string) {
	e.t.Helper()
	var list struct{ Items []struct{ Label string } }
	if err := json.Unmarshal(e.ask("textDocument/completion", e.at(line, column)), &list); err != nil {
		e.t.Fatal(err)
	}
	for _, it := range list.Items {
		labels = append(labels, it.Label)
	}
	return labels
}

// hover is what the server says of what stands at a place.
func (e *editor) hover(line, column int) string {
	e.t.Helper()
	var said struct{ Contents struct{ Value string } }
	if err := json.Unmarshal(e.ask("textDocument/hover", e.at(line, column)), &said); err != nil {
		e.t.Fatal(err)
	}
	return said.Contents.Value
}
