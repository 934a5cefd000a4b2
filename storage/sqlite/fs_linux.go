package sqlite

import "syscall"

// networks are the file systems, by statfs(2) type, whose locks or shared
// memory reach over a network. FUSE (0x65735546) can be anything and is let be.
var networks = map[uint32]string{
	0x6969:     "NFS",
	0x517b:     "SMB",
	0xff534d42: "CIFS",
	0xfe534d42: "SMB2",
	0x01021997: "9P",
	0x5346414f: "AFS",
	0x73757245: "Coda",
	0x564c:     "NCP",
	0x00c36400: "Ceph",
	0x0bd00bd0: "Lustre",
	0x47504653: "GPFS",
}

// fileSystem names the file system of a folder and tells whether it is a
// network's.
func fileSystem(folder string) (name string, far bool, err error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return "", false, err
	}
	name, far = networks[uint32(s.Type)] //nolint:gosec // the type is 32 bits wide whatever its field is
	return name, far, nil
}
