// Package play has what plays by itself on the full screen: the deck, by which a
// person holds it and sets its pace, and the player, which types the keys of a
// story into the desk and says at the foot of the screen what it does.
//
// It imports flows, ui/story, the theme and Bubble Tea, never the desk: what it
// plays on is any tea.Model. It exists so that a talk needs one hand, and a new
// person needs no talk.
package play

import "time"

// Deck is how something plays: held or going on, and how fast.
type Deck struct {
	Held  bool
	Speed float64 // 1 is the pace at which one speaks; 0 is 1
}

// The bounds that Faster and Slower keep.
const (
	slowest = 0.25
	fastest = 64
)

// Pace is how many times as fast as one speaks it plays.
func (d *Deck) Pace() float64 {
	if d.Speed <= 0 {
		return 1
	}
	return d.Speed
}

// Faster doubles the pace.
func (d *Deck) Faster() { d.Speed = min(d.Pace()*2, max(fastest, d.Pace())) }

// Slower halves the pace.
func (d *Deck) Slower() { d.Speed = max(d.Pace()/2, min(slowest, d.Pace())) }

// Wait is how long a pause of the speaking pace is at the present one.
func (d *Deck) Wait(pause time.Duration) time.Duration {
	return time.Duration(float64(pause) / d.Pace())
}
