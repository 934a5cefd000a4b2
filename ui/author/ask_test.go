package author_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"

	"lotse/flows"
	"lotse/flows/document/skeleton"
	"lotse/flows/words"
	"lotse/ui/author"
)

var errTaken = errors.New("that name is taken")

// asked is a form in lines over what is typed.
func asked(ctx context.Context, lang string, typed io.Reader) (o skeleton.Outline, shown string, err error) {
	var out bytes.Buffer
	o.Lang = lang
	err = author.Ask(ctx, author.Terminal{In: typed, Out: &out, Plain: true, Color: true}, &o, func(id string) error {
		if id == "taken" {
			return errTaken
		}
		return nil
	})
	return o, out.String(), err
}

// The answers of a form in lines are those that were typed, one to a question, also
// where all of them come at once; what cannot be is asked for again.
func TestFormInLines(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		typed string
		want  skeleton.Outline
		shown []string
	}{
		"all": {
			"API credentials\nshop-api\nThe shop is reached.\nShop, TecCom\nguide.pdf\nCreate the app\nCopy the token\n\n",
			skeleton.Outline{
				ID: "shop-api", Title: "API credentials", Summary: "The shop is reached.", Systems: []string{"Shop", "TecCom"}, Document: "guide.pdf",
				Steps: []string{"Create the app", "Copy the token"},
			},
			nil,
		},
		"the least":           {"API credentials\n\n\n\n\n\n", skeleton.Outline{ID: "api-credentials", Title: "API credentials"}, nil},
		"no end of the line":  {"A\n\n\n\n\nOne\n ", skeleton.Outline{ID: "a", Title: "A", Steps: []string{"One"}}, nil},
		"a title is needed":   {" \n\nA\n\n\n\n\n\n", skeleton.Outline{ID: "a", Title: "A"}, []string{words.Say("en", flows.Msg("author.needed"))}},
		"the name is taken":   {"A\ntaken\nfree\n\n\n\n\n", skeleton.Outline{ID: "free", Title: "A"}, []string{errTaken.Error()}},
		"so is that of title": {"Taken\n\nfree\n\n\n\n\n", skeleton.Outline{ID: "free", Title: "Taken"}, []string{errTaken.Error()}},
	} {
		got, shown, err := asked(t.Context(), "en", strings.NewReader(c.typed))
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, shown)
			continue
		}
		if got.ID != c.want.ID || got.Title != c.want.Title || got.Summary != c.want.Summary || got.Document != c.want.Document ||
			!slices.Equal(got.Systems, c.want.Systems) || !slices.Equal(got.Steps, c.want.Steps) {
			t.Errorf("%s: %+v, want %+v\n%s", name, got, c.want, shown)
		}
		for _, text := range c.shown {
			if strings.Count(shown, text) == 0 {
				t.Errorf("%s: %q is not said:\n%s", name, text, shown)
			}
		}
	}
}

// Every question is asked in the author's language.
func TestFormSpeaksTheLanguage(t *testing.T) {
	t.Parallel()
	for _, lang := range words.Languages() {
		_, shown, err := asked(t.Context(), lang, strings.NewReader("A\n\n\n\n\n\n"))
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range []string{"title", "id", "summary", "systems", "document", "step"} {
			if text := words.Say(lang, flows.Msg("author."+code)); strings.Count(shown, text) != 1 {
				t.Errorf("%s: %q does not stand there once:\n%s", lang, text, shown)
			}
		}
		if strings.Contains(shown, "\x1b") {
			t.Errorf("%s: lines have colours: %q", lang, shown)
		}
	}
}

// A person who ends the input has given up: nothing more is asked, and what was
// answered before is no procedure.
func TestFormIsGivenUp(t *testing.T) {
	t.Parallel()
	for _, typed := range []string{"", "A\n", "A\n\n\n\n\n", "A\n\n\n\n\nOne\n"} {
		_, shown, err := asked(t.Context(), "en", strings.NewReader(typed))
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%q: %v", typed, err)
		}
		if typed == "A\n" && strings.Contains(shown, words.Say("en", flows.Msg("author.summary"))) {
			t.Errorf("goes on asking:\n%s", shown)
		}
	}
}

// And so has one who interrupts the program while it waits for an answer.
func TestFormIsInterrupted(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	in, typed := io.Pipe()
	t.Cleanup(func() { _ = typed.Close() })
	go func() {
		_, _ = io.WriteString(typed, "A\n")
		stop()
	}()
	if _, shown, err := asked(ctx, "en", in); !errors.Is(err, context.Canceled) {
		t.Errorf("%v\n%s", err, shown)
	}
}

var errBroken = errors.New("the cable is out")

// An input that breaks is not a person who gives up.
func TestFormTellsAFault(t *testing.T) {
	t.Parallel()
	broken := io.MultiReader(strings.NewReader("A\n"), faulty{})
	if _, _, err := asked(t.Context(), "en", broken); !errors.Is(err, errBroken) {
		t.Errorf("%v", err)
	}
}

type faulty struct{}

func (faulty) Read([]byte) (int, error) { return 0, errBroken }

// The drawn form speaks the language, its keys as well, and is given up by ctrl+c.
func TestDrawnFormIsGivenUp(t *testing.T) {
	t.Parallel()
	screen, terminal, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	// Only the screen: Bubble Tea reads from the terminal for a moment after it has ended.
	t.Cleanup(func() { _ = screen.Close() })
	if err := pty.Setsize(screen, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	shown := make(chan string, 1)
	go func() { shown <- drawn(screen, "enter") }()
	o := skeleton.Outline{Lang: "de"}
	err = author.Ask(t.Context(), author.Terminal{In: terminal, Out: terminal}, &o, func(string) error { return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	raw := <-shown
	if text := ansi.Strip(raw); !strings.Contains(text, "Was richtet das Verfahren ein?") || !strings.Contains(text, "enter weiter") {
		t.Errorf("the form is not in German:\n%s", text)
	}
	if c := colour().FindString(raw); c != "" {
		t.Errorf("it is drawn in colour: %q", c)
	}
}

// colour is a sequence that sets a colour.
var colour = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\x1b\[([0-9;:]*[;:])?([349][0-7]|10[0-7]|[34]8[;:][0-9;:]+)([;:][0-9;:]*)?m`)
})

// drawn types ctrl+c once a line with a text is drawn, and gives what was drawn
// until then; the screen goes on being read.
func drawn(screen *os.File, until string) string {
	var all []byte
	for b := make([]byte, 4096); ; {
		n, err := screen.Read(b)
		all = append(all, b[:n]...)
		_, line, found := strings.Cut(ansi.Strip(string(all)), until)
		if err != nil || found && len(line) >= len(" weiter") {
			_, _ = screen.WriteString("\x03")
			go func() { _, _ = io.Copy(io.Discard, screen) }()
			return string(all)
		}
	}
}
