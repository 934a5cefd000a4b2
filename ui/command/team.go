package command

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
)

func newTeam(c *call) *cobra.Command {
	cmd := &cobra.Command{Use: "team", Short: c.text("cmd.short_team"), Long: c.text("cmd.long_team"), Args: cobra.ArbitraryArgs}
	cmd.RunE = c.takes("team init|add|remove|list", 1, 1, func(_ context.Context, args []string) error {
		return usage("cmd.no_team_command", "word", short(args[0]))
	})
	cmd.AddCommand(newTeamInit(c), newTeamAdd(c), newTeamRemove(c), newTeamList(c))
	return cmd
}

// needServer refuses a store that is a file, and warns of a server that may be another.
func (c *call) needServer() error {
	if c.onServer() {
		if m := c.unverified(); !m.IsZero() {
			c.tell(m)
		}
		return nil
	}
	if err := c.homeless(); err != nil {
		return err
	}
	return usage("team.needs_server", "path", c.path())
}

func newTeamInit(c *call) *cobra.Command {
	cmd := c.newVerb("init", "cmd.short_team_init", 0, 0, func(ctx context.Context, _ []string) error {
		if err := c.needServer(); err != nil {
			return err
		}
		made, err := c.Server.Init(ctx, c.path(), c.Now())
		if err != nil {
			return err
		}
		return c.print(teamInitShape{Version: 1, Database: made.Database, Roles: list(made.Roles), From: made.From, To: made.To})
	})
	cmd.Long = c.text("cmd.long_team_init")
	cmd.Example = "lotse team init --db postgres://db.example/lotse"
	return cmd
}

// unverified says that it is not verified which server answers; the zero message where it
// is. Commands but those of the team leave it to the desk's header and to doctor: what is
// said each time is read by nobody.
func (c *call) unverified() flows.Message {
	if !c.onServer() {
		return flows.Message{}
	}
	return c.Server.Unverified(c.path())
}

// roster does something with the list of a team's members.
func (c *call) roster(ctx context.Context, do func(run.Roster) error) error {
	if err := c.needServer(); err != nil {
		return err
	}
	r, err := c.Server.Roster(ctx, c.path())
	if err != nil {
		return err
	}
	return errors.Join(do(r), r.Close())
}

// warnReadOnly tells of a server that takes no changes, and reports whether it is one.
func (c *call) warnReadOnly(m flows.Message) bool {
	if m.IsZero() {
		return false
	}
	c.tell(m)
	return true
}

// teamAddOptions are the options of team add.
type teamAddOptions struct {
	*call
	role, customer string
	teams          []string
}

func newTeamAdd(c *call) *cobra.Command {
	o := &teamAddOptions{call: c}
	cmd := c.newVerb("add [NAME]", "cmd.short_team_add", 0, 1, o.run)
	cmd.Long = c.text("cmd.long_team_add")
	cmd.Example = "lotse team add anna --role consultant --team North\nlotse team add --customer \"Muster GmbH\" --team North"
	cmd.Flags().StringVar(&o.role, "role", "", c.text("cmd.flag_role"))
	cmd.Flags().StringArrayVar(&o.teams, "team", nil, c.text("cmd.flag_team"))
	cmd.Flags().StringVar(&o.customer, "customer", "", c.text("cmd.flag_team_customer"))
	return cmd
}

func (o *teamAddOptions) run(ctx context.Context, args []string) error {
	if o.customer != "" {
		if len(args) > 0 || o.role != "" || len(o.teams) != 1 {
			return usage("team.customer_form")
		}
		return o.assign(ctx, o.customer, o.teams[0])
	}
	role := run.Role(o.role)
	switch {
	case len(args) == 0:
		return usage("team.member_form")
	case o.role != "" && !slices.Contains(run.Roles, role):
		return usage("team.no_role", "role", short(o.role), "roles", rolesOf())
	}
	return o.roster(ctx, func(r run.Roster) error {
		done, err := r.Admit(ctx, args[0], role, o.teams)
		if err != nil {
			return err
		}
		if done.Login {
			o.talk("team.login_made", "member", done.Member.Name)
		}
		for _, team := range done.Made {
			o.talk("team.team_made", "team", team)
		}
		if err := o.print(teamAddShape{
			Version: 1, memberShape: memberOf(done.Member), Was: done.Was,
			Login: done.Login, Made: list(done.Made),
		}); err != nil || done.Was != run.Lead {
			return err
		}
		return o.tellLeaderless(ctx, r)
	})
}

// rolesOf are the roles, as they are written.
func rolesOf() string {
	var all []string
	for _, r := range run.Roles {
		all = append(all, string(r))
	}
	return strings.Join(all, ", ")
}

// assign gives a customer to a team; "" is everybody.
func (c *call) assign(ctx context.Context, customer, team string) error {
	return c.roster(ctx, func(r run.Roster) error {
		if err := r.Assign(ctx, customer, team); err != nil {
			return err
		}
		return c.print(teamCustomerShape{Version: 1, Customer: customer, Team: team})
	})
}

// teamRemoveOptions are the options of team remove.
type teamRemoveOptions struct {
	*call
	team, customer string
}

func newTeamRemove(c *call) *cobra.Command {
	o := &teamRemoveOptions{call: c}
	cmd := c.newVerb("remove [NAME]", "cmd.short_team_remove", 0, 1, o.run)
	cmd.Long = c.text("cmd.long_team_remove")
	cmd.Example = "lotse team remove anna --team North\nlotse team remove anna\nlotse team remove --customer \"Muster GmbH\""
	cmd.Flags().StringVar(&o.team, "team", "", c.text("cmd.flag_remove_team"))
	cmd.Flags().StringVar(&o.customer, "customer", "", c.text("cmd.flag_remove_customer"))
	return cmd
}

func (o *teamRemoveOptions) run(ctx context.Context, args []string) error {
	switch {
	case o.customer != "" && (len(args) > 0 || o.team != ""):
		return usage("team.remove_customer_form")
	case o.customer != "":
		return o.assign(ctx, o.customer, "")
	case len(args) == 0:
		return usage("team.remove_form")
	}
	return o.roster(ctx, func(r run.Roster) error {
		if err := r.Dismiss(ctx, args[0], o.team); err != nil {
			return err
		}
		if err := o.print(teamRemoveShape{Version: 1, Name: args[0], Team: o.team}); err != nil || o.team != "" {
			return err
		}
		return o.tellLeaderless(ctx, r)
	})
}

// tellLeaderless says that nobody is left who leads the team, where that is so.
func (c *call) tellLeaderless(ctx context.Context, r run.Roster) error {
	members, err := r.Members(ctx)
	if err == nil && !slices.ContainsFunc(members, func(m run.Member) bool { return m.Role == run.Lead }) {
		c.talk("team.no_lead")
	}
	return err
}

func newTeamList(c *call) *cobra.Command {
	return c.newVerb("list", "cmd.short_team_list", 0, 0, func(ctx context.Context, _ []string) error {
		return c.roster(ctx, func(r run.Roster) error {
			c.warnReadOnly(r.ReadOnly()) // what changes something is refused in the same words
			members, err := r.Members(ctx)
			if err != nil {
				return err
			}
			teams, err := r.Teams(ctx)
			if err != nil {
				return err
			}
			return c.print(teamListOf(members, teams))
		})
	})
}
