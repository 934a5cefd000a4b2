package vault

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"filippo.io/age"

	"lotse/flows"
)

// fileSetting holds the mark of the identity file as this database last made or
// opened it. Whether a file opens is known only with its passphrase; that it is
// the one that did is known without.
const fileSetting = "vault.file"

// mark names the content of an identity file and the recipient that it opens
// for: when either changes, the mark does.
func mark(sealed []byte, recipient string) string {
	sum := sha256.Sum256(append([]byte(recipient+"\n"), sealed...))
	return hex.EncodeToString(sum[:])
}

// checkFile refuses an identity file that certainly does not open for the
// recipient, or that this database has never opened: missing, unreadable, no
// such file (flows.ErrDamaged), changed (fileChanged). It asks nobody.
func (v *Vault) checkFile(ctx context.Context, recipient string) error {
	sealed, err := readFile(v.Path())
	if err != nil {
		return err
	}
	known, err := v.own.Setting(ctx, fileSetting)
	switch {
	case err != nil:
		return fmt.Errorf("read vault file: %w", err)
	case known == mark(sealed, recipient):
		return nil
	}
	if err := checkForm(sealed); err != nil {
		return flows.Refuse(flows.ErrDamaged, nil, noFile, "file", v.Path()).Because(err)
	}
	if known != "" { // a database of an older version knows it when it has opened it
		return flows.Refuse(flows.ErrDamaged, nil, fileChanged, "file", v.Path())
	}
	return nil
}

// readFile reads an identity file and says in a sentence why it cannot.
func readFile(path string) ([]byte, error) {
	sealed, err := readSmall(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, flows.Refuse(flows.ErrFailed, nil, "vault.file_missing", "file", path).Because(err)
	case errors.Is(err, flows.ErrDamaged):
		return nil, flows.Refuse(flows.ErrDamaged, nil, noFile, "file", path).Because(err)
	case err != nil:
		return nil, flows.Refuse(flows.ErrFailed, nil, "vault.file_unread", "file", path, "why", flows.Reason(err)).Because(err)
	}
	return sealed, nil
}

// keyLength is that of an identity as text: AGE-SECRET-KEY-1 and what follows.
const keyLength = 74

// leastPayload is the length of what follows the header of an identity file:
// a nonce, an identity and a tag.
const leastPayload = 16 + keyLength + 16

// checkForm looks at what can be seen of an identity file without its
// passphrase: an age header with a passphrase that costs no more than is read,
// and enough behind it.
func checkForm(sealed []byte) error {
	head, err := age.ExtractHeader(bytes.NewReader(sealed))
	if err != nil {
		return errors.New("it has no age header")
	}
	lines := strings.Split(string(head), "\n")
	if len(lines) < 2 || strings.Count(string(head), "\n-> ") != 1 {
		return errors.New("it is not sealed by one passphrase")
	}
	stanza := strings.Fields(lines[1])
	if len(stanza) != 4 || stanza[1] != "scrypt" {
		return errors.New("it is not sealed by a passphrase")
	}
	if cost, err := strconv.Atoi(stanza[3]); err != nil || cost < 1 || cost > maxWorkFactor {
		return errors.New("its passphrase costs too much to try")
	}
	if len(sealed)-len(head) < leastPayload {
		return errors.New("it is cut off")
	}
	return nil
}
