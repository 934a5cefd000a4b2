package capsule

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/storage/storetest"
)

// TestWhatAnswersHoldIsNotTrusted: a chain that holds may hold what no program of
// ours has written. It is refused, or shown as well as it can be, and nothing panics.
func TestWhatAnswersHoldIsNotTrusted(t *testing.T) {
	s := begun(t, "Muster GmbH", 3)
	values := []string{
		`1`, `-1e308`, `true`, `null`, `""`, `"x"`, `{}`, `{"a":[{}]}`, `[]`, `[[]]`, `[null]`, `[1,"x",{}]`, `"sha256:x/y"`,
		`"` + strings.Repeat("long ", 20_000) + `"`, `"\u0000\u001b[31m\u202e"`, strings.Repeat("[", 200) + strings.Repeat("]", 200),
	}
	items := []string{"ship.name", "ship.papers", "ship.key", "ship.crew", "ship.drawn", "ship.nothing", "ship", "", "."}
	shapes := map[run.EventKind][]string{
		run.EventAnswered:      {`{"item":"ITEM","value":VALUE}`, `{"item":"ITEM","value":"x","removed":VALUE}`, `{"item":"ITEM","value":"x","stale":VALUE}`},
		run.EventSecretSet:     {`{"item":"ITEM","secret":"a","fingerprint":"k1-x","doubts":VALUE}`},
		run.EventCell:          {`{"item":"ITEM","row":"r1","column":"badge","value":VALUE}`, `{"item":"ITEM","row":"r1","column":"aboard","value":VALUE}`},
		run.EventRowAdded:      {`{"item":"ITEM","row":"r99999999999999999999","after":"r0"}`},
		run.EventRowRemoved:    {`{"item":"ITEM","row":"r7"}`},
		run.EventTicked:        {`{"item":"ITEM","evidence":VALUE}`, `{"item":"ITEM","row":"r1","column":"aboard"}`},
		run.EventUndone:        {`{"of":-5,"item":"ITEM"}`},
		run.EventWaiting:       {`{"item":"ITEM","until":VALUE}`},
		run.EventChecked:       {`{"item":"ITEM","result":{"status":"passed","message":VALUE,"inputs":{"a":"b"}}}`, `{"item":"ITEM","result":VALUE}`},
		run.EventMapped:        {`{"item":"ITEM","side":"left","reading":VALUE}`},
		run.EventDone:          {`{"read":VALUE}`, `{"round":-4}`},
		run.EventForked:        {`{"head":"","file":VALUE}`},
		run.EventMoved:         {`{"to":{"digest":VALUE}}`, `{"back":VALUE}`},
		run.EventErased:        {`{"seqs":[2],"item":VALUE}`, `{"seqs":[-1,0,9999999]}`},
		run.EventRotationBegun: {`{"item":"ITEM","users":VALUE}`},
		run.EventLanguage:      {`{"lang":VALUE}`},
	}
	read, refused := 0, 0
	for kind, forms := range shapes {
		for _, form := range forms {
			for _, item := range items {
				for _, value := range values {
					data := []byte(strings.NewReplacer("ITEM", item, "VALUE", value).Replace(form))
					if seen(t, s, kind, data) {
						read++
					} else {
						refused++
					}
				}
			}
		}
	}
	if read == 0 || refused == 0 {
		t.Errorf("%d were read and %d refused: the others are not tried", read, refused)
	}
}

// seen reads a run in which an event holds such data, and looks at all of it.
func seen(t *testing.T, s *scene, kind run.EventKind, data []byte) bool {
	t.Helper()
	l := storetest.NewLog("aa11", run.Customer{ID: "c1", Name: "Muster GmbH"})
	l.Add(run.EventStarted, run.Started{Procedure: s.proc.ID, Version: s.proc.Version, Digest: s.proc.Digest, Customer: l.Header.Customer, Lang: "en"})
	l.Add(run.EventAnswered, []byte(`{"item":"ship.name","value":"Aurora"}`))
	l.Add(run.EventRowAdded, []byte(`{"item":"ship.crew","row":"r1"}`))
	l.Add(kind, data)
	var b bytes.Buffer
	c := &Contents{By: "x", At: s.env.Now(), Events: l.Events, Documents: map[string][]byte{s.proc.Digest: s.proc.Bytes()}, Files: func(context.Context, string) (io.ReadCloser, error) { return nil, flows.ErrNotFound }}
	if _, err := Write(ctx, &b, c, newSigner(9)); err != nil {
		return false
	}
	got, err := Read(ctx, bytes.NewReader(b.Bytes()), int64(b.Len()), s.env, flows.Decode)
	if err != nil {
		if !isRefused(err) {
			t.Errorf("%s %s: %v", kind, flows.Short(string(data)), err)
		}
		return false
	}
	v, p := got.Copy.View(s.env.Now()), got.Copy.Procedure()
	for _, e := range got.Copy.Events() {
		words.Say("en", e.Describe(p))
	}
	for _, m := range run.Brief(v, got.Copy.Events(), "me", s.env.Now()) {
		words.Say("de", m)
	}
	for _, d := range run.Differ(s.View(s.env.Now()), v, s.Events(), got.Copy.Events(), 1) {
		if d.Item != nil && d.Item.Field != nil {
			document.Show("en", d.Item.Field, d.Theirs.Value)
		}
		_, _ = run.TakeCommand(v, d.At)
	}
	if err := got.Copy.Receive(ctx, storetest.NewMemory(), 0, nil); err != nil {
		t.Errorf("%s %s: %v", kind, flows.Short(string(data)), err)
	}
	return true
}
