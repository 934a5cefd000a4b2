package sqlite

import "syscall"

var networks = map[string]bool{"nfs": true, "smbfs": true, "afpfs": true, "webdav": true, "cifs": true, "ftp": true}

// fileSystem names the file system of a folder and tells whether it is a
// network's.
func fileSystem(folder string) (name string, far bool, err error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return "", false, err
	}
	var b []byte
	for _, c := range s.Fstypename {
		if c == 0 {
			break
		}
		b = append(b, byte(c))
	}
	return string(b), networks[string(b)], nil
}
