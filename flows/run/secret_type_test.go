package run_test

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	htmltemplate "html/template"
	"log"
	"log/slog"
	"os"
	"os/exec"
	"strings"
	"testing"
	"text/template"

	"github.com/goccy/go-yaml"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

const hush = "CANARY-s3cret-4711-of-the-secret-type"

// holder carries a value wherever printing reaches it without a method of its
// own.
type holder[T any] struct {
	Shown  T
	hidden T
	Behind *T
	behind *T
	Many   []T
	ByName map[string]T
	Any    any
	inner  struct{ deep any }
	T2     [1]T
}

func newHolder[T any](s T) *holder[T] {
	h := &holder[T]{Shown: s, hidden: s, Behind: &s, behind: &s, Many: []T{s}, ByName: map[string]T{"a": s}, Any: &s, T2: [1]T{s}}
	h.inner.deep = s
	return h
}

// Error is what a failed use of the value says.
func (h holder[T]) Error() string { return fmt.Sprintf("open %v %+v: refused", h.hidden, h.behind) }

// carriers are the ways in which a value may come to be printed.
func carriers[T any](s T) map[string]any {
	h := newHolder(s)
	return map[string]any{
		"itself": s, "a pointer": &s, "a holder": *h, "a pointer to a holder": h, "a list": []any{s, h}, "a map": map[string]any{"a": s, "b": *h},
		"an error": error(h), "a wrapped error": fmt.Errorf("seal: %w", *h), "joined errors": errors.Join(errors.New("x"), h),
		"a refusal":  flows.Refuse(flows.ErrFailed, nil, "refuse.no_secret", "item", fmt.Sprint(s)).Because(h),
		"a function": func() T { return s }, "a hand-over": run.HandOver{Run: "r", Secret: asSecret(s)}, "a target": run.SealTarget{Passphrase: asSecret(s)},
	}
}

// asSecret is a value if it is a secret, else none.
func asSecret(v any) run.Secret {
	s, _ := v.(run.Secret)
	return s
}

// verbs are all that fmt knows, with what can stand before them.
func verbs() []string {
	var all []string
	for _, verb := range "vTtbcdoOqxXUeEfFgGsp" {
		for _, flag := range []string{"", "+", "#", " ", "-", "0", "+#", "# ", "8", ".3"} {
			all = append(all, "%"+flag+string(verb))
		}
	}
	return all
}

// encoders write a value as programs do.
var encoders = map[string]func(any) string{
	"print":   func(a any) string { return fmt.Sprint(a) + fmt.Sprintln(a) },
	"append":  func(a any) string { return string(fmt.Append(nil, a)) },
	"wrapped": func(a any) string { return fmt.Errorf("seal %v %+v %#v", a, a, a).Error() },
	"json":    func(a any) string { b, err := json.Marshal(a); return fmt.Sprint(string(b), err) },
	"json of it among others": func(a any) string {
		b, err := json.MarshalIndent(map[string]any{"a": a, "b": []any{a}}, "", " ")
		return fmt.Sprint(string(b), err)
	},
	"xml":  func(a any) string { b, err := xml.Marshal(a); return fmt.Sprint(string(b), err) },
	"yaml": func(a any) string { b, err := yaml.Marshal(a); return fmt.Sprint(string(b), err) },
	"gob": func(a any) string {
		var b bytes.Buffer
		err := gob.NewEncoder(&b).Encode(a)
		return fmt.Sprint(b.String(), err)
	},
	"slog text": func(a any) string {
		return logged(a, func(b *bytes.Buffer) slog.Handler { return slog.NewTextHandler(b, nil) })
	},
	"slog json": func(a any) string {
		return logged(a, func(b *bytes.Buffer) slog.Handler { return slog.NewJSONHandler(b, nil) })
	},
	"log": func(a any) string { var b bytes.Buffer; log.New(&b, "", 0).Print(a); return b.String() },
	"template": func(a any) string {
		var b bytes.Buffer
		err := template.Must(template.New("").Parse("{{.}} {{printf \"%#v\" .}} {{print .}}")).Execute(&b, a)
		return fmt.Sprint(b.String(), err)
	},
	"html": func(a any) string {
		var b bytes.Buffer
		err := htmltemplate.Must(htmltemplate.New("").Parse("<p title='{{.}}'>{{.}}</p><script>x = {{.}}</script>")).Execute(&b, a)
		return fmt.Sprint(b.String(), err)
	},
	"panic": func(a any) (printed string) {
		defer func() { printed = fmt.Sprint(recover()) }()
		panic(a)
	},
}

func logged(a any, handler func(*bytes.Buffer) slog.Handler) string {
	var b bytes.Buffer
	slog.New(handler(&b)).With("before", a).Info("m", "a", a, slog.Group("g", "a", a), slog.Any("b", []any{a}))
	return b.String()
}

