package ownfile

import (
	"strings"
	"testing"
)

func TestExtended(t *testing.T) {
	long := strings.Repeat(`\a folder`, 30)
	for path, want := range map[string]string{
		`C:\short`:                       `C:\short`,
		`C:` + long:                      `\\?\C:` + long,
		`C:/x/..` + long + `/y`:          `\\?\C:` + long + `\y`,
		`\\server\share` + long:          `\\?\UNC\server\share` + long,
		`\\?\C:` + long:                  `\\?\C:` + long,
		`\\?\UNC\server\share` + long:    `\\?\UNC\server\share` + long,
		`\\.\C:` + long:                  `\\.\C:` + long,
		"":                               "",
		`C:\` + strings.Repeat("x", 243): `C:\` + strings.Repeat("x", 243),
		`C:\` + strings.Repeat("x", 244): `\\?\C:\` + strings.Repeat("x", 244),
	} {
		if got := Extended(path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}
