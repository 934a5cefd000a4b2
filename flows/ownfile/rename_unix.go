//go:build unix

package ownfile

import "os"

// Rename gives a file or a folder another name, in the place of a file that has it.
func Rename(old, name string) error { return os.Rename(old, name) }

// RemoveAll removes what has a name, with all that is in it; no error where there
// is nothing. It follows no link.
func RemoveAll(path string) error { return os.RemoveAll(path) }
