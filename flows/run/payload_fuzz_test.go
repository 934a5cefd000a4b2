package run

import (
	"encoding/json"
	"reflect"
	"testing"
)

// FuzzPayload: whatever stands in an event, it is decoded or refused, and what
// is decoded says the same when it is written again.
func FuzzPayload(f *testing.F) {
	for i, data := range []string{
		`{"item":"a.b","value":["x"]}`, `{"item":"a.b","value":null}`, `{}`, `null`, `[]`, `{"result":{"status":"failed","message":{"code":"x","args":{"n":1}}}}`,
		`{"result":{"summary":"older","phases":[{"name":"x","detail":"y"}]}}`, `{"seqs":[1,2,-1]}`, `{"until":"2026-11-29T00:00:00Z"}`,
	} {
		f.Add(uint(i), []byte(data))
	}
	kinds := EventKinds()
	f.Fuzz(func(t *testing.T, kind uint, data []byte) {
		e := Event{Run: "ab12", Seq: 2, Kind: kinds[kind%uint(len(kinds))], Step: "a", Data: data}
		_ = e.About()
		p, err := e.Payload()
		if err != nil || p == nil {
			return
		}
		written, err := json.Marshal(p)
		if err != nil {
			t.Fatalf("%s: what is decoded cannot be written: %v", e.Kind, err)
		}
		e.Data = written
		again, err := e.Payload()
		if err != nil {
			t.Fatalf("%s: what was written is not decoded: %v\n%s", e.Kind, err, written)
		}
		twice, err := json.Marshal(again)
		if err != nil || !reflect.DeepEqual(written, twice) {
			t.Fatalf("%s: %s, then %s, %v", e.Kind, written, twice, err)
		}
	})
}
