package file

import (
	"os"
	"os/user"
	"path/filepath"

	"lotse/flows"
)

// Home is the home folder of whoever runs the program: that of the environment,
// and where it names none, no absolute one or the root, that of the user
// database. Every place that asks for the home asks here.
func Home() (string, error) {
	said, err := os.UserHomeDir()
	if err != nil {
		said = ""
	}
	return homeOf(said, known)
}

// homeOf is Home, of what the environment says and what the database knows.
func homeOf(said string, known func() string) (string, error) {
	if isHome(said) {
		return said, nil
	}
	if dir := known(); isHome(dir) {
		return dir, nil
	}
	return "", flows.Refuse(flows.ErrNotFound, nil, "file.no_home")
}

// isHome reports whether a folder can be somebody's home.
func isHome(dir string) bool {
	return filepath.IsAbs(dir) && filepath.Dir(filepath.Clean(dir)) != filepath.Clean(dir)
}

// known is the home in the user database; "" for none.
func known() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	return u.HomeDir
}
