// Package schema reads the migrations that a store in SQL embeds. It imports the
// standard library alone. It exists so that every store numbers them by one rule, and
// knows again by one rule what was applied.
package schema

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"strconv"
	"strings"
)

// Migration brings a database from one version to the next. A released migration is
// never changed: an error in it is corrected by the next one.
type Migration struct {
	Version int    // to which it brings
	Name    string // what its file's name says
	Text    string // in the SQL of its store
}

// Sum identifies the text: its SHA-256 in hexadecimal.
func (m Migration) Sum() string {
	sum := sha256.Sum256([]byte(m.Text))
	return hex.EncodeToString(sum[:])
}

// Migrations are all migrations of a store, in their order, without gaps from version 1.
type Migrations []Migration

// Read reads the folder migrations of a package: NNNN_name.sql. It panics where a name
// is another, or a number is missing: they are embedded, and every test reads them.
func Read(files fs.FS) Migrations {
	const folder = "migrations"
	found, err := fs.ReadDir(files, folder)
	if err != nil {
		panic(err)
	}
	var all Migrations
	for i, f := range found {
		number, name, _ := strings.Cut(strings.TrimSuffix(f.Name(), ".sql"), "_")
		version, err := strconv.Atoi(number)
		text, rerr := fs.ReadFile(files, folder+"/"+f.Name())
		if err != nil || rerr != nil || version != i+1 {
			panic("wrong name of a migration: " + f.Name())
		}
		all = append(all, Migration{Version: version, Name: name, Text: string(text)})
	}
	return all
}

// Has reports whether the migration to a version is one of these, by its Sum.
func (all Migrations) Has(version int, sum string) bool {
	return version >= 1 && version <= len(all) && all[version-1].Sum() == sum
}
