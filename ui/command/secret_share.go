package command

import (
	"context"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/phrase"
	"lotse/flows/run"
)

// toSomebody seals a secret for the holder of a key, as a file, or adds a member of the
// team to those who can open the kept one.
func (o *secretRecipientOptions) toSomebody(ctx context.Context, id, field, who string) error {
	a, err := o.open(ctx)
	if err != nil {
		return err
	}
	if team := a.Team(); team != nil && !looksLikeKey(who) {
		m, err := memberNamed(ctx, team, who)
		if err != nil {
			return err
		}
		if o.out == "" {
			return o.share(ctx, team, id, field, m)
		}
		if who, err = o.keyOf(m); err != nil {
			return err
		}
	}
	if o.remove || o.key != "" {
		return usage("cmd.recipient_member")
	}
	return o.handOver(ctx, id, field, who)
}

// looksLikeKey reports whether something is meant as a key, of whatever kind: a private
// one is not to be repeated as a name that is not known.
func looksLikeKey(who string) bool {
	return slices.ContainsFunc([]string{"age1", "age-", "ssh-"}, func(beginning string) bool {
		return strings.HasPrefix(strings.ToLower(who), beginning)
	})
}

func memberNamed(ctx context.Context, team run.Team, name string) (run.Member, error) {
	all, err := team.Members(ctx)
	if err != nil {
		return run.Member{}, err
	}
	i := slices.IndexFunc(all, func(m run.Member) bool { return m.Name == name })
	if i < 0 {
		return run.Member{}, notFound("team.no_member", "member", short(name))
	}
	return all[i], nil
}

// sharedShape is what secret recipient prints of a secret of a team.
type sharedShape struct {
	Version     int          `json:"version"`
	Run         string       `json:"run"`
	Field       string       `json:"field"`
	Fingerprint string       `json:"fingerprint"`
	Member      string       `json:"member"`
	Removed     bool         `json:"removed"`
	Words       phrase.Words `json:"words"` // of the member's key
	For         []string     `json:"for"`   // whom else it is sealed to now
}

func (s sharedShape) lines(p *sheet) {
	if s.Removed {
		p.say("team.secret_unshared", "item", s.Field, "member", s.Member)
		return
	}
	p.say("team.secret_shared", "item", s.Field, "member", s.Member)
}

// sharing is to whom a secret is sealed from now on beside its owner.
type sharing struct {
	members []string
	keys    []string
	words   phrase.Words // of the key of a member who comes in
	use     run.UseSecret
}

// share seals a kept secret anew, with a member or without.
func (o *secretRecipientOptions) share(ctx context.Context, team run.Team, id, field string, m run.Member) error {
	s, err := o.resume(ctx, id)
	if err != nil {
		return err
	}
	at, sealed, err := o.keptIn(ctx, s, field)
	if err != nil {
		return err
	}
	mode := s.View(o.Now()).Mode
	if err := o.sharable(team.Me(), sealed, mode, m); err != nil {
		return err
	}
	x, err := o.sharingOf(ctx, sealed, m)
	if err != nil {
		return err
	}
	x.use.At, x.use.Secret = at, sealed.ID
	blob, err := o.archive.Vault().SealAnew(ctx, mode, sealed, x.keys)
	if err != nil {
		return err
	}
	if err := o.keepShared(ctx, s, team, sealed, blob, x); err != nil {
		return err
	}
	if o.remove {
		o.talk("team.may_have_kept", "member", m.Name)
	}
	return o.print(sharedShape{
		Version: 1, Run: s.ID(), Field: sealed.Field, Fingerprint: sealed.Fingerprint,
		Member: m.Name, Removed: o.remove, Words: x.words, For: list(x.members),
	})
}

