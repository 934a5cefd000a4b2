package check

import (
	"context"

	"lotse/flows"
	"lotse/flows/run"
)

// tcpConnectCheck opens a connection to a port, and closes it. No proxy is asked:
// what speaks no HTTP is reached directly, or not at all.
func tcpConnectCheck() Check {
	return Check{
		Name:   "tcp.connect",
		Title:  "check.title_tcp_connect",
		Inputs: hostInputs(true),
		Findings: []Finding{
			hostMalformed, portMalformed, addressForbidden, nameNotFound, nameFailed, refusedConnection, notReached, timedOut, offline, missing,
		},
		Faults: faultsNamed("name-not-found", "dns-silent", "dns-failure", "offline", "refused", "connect-silent"),
		asks:   []string{"host"},
		run:    tcpConnect,
	}
}

// tcpConnect connects, and sends nothing.
func tcpConnect(ctx context.Context, j *job) run.CheckResult {
	x, e := j.reach("")
	if e != nil {
		return j.ended(e, "host")
	}
	defer x.close()
	x.direct = true
	if e := through(ctx, x.address, x.connect); e != nil {
		return j.ended(e, "host")
	}
	return j.result(Passed, "", flows.Msg("check.tcp_passed", "host", x.target.Host))
}
