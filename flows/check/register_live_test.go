package check_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/register"
	"lotse/flows/register/compare"
	"lotse/flows/register/sample"
	"lotse/flows/run"
)

// live is a request to compare Netvisor's file of a demonstration with Rackbeat
// itself.
func live(k compare.Kind) check.Request {
	sum := fmt.Sprintf("%x", sha256.Sum256(sample.Demo(k).Netvisor))
	return check.Request{Check: "register." + string(k), Mode: run.Rehearsal, Inputs: []run.CheckInput{
		{Param: "netvisor", Item: flows.At("s.file"), Label: "Netvisor's", Value: "sha256:" + sum + "/netvisor.csv"},
		{Param: "rackbeat", Item: flows.At("s.other"), Label: "Rackbeat's"},
		{Param: "key", Item: flows.At("s.key"), Label: "Key", SecretID: "x", Fingerprint: "fp"},
	}}
}

// demoFile opens Netvisor's files of the demonstrations.
func demoFile(_ context.Context, sum string) (run.Content, error) {
	for _, k := range compare.Kinds() {
		if b := sample.Demo(k).Netvisor; fmt.Sprintf("%x", sha256.Sum256(b)) == sum {
			return kept{bytes.NewReader(b)}, nil
		}
	}
	return nil, flows.ErrNotFound
}

type kept struct{ *bytes.Reader }

func (kept) Close() error { return nil }

// TestLiveFindsWhatTheFileDoes compares Netvisor's file with Rackbeat itself, and
// with Rackbeat's file: the same is found.
func TestLiveFindsWhatTheFileDoes(t *testing.T) {
	_, r := rehearsed(t, false)
	for _, k := range compare.Kinds() {
		read := func(b []byte) *compare.Register {
			r, err := compare.Read(t.Context(), register.Source{Name: "f.csv", R: bytes.NewReader(b), Size: int64(len(b))}, k, compare.Options{})
			if err != nil {
				t.Fatal(err)
			}
			return r
		}
		p := sample.Demo(k)
		want, err := compare.Compare(t.Context(), read(p.Netvisor), read(p.Rackbeat), compare.Plan{Kind: k, Left: compare.Netvisor, Right: compare.Rackbeat}, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := r.Run(t.Context(), live(k), nil)
		if err != nil || got.Status != check.Failed || len(got.Counts) != len(want.Counts) {
			t.Fatalf("%s: %+v, %v", k, got, err)
		}
		for rule, n := range want.Counts {
			if got.Counts[string(rule)] != n {
				t.Errorf("%s %s: %d, of the files %d", k, rule, got.Counts[string(rule)], n)
			}
		}
		if !slices.ContainsFunc(got.Causes, func(c run.Cause) bool { return c.Item == flows.At("s.key") }) {
			t.Errorf("%s: no cause leads to the key: %+v", k, got.Causes)
		}
		holdNamed(t, "register."+string(k), &got)
	}
}

// TestLiveNamesWhatRackbeatSays has Rackbeat refuse, or break off, while a
// register is compared.
func TestLiveNamesWhatRackbeatSays(t *testing.T) {
	for fault, finding := range map[string]string{
		"key-refused": "key_refused", "scope-missing": "permission_missing", "page-429": "throttled", "page-shape": "shape_unknown",
		"changes-meanwhile": "register_changed", "moves-meanwhile": "number_again", "html": "html", "certificate-untrusted": "certificate_untrusted",
	} {
		p, r := rehearsed(t, false)
		if err := p.Switch("rackbeat.registers", fault); err != nil {
			t.Fatal(err)
		}
		got, err := r.Run(t.Context(), live(compare.Products), nil)
		if err != nil || got.Finding != finding || got.Status == check.Passed || len(got.Causes) == 0 || got.Counts != nil {
			t.Errorf("%s: %+v, %v", fault, got, err)
		}
		holdNamed(t, "register.products", &got)
	}
}

func TestLiveIsCancelled(t *testing.T) {
	_, r := registersAt(t, 400)
	ctx, cancel := context.WithCancel(t.Context())
	got, err := r.Run(ctx, live(compare.Products), func(p run.Phase) {
		if p.Name == "rackbeat" && p.Done > 0.2 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || got.Status != "" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestLiveNeedsAFileOrAKey(t *testing.T) {
	_, r := rehearsed(t, false)
	q := live(compare.Products)
	q.Inputs = q.Inputs[:2]
	if got, err := r.Run(t.Context(), q, nil); err != nil || got.Status != check.Unknown || got.Finding != "missing" || got.Causes[0].Item != flows.At("s.other") {
		t.Errorf("%+v, %v", got, err)
	}
	q.Inputs = live(compare.Products).Inputs
	q.Inputs[1].Value = flows.Value("sha256:" + strings.Repeat("0", 64) + "/gone.csv")
	if got, err := r.Run(t.Context(), q, nil); err != nil || got.Finding != "unreadable" || got.Causes[0].Item != flows.At("s.other") {
		t.Errorf("a file beside the key is not taken: %+v, %v", got, err)
	}
}
