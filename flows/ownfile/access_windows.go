package ownfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

const (
	noFollow    = 0 // who makes a link needs a right that few have
	errNoFolder = syscall.ENOTDIR
)

// me is whoever runs this.
var me = sync.OnceValues(func() (*windows.SID, error) {
	user, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return nil, fmt.Errorf("find the user: %w", err)
	}
	return user.User.Sid, nil
})

// ownerOnly is an access list that lets nobody but whoever runs this in: of a
// folder for all that is made in it, too. Nothing is inherited from above.
func ownerOnly(folder bool) (*windows.SECURITY_DESCRIPTOR, error) {
	sid, err := me()
	if err != nil {
		return nil, err
	}
	inherit := ""
	if folder {
		inherit = "OICI"
	}
	return windows.SecurityDescriptorFromString("D:P(A;" + inherit + ";FA;;;" + sid.String() + ")")
}

func attributes(folder bool) (*windows.SecurityAttributes, error) {
	list, err := ownerOnly(folder)
	if err != nil {
		return nil, err
	}
	return &windows.SecurityAttributes{Length: uint32(unsafe.Sizeof(windows.SecurityAttributes{})), SecurityDescriptor: list}, nil
}

// openFile makes a file with its access list, so that it is never open to others,
// and opens one that is there as it is.
func openFile(path string, flag int) (*os.File, error) {
	for {
		f, err := create(path)
		if flag&os.O_EXCL != 0 || !errors.Is(err, fs.ErrExist) {
			return f, err
		}
		if f, err = os.OpenFile(path, flag&^os.O_CREATE, 0); !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
	}
}

func create(path string) (*os.File, error) {
	whole, err := long(path)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: err}
	}
	with, err := attributes(false)
	if err != nil {
		return nil, err
	}
	h, err := windows.CreateFile(whole, windows.GENERIC_READ|windows.GENERIC_WRITE, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE,
		with, windows.CREATE_NEW, windows.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: err}
	}
	return os.NewFile(uintptr(h), path), nil
}

func mkdir(path string) error {
	whole, err := long(path)
	if err != nil {
		return &fs.PathError{Op: "mkdir", Path: path, Err: err}
	}
	with, err := attributes(true)
	if err != nil {
		return err
	}
	if err := windows.CreateDirectory(whole, with); err != nil {
		return &fs.PathError{Op: "mkdir", Path: path, Err: err}
	}
	return nil
}

// shortest is how long a path may be that the system takes as it is; a folder
// leaves room for a name of old, of twelve letters.
const shortest = 247

