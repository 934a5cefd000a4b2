package desk

import (
	"context"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

// theirs changes the run in another window.
func (r *rig) theirs(commands ...run.Command) {
	r.t.Helper()
	env := r.m.cfg.Env
	env.By = "Ben"
	s, err := run.Resume(context.Background(), env, r.a, r.m.page.s.ID(), func(doc []byte) (*flows.Procedure, error) { return flows.Decode(doc) })
	if err != nil {
		r.t.Fatal(err)
	}
	if _, err := s.Do(true, commands...); err != nil {
		r.t.Fatal(err)
	}
	if err := s.Flush(context.Background()); err != nil {
		r.t.Fatal(err)
	}
}

func TestAConflictShowsBothValues(t *testing.T) {
	for name, tc := range map[string]struct {
		keys  []string
		want  string
		typed string
	}{
		"theirs stands first":  {[]string{"enter"}, "Borealis", ""},
		"yours":                {[]string{"space", "enter"}, "Aurora", ""},
		"all yours":            {[]string{"y", "enter"}, "Aurora", ""},
		"all yours, no theirs": {[]string{"y", "t", "enter"}, "Borealis", ""},
		"decided later":        {[]string{"esc"}, "Borealis", "Aurora"},
	} {
		t.Run(name, func(t *testing.T) {
			r := begun(t).keys("enter", "'Aurora'")
			r.theirs(run.Answer{At: flows.At("papers.ship"), Value: "Borealis"}, run.Answer{At: flows.At("papers.berth_mail"), Value: "b@example.org"})
			r.keys("enter")
			r.shows("Also changed by Ben", "Ship", "theirs", "Borealis", "yours", "Aurora", "Ben", "today")
			r.keys("space", "enter")
			if r.value("papers", "ship") != "Borealis" || r.m.over == nil {
				t.Fatal("keys that were typed ahead decided it")
			}
			r.wait().keys(tc.keys...)
			if got := r.value("papers", "ship"); got != tc.want {
				t.Errorf("ship is %v, want %s: %s", got, tc.want, r.m.status.text)
			}
			if got, _ := r.m.page.Typed(flows.At("papers.ship")); got.Text != tc.typed {
				t.Errorf("typed is %q, want %q", got.Text, tc.typed)
			}
			if got := r.value("papers", "berth_mail"); got != "b@example.org" {
				t.Errorf("what only they changed is %v", got)
			}
			if r.m.page.s.Pending() != 0 {
				t.Error("something is not saved")
			}
		})
	}
}

func TestAConflictNeverShowsASecret(t *testing.T) {
	r := begun(t)
	r.focus("locker")
	r.keys("'hush-hush'")
	sealed, err := r.a.Vault().Seal(context.Background(), run.Rehearsal, r.m.page.s.ID(), "locker", "", run.NewSecret([]byte("theirs-is-this")))
	if err != nil {
		t.Fatal(err)
	}
	r.theirs(run.SetSecret{At: flows.At("papers.locker"), Sealed: &sealed})
	r.keys("enter").shows("Locker key", "sealed, "+sealed.Fingerprint).hides("hush", "theirs-is")
	r.wait().keys("esc")
	if r.m.over == nil || !strings.Contains(r.m.status.text, "choose") {
		t.Fatalf("a secret was put aside: %q", r.m.status.text)
	}
	r.keys("space", "enter")
	iv := r.m.page.View().Step("papers").Item("locker")
	kept, err := r.a.Secret(context.Background(), iv.SecretID)
	if err != nil {
		t.Fatal(err)
	}
	if secret, err := r.a.Vault().Open(context.Background(), run.Rehearsal, kept); err != nil || string(secret.Reveal()) != "hush-hush" {
		t.Errorf("what holds is %q, %v", secret.Reveal(), err)
	}
}

// A conflict waits for the overlay that is open, and what is typed there stays.
func TestAConflictWaitsForAnOverlay(t *testing.T) {
	r := begun(t).keys("enter", "'Aurora'", "esc")
	r.slowly(func() { r.keys("enter", "enter", "esc", "e", "'a remark'") })
	r.theirs(run.Answer{At: flows.At("papers.ship"), Value: "Borealis"})
	r.catchUp()
	r.shows("a remark").hides("Also changed")
	r.keys("esc").shows("Also changed by Ben")
}

// failingDisk is an archive whose disk fails while err is set.
type failingDisk struct {
	*storetest.Memory
	err error
}

func (b *failingDisk) Append(ctx context.Context, batch run.Batch) error {
	if b.err != nil {
		return b.err
	}
	return b.Memory.Append(ctx, batch)
}

func (b *failingDisk) SaveUnsaved(ctx context.Context, u run.Unsaved) error {
	if b.err != nil {
		return b.err
	}
	return b.Memory.SaveUnsaved(ctx, u)
}

func onBroken(t *testing.T) (*rig, *failingDisk) {
	t.Helper()
	r := newRig(t)
	b := &failingDisk{Memory: r.a}
	r.m.cfg.Archive = b
	r.do(r.m.start("harbour", "Muster GmbH", run.Rehearsal))
	return r, b
}

func TestALostDiskLosesNothing(t *testing.T) {
	r, b := onBroken(t)
	b.err = flows.ErrFull
	r.keys("enter", "'Aurora'", "enter", "'cap'")
	r.shows("NOT SAVED", "disk full", "Aurora", "cap")
	b.err = nil
	ticks := slices.DeleteFunc(r.ticks, func(msg tea.Msg) bool { _, again := msg.(retryMsg); return !again })
	if len(ticks) != 1 {
		t.Fatalf("%d times something tries again", len(ticks))
	}
	r.send(ticks[0]) // no key: time alone
	r.shows("saved").hides("NOT SAVED")
	if log := r.log(); !strings.Contains(log[len(log)-1], "Aurora") {
		t.Errorf("the last event is %s", log[len(log)-1])
	}
}

func TestTheLastWordsNameWhatIsNotSaved(t *testing.T) {
	r, b := onBroken(t)
	b.err = flows.ErrReadOnly
	r.keys("enter", "'Aurora'", "enter", "'cap'")
	r.focus("locker")
	r.keys("'hush-hush'", "ctrl+c")
	if !r.quit {
		t.Fatal("it does not leave")
	}
	words := strings.Join(r.m.farewell(), "\n")
	for _, want := range []string{"NOT SAVED", "can only be read", "Ship: Aurora", "Address (typed, not taken): cap", "Locker key (typed, not taken): a secret", "lotse resume"} {
		if !strings.Contains(words, want) {
			t.Errorf("the last words do not say %q:\n%s", want, words)
		}
	}
	if strings.Contains(words, "hush") {
		t.Errorf("the last words tell a secret:\n%s", words)
	}
}

func TestLeavingInAConflictSavesTheRestAndNamesYours(t *testing.T) {
	r := begun(t).keys("enter", "'Aurora'")
	r.slowly(func() { r.keys("enter", "'a@example.org'", "enter") })
	r.theirs(run.Answer{At: flows.At("papers.ship"), Value: "Borealis"})
	r.keys("ctrl+c")
	words := strings.Join(r.m.farewell(), "\n")
	if !strings.Contains(words, "NOT SAVED") || !strings.Contains(words, "Ship: Aurora") || strings.Contains(words, "a@example.org") {
		t.Errorf("the last words are:\n%s", words)
	}
	if log := strings.Join(r.log(), "\n"); !strings.Contains(log, "a@example.org") || strings.Contains(log, "Aurora") {
		t.Errorf("the log has\n%s", log)
	}
}
