package command

import (
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
)

// allowHosts puts on record that the checks may send their secrets to some
// hosts. It refuses a host that none of them would send one to.
func (c *call) allowHosts(s *run.Session, targets []flows.Address, hosts []string) error {
	unused := map[string]bool{}
	for i, host := range hosts {
		hosts[i] = hostNamed(host)
		unused[hosts[i]] = true
	}
	var asked []string
	for _, at := range targets {
		all, err := check.SecretsTo(s, at)
		if err != nil {
			return err
		}
		for _, to := range all {
			if to.Secret == "" || to.Origin == "" {
				continue
			}
			asked = append(asked, to.Host())
			if !slices.Contains(hosts, to.Host()) {
				continue
			}
			delete(unused, to.Host())
			if !to.Held() {
				continue
			}
			if _, err := s.Do(false, run.UseSecret{At: to.Item, Secret: to.Secret, Purpose: run.SecretChecked, To: to.Origin}); err != nil {
				return err
			}
		}
	}
	for _, host := range hosts {
		if unused[host] {
			return otherHosts(host, asked)
		}
	}
	return nil
}

// otherHosts refuses a host that no secret would go to.
func otherHosts(host string, asked []string) error {
	if len(asked) == 0 {
		return usage("cmd.host_none", "host", short(host))
	}
	slices.Sort(asked)
	return usage("cmd.host_unused", "host", short(host), "hosts", slices.Compact(asked))
}

// hostNamed is a host as origins name it; a whole address is one, too.
func hostNamed(typed string) string {
	link := strings.TrimSpace(typed)
	if !strings.Contains(link, "://") {
		link = "https://" + link
	}
	if origin := check.Origin(link); origin != "" {
		return run.HostOf(origin)
	}
	return typed
}

// sayHosts names the way out for secrets that were kept back.
func (c *call) sayHosts(r *run.CheckResult) {
	for i := range r.Secrets {
		if to := &r.Secrets[i]; to.Held() {
			c.talk("cmd.way_to_host", "host", to.Host())
		}
	}
}
