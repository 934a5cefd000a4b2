package seal

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"lotse/flows/run"
)

// Seal is what the line of a seal says. Whether it is true, Signature says.
type Seal struct {
	Form      Form
	Statement run.Statement
	Signature run.Signature

	body  []byte // SHA-256
	lines []byte // the first bytes of the SHA-256 of each line
}

// version is of the seal's form.
const version = 1

// wire is a seal as it stands in its line.
type wire struct {
	Lotse     string            `json:"lotse"` // always "seal"
	Version   int               `json:"version"`
	Form      Form              `json:"form"`
	Kind      run.StatementKind `json:"kind"`
	Run       string            `json:"run"`
	Mode      run.Mode          `json:"mode"`
	Digest    string            `json:"digest"`
	Events    int64             `json:"events"`
	Head      string            `json:"head"`
	At        string            `json:"at"`
	Body      string            `json:"body"`
	Key       string            `json:"key"`
	Signature string            `json:"signature"`
	Lines     string            `json:"lines"`
}

// opening is how the JSON of each seal begins.
const opening = `{"lotse":"seal",`

// line is the seal's line, with its line feed.
func (s *Seal) line() ([]byte, error) {
	st := s.Statement
	b, err := json.Marshal(wire{
		Lotse: "seal", Version: version, Form: s.Form, Kind: st.Kind, Run: st.Run, Mode: st.Mode, Digest: st.Digest, Events: st.Events, Head: st.Head,
		At: st.At.UTC().Format(time.RFC3339Nano), Body: hex.EncodeToString(s.body), Key: run.KeyName(s.Signature.Key),
		Signature: base64.StdEncoding.EncodeToString(s.Signature.Value), Lines: base64.StdEncoding.EncodeToString(s.lines),
	})
	if err != nil {
		return nil, fmt.Errorf("write the seal: %w", err)
	}
	text := strings.ReplaceAll(string(b), "--", `-\u002d`) // it would end a comment
	at := places[s.Form]
	return []byte(at.before + text + at.after + "\n"), nil
}

// parse reads the line of a seal. Of each seal there is one way to write it: what
// reads alike and is written otherwise was changed. Which of the forms with the
// same line it is, the line says.
func parse(form Form, line []byte) (*Seal, bool) {
	w, ok := decode(places[form], line)
	if !ok || w.Version != version || places[w.Form].before != places[form].before {
		return nil, false
	}
	s := &Seal{Form: w.Form, Statement: run.Statement{Kind: w.Kind, Run: w.Run, Mode: w.Mode, Digest: w.Digest, Events: w.Events, Head: w.Head}}
	var bad [5]error
	s.Statement.At, bad[0] = time.Parse(time.RFC3339Nano, w.At)
	s.body, bad[1] = hex.DecodeString(w.Body)
	s.Signature.Key, bad[2] = hex.DecodeString(w.Key)
	s.Signature.Value, bad[3] = base64.StdEncoding.DecodeString(w.Signature)
	s.lines, bad[4] = base64.StdEncoding.DecodeString(w.Lines)
	if errors.Join(bad[:]...) != nil {
		return nil, false
	}
	s.Statement.Content = s.content()
	again, err := s.line()
	return s, err == nil && bytes.Equal(again, line)
}

// decode reads the JSON in the line of a seal.
func decode(at place, line []byte) (w wire, ok bool) {
	text, ok := bytes.CutPrefix(line, []byte(at.before))
	if !ok {
		return w, false
	}
	text, ok = bytes.CutSuffix(text, []byte(at.after+"\n"))
	return w, ok && json.Unmarshal(text, &w) == nil && w.Lotse == "seal"
}
