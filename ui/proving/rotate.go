package proving

import (
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// Secret is what is entered where a story gives a secret and does not say which.
const Secret = "CANARY-7f3a9c-hunter22"

// Entered is the secret that an act enters: the tests' own, and of a rotation
// another for each word.
func (a *Act) Entered() string {
	if a.Verb == "secret" && a.With["value"] != "" {
		return a.With["value"]
	}
	if a.Verb == "rotate" {
		return Secret + "-" + a.With["value"]
	}
	return Secret
}

// everybody is said in the place of all that have not confirmed a rotation.
const everybody = "all"

// Confirms are those who have the new secret; nil is everybody.
func (a *Act) Confirms() []string {
	if slices.Equal(a.Confirm, []string{everybody}) {
		return nil
	}
	return a.Confirm
}

// rotateFits holds that a rotation does one thing.
func (a *Act) rotateFits(n *flows.Element, keys []string) error {
	does := 0
	for _, key := range verbs["rotate"].takes {
		if slices.Contains(keys, key) {
			does++
		}
	}
	if a.Verb == "rotate" && does != 1 {
		return fault(n, "story.rotate")
	}
	return nil
}

// rotate goes on with a rotation.
func (p *Player) rotate(a *Act) {
	_, name := p.item(a.On[0])
	at, iv, err := p.walk.Find(name)
	p.must(err)
	if _, offered := p.walk.ToRotate(iv); !offered {
		p.fail("prove.not_offered", "item", at.String())
	}
	p.acts(a, p.walk.Rotate(iv))
}

// rotates answers a question of a rotation as the story says, or leaves it.
func (p *Player) rotates(a *Act, q walk.Rotate) walk.Turn {
	switch {
	case a.With["give_up"] != "":
		return p.walk.GiveUpRotation(q.At, a.With["give_up"])
	case q.Stage == walk.RotateUsers && a.Users != nil:
		return p.walk.RotateUsers(q.At, strings.Join(a.Users, ","))
	case q.Stage == walk.RotateSecret && a.With["value"] != "":
		return p.walk.RotateSecret(q.At, run.NewSecret([]byte(a.Entered())))
	case q.Stage == walk.RotateConfirm && a.Confirm != nil:
		return p.walk.RotateConfirmed(q.At, q.Of, a.Confirms())
	case q.Stage == walk.RotateConfirm && a.With["value"] != "" && len(p.asked) == 1:
		return p.walk.RotateAgain(q.At)
	}
	return walk.Turn{}
}
