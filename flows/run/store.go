package run

import (
	"context"
	"io"
	"time"

	"lotse/flows"
)

// Batch is what one Flush writes, in one transaction: all of it or nothing.
// When Events[0].Seq is 1 the run is new. Documents are stored unless they are there;
// those of a run's log are kept as long as it is.
type Batch struct {
	Header Header
	Events []Event
	// Documents are the procedures that the events begin with and move to, with their
	// overlays, as Procedure.Bytes gives them, by digest.
	Documents map[string][]byte
	// Customer, of a new run that comes from elsewhere, is found by the name or else
	// added, and the run is theirs; where their id is somebody else's here, they get
	// another. Nil: the header's customer is there.
	Customer *Customer
	Secrets  []Sealed     // blobs that the events name
	Taken    []Unsaved    // unsaved input that became an answer: only Run, Item, Row, Column count
	Index    []IndexEntry // all of the run's text to be found by, in the place of what was there
}

// The orders. In each but the first, of what is equal the run that was started
// first comes first.
const (
	ByChange    Order = ""          // the newest change first
	ByDue       Order = "due"       // what is due first; at the end what has no day
	ByCustomer  Order = "customer"  // by the customer's name, case folded
	ByProcedure Order = "procedure" // by the procedure's id
)

// Query asks for a page of runs.
type Query struct {
	Order    Order
	Status   []Status   // none: all
	DueBy    *time.Time // only runs that are due by then
	Customer string     // id
	Aside    *bool      // only runs that are put aside, or only others; nil: both
	Text     string     // words to find, each or the beginning of one anywhere in the run; "" for none
	After    string     // cursor of the page before
	Limit    int        // 1..500; 0: 50
}

// MostCounted is how many runs with words are counted: to count on costs a search what
// all of them cost, and no list is read so far.
const MostCounted = 1000

// Page is a page of runs.
type Page struct {
	Runs []Header
	Next string // cursor; "" on the last page

	// Total is how many runs the query names, whatever the page. Those with the words
	// of Query.Text are counted up to MostCounted: AtLeast says that there are more.
	Total   int
	AtLeast bool

	// Found is, by the run's id, where a word of Query.Text stands that neither its
	// customer nor its procedure has; no entry where they have all of them.
	Found map[string]IndexEntry
}

// Store keeps runs. Its refusals are of the kinds of flows (flows.ErrConflict and
// its siblings), found by errors.Is. Every method is safe for use by several goroutines and
// programs at once; what a method acknowledged survives a power cut.
type Store interface {
	// FindCustomer gives the customer of that name (compared after NFC and
	// trimming, exactly); flows.ErrNotFound.
	FindCustomer(ctx context.Context, name string) (Customer, error)
	// AddCustomer adds a customer; of the same name there is one only, and the
	// one that is there is given back.
	AddCustomer(ctx context.Context, c Customer) (Customer, error)
	// Customers gives customers whose name has the prefix, case folded, by name.
	Customers(ctx context.Context, prefix string, limit int) ([]Customer, error)

	// Pages gives where a customer's own systems are on the web, by the names that
	// procedures give to them. SetPage keeps the address of one; "" removes it;
	// flows.ErrNotFound without such a customer, with whom all of them go.
	Pages(ctx context.Context, customer string) (map[string]string, error)
	SetPage(ctx context.Context, customer, system, address string) error

	// Append writes a batch. flows.ErrConflict when a seq is taken: nothing is written.
	Append(ctx context.Context, b Batch) error
	// Header gives a run by its id or a unique prefix of at least 2 characters;
	// flows.ErrNotFound, flows.ErrAmbiguous.
	Header(ctx context.Context, prefix string) (Header, error)
	// Headers gives a page, by key and never by offset.
	Headers(ctx context.Context, q Query) (Page, error)
	// Find gives the places where words stand, those of the newest run first.
	Find(ctx context.Context, q FindQuery) ([]Hit, error)
	// Events gives the events after a seq, in order, with their contents.
	Events(ctx context.Context, run string, after int64) ([]Event, error)
	// Experience gives what the newest real runs of a procedure that are done have
	// taught (Learn, of at most MostLearned by their start, among the newest MostSought
	// that are done). The procedure is named as
	// Procedure.Name does, and a run is of the pack that it was begun from: two packs
	// may have procedures of the same id. It is made from their events each time, so
	// that a run that is deleted or opened again takes its part with it.
	Experience(ctx context.Context, procedure string) (Experience, error)
	// Document gives the procedure of a digest; flows.ErrNotFound.
	Document(ctx context.Context, digest string) ([]byte, error)

	// Erase takes data, salt and content from events, with the sealed secrets that they
	// brought (Event.Brought), whoever sealed them, and appends b in the same
	// transaction. In backups the run has no unsaved input afterwards.
	Erase(ctx context.Context, seqs []int64, b Batch) error
	// DeleteRun and DeleteCustomer (with all runs) remove everything, secrets,
	// unsaved input, search text, evidence that nothing else names and settings
	// that are kept for a run (their key ends in a dot and its id) included.
	DeleteRun(ctx context.Context, run string) error
	DeleteCustomer(ctx context.Context, id string) error

	// SaveUnsaved keeps input that is not submitted yet; an empty Text and Blob
	// removes it. Unsaved gives a run's.
	SaveUnsaved(ctx context.Context, u Unsaved) error
	Unsaved(ctx context.Context, run string) ([]Unsaved, error)

	// Secret gives a sealed secret by its id, Secrets those of a run ("" for
	// all); Forget removes one: the blob is removed, the event stays.
	Secret(ctx context.Context, id string) (Sealed, error)
	Secrets(ctx context.Context, run string) ([]Sealed, error)
	Forget(ctx context.Context, id string) error

	// Setting gives a setting, "" where it is not set; SetSetting("") removes it.
	Setting(ctx context.Context, key string) (string, error)
	SetSetting(ctx context.Context, key, value string) error
	Settings(ctx context.Context) (map[string]string, error)

	Close() error
}

