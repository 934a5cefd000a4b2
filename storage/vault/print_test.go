package vault

import (
	"bytes"
	"encoding/base64"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/url"
	"strings"
	"testing"
	"text/template"

	"github.com/goccy/go-yaml"

	"lotse/flows/run"
)

const canary = "CANARY-s3cret-4711"

// holder carries a secret where printing reaches it without any method of its
// own: exported, unexported, behind a pointer, in a list and in a map.
type holder struct {
	Shown  run.Secret
	hidden run.Secret
	Behind *run.Secret
	behind *run.Secret
	Many   []run.Secret
	ByName map[string]run.Secret
	Any    any
}

func newHolder(s run.Secret) holder {
	return holder{s, s, &s, &s, []run.Secret{s}, map[string]run.Secret{"a": s}, s}
}

// leaks finds a value in what was printed, in the forms that printing gives
// bytes and strings.
func leaks(printed, value string) string {
	decimal := strings.Trim(fmt.Sprint([]byte(value)), "[]")
	for name, form := range map[string]string{
		"clear": value, "hex": hex.EncodeToString([]byte(value)), "base64": base64.StdEncoding.EncodeToString([]byte(value)),
		"decimal": decimal, "list": strings.ReplaceAll(decimal, " ", ","), "Go": strings.ReplaceAll(fmt.Sprintf("% #x", value), " ", ", "),
		"spaced hex": fmt.Sprintf("% x", value), "octal": strings.Trim(fmt.Sprintf("%o", []byte(value)), "[]"), "query": url.QueryEscape(value),
		"part": value[7:],
	} {
		if strings.Contains(strings.ToLower(printed), strings.ToLower(form)) {
			return name
		}
	}
	return ""
}

func TestPrintingASecretShowsNothing(t *testing.T) {
	v := quick(Options{Dir: t.TempDir(), Settings: newMemory(), Keychain: newChain()})
	opened, err := v.Open(t.Context(), run.Real, mustSeal(t, v, run.Real, canary))
	if err != nil || string(opened.Reveal()) != canary {
		t.Fatalf("open: %v", err)
	}
	if leaks(fmt.Sprint(opened.Reveal()), canary) != "decimal" || leaks(canary, canary) == "" {
		t.Fatal("the search finds nothing in what leaks")
	}
	forms := 0
	show := func(name, printed string) {
		t.Helper()
		forms++
		if form := leaks(printed, canary); form != "" {
			t.Errorf("%s shows the secret (%s)", name, form)
		}
	}
	h := newHolder(opened)
	_ = h.hidden
	_ = h.behind
	for what, value := range map[string]any{
		"secret": opened, "pointer": &opened, "holder": h, "pointer to holder": &h, "list": []any{opened, &h}, "map": map[string]any{"a": opened},
	} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "% x", "%d", "%o", "%T", "%p", "%t", "%U"} {
			show(what+" by "+verb, fmt.Sprintf(verb, value))
		}
		show(what+" in an error", fmt.Errorf("seal %v: %w", value, errors.New("x")).Error())
		for name, encode := range encoders {
			show(what+" by "+name, encode(value))
		}
	}
	show("the vault by %#v", fmt.Sprintf("%#v", v))
	if forms < 30 {
		t.Errorf("only %d forms", forms)
	}
}

var encoders = map[string]func(any) string{
	"json": func(a any) string { b, err := json.Marshal(a); return fmt.Sprint(string(b), err) },
	"xml":  func(a any) string { b, err := xml.Marshal(a); return fmt.Sprint(string(b), err) },
	"yaml": func(a any) string { b, err := yaml.Marshal(a); return fmt.Sprint(string(b), err) },
	"gob": func(a any) string {
		var b bytes.Buffer
		err := gob.NewEncoder(&b).Encode(a)
		return fmt.Sprint(b.String(), err)
	},
	"slog text": func(a any) string {
		var b bytes.Buffer
		slog.New(slog.NewTextHandler(&b, nil)).Info("m", "a", a, slog.Group("g", "a", a))
		return b.String()
	},
	"slog json": func(a any) string {
		var b bytes.Buffer
		slog.New(slog.NewJSONHandler(&b, nil)).Info("m", "a", a, slog.Group("g", "a", a))
		return b.String()
	},
	"log": func(a any) string { var b bytes.Buffer; log.New(&b, "", 0).Print(a); return b.String() },
	"template": func(a any) string {
		var b bytes.Buffer
		err := template.Must(template.New("").Parse("{{.}} {{printf \"%#v\" .}}")).Execute(&b, a)
		return fmt.Sprint(b.String(), err)
	},
	"panic": func(a any) (printed string) {
		defer func() { printed = fmt.Sprint(recover()) }()
		panic(a)
	},
}

// No error of the vault carries a value, whatever goes wrong.
func TestErrorsCarryNoValue(t *testing.T) {
	c := newChain()
	m := newMemory()
	v := quick(Options{Dir: t.TempDir(), Settings: m, Keychain: c})
	s := mustSeal(t, v, run.Real, canary)
	moved, cut := s, s
	moved.Origin, cut.Blob = "https://evil.example.org:443", s.Blob[:len(s.Blob)-1]
	for _, bad := range []run.Sealed{moved, cut} {
		_, err := v.Open(t.Context(), run.Real, bad)
		if form := leaks(fmt.Sprintf("%v %+v %#v", err, err, err), canary); err == nil || form != "" {
			t.Errorf("%v: leaks %q", err, form)
		}
	}
	_, err := v.Seal(t.Context(), run.Real, "r", "f", "", secret(strings.Repeat(canary, 1000)))
	if form := leaks(fmt.Sprintf("%v %#v", err, err), canary); err == nil || form != "" {
		t.Errorf("%v: leaks %q", err, form)
	}
	for key, value := range m.values {
		if form := leaks(value, canary); form != "" {
			t.Errorf("setting %s leaks %q", key, form)
		}
	}
}
