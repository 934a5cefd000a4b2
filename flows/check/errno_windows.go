package check

import "syscall"

// What the system says where nobody listens, and where no network is reached: the
// names that it shares with others, which the simulated portals say, and Windows
// Sockets' own numbers.
var (
	refusedErrnos = []syscall.Errno{syscall.ECONNREFUSED, 10061}                                                      // WSAECONNREFUSED
	offlineErrnos = []syscall.Errno{syscall.ENETUNREACH, syscall.EHOSTUNREACH, syscall.ENETDOWN, 10050, 10051, 10065} // WSAENETDOWN, WSAENETUNREACH, WSAEHOSTUNREACH
)
