//go:build !darwin && !windows

package vault

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/godbus/dbus/v5"
	ss "github.com/zalando/go-keyring/secret_service"

	"lotse/flows"
)

// The Secret Service, as freedesktop.org names it.
const (
	secretsName = "org.freedesktop.secrets"
	secretsPath = "/org/freedesktop/secrets"
	busVariable = "DBUS_SESSION_BUS_ADDRESS"
)

// findKeychain finds the session bus. Without one go-keyring would start dbus-launch
// and leave a dbus-daemon behind; with an address in the environment it never
// does, so the address of the socket that was found is put there.
func findKeychain() error {
	if address := os.Getenv(busVariable); address != "" {
		for part := range strings.SplitSeq(address, ";") {
			if kind, _, _ := strings.Cut(part, ":"); kind != "unix" && kind != "tcp" && kind != "nonce-tcp" {
				return flows.Refuse(flows.ErrFailed, nil, "vault.bus_named", "variable", busVariable)
			}
		}
		return nil
	}
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if dir == "" {
		return flows.Refuse(flows.ErrFailed, nil, "vault.no_bus")
	}
	socket := filepath.Join(dir, "bus")
	if at, err := os.Stat(socket); err != nil || at.Mode()&fs.ModeSocket == 0 {
		return flows.Refuse(flows.ErrFailed, nil, "vault.no_bus_at", "file", socket)
	}
	return os.Setenv(busVariable, "unix:path="+dbus.EscapeBusAddressValue(socket))
}

// Answers asks the Secret Service for its collections, which unlocks none.
func (systemKeychain) Answers() error {
	if err := findKeychain(); err != nil {
		return err
	}
	service, err := ss.NewSecretService()
	if err != nil {
		return fmt.Errorf("reach the session bus: %w", err)
	}
	if _, err := service.Object(secretsName, secretsPath).GetProperty("org.freedesktop.Secret.Service.Collections"); err != nil {
		return fmt.Errorf("reach the keychain: %w", err)
	}
	return nil
}

// Locked asks the collection that go-keyring uses: login, else the default one.
func (systemKeychain) Locked() bool {
	if findKeychain() != nil {
		return true
	}
	service, err := ss.NewSecretService()
	if err != nil {
		return true
	}
	locked, err := service.GetLoginCollection().GetProperty("org.freedesktop.Secret.Collection.Locked")
	if err != nil {
		return true
	}
	is, ok := locked.Value().(bool)
	return !ok || is
}