// Unsaved is input that was typed and not submitted.
type Unsaved struct {
	Run, Step, Item string
	Row, Column     string
	Text            string
	Blob            []byte // sealed, for a secret field; then Text is empty
	At              time.Time
}

// Vault seals and opens secrets. Sealing asks for nothing once an identity
// exists; opening may ask.
type Vault interface {
	// Seal makes a blob for a run's field; flows.ErrNoIdentity where no identity exists
	// and none can be made without asking. Rehearsal and demo runs use a
	// throw-away identity.
	Seal(ctx context.Context, mode Mode, run, field, origin string, secret Secret) (Sealed, error)
	// SealFor is Seal for others as well, by their public keys.
	SealFor(ctx context.Context, mode Mode, run, field, origin string, secret Secret, keys []string) (Sealed, error)
	// SealUnsaved makes a blob for secret input that is not submitted; OpenUnsaved
	// gives it back.
	SealUnsaved(ctx context.Context, mode Mode, run, field string, secret Secret) ([]byte, error)
	OpenUnsaved(ctx context.Context, mode Mode, run, field string, blob []byte) (Secret, error)
	// Open gives a secret, after comparing run, field and origin with what was
	// sealed.
	Open(ctx context.Context, mode Mode, s Sealed) (Secret, error)
	// SealAnew seals a kept secret again, to the own key and to others' public keys; the
	// blob is for the place of the secret's own.
	SealAnew(ctx context.Context, mode Mode, s Sealed, keys []string) ([]byte, error)
	// SealTo seals a kept secret for somebody else, as a file of its own; OpenFrom
	// opens such a file, with the own key or a passphrase. Recipient gives a public
	// key as it is written, and refuses what a secret cannot be sealed to.
	SealTo(ctx context.Context, mode Mode, s Sealed, to SealTarget) ([]byte, error)
	OpenFrom(ctx context.Context, file []byte, passphrase Secret) (HandOver, error)
	Recipient(key string) (string, error)
	// Foreign notes fingerprints of a run that were made elsewhere, so that none that
	// is made here with a new key is taken for one of them.
	Foreign(ctx context.Context, run string, fingerprints []string) error
	// Adopt has what another store's vault has sealed open here, too, where no identity
	// was chosen here and that one is to be had without asking. adopted says that it is
	// this one's now.
	Adopt(ctx context.Context, from Vault) (adopted bool, err error)
	// Confirmed is the public key of a member of the team that was confirmed here, by its
	// words; "" for none. Confirm notes one.
	Confirmed(ctx context.Context, member string) (key string, err error)
	Confirm(ctx context.Context, member, key string) error
	// Declare has a team's store show others the own public key; was is another that it
	// showed instead, or "". Renounce takes back the key of a machine that is no more, so
	// that Init makes another here.
	Declare(ctx context.Context) (was string, err error)
	Renounce(ctx context.Context) error
	// State tells where the identity is; the error beside it is why it certainly does not
	// open, or why none can be made here.
	State(ctx context.Context) (VaultState, error)
	// Init makes the identity, in the keychain, or in a file under passphrase.
	Init(ctx context.Context, where VaultPlace, passphrase Secret) (VaultState, error)
	// Unlock opens the identity file for this process; without a passphrase it may
	// ask, as Open does.
	Unlock(ctx context.Context, passphrase Secret) error
	// Prepare makes the identity as the first Seal would, and refuses what Seal
	// would refuse because of it: whoever asks for a secret that is shown once asks
	// when it can be kept. made says that an identity was made.
	Prepare(ctx context.Context, mode Mode) (made bool, err error)
	// MakeRecovery makes the recovery identity and gives it to show, once. It is
	// kept nowhere, and counts only if show succeeds. It may ask, as Open does.
	MakeRecovery(ctx context.Context, show func(Secret) error) error
	// Recover keeps the identity anew, in the keychain or in a file under a new
	// passphrase, by the recovery identity. old is where an identity file that lay
	// there is kept; "" without one.
	Recover(ctx context.Context, recovery Secret, where VaultPlace, passphrase Secret) (old string, err error)
}