// sharingOf adds a member to those to whom a secret is sealed, or takes them out.
func (o *secretRecipientOptions) sharingOf(ctx context.Context, s run.Sealed, m run.Member) (x sharing, err error) {
	x.members = slices.DeleteFunc(slices.Clone(s.For), func(name string) bool { return name == m.Name })
	if x.keys, err = o.confirmed(ctx, x.members); err != nil {
		return x, err
	}
	if o.remove {
		x.use = run.UseSecret{Purpose: run.SecretUnshared, To: m.Name}
		return x, nil
	}
	key, words, err := o.confirmMember(ctx, m)
	if err != nil {
		return x, err
	}
	x.words, x.keys, x.members = words, append(x.keys, key), slices.Sorted(slices.Values(append(x.members, m.Name)))
	x.use = run.UseSecret{Purpose: run.SecretShared, To: m.Name + " (" + words.String() + ")"}
	return x, nil
}

// keepShared keeps the blob and puts on record for whom it is: that somebody comes in
// before they do, that somebody is out once they are.
func (o *secretRecipientOptions) keepShared(ctx context.Context, s *run.Session, team run.Team, sealed run.Sealed, blob []byte, x sharing) error {
	record := func() error {
		if _, err := s.Do(false, x.use); err != nil {
			return err
		}
		return o.flush(ctx, s)
	}
	keep := func() error { return team.Share(ctx, sealed, blob, x.members) }
	steps := []func() error{record, keep}
	if o.remove {
		steps = []func() error{keep, record}
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// sharable refuses a secret that is not one's own to share, and a member who could not
// use it or has it not.
func (o *secretRecipientOptions) sharable(me run.Member, s run.Sealed, mode run.Mode, m run.Member) error {
	switch {
	case s.By != "":
		return flows.Refuse(flows.ErrDenied, nil, "team.not_the_sealer", "by", s.By)
	case m.Name == me.Name:
		return usage("team.own_secret")
	case o.remove && !slices.Contains(s.For, m.Name):
		return notFound("team.no_recipient", "item", s.Field, "member", m.Name)
	case o.remove:
		return nil
	case mode != run.Real:
		return usage("team.rehearsal_secret")
	case !m.Role.Writes():
		return flows.Refuse(flows.ErrDenied, nil, "team.reads_only", "member", m.Name, "role", string(m.Role))
	}
	return nil
}

// confirmed are the confirmed keys of members.
func (c *call) confirmed(ctx context.Context, members []string) ([]string, error) {
	var keys []string
	for _, name := range members {
		key, err := c.archive.Vault().Confirmed(ctx, name)
		if err != nil {
			return nil, err
		}
		if key == "" {
			return nil, flows.Refuse(errNotConfirmed, nil, "team.unconfirmed", "member", name)
		}
		keys = append(keys, key)
	}
	return keys, nil
}

// keyOf is the key of a member, as it is given or as they have said it.
func (o *secretRecipientOptions) keyOf(m run.Member) (string, error) {
	key := m.Key
	if o.key != "" {
		key, o.key = o.key, ""
	}
	if key == "" {
		return "", notFound("team.no_key", "member", m.Name)
	}
	return o.archive.Vault().Recipient(key)
}

// confirmMember gives a member's key once its words are confirmed: once, as long as it
// is the same key. One that has changed since is confirmed by its words alone.
func (o *secretRecipientOptions) confirmMember(ctx context.Context, m run.Member) (string, phrase.Words, error) {
	key, err := o.keyOf(m)
	if err != nil {
		return "", phrase.Words{}, err
	}
	words := phrase.Of(phrase.Recipient, key)
	known, err := o.archive.Vault().Confirmed(ctx, m.Name)
	switch {
	case err != nil:
		return "", words, err
	case known == key && o.words == "":
		return key, words, nil
	case known != "" && known != key && o.words == "":
		return "", words, flows.Refuse(errNotConfirmed, nil, "team.key_changed", "member", m.Name, "words", words.String())
	}
	if err := o.confirmWords(ctx, o.words, words); err != nil {
		return "", words, err
	}
	return key, words, o.archive.Vault().Confirm(ctx, m.Name, key)
}
