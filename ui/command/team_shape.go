package command

import (
	"strings"

	"lotse/flows/run"
)

// teamInitShape is what team init prints.
type teamInitShape struct {
	Version  int      `json:"version"`
	Database string   `json:"database"`
	Roles    []string `json:"roles"` // group roles that were made
	From     int      `json:"from"`  // versions of the schema
	To       int      `json:"to"`
}

func (s teamInitShape) lines(p *sheet) {
	switch {
	case s.From == s.To:
		p.say("team.up_to_date", "database", s.Database, "to", s.To)
	case s.From > 0:
		p.say("team.migrated", "database", s.Database, "from", s.From, "to", s.To)
	default:
		p.say("team.founded", "database", s.Database, "to", s.To)
	}
	if len(s.Roles) > 0 {
		p.say("team.roles_made", "roles", strings.Join(s.Roles, ", "))
	}
	if s.From == 0 {
		p.say("team.next")
	}
}

// memberShape is a member of a team.
type memberShape struct {
	Name  string   `json:"name"`
	Role  run.Role `json:"role"`
	Teams []string `json:"teams"`
	Key   *string  `json:"key"` // age1..., null where they have said none
}

func memberOf(m run.Member) memberShape {
	s := memberShape{Name: m.Name, Role: m.Role, Teams: list(m.Teams)}
	if m.Key != "" {
		s.Key = &m.Key
	}
	return s
}

// teamAddShape is what team add prints of a member.
type teamAddShape struct {
	Version int `json:"version"`
	memberShape
	Was   run.Role `json:"was"` // "" for who was not in
	Login bool     `json:"login_made"`
	Made  []string `json:"teams_made"`
}

func (s teamAddShape) lines(p *sheet) {
	code := "team.added"
	switch {
	case s.Was == s.Role:
		code = "team.stays"
	case s.Was != "":
		code = "team.changed"
	}
	p.say(code, "member", s.Name, "role", string(s.Role), "was", string(s.Was))
	if len(s.Teams) > 0 {
		p.say("team.in_teams", "teams", strings.Join(s.Teams, ", "))
	}
}

// teamCustomerShape is what team add and team remove print of a customer.
type teamCustomerShape struct {
	Version  int    `json:"version"`
	Customer string `json:"customer"`
	Team     string `json:"team"` // "" for everybody
}

func (s teamCustomerShape) lines(p *sheet) {
	if s.Team == "" {
		p.say("team.everybodys", "customer", s.Customer)
		return
	}
	p.say("team.customer_in", "customer", s.Customer, "team", s.Team)
}

// teamRemoveShape is what team remove prints of a member.
type teamRemoveShape struct {
	Version int    `json:"version"`
	Name    string `json:"name"`
	Team    string `json:"team"` // "" for all
}

func (s teamRemoveShape) lines(p *sheet) {
	if s.Team == "" {
		p.say("team.removed", "member", s.Name)
		return
	}
	p.say("team.removed_from", "member", s.Name, "team", s.Team)
}

// teamListShape is what team list prints.
type teamListShape struct {
	Version int             `json:"version"`
	Members []memberShape   `json:"members"`
	Teams   []teamSizeShape `json:"teams"`
}

// teamSizeShape is a team that one may see; "" is everybody's customers.
type teamSizeShape struct {
	Name      string `json:"name"`
	Members   int    `json:"members"`
	Customers int    `json:"customers"`
}

func teamListOf(members []run.Member, teams []run.TeamSize) teamListShape {
	s := teamListShape{Version: 1, Members: []memberShape{}, Teams: []teamSizeShape{}}
	for _, m := range members {
		s.Members = append(s.Members, memberOf(m))
	}
	for _, t := range teams {
		s.Teams = append(s.Teams, teamSizeShape(t))
	}
	return s
}

func (s teamListShape) lines(p *sheet) {
	if len(s.Members) == 0 {
		p.say("team.nobody")
	}
	for _, m := range s.Members {
		p.row(m.Name, string(m.Role), strings.Join(m.Teams, ", "))
	}
	p.line("")
	for _, t := range s.Teams {
		if t.Name == "" {
			p.say("team.size_everybody", "customers", t.Customers)
			continue
		}
		p.say("team.size", "team", t.Name, "members", t.Members, "customers", t.Customers)
	}
}
