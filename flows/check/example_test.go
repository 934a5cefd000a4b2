package check_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// example is an input that shows a finding.
type example struct {
	inputs []run.CheckInput
	fault  string           // of the portal, beside
	env    func(*check.Env) // what is otherwise outside
	quick  bool             // waits for nothing long
}

// allExamples are the examples by check and finding.
func allExamples(t *testing.T) map[string]map[string]example {
	all := map[string]map[string]example{
		"mail.address": {
			"malformed": typed("address=info@"), "unicode": typed("address=jürgen@example.org"), "look_alike": typed("address=info@ex\u0430mple.org"),
			"known_typo": typed("address=info@gmial.com"), "free_mail": typed("address=muster@gmx.de"), "personal": typed("address=erika.muster@example.org"),
		},
		"mail.equal": {
			"invisible":          typed("must=in\u200bfo@example.org", "must=info@example.org"),
			"look_alike":         typed("must=lnfo@example.org", "must=Info@example.org"),
			"domain":             typed("must=info@example.de", "must=info@example.com"),
			"local_part":         typed("must=info@example.org", "must=kontakt@example.org"),
			"letter_case":        typed("must=Info@example.org", "must=info@example.org"),
			"trailing_dot":       typed("must=info@example.org.", "must=info@example.org"),
			"malformed":          typed("must=info", "must=info@example.org"),
			"nothing_to_compare": typed("must=info@example.org"),
		},
		"mail.domain": {"malformed": typed("address=info@")},
		"tls.certificate": {
			"host_malformed": typed("host=a b"), "port_malformed": typed("host=portal.example", "port=65536"), "days_malformed": typed("host=portal.example", "days=soon"),
		},
		"tcp.connect":   {"host_malformed": typed("host=user@portal.example", "port=1"), "port_malformed": typed("host=portal.example", "port=0")},
		"dns.txt":       {"name_malformed": typed("name=muster", "text=x")},
		"mail.readback": {"code_differs": typed("address=info@example.org", "code=K7M-4RX"), "not_sent": typed("address=info@example.org")},
		"relationship.url": {
			"malformed": link("https://", "ftp://"), "twice": typed("url=" + wholeLink + wholeLink), "scheme": link("https://", "http://"),
			"host": link("admin.microsoft.com", "admin.example.org"), "path": link("/Adminportal/Home", "/Home"), "writing": link("&msppId", "&amp;msppId"),
			"order": link("Home?invType=ResellerRelationship", "Home#/BillingAccounts/partner-invitation?invType=ResellerRelationship"), "invitation": link("ResellerRelationship", "Relationship"),
			"id": link("0a1b2c3d-", ""), "parameter": link("&DAP", "&lang=de&DAP"), "fragment": link("#/BillingAccounts/partner-invitation", ""),
		},
		"techdata.api": {
			"soin_is_reseller_id": {inputs: changed("techdata.api", "soin", "1234567"), fault: "soin-refused"},
			"regions_differ":      {inputs: changed("techdata.api", "api_end_point_url", "https://api.example.com/")},
		},
		"techdata.catalogue": {
			"part_number_missing": rows("A||"), "part_number_spoilt": rows("A|1,23E+11|"), "part_number_twice": rows("A|X1|X1", "B|X1|X1"),
			"part_number_differs": rows("A|X1|X2"), "part_number_blank": rows("A|X 1|X 1"),
		},
		"teccom.relations": {
			"keys_unread":      files("buyer_grouping", "party number\n4711\n#N/A\n", "relations", "party number\n4711\n"),
			"without_relation": files("buyer_grouping", "party number\n42\n", "relations", "party number\n4711\n"),
			"column_missing":   files("buyer_grouping", "buyer\n42\n", "relations", "party number\n4711\n"),
			"unreadable":       files("buyer_grouping", "", "relations", "party number\n4711\n"),
			"same_file":        files("buyer_grouping", "party number\n42\n", "relations", "party number\n42\n"),
			"not_compared":     files("buyer_grouping", "x", "relations", "y").opened(broken),
			"timed_out":        files("buyer_grouping", "x", "relations", "y").opened(never),
		},
	}
	for _, c := range check.All() {
		if all[c.Name] == nil {
			all[c.Name] = map[string]example{}
		}
		maps.Copy(all[c.Name], sharedExamples(t, &c))
	}
	return all
}

