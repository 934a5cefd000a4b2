package line

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// rotations has the conversation about the rotation of a secret: who uses it,
// the new value, and where that works. An empty line leaves it as it is.
type rotations struct {
	*wording
	prompter  *prompter
	announcer *itemAnnouncer
	requests  *requestRunner
	secrets   *secrets
}

// rotateWord goes on with a rotation, or begins one.
func (w *rotations) rotateWord(args string) error {
	iv := w.item()
	if _, offered := w.walk.ToRotate(iv); !offered {
		iv = nil // any that is offered
	}
	if args != "" {
		_, named, ok := w.announcer.place(args)
		if !ok {
			return nil
		}
		iv = named
	}
	return w.goOn(w.walk.Rotate(iv))
}

// goOn carries out a turn, and asks what the rotation needs next.
func (w *rotations) goOn(t walk.Turn) error {
	for first := true; ; first = false {
		q, asks := t.Ask.(walk.Rotate)
		if !asks {
			return w.requests.handle(t)
		}
		t.Ask = nil
		if err := w.requests.handle(t); err != nil {
			return err
		}
		var err error
		w.tell(q, first)
		if t, err = w.ask(q); err != nil {
			return err
		}
	}
}

// ask asks one question of a rotation.
func (w *rotations) ask(q walk.Rotate) (walk.Turn, error) {
	switch q.Stage {
	case walk.RotateUsers:
		return w.askUsers(q)
	case walk.RotateSecret:
		return w.askSecret(q)
	}
	return w.askWhere(q)
}

// tell says what is open: who uses the secret, and what lies side by side; at
// first also what the procedure says of it.
func (w *rotations) tell(q walk.Rotate, first bool) {
	r := &w.t.Rotate
	w.sayf(r.Title, sentence(w.walk.Name(q.At)))
	if first && q.Action != nil && q.Stage != walk.RotateConfirm {
		w.prose("", q.Action.Item.Action.Body)
	}
	if q.Of == nil {
		return
	}
	var names []string
	for _, u := range q.Of.Users {
		names = append(names, u.Name)
	}
	w.sayf(r.UsedBy, words.List(w.Lang, names))
	w.sayf(r.Old+".", q.Of.Old.Fingerprint, w.day(q.Of.Old.At))
	if q.Of.New.ID != "" {
		w.sayf(r.New+".", q.Of.New.Fingerprint, w.day(q.Of.New.At))
	}
}

// actionLine is how an action stands, and the word that begins it or goes on.
func (w *itemAnnouncer) actionLine(iv *run.ItemView) string {
	line := sentence(named(nameOf(iv), w.status(iv)))
	if at, offered := w.walk.ToRotate(iv); offered {
		hint := w.t.Rotate.WordBegins
		if w.walk.ItemAt(at).Rotation.Open() {
			hint = w.t.Rotate.WordGoesOn
		}
		line += " " + hint
	}
	return line
}

func (w *rotations) day(at time.Time) string { return face.Day(w.t, w.now(), at) }

func (w *rotations) askUsers(q walk.Rotate) (walk.Turn, error) {
	names, err := w.prompter.reply(w.t.Rotate.AskUsers)
	if err != nil || names == "" {
		return walk.Turn{}, err
	}
	names, _ = unquoted(names)
	return w.walk.RotateUsers(q.At, names), nil
}

// askSecret asks for the new value. Whoever enters none leaves the rotation
// open, or ends it.
func (w *rotations) askSecret(q walk.Rotate) (walk.Turn, error) {
	text, err := w.prompter.askSecret(w.t.Rotate.AskSecret, false)
	switch {
	case errors.Is(err, errLongSecret):
		w.sayf(w.l.LongSecret, flows.MaxSecret>>10)
		return walk.Turn{Ask: q}, nil
	case err != nil && w.prompter.isFinal(err):
		return walk.Turn{}, withoutPartial(err)
	case err != nil:
		w.secrets.sayEchoes(q.At)
		return walk.Turn{}, nil
	case text == "":
		return w.askToEnd(q)
	}
	return w.sealed(q.At, run.NewSecret([]byte(text)))
}

// sealed seals the new value; if there is no key, it makes one first. The turn
// that comes of it asks where the value works.
func (w *rotations) sealed(at flows.Address, secret run.Secret) (walk.Turn, error) {
	came, err := w.requests.handleTurn(w.walk.RotateSecret(at, secret))
	if _, key := came.Ask.(walk.Passphrase); key && err == nil {
		came, err = w.secrets.makeKey()
	}
	if q, asks := came.Ask.(walk.Rotate); asks && err == nil {
		return walk.Turn{Ask: q}, nil
	}
	return walk.Turn{}, err
}

// askToEnd asks whether a rotation without a new value is given up.
func (w *rotations) askToEnd(q walk.Rotate) (walk.Turn, error) {
	text, err := w.prompter.reply(w.t.Rotate.LeftOpen)
	if err != nil || !strings.EqualFold(text, w.t.Rotate.GiveUpWord) {
		return walk.Turn{}, err
	}
	return w.askWhy(q)
}

// askWhy asks why the rotation is given up, and ends it.
func (w *rotations) askWhy(q walk.Rotate) (walk.Turn, error) {
	why, err := w.prompter.reply(w.t.Rotate.AskWhy + ". " + w.l.OrNothing)
	if err != nil {
		return walk.Turn{}, err
	}
	return w.walk.GiveUpRotation(q.At, why), nil
}

// askWhere asks which of those that use the secret have the new one.
func (w *rotations) askWhere(q walk.Rotate) (walk.Turn, error) {
	r, left := &w.t.Rotate, q.Of.Left()
	for i, name := range left {
		w.sayf(r.Numbered, i+1, name)
	}
	text, err := w.prompter.reply(r.AskWhere)
	switch {
	case err != nil || text == "":
		return walk.Turn{}, err
	case strings.EqualFold(text, r.AgainWord):
		return w.walk.RotateAgain(q.At), nil
	case strings.EqualFold(text, r.GiveUpWord):
		return w.askWhy(q)
	case strings.EqualFold(text, r.All):
		return w.walk.RotateConfirmed(q.At, q.Of, nil), nil
	}
	users, unknown := walk.ChosenUsers(text, left)
	if unknown != "" {
		w.say(fmt.Sprintf(w.l.NoOption, unknown, len(left)))
		return walk.Turn{Ask: q}, nil
	}
	return w.walk.RotateConfirmed(q.At, q.Of, users), nil
}