// TestNothingShowsASecret prints one in every form, in all that may carry it. A
// plain string in its place is found in every one of these forms, so that the
// search is known to find what there is.
func TestNothingShowsASecret(t *testing.T) {
	leaks := storetest.NewLeaks(hush)
	shown := func(text string) string {
		tight := strings.NewReplacer(" ", "", "0x", "", "0X", "").Replace(text)
		return cmp.Or(leaks.In([]byte(text)), leaks.In([]byte(strings.ToLower(tight))))
	}
	forms := map[string]func(any) string{}
	for _, verb := range verbs() {
		forms[verb] = func(a any) string { return fmt.Sprintf(verb, a) }
	}
	for name, encode := range encoders {
		forms[name] = encode
	}
	if len(verbs()) < 35 || len(forms) < 200 {
		t.Fatalf("%d forms", len(forms))
	}
	blind := 0
	for name, form := range forms {
		for carrier, value := range carriers(run.NewSecret([]byte(hush))) {
			if found := shown(form(value)); found != "" {
				t.Errorf("%s by %s shows the secret %s", carrier, name, found)
			}
		}
		if shown(form(hush)) == "" {
			blind++
			if !strings.HasSuffix(name, "T") && !strings.Contains(name, ".3") {
				t.Errorf("%s does not show a plain string: the search is blind there", name)
			}
		}
	}
	if blind > 40 {
		t.Errorf("%d of %d forms show nothing of a plain string", blind, len(forms))
	}
	for carrier, value := range carriers(hush) {
		if _, bare := value.(run.HandOver); bare || carrier == "a function" || carrier == "a target" {
			continue
		}
		if shown(fmt.Sprintf("%+v", value)+encoders["json"](value)) == "" {
			t.Errorf("%s does not show a plain string: the search is blind there", carrier)
		}
	}
}

// panics are what a program may die of.
func panics[T any](s T) map[string]func() {
	h := newHolder(s)
	return map[string]func(){
		"itself": func() { panic(s) }, "a pointer": func() { panic(&s) }, "a holder": func() { panic(*h) }, "an error": func() { panic(error(h)) },
		"text":         func() { panic(fmt.Sprintf("%#v", h)) },
		"a conversion": func() { _ = any(s).(fmt.Stringer) },
		"two":          func() { defer func() { panic(h) }(); panic(s) },
		"an argument":  func() { die(s, *h) },
	}
}

// die has its arguments in the trace.
//
//go:noinline
func die[T any](s T, h holder[T]) { panic(len(fmt.Sprint(s, h)) / (len(os.Args) - len(os.Args))) }

// TestNoPanicShowsASecret lets a process die of each, with all that Go tells of
// it: of a plain string some of them tell.
func TestNoPanicShowsASecret(t *testing.T) {
	if name := os.Getenv("DIE_OF"); name != "" {
		kind, of, _ := strings.Cut(name, " ")
		if kind == "plain" {
			panics(hush)[of]()
		}
		panics(run.NewSecret([]byte(hush)))[of]()
	}
	leaks, told := storetest.NewLeaks(hush), 0
	for name := range panics(hush) {
		for _, kind := range []string{"secret", "plain"} {
			cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestNoPanicShowsASecret$")
			cmd.Env = append(os.Environ(), "DIE_OF="+kind+" "+name, "GOTRACEBACK=system")
			out, err := cmd.CombinedOutput()
			if err == nil || !bytes.Contains(out, []byte("panic: ")) {
				t.Fatalf("%s did not die: %v\n%s", name, err, out)
			}
			found := leaks.In(out)
			if kind == "plain" && found != "" {
				told++
			}
			if kind == "secret" && found != "" {
				t.Errorf("to die of %s shows the secret %s", name, found)
			}
		}
	}
	if told < 3 {
		t.Errorf("only %d of the deaths show a plain string: the search is blind", told)
	}
}

// TestASecretIsWhatItIs: the value comes back by Reveal alone, and is the one
// that was given, so that clearing it clears all there is.
func TestASecretIsWhatItIs(t *testing.T) {
	value := []byte(hush)
	s := run.NewSecret(value)
	if got := s.Reveal(); string(got) != hush || &got[0] != &value[0] {
		t.Error("the value is another one")
	}
	clear(s.Reveal())
	if strings.Trim(string(s.Reveal()), "\x00") != "" || strings.Trim(string(value), "\x00") != "" {
		t.Error("clearing it left something")
	}
	if (run.Secret{}).Reveal() != nil {
		t.Error("none has a value")
	}
	var back run.Secret
	if err := json.Unmarshal([]byte(`{"reveal":"x"}`), &back); err != nil || back.Reveal() != nil {
		t.Errorf("read from JSON: %v", err)
	}
}
