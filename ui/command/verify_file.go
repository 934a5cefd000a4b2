package command

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/document/seal"
	"lotse/flows/phrase"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
)

// namesFile reports whether an argument names a file and no run. The name of a file
// that is there too, and the beginning of a run's id, is refused: whoever writes it
// has to say which they mean.
func (c *call) namesFile(ctx context.Context, arg string) (bool, error) {
	at, err := os.Stat(arg)
	if strings.ContainsAny(arg, "./"+string(filepath.Separator)) {
		return true, nil
	}
	if err != nil || at.IsDir() {
		return false, nil
	}
	if !c.hasStore() {
		return true, nil
	}
	a, err := c.open(ctx)
	if err != nil {
		return false, err
	}
	if _, err := a.Header(ctx, arg); errors.Is(err, flows.ErrNotFound) {
		return true, nil
	}
	return false, flows.Refuse(flows.ErrAmbiguous, nil, "cmd.verify_both", "word", short(arg), "path", "."+string(filepath.Separator)+arg)
}

// hasStore reports whether there is a database; to ask for what it knows must not
// make one.
func (c *call) hasStore() bool {
	path := c.path()
	if path == "" {
		return false
	}
	if c.onServer() {
		return true
	}
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

func (c *call) verifyFile(ctx context.Context, path string) error {
	v, err := outside.Verify(ctx, path, run.Env{Now: c.Now, Random: c.Random, Show: document.Show}, c.load)
	if err != nil {
		return err
	}
	shape := c.fileVerdict(ctx, path, v)
	if err := c.print(shape); err != nil {
		return err
	}
	if !v.Intact {
		return status(exitFailed)
	}
	return nil
}

func (c *call) fileVerdict(ctx context.Context, path string, v seal.Verdict) verifyShape {
	st := v.Statement
	s := verifyShape{
		Version: 1, Mode: st.Mode, Intact: v.Intact, Events: st.Events, Head: st.Head, Kind: string(st.Kind), Run: st.Run, Proved: provedBy(v),
		File: &path, Form: string(v.Form), KeyWords: []string{},
	}
	if v.Fault != nil {
		s.FirstFault = &faultShape{Seq: v.Fault.Seq, What: words.Say(c.lang(), v.Fault.What), Line: v.Fault.Line, Text: v.Fault.Text}
	}
	if v.Sealed {
		key := run.KeyName(v.Key)
		said, at := phrase.Of(phrase.Signer, key), stamp(st.At)
		s.SignedBy, s.KeyWords, s.At, s.Own = &key, said[:], &at, c.owns(ctx, v.Key)
	}
	return s
}

// provedBy are the words for what a verdict proves.
func provedBy(v seal.Verdict) []string {
	proved := []string{}
	if v.Content {
		proved = append(proved, provedContent)
	}
	if v.Sealed {
		proved = append(proved, provedSignature)
	}
	if v.Chain {
		proved = append(proved, provedChain)
	}
	return proved
}

// owns reports whether a key is, or was, this installation's. What cannot be asked
// is said, and proves nothing less of the file.
func (c *call) owns(ctx context.Context, key []byte) bool {
	if !c.hasStore() {
		return false
	}
	ctx, cancel := c.briefly(ctx)
	defer cancel()
	a, err := c.open(ctx)
	if err == nil {
		var state run.SigningState
		if state, err = a.Signer().State(ctx); state.Owns(key) {
			return true
		}
	}
	if err != nil {
		c.talk("cmd.verify_unasked", "why", c.why(err))
	}
	return false
}

// kindsSaid are the sentences about what was signed.
var kindsSaid = map[string]string{
	string(run.StatementReport):  "cmd.verify_report",
	string(run.StatementCapsule): "cmd.verify_capsule",
}

// fileLines says what was proven of a file, and no more than that.
func (s *verifyShape) fileLines(p *sheet) {
	signed := "cmd.verify_unchanged"
	if !s.Intact {
		signed = s.faultLine(p)
	}
	if s.SignedBy == nil {
		p.say("cmd.verify_unsigned")
		return
	}
	p.say(signed, "at", p.time(*s.At))
	p.say(kindsSaid[s.Kind], "run", s.Run, "n", s.Events, "head", s.Head)
	by := "cmd.verify_unknown"
	if s.Own {
		by = "cmd.verify_own"
	}
	p.say(by, "key", *s.SignedBy, "words", strings.Join(s.KeyWords, " "))
	if s.Intact {
		p.say(s.chainSaid())
		p.say("cmd.verify_means")
	}
}

// faultLine says what was changed first, and gives the sentence about the signature.
func (s *verifyShape) faultLine(p *sheet) (signed string) {
	if slices.Contains(s.Proved, provedContent) {
		p.say("cmd.verify_event", "seq", s.FirstFault.Seq, "what", s.FirstFault.What)
		return "cmd.verify_unchanged"
	}
	p.say("cmd.verify_changed", "what", s.FirstFault.What)
	return "cmd.verify_signed"
}

// chainSaid is the sentence about the chain in an intact file.
func (s *verifyShape) chainSaid() string {
	if slices.Contains(s.Proved, provedChain) {
		return "cmd.verify_chain"
	}
	return "cmd.verify_no_chain"
}
