package play

import (
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/story"
	"lotse/ui/theme"
)

// Tick gives a message when a time is over, as tea.Tick does.
type Tick = func(d time.Duration, f func(time.Time) tea.Msg) tea.Cmd

// Player plays a story on a screen: it types the keys of the story into it, and
// keeps a bar at the foot for itself. The person holds it and goes on, or takes
// over by any other key: from then on it only passes everything through.
type Player struct {
	screen tea.Model
	th     *theme.Theme // the screen's own
	tick   Tick
	story  *story.Story

	deck   Deck
	at     int      // the scene
	ahead  []stroke // its keys that are still to be typed; typed is whether any was
	phase  phase
	waited int // how often the screen was looked at in vain
	back   int // how many scenes back the caption is that the person reads again
	pause  int // number of the pause that is under way: the end of an earlier one counts for nothing
	over   bool
	w, h   int
}

// phase is where a scene stands.
type phase int

const (
	saying  phase = iota // its line is being read
	typing               // its keys are being typed
	looking              // the screen has to show what it waits for
	resting              // it has been shown: a moment to see it
)

// The times at the pace of 1. A key that is not the letter of a text never comes
// sooner after the one before than the screen needs to tell them from a word
// that is typed by mistake.
const (
	sayAtLeast = 1200 * time.Millisecond
	sayLetter  = 45 * time.Millisecond
	keyPause   = 700 * time.Millisecond
	keyAtLeast = 450 * time.Millisecond
	typePause  = 70 * time.Millisecond
	restPause  = 1200 * time.Millisecond
	lookPause  = 200 * time.Millisecond
	mostLooks  = 150 // 30 s, then the story has lost its way
)

type (
	// TakenOver tells the screen that its keys are the person's from now on, and
	// what is to be said about it.
	TakenOver struct{ Said flows.Message }
	// Ended tells the screen that the person wants to leave it.
	Ended struct{}
	// pauseOver says that a pause is over.
	pauseOver struct{ number int }
)

// New plays a story on a screen, whose theme it draws with.
func New(screen tea.Model, th *theme.Theme, tick Tick, s *story.Story, speed float64) *Player {
	return &Player{screen: screen, th: th, tick: tick, story: s, deck: Deck{Speed: speed}}
}

// Init implements tea.Model.
func (p *Player) Init() tea.Cmd { return tea.Batch(p.screen.Init(), p.begin(0)) }

// Update implements tea.Model.
func (p *Player) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if p.over {
		return p, p.pass(msg)
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		p.w, p.h = msg.Width, msg.Height
		return p, p.pass(tea.WindowSizeMsg{Width: p.w, Height: p.h - p.barHeight()})
	case tea.KeyPressMsg:
		return p, p.key(msg)
	case tea.PasteMsg, tea.MouseClickMsg:
		return p, p.takeOver("play.taken")
	case pauseOver:
		if msg.number == p.pause && !p.deck.Held {
			return p, p.step()
		}
		return p, nil
	}
	return p, p.pass(msg)
}

// pass hands a message to the screen.
func (p *Player) pass(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	p.screen, cmd = p.screen.Update(msg)
	return cmd
}

// wait begins a pause.
func (p *Player) wait(d time.Duration) tea.Cmd {
	p.pause++
	over := pauseOver{p.pause}
	return p.tick(d, func(time.Time) tea.Msg { return over })
}

// begin begins a scene with its line.
func (p *Player) begin(at int) tea.Cmd {
	if at >= len(p.story.Scenes) {
		return p.takeOver("play.story_over")
	}
	p.at, p.phase, p.waited, p.back = at, saying, 0, 0
	p.ahead = strokes(p.story.Scenes[at].Keys)
	read := sayAtLeast + time.Duration(utf8.RuneCountInString(p.story.Scenes[at].Say))*sayLetter
	return p.wait(max(p.deck.Wait(read), keyAtLeast))
}

// step does what comes next.
func (p *Player) step() tea.Cmd {
	switch p.phase {
	case saying, typing:
		return p.typeNext()
	case looking:
		return p.look()
	default:
		return p.begin(p.at + 1)
	}
}

// typeNext types the next key of the scene; behind the last one it looks.
func (p *Player) typeNext() tea.Cmd {
	p.phase = typing
	if len(p.ahead) == 0 {
		p.phase = looking
		return p.look()
	}
	key := p.ahead[0]
	p.ahead = p.ahead[1:]
	pause := max(p.deck.Wait(keyPause), keyAtLeast)
	if key.typed && len(p.ahead) > 0 && p.ahead[0].typed {
		pause = p.deck.Wait(typePause)
	}
	return tea.Batch(p.pass(key.msg), p.wait(pause))
}

// look waits until the screen shows what the scene waits for. A story that waits
// in vain is over, since its keys would go astray.
func (p *Player) look() tea.Cmd {
	switch until := p.story.Scenes[p.at].Until; {
	case shows(p.screen.View().Content, until):
		p.phase = resting
		return p.wait(p.deck.Wait(restPause))
	case p.waited >= mostLooks:
		return p.takeOver("play.story_lost")
	}
	p.waited++
	return p.wait(lookPause)
}

// takeOver leaves the screen to the person, and says so.
func (p *Player) takeOver(code string) tea.Cmd {
	p.over = true
	return tea.Batch(p.pass(tea.WindowSizeMsg{Width: p.w, Height: p.h}), p.pass(TakenOver{flows.Msg(code)}))
}

// key does what a key of the person does.
func (p *Player) key(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "ctrl+c":
		return p.pass(msg)
	case "esc", "q":
		return p.pass(Ended{})
	case "space":
		p.deck.Held, p.back = !p.deck.Held, 0
	case "right":
		return p.forward()
	case "left":
		p.deck.Held, p.back = true, min(p.back+1, p.at)
		return nil
	case "+", "=":
		p.deck.Faster()
	case "-":
		p.deck.Slower()
	default:
		return p.takeOver("play.taken")
	}
	return p.goOn()
}

// goOn goes on after a change of the pace, with what comes next.
func (p *Player) goOn() tea.Cmd {
	if p.deck.Held {
		return nil
	}
	return p.wait(max(p.deck.Wait(keyPause), keyAtLeast))
}

// forward reads on in the captions, or goes on at once.
func (p *Player) forward() tea.Cmd {
	if p.back > 0 {
		p.back--
		return nil
	}
	p.deck.Held = false
	p.pause++ // the pause that is under way is cut short
	return p.step()
}
