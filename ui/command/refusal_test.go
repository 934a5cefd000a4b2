package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/words"
)

// TestRefusalsSayTheWayOut shows what a person reads of an error, whoever it
// came from, and the exit status.
func TestRefusalsSayTheWayOut(t *testing.T) {
	for _, c := range []struct {
		err  error
		exit int
		want string
	}{
		{usage("cmd.reveal"), 2, "The output is not a terminal: a secret goes there only with --reveal."},
		{notFound("cmd.no_run", "run", "7f3"), 5, "There is no run \"7f3\"; lotse list shows what there is."},
		{flows.Refuse(flows.ErrUsage, flows.AtStep("s"), "refuse.skip_why"), 2, "Skipping a step needs a reason. Give it with --why."},
		{flows.Refuse(flows.ErrSecret, nil, "refuse.secret", "item", "s.key"), 2, "s.key is a secret: it cannot be given as an answer. It comes from a pipe or a terminal: lotse set RUN --secret-stdin s.key."},
		{flows.Refuse(flows.ErrRipple, nil, "refuse.ripple"), 3, "This changes what has already been entered. It has to be confirmed. Confirm it with --yes."},
		{flows.Refuse(flows.ErrClosed, nil, "refuse.closed", "why", "sold"), 3, "The run was given up (sold). Reopen a step to go on with it."},
		{flows.Refuse(flows.ErrDamaged, nil, "store.damaged", "file", "a.db"), 1, "\"a.db\" is damaged. It was left as it is. Put a backup in its place with lotse restore FILE."},
		{flows.Refuse(flows.ErrDamaged, nil, "store.damaged", "file", "a.db", "backup", "b.db"), 1, "\"a.db\" is damaged. It was left as it is. Put a backup in its place with lotse restore b.db."},
		{flows.Refuse(flows.ErrNotFound, nil, "store.no_run", "run", "7f3"), 5, "There is no run \"7f3\". lotse list shows the runs in my.db."},
		{flows.Refuse(flows.ErrSealed, nil, "vault.wrong_passphrase", "file", "k.age"), 1, "The passphrase does not open the key \"k.age\"."},
		{flows.Refuse(flows.ErrFull, nil, "store.full", "file", "a.db"), 1, "The disk that holds \"a.db\" is full. Free some space there and try again. Nothing that was saved is lost."},
		{flows.ErrConflict, 4, "Another program has written to this run in my.db: look with lotse show, then try again."},
		{fmt.Errorf("%w: run 7f3: bad", flows.ErrDamaged), 1, "What is stored is damaged: run 7f3: bad. Look at my.db with lotse doctor; lotse restore puts a backup in its place."},
		{errors.New("open x: no such file"), 1, "This failed: open x: no such file."},
		{fmt.Errorf("read: %w", context.Canceled), 130, "Interrupted; what was acknowledged is saved."},
		{flows.Refuse("credentials_refused", nil, "cmd.at", "at", "Rackbeat", "what", "No."), 1, "Rackbeat: No."},
	} {
		var stderr bytes.Buffer
		call := newCall(Program{Getenv: func(string) string { return "" }, Err: &stderr})
		call.flags.db, call.err = "my.db", c.err
		if exit := call.end(t.Context()); exit != c.exit {
			t.Errorf("%v: exit %d, want %d", c.err, exit, c.exit)
		}
		if got := stderr.String(); got != "lotse: "+c.want+"\n" {
			t.Errorf("%v:\ngot  %swant lotse: %s", c.err, got, c.want)
		}
	}
}

// brought is what refusals bring for their ways out, and do not say themselves.
var brought = map[string]string{"vault.others": "me", "vault.key_elsewhere": "folder", "postgres.no_backup": "database"}

// TestWaysOut: each way is known by a code or a kind that there is, and names
// nothing but what that names or brings, the database and a backup.
func TestWaysOut(t *testing.T) {
	for key, way := range ways {
		sentence, _ := words.Sentence("en", key)
		if _, isKind := exits[flows.RefusalKind(key)]; sentence == "" && !isKind {
			t.Errorf("%s is neither a code nor a kind", key)
		}
		out, _ := words.Sentence("en", way)
		known := append(words.Placeholders(sentence), "path", "backup", brought[key])
		for _, name := range words.Placeholders(out) {
			if !slices.Contains(known, name) {
				t.Errorf("%s names {%s}, which %s does not", way, name, key)
			}
		}
	}
}

// TestLanguageOfRefusals: they are in the language of --lang, of LOTSE_LANG, and
// in English without either.
func TestLanguageOfRefusals(t *testing.T) {
	refused := &flows.Refusal{Kind: flows.ErrUsage, Message: flows.Msg("check.no_check", "check", "x")}
	for _, c := range []struct{ flag, env, lang string }{{"", "", "en"}, {"de", "", "de"}, {"", "fi", "fi"}, {"de", "fi", "de"}} {
		var stderr bytes.Buffer
		call := newCall(Program{Err: &stderr, Getenv: func(key string) string { return map[string]string{"LOTSE_LANG": c.env}[key] }})
		call.flags.lang = c.flag
		call.refuse(refused)
		if want := "lotse: " + words.Say(c.lang, refused.Message) + "\n"; stderr.String() != want {
			t.Errorf("%+v: %q, want %q", c, stderr.String(), want)
		}
	}
}