// sharedExamples are those of the findings that several checks declare, for one
// of them.
func sharedExamples(t *testing.T, c *check.Check) map[string]example {
	some := map[string]example{"missing": {}}
	if c.Name == flows.HTTPJSON {
		some["missing"] = example{inputs: with(given[c.Name], "url", nil)}
	}
	if param := askedAt[c.Name]; param != "" {
		maps.Copy(some, onTheWay(t, given[c.Name], param))
	}
	if len(c.Inputs) > 0 && c.Inputs[0].Name == "host" {
		some["address_forbidden"] = example{inputs: with(given[c.Name], "host", "169.254.169.254")}
	}
	if kind, ok := strings.CutPrefix(c.Name, "register."); ok {
		maps.Copy(some, ofRegister(t, compare.Kind(kind)))
	}
	maps.DeleteFunc(some, func(code string, _ example) bool { return !has(c, code) })
	return some
}

// askedAt is the parameter of the address that a check asks first.
var askedAt = map[string]string{
	"http.endpoint": "url", "oauth2.token": "url", "teccom.token": "token_url", "techdata.api": "end_point_url", "rackbeat.self": "url", "rackbeat.registers": "url",
	"tls.certificate": "host", "tcp.connect": "host", "http.json": "url",
}

// onTheWay are examples for a check that asks a server, with inputs with which
// it passes: other addresses, another network, and servers that answer as no
// portal does.
func onTheWay(t *testing.T, inputs []run.CheckInput, param string) map[string]example {
	at := func(address string) example { return example{inputs: with(inputs, param, address)} }
	server := func(status int, body string) example {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(status)
			_, _ = io.WriteString(w, strings.ReplaceAll(body, "KIND", path.Base(r.URL.Path)))
		}))
		t.Cleanup(s.Close)
		e := at(s.URL + "/")
		e.env = func(outside *check.Env) {
			outside.Net = func(context.Context, *check.Request) (*check.Net, error) { return &check.Net{Loopback: true}, nil }
		}
		return e
	}
	network := func(change func(*check.Net)) example {
		return example{inputs: inputs, env: func(outside *check.Env) {
			before := outside.Net
			outside.Net = func(ctx context.Context, q *check.Request) (*check.Net, error) {
				n, err := before(ctx, q)
				change(n)
				return n, err
			}
		}}
	}
	return map[string]example{
		"url_malformed": at("ftp://portal.example/"), "url_password": at("https://user:pw@portal.example/"),
		"plain_http": at("http://portal.example/"), "address_forbidden": at("https://169.254.169.254/"),
		"not_reached": network(func(n *check.Net) {
			n.Dial = func(string) check.Dialer {
				return func(context.Context, string, string) (net.Conn, error) { return nil, errOdd }
			}
		}),
		"proxy_refused": network(func(n *check.Net) {
			n.Proxy = func(*url.URL) (*url.URL, error) { return nil, errOdd }
		}),
		"proxy_password": network(proxied(t, http.StatusProxyAuthRequired)), "proxy_page": network(proxied(t, http.StatusOK)),
		"cut_off": network(func(n *check.Net) {
			n.Dial = func(string) check.Dialer {
				return func(context.Context, string, string) (net.Conn, error) {
					here, there := net.Pipe()
					return here, there.Close()
				}
			}
		}),
		"secret_closed": {inputs: inputs, env: func(outside *check.Env) {
			outside.Secret = func(context.Context, run.Mode, string) (run.Secret, error) { return run.Secret{}, flows.ErrSealed }
		}},
		"other_host": {inputs: bound(inputs, "https://kept.example:443")},
		"header_unfit": {inputs: inputs, env: func(outside *check.Env) {
			outside.Secret = func(context.Context, run.Mode, string) (run.Secret, error) {
				return run.NewSecret([]byte("two\r\nHost: elsewhere.example")), nil
			}
		}},
		"key_unsendable": {inputs: inputs, env: func(outside *check.Env) {
			outside.Secret = func(context.Context, run.Mode, string) (run.Secret, error) {
				return run.NewSecret([]byte("two\nlines")), nil
			}
		}},
		"no_token": server(http.StatusOK, `{}`), "unexpected": server(http.StatusTeapot, `{}`),
		"permission_missing": server(http.StatusForbidden, `{}`),
		"register_too_long":  server(http.StatusOK, `{"KIND": [{"number": 1}], "pages": 2, "total": 6000000}`),
	}
}

var errOdd = errors.New("something odd")

