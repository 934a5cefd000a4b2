//go:build unix

package journey

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/command"
	"lotse/ui/desk"
	shared "lotse/ui/face"
	auto "lotse/ui/story"
)

// quickClock is a clock that runs so many times as fast as the machine's, and so
// do its pauses: a story of minutes plays in seconds, and whatever compares
// times sees what it would see at speaking pace.
type quickClock struct {
	from, since time.Time
	by          int64
}

func newQuickClock(by int64) *quickClock {
	return &quickClock{time.Date(2026, 11, 30, 10, 0, 0, 0, time.UTC), time.Now(), by}
}

func (c *quickClock) now() time.Time {
	return c.from.Add(time.Since(c.since) * time.Duration(c.by)).Truncate(time.Millisecond)
}

func (c *quickClock) after(d time.Duration, f func()) {
	time.AfterFunc(d/time.Duration(c.by), f)
}

// stagePlay is lotse demo --auto in this process, in a terminal of its own.
type stagePlay struct {
	t      *testing.T
	lang   string
	master *os.File
	code   chan int

	mu      sync.Mutex
	emu     *emulator
	frames  []screen // the last ones, each different from the one before
	changed chan struct{}
}

// playStory begins a story in a language.
func playStory(t *testing.T, name, lang string, cols, rows int) *stagePlay {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(master, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		t.Fatal(err)
	}
	p := &stagePlay{t: t, lang: lang, master: master, code: make(chan int, 1), emu: newEmulator(cols, rows), changed: make(chan struct{}, 1)}
	program := playProgram(t, t.TempDir(), lang, slave)
	go func() {
		p.code <- command.Main(context.Background(), program, []string{"demo", "--auto", name})
	}()
	go p.read()
	t.Cleanup(func() {
		_ = slave.Close()
		_ = master.Close()
	})
	return p
}

// playProgram is the program in a home of its own, with the full screen and a quick
// clock.
func playProgram(t *testing.T, dir, lang string, tty *os.File) command.Program {
	clock := newQuickClock(40)
	env := map[string]string{"LANG": lang + ".UTF-8", "LC_ALL": lang + ".UTF-8", "TERM": "xterm-256color", "HOME": dir}
	p := programHere(t, filepath.Join(dir, "data"), func(key string) string { return env[key] })
	p.Documents, p.User = dir, func() string { return "Erika Muster" }
	p.In, p.Out, p.Err, p.Now = tty, tty, tty, clock.now
	p.Desk = func(ctx context.Context, s shared.Screen) (int, error) {
		s.After = clock.after
		left, err := desk.Run(ctx, s)
		return left.Code, err
	}
	return p
}

// read draws what the program writes, and answers what it asks.
func (p *stagePlay) read() {
	buf := make([]byte, 32<<10)
	for {
		n, err := p.master.Read(buf)
		if err != nil {
			return
		}
		var answers []byte
		p.mu.Lock()
		for _, part := range bytes.SplitAfter(buf[:n], []byte(ansi.ResetModeSynchronizedOutput)) { // a slow machine reads several frames at once
			answers = append(answers, p.emu.take(part)...)
			if !p.emu.frame {
				p.keep(p.emu.lines())
			}
		}
		p.mu.Unlock()
		if len(answers) > 0 {
			_, _ = p.master.Write(answers) // the program may have ended meanwhile
		}
		select {
		case p.changed <- struct{}{}:
		default:
		}
	}
}

// keep keeps a frame.
func (p *stagePlay) keep(s screen) {
	if n := len(p.frames); n > 0 && p.frames[n-1].String() == s.String() {
		return
	}
	p.frames = append(p.frames, s)
}

// waits waits for a frame.
func (p *stagePlay) waits(what string, ok func(screen) bool) screen {
	p.t.Helper()
	timeout := time.After(patience)
	for from := 0; ; {
		p.mu.Lock()
		frames := p.frames[from:]
		from = max(len(p.frames), 0)
		p.mu.Unlock()
		for _, s := range frames {
			if ok(s) {
				return s
			}
			if s.has(p.say("play.story_lost")[:40]) {
				p.t.Fatalf("%s: the story lost its way before %s:\n%s", p.lang, what, p.story())
			}
		}
		select {
		case <-p.changed:
		case <-timeout:
			p.t.Fatalf("%s: never came: %s\n%s", p.lang, what, p.story())
		}
	}
}

// story are the last frames, for whoever reads a failure.
func (p *stagePlay) story() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var b strings.Builder
	for _, s := range p.frames[max(len(p.frames)-3, 0):] {
		fmt.Fprintf(&b, "%s\n~~~~\n", s)
	}
	return b.String()
}

func (p *stagePlay) say(code string) string { return words.Say(p.lang, flows.Msg(code)) }

func (p *stagePlay) send(keys string) {
	p.t.Helper()
	if _, err := p.master.WriteString(keys); err != nil {
		p.t.Fatal(err)
	}
}

// ends waits for the end of the program.
func (p *stagePlay) ends(want int) {
	p.t.Helper()
	select {
	case code := <-p.code:
		if code != want {
			p.t.Errorf("%s: exit code %d, want %d", p.lang, code, want)
		}
	case <-time.After(patience):
		p.t.Fatalf("%s: the program did not end:\n%s", p.lang, p.story())
	}
}

// TestStoriesPlayToTheirEnd plays every story, as a room sees it: each caption comes,
// and the last word is that the demo is the person's. The stories take turns in the
// languages; TestStoriesPlayInEveryLanguage plays each in all of them.
func TestStoriesPlayToTheirEnd(t *testing.T) {
	all := words.Languages()
	playToTheEnd(t, func(story int, lang string) bool { return all[story%len(all)] == lang })
}

// playToTheEnd plays the stories in the languages that are chosen for them.
func playToTheEnd(t *testing.T, chosen func(story int, lang string) bool) {
	for i, name := range auto.Names() {
		for _, lang := range words.Languages() {
			if !chosen(i, lang) {
				continue
			}
			t.Run(name+"/"+lang, func(t *testing.T) {
				t.Parallel()
				p := playStory(t, name, lang, 80, 24)
				s, err := auto.Load(name, lang)
				if err != nil {
					t.Fatal(err)
				}
				for _, scene := range s.Scenes {
					p.waits(scene.Say, func(on screen) bool { return on.has(scene.Say) })
				}
				p.waits("the end", func(on screen) bool { return on.has(p.say("play.story_over")[:40]) })
				p.send("\x03")
				p.ends(130)
			})
		}
	}
}

// TestAStoryIsTakenOver holds a story at a caption, takes over by a key that the
// desk does not get, and goes on by hand on the whole screen.
func TestAStoryIsTakenOver(t *testing.T) {
	s, err := auto.Load(auto.First, words.English)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{0, 3, 8} {
		t.Run(s.Scenes[at].Say, func(t *testing.T) {
			t.Parallel()
			p := playStory(t, auto.First, words.English, 80, 24)
			p.waits(s.Scenes[at].Say, func(on screen) bool { return on.has(s.Scenes[at].Say) })
			p.send(" ")
			p.waits("that it is held", func(on screen) bool { return on.has(p.say("play.auto_held")[:20]) })
			p.send("x")
			p.waits("that it is the person's", func(on screen) bool { return on.has(p.say("play.taken")) })
			p.send("\x1bOP")
			p.waits("the help on all lines", func(on screen) bool { return on.has("─ Help") && on.last() == 23 })
			p.send("\x03")
			p.ends(130)
		})
	}
}

// last is the number of the last line that is not empty.
func (s screen) last() int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] != "" {
			return i
		}
	}
	return -1
}
