package desk

import (
	"context"
	"errors"
	"image/color"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lotse/ui/desk/start"
	"lotse/ui/theme"
)

// TestTheStoreIsOpenedWhileTheScreenComesUp types, and hears what the terminal
// answers, before the store is open.
func TestTheStoreIsOpenedWhileTheScreenComesUp(t *testing.T) {
	r := newRig(t)
	whole := r.m.cfg
	whole.ASCII = true
	early := Config{Dark: true, Prepare: func(context.Context) (Config, error) { return whole, nil }}
	m := newModel(context.Background(), early)
	m.tick = r.m.tick
	r.m = m
	r.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	opening := m.Init()
	r.send(tea.BackgroundColorMsg{Color: color.White})
	r.keys("n")
	if m.over != nil || m.View().Content != "" {
		t.Error("something is shown before the store is open")
	}
	r.do(opening)
	if _, ok := m.over.(*start.Over); !ok {
		t.Errorf("what was typed ahead came to %T", m.over)
	}
	if m.th.Dark || !m.th.ASCII || m.th.Depth != theme.Rich {
		t.Errorf("the theme is %+v", m.th)
	}
}

func TestAStoreThatDoesNotOpenEndsTheScreen(t *testing.T) {
	r := newRig(t)
	locked := errors.New("locked")
	r.start(Config{Prepare: func(context.Context) (Config, error) { return Config{}, locked }})
	if !r.quit || !errors.Is(r.m.failed, locked) {
		t.Errorf("quit %v, failed with %v", r.quit, r.m.failed)
	}
}

func TestLeavingBeforeTheStoreIsOpen(t *testing.T) {
	r := newRig(t)
	m := newModel(context.Background(), Config{Prepare: func(context.Context) (Config, error) { return Config{}, nil }})
	r.m = m
	opening := m.Init()
	r.keys("ctrl+c", "ctrl+c")
	if !r.quit || m.code != codeInterrupted || len(m.farewell()) == 0 {
		t.Errorf("quit %v with %d", r.quit, m.code)
	}
	_ = opening
}
