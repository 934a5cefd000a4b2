//go:build !unix

package disk

import "io/fs"

// hasOwners is false: here the lists of the folder say who may use a file, and
// the user's own folder is closed to others.
const hasOwners = false

func mayClose(fs.FileInfo) bool { return false }
