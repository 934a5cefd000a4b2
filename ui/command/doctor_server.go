package command

import (
	"context"
	"strings"
	"time"

	"lotse/flows/run"
	"lotse/flows/words"
)

// inspected is an archive on a server that can be looked at.
type inspected interface {
	Inspect(ctx context.Context) (run.ServerState, error)
}

// clockSkew is how far the clock of a server may be from that of this machine.
const clockSkew = 5 * time.Second

// examineServer looks at the server, at who one is there, and at rights that go too far;
// no lines where the store is on none.
func (c *call) examineServer(ctx context.Context, a run.Archive) []doctorLine {
	server, is := a.(inspected)
	if !is {
		return nil
	}
	state, err := server.Inspect(ctx)
	if err != nil {
		return []doctorLine{{Name: "server", State: wrong, Detail: c.why(err)}}
	}
	lines := []doctorLine{c.serverLine(state), c.memberLine(a.Team().Me())}
	if ahead := state.Ahead.Abs(); ahead > clockSkew {
		lines = append(lines, doctorLine{Name: "server", State: mind, Detail: c.text("cmd.doctor_server_clock", "n", int(ahead.Seconds()))})
	}
	if state.Replica {
		lines = append(lines, doctorLine{Name: "server", State: mind, Detail: c.text("cmd.doctor_server_replica")})
	}
	if len(state.Wide) == 0 {
		return append(lines, doctorLine{Name: "rights", State: well, Detail: c.text("cmd.doctor_rights_well")})
	}
	for _, w := range state.Wide {
		lines = append(lines, doctorLine{Name: "rights", State: mind, Detail: words.Say(c.lang(), w.What), Advice: words.Say(c.lang(), w.Way)})
	}
	return lines
}

// serverLine says which server it is, and how one comes to it.
func (c *call) serverLine(s run.ServerState) doctorLine {
	l := doctorLine{Name: "server", State: well, Detail: c.text("cmd.doctor_server_plain", "version", s.Version)}
	switch {
	case s.Local:
		l.Detail = c.text("cmd.doctor_server_socket", "version", s.Version)
	case s.TLS != "":
		l.Detail = c.text("cmd.doctor_server_tls", "version", s.Version, "tls", s.TLS)
	}
	if s.Unverified != "" {
		l.State, l.Advice = mind, c.text("cmd.doctor_server_verify", "mode", s.Unverified)
	}
	return l
}

// memberLine says who works here, by the word of the server.
func (c *call) memberLine(m run.Member) doctorLine {
	code := "cmd.doctor_member"
	if len(m.Teams) > 0 {
		code = "cmd.doctor_member_teams"
	}
	return doctorLine{Name: "member", State: well, Detail: c.text(code, "member", m.Name, "role", string(m.Role), "teams", strings.Join(m.Teams, ", "))}
}

// restoreAdvice is the code of what to do about a database that is damaged.
func (c *call) restoreAdvice() string {
	if c.onServer() {
		return "cmd.doctor_server_restore"
	}
	return "cmd.doctor_restore"
}
