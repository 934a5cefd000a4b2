package walk

import (
	"slices"
	"strconv"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestTheKeyThatWasMadeSealsWhatWaitsForIt enters several answers, one of them a
// secret for which there is no key yet.
func TestTheKeyThatWasMadeSealsWhatWaitsForIt(t *testing.T) {
	r := newRig(t, page(), 1)
	r.Type(Typing{At: flows.At("papers.ship"), Text: "Aur"})
	locker := flows.At("papers.locker")
	turn := r.AnswerAll([]Entry{
		{At: flows.At("papers.ship"), Value: "Aurora"},
		{At: locker, Secret: run.NewSecret([]byte("hush")), Hidden: true},
		{At: flows.At("papers.cargo"), Value: "grain"},
	})
	seal, ok := turn.Do[0].(Seal)
	if !ok || seal.At != locker || len(r.s.PendingCommands()) > 0 {
		t.Fatalf("it asks for %#v, and has decided %v", turn.Do, r.s.PendingCommands())
	}
	turn = r.Sealed(run.SetSecret{}, flows.ErrNoIdentity)
	if _, ok := turn.Ask.(Passphrase); !ok {
		t.Fatalf("it asks %#v", turn.Ask)
	}
	q, told := r.fulfil(r.MakeKey(run.NewSecret([]byte("a lighthouse"))))
	if want := []string{"dialogue.key_made", "dialogue.all_answered"}; q != nil || !slices.Equal(told, want) {
		t.Errorf("it asks %v and tells %v, want %v", q, told, want)
	}
	var kinds []string
	for _, e := range r.s.Events()[1:] {
		kinds = append(kinds, string(e.Kind))
	}
	if want := []string{"answered", "secret_set", "answered"}; !slices.Equal(kinds, want) {
		t.Errorf("events are %v, want %v", kinds, want)
	}
	if _, typed := r.Typed(flows.At("papers.ship")); typed {
		t.Error("what became an answer is still typed")
	}
	r.stands("papers.mail") // the one behind the last
}

func TestAKeyThatIsNotMadeLeavesTheSecretTyped(t *testing.T) {
	r := newRig(t, page(), 1)
	at := flows.At("papers.locker")
	r.Type(Typing{At: at, Secret: run.NewSecret([]byte("hush")), Hidden: true})
	r.SecretAt(at, run.NewSecret([]byte("hush")), Next)
	r.Sealed(run.SetSecret{}, flows.ErrNoIdentity)
	if turn := r.KeyMade(flows.ErrFailed); !turn.Bad {
		t.Errorf("it tells %v", codes(turn))
	}
	if _, typed := r.Typed(at); !typed || r.ItemAt(at).Set {
		t.Error("the secret is gone")
	}
}

func TestManyRowsAreDecidedBeside(t *testing.T) {
	r := newRig(t, page(), 1).has(papers...)
	list := flows.At("crew.people")
	rows := func(n int) run.ReplaceRows {
		c := run.ReplaceRows{List: list, Append: true}
		for i := range n {
			c.Rows = append(c.Rows, map[string]flows.Value{"badge": strconv.Itoa(i)})
		}
		return c
	}
	if turn := r.TakeRows(rows(3)); !turn.Done || !slices.Equal(codes(turn), []string{"dialogue.rows_added"}) {
		t.Errorf("three rows: %v", codes(turn))
	}
	r.fulfil(Turn{Do: []Request{r.SaveAll()}})
	turn := r.TakeRows(rows(manyRows + 1))
	d, ok := turn.Do[0].(Decide)
	if !ok || turn.Done || r.SaveState() != IsSaving || len(r.Save()) > 0 {
		t.Fatalf("many rows: %#v", turn)
	}
	if turn = r.Decided(r.s.Do(false, d.Command)); !turn.Done || len(r.ItemAt(list).Rows) != manyRows+4 {
		t.Errorf("then: %v, %d rows", codes(turn), len(r.ItemAt(list).Rows))
	}
	empty := run.ReplaceRows{List: list, Append: true}
	if turn = r.TakeRows(empty); !slices.Equal(codes(turn), []string{"dialogue.rows_same"}) {
		t.Errorf("no rows: %v", codes(turn))
	}
}

// A result moves nothing: what was found is read where it stands.
func TestACheckStaysWhereItIs(t *testing.T) {
	at := flows.At("office.known")
	for status, away := range map[string]bool{"passed": false, "failed": false, "unknown": true} {
		r := newRig(t, page(), 1)
		r.ToAddress(at)
		r.Check(at)
		if !r.WasLeft(at) {
			t.Error("its problems are not shown")
		}
		want := at.String()
		if away {
			r.To("called")
			want = "office.called"
		}
		r.Checked(run.RecordCheck{At: at, Result: run.CheckResult{Status: status, Message: flows.Said("It is.")}}, nil)
		r.stands(want)
	}
}

// A proof that was not given moves nothing when another file comes.
func TestAProofThatWasNotGivenIsForgotten(t *testing.T) {
	r := newRig(t, page(), 1)
	r.ToAddress(flows.At("office.drawn"))
	if _, ok := r.Tick(true, Next).Ask.(Proof); !ok {
		t.Fatal("no proof is asked for")
	}
	turn := r.AnswerAt(flows.At("papers.plan"), "plan.txt", Stay)
	r.fulfil(turn)
	r.stands("office.drawn")
	q, _ := r.fulfil(r.Proved(flows.At("office.drawn"), "sketch.png"))
	if q != nil || !r.ItemAt(flows.At("office.drawn")).Done {
		t.Errorf("it is not ticked off: %v", q)
	}
	r.stands("office.known")
}

// TestAKeyThatWasMadeIsTold: one that the vault made without asking is said once,
// for it is in no backup. A key that does not open takes nothing, and the secret
// stays with the person.
func TestAKeyThatWasMadeIsTold(t *testing.T) {
	r := newRig(t, lines(), 1)
	r.vault.makes = true
	secret := run.NewSecret([]byte("hush-hush"))
	for _, want := range []bool{true, false} {
		_, told := r.fulfil(r.SecretAt(locker, secret, Stay))
		if slices.Contains(told, "dialogue.key_in_keychain") != want {
			t.Errorf("told %q", told)
		}
	}
	r = newRig(t, lines(), 1)
	r.Type(Typing{At: locker, Secret: secret, Hidden: true})
	damaged := flows.Refuse(flows.ErrDamaged, nil, "vault.file_damaged", "file", "identity.age")
	turn := r.carried(r.SecretAt(locker, secret, Stay).Do[0], damaged)
	kept, typed := r.Typed(locker)
	if !turn.Bad || !slices.Contains(codes(turn), "vault.file_damaged") || !typed || string(kept.Secret.Reveal()) != "hush-hush" {
		t.Errorf("told %q, kept is %t", codes(turn), typed)
	}
}
