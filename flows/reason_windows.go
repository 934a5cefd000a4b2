package flows

import "syscall"

// ownReasons are Windows' own numbers, which are none of the names that package
// syscall shares with other systems.
var ownReasons = []systemReason{
	{syscall.Errno(112), "file.no_room"},   // ERROR_DISK_FULL
	{syscall.Errno(39), "file.no_room"},    // ERROR_HANDLE_DISK_FULL
	{syscall.Errno(19), "file.read_only"},  // ERROR_WRITE_PROTECT
	{syscall.Errno(32), "file.in_use"},     // ERROR_SHARING_VIOLATION
	{syscall.Errno(33), "file.in_use"},     // ERROR_LOCK_VIOLATION
	{syscall.Errno(23), "file.faulty"},     // ERROR_CRC
	{syscall.Errno(1117), "file.faulty"},   // ERROR_IO_DEVICE
	{syscall.Errno(4), "file.too_many"},    // ERROR_TOO_MANY_OPEN_FILES
	{syscall.Errno(8), "file.no_memory"},   // ERROR_NOT_ENOUGH_MEMORY
	{syscall.Errno(14), "file.no_memory"},  // ERROR_OUTOFMEMORY
	{syscall.Errno(123), "file.bad_name"},  // ERROR_INVALID_NAME
	{syscall.Errno(206), "file.long_name"}, // ERROR_FILENAME_EXCED_RANGE
}
