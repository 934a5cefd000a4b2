package file

import (
	"os"
	"os/user"
	"path/filepath"

	"lotse/flows"
)

// Home is the home folder of the user: that of the environment or, if that is
// empty, relative or the root, that of the user database. Everything in Lotse
// that needs the home folder asks here.
func Home() (string, error) {
	said, err := os.UserHomeDir()
	if err != nil {
		said = ""
	}
	return homeOf(said, databaseHome)
}

// homeOf is Home for a value of the environment and a lookup in the user
// database.
func homeOf(said string, known func() string) (string, error) {
	if isHome(said) {
		return said, nil
	}
	if dir := known(); isHome(dir) {
		return dir, nil
	}
	return "", flows.Refuse(flows.ErrNotFound, nil, "file.no_home")
}

// isHome reports whether a folder can be a home folder.
func isHome(dir string) bool {
	return filepath.IsAbs(dir) && filepath.Dir(filepath.Clean(dir)) != filepath.Clean(dir)
}

// databaseHome is the home folder in the user database; "" if it has none.
func databaseHome() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	return u.HomeDir
}