// with is inputs with one of them changed, or added.
func with(inputs []run.CheckInput, param string, value flows.Value) []run.CheckInput {
	inputs = slices.Clone(inputs)
	for i := range inputs {
		if inputs[i].Param == param {
			inputs[i].Value = value
			return inputs
		}
	}
	return append(inputs, run.CheckInput{Param: param, Item: flows.At("s." + param), Value: value})
}

// ofRegister are examples for the comparison of a register: the demonstration,
// in which every rule finds something, files that cannot be compared, and
// whatever the reading of Rackbeat's registers finds.
func ofRegister(t *testing.T, k compare.Kind) map[string]example {
	demo := live(k).Inputs
	some := onTheWay(t, demo, "url")
	for _, rule := range k.Rules() {
		some[string(rule)] = example{inputs: demo}
	}
	for _, f := range check.FaultsOf("rackbeat.registers") {
		if _, own := some[f.Finding]; f.Finding != "" && !own {
			some[f.Finding] = example{inputs: demo, fault: f.Name, quick: f.Finding == "timed_out" || f.Finding == "offline"}
		}
	}
	const good = "number;name\n1;Muster Oy\n"
	other := map[compare.Kind]string{compare.Products: "customer code;name\n1;x\n"}[k]
	if other == "" {
		other = "Tuotekoodi;Nimeke\n1;x\n"
	}
	some["unreadable"] = files("netvisor", "", "rackbeat", good)
	some["column_missing"] = files("netvisor", "phone\n1\n", "rackbeat", good)
	some["not_looked_at"] = files("netvisor", "number\n1\n", "rackbeat", good)
	some["other_register"] = files("netvisor", other, "rackbeat", good)
	some["same_file"] = files("netvisor", good, "rackbeat", good)
	some["not_compared"] = files("netvisor", good, "rackbeat", good+"2;Beispiel Oy\n")
	full := some["not_compared"].env
	some["not_compared"] = example{inputs: some["not_compared"].inputs, env: func(outside *check.Env) {
		full(outside)
		outside.Keep = func(context.Context, string, io.Reader) (run.File, error) { return run.File{}, errOdd }
	}}
	return some
}

// typed are inputs of "param=value".
func typed(pairs ...string) example {
	var e example
	for i, pair := range pairs {
		param, value, _ := strings.Cut(pair, "=")
		e.inputs = append(e.inputs, run.CheckInput{Param: param, Item: flows.At(fmt.Sprintf("s.i%d", i)), Value: value})
	}
	return e
}

// wholeLink is a link as Microsoft documents it.
const wholeLink = "https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d&msppId=0&DAP=false#/BillingAccounts/partner-invitation"

// link is that link with a part of it changed.
func link(old, new string) example { return typed("url=" + strings.Replace(wholeLink, old, new, 1)) }

// rows are rows of product|part number|SKU, cell by cell.
func rows(all ...string) example {
	var e example
	for i, row := range all {
		for k, cell := range strings.Split(row, "|") {
			in := run.CheckInput{Param: "catalogue", Item: flows.At("s.products").In(fmt.Sprintf("r%d", i), fmt.Sprintf("c%d", k))}
			if cell != "" {
				in.Value = cell
			}
			e.inputs = append(e.inputs, in)
		}
	}
	return e
}

// files are kept files of "param", text in turn.
func files(pairs ...string) example {
	var e example
	texts := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		sum := fmt.Sprintf("%x", sha256.Sum256([]byte(pairs[i+1])))
		texts[sum] = pairs[i+1]
		e.inputs = append(e.inputs, run.CheckInput{Param: pairs[i], Item: flows.At("s." + pairs[i]), Value: "sha256:" + sum + "/" + pairs[i] + ".csv"})
	}
	e.env = func(outside *check.Env) {
		outside.File = func(_ context.Context, sum string) (run.Content, error) {
			return kept{bytes.NewReader([]byte(texts[sum]))}, nil
		}
	}
	return e
}

// opened are the same files, opened in another way.
func (e example) opened(file func(ctx context.Context, sum string) (run.Content, error)) example {
	e.quick, e.env = true, func(outside *check.Env) { outside.File = file }
	return e
}

// never opens a file after the check's time.
func never(ctx context.Context, _ string) (run.Content, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

// broken opens a file that cannot be read.
func broken(context.Context, string) (run.Content, error) {
	return brokenFile{}, nil
}

type brokenFile struct{ kept }

func (brokenFile) ReadAt([]byte, int64) (int, error) { return 0, errOdd }
func (brokenFile) Size() int64                       { return 100 }
