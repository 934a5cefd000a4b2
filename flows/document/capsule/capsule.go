// Package capsule is a run in one file, for somebody who goes on with it on
// another machine: its events, the files that they name, its procedure and, if
// that is asked for, its secrets, sealed once more for the recipient. Write writes
// such a file, Read proves one. It imports flows, flows/phrase and flows/run, and
// knows neither a store nor a vault.
//
// A capsule is one line and a zip. The line has the SHA-256 of all that follows it
// and the signature of the installation that wrote it:
//
//	lotse capsule 1 SHA256 KEY SIGNATURE TIME
//
// The zip holds capsule.json (a Manifest), events.jsonl (an event a line),
// procedures/DIGEST.json (each version that the events name), evidence/SHA256 and secrets/ID.age, in the order of their
// names, and nothing else. Nothing in it is compressed, so that no entry is larger
// than the file; what unzips files opens it, since its offsets count the line.
//
// The same contents give the same bytes. Whoever reads a capsule trusts no size,
// name or sum in it: Read gives nothing back unless all of it holds. It proves that
// the file is as the holder of a key wrote it, not that what they say is true.
package capsule

import (
	"encoding/json"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/phrase"
	"lotse/flows/run"
)

// version is that of the form of capsules.
const version = 1

// The limits of a capsule, in bytes but for the entries.
const (
	MaxSize      = 500 << 20
	maxEvents    = 128 << 20
	maxManifest  = 8 << 20
	maxDirectory = 8 << 20
	maxEntries   = 20_000
	maxSealed    = 128 << 10 // a sealed secret
)

// Manifest is what a capsule says of itself: capsule.json.
type Manifest struct {
	Version int       `json:"version"`
	By      string    `json:"by"` // who handed the run over
	At      time.Time `json:"at"`
	Run     Run       `json:"run"`
	Entries []Entry   `json:"entries"` // all others, by name
	Missing []string  `json:"missing"` // files that events name and that were not to be had, by SHA-256
	Secrets []Secret  `json:"secrets"`
}

// Run is the run of a capsule.
type Run struct {
	ID        string       `json:"id"`
	Procedure string       `json:"procedure"`
	Version   int          `json:"procedure_version"`
	Digest    string       `json:"digest"`
	Customer  run.Customer `json:"customer"`
	Mode      run.Mode     `json:"mode"`
	Events    int64        `json:"events"`
	Head      string       `json:"head"`
}

// Entry is a part of the zip.
type Entry struct {
	Name string `json:"name"`
	Sum  string `json:"sha256"`
	Size int64  `json:"size"`
}

// Secret is a secret of the run, sealed for the recipient by run.Vault's SealTo.
type Secret struct {
	ID          string    `json:"id"` // as events name it
	Field       string    `json:"field"`
	Origin      string    `json:"origin"`
	Fingerprint string    `json:"fingerprint"`
	At          time.Time `json:"at"` // when it was kept
	Sealed      []byte    `json:"-"`
}

// The names of the entries.
const (
	manifestName     = "capsule.json"
	eventsName       = "events.jsonl"
	evidencePrefix   = "evidence/"
	proceduresName   = "procedures/"
	proceduresEnding = ".json"
	secretsPrefix    = "secrets/"
	secretsEnding    = ".age"
)

// runOf is what the events of a run say of it.
func runOf(events []run.Event) (Run, bool) {
	var d run.Started
	if len(events) == 0 || json.Unmarshal(events[0].Data, &d) != nil {
		return Run{}, false
	}
	if to, moved := run.MovedTo(events); moved {
		d.Version, d.Digest = to.Version, to.Digest
	}
	last := &events[len(events)-1]
	return Run{
		ID: last.Run, Procedure: d.Procedure, Version: d.Version, Digest: d.Digest, Customer: d.Customer,
		Mode: last.Mode, Events: last.Seq, Head: run.KeyName(last.Hash),
	}, true
}

// statement is what is signed of a capsule.
func (m *Manifest) statement(content string) run.Statement {
	return run.Statement{
		Kind: run.StatementCapsule, Run: m.Run.ID, Mode: m.Run.Mode, Digest: m.Run.Digest,
		Events: m.Run.Events, Head: m.Run.Head, Content: content, At: m.At,
	}
}

// Words are the four words of a capsule's SHA-256, to be compared on the phone.
func Words(sum string) phrase.Words { return phrase.Of(phrase.Capsule, sum) }

// isSum reports whether a name is that of a SHA-256.
func isSum(name string) bool {
	return len(name) == 64 && strings.Trim(name, "0123456789abcdef") == ""
}

// isSecretID reports whether a name is like those that vaults give to secrets.
func isSecretID(name string) bool {
	return name != "" && len(name) <= 64 && strings.Trim(name, "0123456789abcdefghijklmnopqrstuvwxyz") == ""
}

func tooLarge() error {
	return flows.Refuse(flows.ErrLimit, nil, "capsule.too_large", "limit", MaxSize>>20)
}

func damaged(code string, args ...any) *flows.Refusal {
	return flows.Refuse(flows.ErrDamaged, nil, code, args...)
}