// VaultPlace is where the identity is kept.
type VaultPlace string

// The places of an identity.
const (
	NoPlace       VaultPlace = ""
	KeychainPlace VaultPlace = "keychain"
	FilePlace     VaultPlace = "file"
)

// VaultState tells where the identity is and whether it is open.
type VaultState struct {
	Place       VaultPlace
	Recipient   string // age1...; "" without an identity
	Path        string // of the file
	Open        bool
	Keychain    bool      // a keychain answers on this machine
	Recovery    string    // age1... of the recovery identity; "" without one
	Claimed     string    // of a team's store: what it shows others as the own public key, which may be another than Recipient
	At          time.Time // when the file was written; zero without one
	Permissions string    // of the file, as the system writes them; "" where it has none, as Windows
	LetIn       string    // others than the owner who may use the file, as the system writes it
}

// EvidenceStore keeps files by SHA-256, in a folder beside the database.
type EvidenceStore interface {
	// Put keeps a file, synced before it returns; over flows.MaxEvidence it is
	// refused.
	Put(ctx context.Context, name string, r io.Reader) (File, error)
	// PutLarge is Put with another limit, in bytes.
	PutLarge(ctx context.Context, name string, most int64, r io.Reader) (File, error)
	// Open gives a file; flows.ErrNotFound, and flows.ErrDamaged where it is not what was
	// kept. Of one over flows.MaxEvidence that shows at the end of reading it from
	// the beginning; whoever reads such a file by ReadAt compares its SHA-256.
	Open(ctx context.Context, sum string) (Content, error)
}

// Content is a kept file that is open.
type Content interface {
	io.ReadCloser
	io.ReaderAt
	Size() int64
}

// Keeper maintains an open store: backups and a full examination. A backup is
// restored by the function of the store's kind while the store is closed, since a
// store that cannot be opened has to be restorable too.
type Keeper interface {
	// Backup writes a verified copy and gives its path.
	Backup(ctx context.Context) (string, error)
	Backups(ctx context.Context) ([]BackupFile, error)
	// Examine runs the full page check, the foreign keys and every chain.
	Examine(ctx context.Context) (Findings, error)
}

// BackupFile is one backup.
type BackupFile struct {
	Path string
	At   time.Time
	Size int64
}

// Findings is the result of Examine.
type Findings struct {
	Path     string
	Version  int // schema
	Runs     int
	Events   int64
	Problems []flows.Message   // empty: all is well
	Exposed  []flows.Message   // what others than the owner may use or replace
	Facts    map[string]string // journal mode, synchronous, SQLite version, sizes, permissions
}

// Archive is everything that keeps Lotse's data on this machine.
type Archive interface {
	Store
	EvidenceStore
	Keeper
	Vault() Vault
	Signer() SigningKey
	Path() string // of the database
	// Team is nil where the store is one person's own.
	Team() Team
}