// Extended is a path as the system takes it, however long it is: one that is too
// long as it stands as an extended-length path. Package os does this by itself;
// nothing else does.
func Extended(path string) string {
	whole, err := filepath.Abs(path)
	switch {
	case err != nil || path == "" || len(whole) < shortest || strings.HasPrefix(whole, `\\?\`) || strings.HasPrefix(whole, `\\.\`):
		return path
	case strings.HasPrefix(whole, `\\`):
		return `\\?\UNC` + whole[1:]
	}
	return `\\?\` + whole
}

// long is an extended path in the system's letters.
func long(path string) (*uint16, error) {
	if path == "" {
		return nil, windows.ERROR_FILE_NOT_FOUND
	}
	return windows.UTF16PtrFromString(Extended(path))
}

// Tighten takes a file or a folder of ours away from everybody else, and reports
// whether it had to. What belongs to another user, is a link, or is not there
// stays as it is.
func Tighten(path string) (changed bool, err error) {
	at, err := os.Lstat(path)
	if err != nil || at.Mode()&fs.ModeType&^fs.ModeDir != 0 || !IsOpen(path) || !isMine(path) {
		return false, nil //nolint:nilerr // whoever uses the file says what is wrong with it
	}
	list, err := ownerOnly(at.IsDir())
	if err != nil {
		return false, err
	}
	dacl, _, err := list.DACL()
	if err == nil {
		err = windows.SetNamedSecurityInfo(Extended(path), windows.SE_FILE_OBJECT,
			windows.DACL_SECURITY_INFORMATION|windows.PROTECTED_DACL_SECURITY_INFORMATION, nil, nil, dacl, nil)
	}
	if err != nil {
		return false, fmt.Errorf("close %q to others: %w", path, err)
	}
	return true, nil
}

// trusted are those besides the owner who may use a file here as root may
// elsewhere: the system, and the administrators of the machine; and what stands
// for an owner in a list.
var trusted = []string{"S-1-5-18", "S-1-5-32-544", "S-1-3-0", "S-1-3-4"}

// isMine reports whether a file belongs to whoever runs this, who may be an
// administrator.
func isMine(path string) bool {
	about, err := windows.GetNamedSecurityInfo(Extended(path), windows.SE_FILE_OBJECT, windows.OWNER_SECURITY_INFORMATION)
	if err != nil {
		return false
	}
	owner, _, err := about.Owner()
	if err != nil || owner == nil {
		return false
	}
	sid, err := me()
	return err == nil && (owner.Equals(sid) || owner.IsWellKnown(windows.WinBuiltinAdministratorsSid))
}

// IsOpen reports whether others than the owner may use a file or a folder.
func IsOpen(path string) bool { return len(letIn(path, ^windows.ACCESS_MASK(0))) > 0 }

// What lets somebody put another file in the place of one in a folder: to add a
// file, to remove one, or to change who may.
const replacing windows.ACCESS_MASK = windows.FILE_WRITE_DATA | fileDeleteChild | windows.WRITE_DAC | windows.WRITE_OWNER | windows.GENERIC_WRITE | windows.GENERIC_ALL

const fileDeleteChild = 0x40

// Exposed reports whether others than the owner may write into a folder, and so
// put another file in the place of one of ours.
func Exposed(folder string) bool { return len(letIn(folder, replacing)) > 0 }

// letIn names who besides the owner may do one of some things to a file.
func letIn(path string, rights windows.ACCESS_MASK) (names []string) {
	about, err := windows.GetNamedSecurityInfo(Extended(path), windows.SE_FILE_OBJECT, windows.DACL_SECURITY_INFORMATION)
	if err != nil {
		return nil
	}
	list, _, err := about.DACL()
	if err != nil {
		if errors.Is(err, windows.ERROR_OBJECT_NOT_FOUND) {
			return []string{everyone} // without a list everybody may do everything
		}
		return nil
	}
	if list == nil {
		return []string{everyone}
	}
	sid, err := me()
	if err != nil {
		return nil
	}
	for i := range uint32(list.AceCount) {
		var entry *windows.ACCESS_ALLOWED_ACE
		if windows.GetAce(list, i, &entry) != nil || entry.Header.AceType != windows.ACCESS_ALLOWED_ACE_TYPE ||
			entry.Header.AceFlags&windows.INHERIT_ONLY_ACE != 0 || entry.Mask&rights == 0 {
			continue
		}
		who := (*windows.SID)(unsafe.Pointer(&entry.SidStart))
		if !who.Equals(sid) && !slices.Contains(trusted, who.String()) {
			names = append(names, nameOf(who))
		}
	}
	return slices.Compact(names)
}

const everyone = "Everyone"

// nameOf is what the system calls somebody, else the number that it knows them by.
func nameOf(who *windows.SID) string {
	account, domain, _, err := who.LookupAccount("")
	switch {
	case err != nil || account == "":
		return who.String()
	case domain == "":
		return account
	}
	return domain + `\` + account
}

// Access is how the system writes who may use a file or a folder: those others than
// the owner, the system and its administrators whom its list lets in.
func Access(path string) string { return strings.Join(letIn(path, ^windows.ACCESS_MASK(0)), ", ") }

// Permissions is "" here: a mode says nothing on this system.
func Permissions(string) string { return "" }
