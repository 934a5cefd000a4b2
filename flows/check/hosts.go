package check

import (
	"slices"
	"strings"

	"lotse/flows"
)

// Hosts are the hosts that a check of a procedure asks, as the procedure names them,
// each once: in its request, or as a text of its own; where it names none, the one
// that the check asks then. An answer within stands there as it is written, in
// braces. A host that is all answered is the person's, and not among them, unless
// the address of a request begins with it.
func Hosts(of *flows.Check) []string {
	c, known := Find(of.Run)
	if !known {
		return nil
	}
	var hosts []string
	add := func(text string) {
		if host := hostIn(text); host != "" && !slices.Contains(hosts, host) {
			hosts = append(hosts, host)
		}
	}
	if of.Request != nil {
		add(of.Request.URL)
	}
	for _, param := range c.asks {
		add(of.Const[param])
	}
	if s := c.sends; s != nil {
		add(of.Const[s.address])
		if of.With[s.secret] != nil && of.With[s.address] == nil && of.Const[s.address] == "" {
			add(s.usual)
		}
	}
	return hosts
}

// hostIn is the host in an address of any kind, or in a name.
func hostIn(text string) string {
	if _, behind, found := strings.Cut(text, "://"); found {
		text = behind
	}
	host, _, _ := strings.Cut(text, "/")
	return strings.TrimSpace(host[strings.LastIndex(host, "@")+1:])
}
