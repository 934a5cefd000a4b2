package check_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"lotse/flows/check"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// hostile are answers of servers that give a secret back, by what they do it
// with.
var hostile = map[string]func(w http.ResponseWriter, r *http.Request, secret string){
	"description": func(w http.ResponseWriter, _ *http.Request, secret string) {
		answer(w, http.StatusBadRequest, map[string]any{"error": "invalid_client", "error_description": "no: " + secret + " " + url.QueryEscape(secret)})
	},
	"error": func(w http.ResponseWriter, _ *http.Request, secret string) {
		answer(w, http.StatusUnauthorized, map[string]any{"error": secret, "error_description": base64.StdEncoding.EncodeToString([]byte("muster-01:" + secret))})
	},
	"location": func(w http.ResponseWriter, _ *http.Request, secret string) {
		w.Header().Set("Location", "https://"+strings.ToLower(secret)+".example/"+secret)
		w.WriteHeader(http.StatusFound)
	},
	"relative location": func(w http.ResponseWriter, _ *http.Request, secret string) {
		w.Header().Set("Location", "/"+secret)
		w.WriteHeader(http.StatusFound)
	},
	"via": func(w http.ResponseWriter, _ *http.Request, secret string) {
		w.Header().Set("Via", "1.1 "+secret)
		w.WriteHeader(http.StatusProxyAuthRequired)
	},
	"encoding": func(w http.ResponseWriter, _ *http.Request, secret string) {
		w.Header().Set("Content-Encoding", secret)
		answer(w, http.StatusOK, nil)
	},
	"retry": func(w http.ResponseWriter, _ *http.Request, secret string) {
		w.Header().Set("Retry-After", secret)
		w.WriteHeader(http.StatusTooManyRequests)
	},
	"company": func(w http.ResponseWriter, r *http.Request, secret string) {
		if strings.HasSuffix(r.URL.Path, "self") {
			answer(w, http.StatusOK, map[string]any{"company": map[string]any{"name": "Muster " + secret}})
			return
		}
		answer(w, http.StatusOK, map[string]any{"customers": []any{}, "pages": 1, "total": 0})
	},
	"number": func(w http.ResponseWriter, _ *http.Request, secret string) {
		answer(w, http.StatusOK, map[string]any{"customers": []any{map[string]any{"number": secret, "name": secret}}, "pages": 2, "total": 2})
	},
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

// TestNoAnswerHasASecretShown asks servers that repeat the secret: in nothing
// that is recorded or told on the way is it found, in any form.
func TestNoAnswerHasASecretShown(t *testing.T) {
	for how, give := range hostile {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { give(w, r, canary) }))
		defer server.Close()
		for name, param := range askedAt {
			if name == "http.endpoint" {
				continue // it has no secret
			}
			runner := check.NewRunner(env(&check.Net{Loopback: true, Limits: check.Limits{Between: time.Millisecond}}))
			told := []any{}
			inputs := with(with(given[name], param, server.URL+"/"), "registers", "customers")
			got, err := runner.Run(t.Context(), check.Request{Check: name, Inputs: inputs, HTTP: requested[name]}, func(p run.Phase) { told = append(told, p) })
			if err != nil {
				t.Fatal(err)
			}
			unseen(t, name+" by "+how, canary, append(told, got)...)
			holdNamed(t, name, &got)
		}
		compared := live(compare.Customers)
		compared.Inputs = with(compared.Inputs, "url", server.URL+"/")
		got, err := check.NewRunner(env(&check.Net{Loopback: true})).Run(t.Context(), compared, nil)
		if err != nil {
			t.Fatal(err)
		}
		unseen(t, compared.Check+" by "+how, canary, got)
		_, err = check.NewRunner(env(&check.Net{Loopback: true})).ReadLive(t.Context(), check.Live{Kind: compare.Customers, URL: server.URL + "/"}, func(float64) {})
		var fault *check.LiveFault
		switch {
		case errors.As(err, &fault):
			unseen(t, "a register by "+how, canary, fault, fault.Error(), english(fault.Message))
		case how != "company": // then the register is sound
			t.Errorf("by %s: %v", how, err)
		}
	}
}

// unseen looks for a secret in everything, as it would be kept and as it would
// be read.
func unseen(t *testing.T, where, secret string, all ...any) {
	t.Helper()
	for _, v := range all {
		kept, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		texts := []string{strings.ToLower(string(kept))}
		if r, ok := v.(run.CheckResult); ok {
			texts = append(texts, strings.ToLower(strings.Join(textsOf("en", &r), "\n")))
		}
		for _, text := range texts {
			for _, form := range []string{secret, url.QueryEscape(secret), base64.StdEncoding.EncodeToString([]byte("muster-01:" + secret))} {
				if strings.Contains(text, strings.ToLower(form)) {
					t.Errorf("%s: the secret is told: %s", where, text)
				}
			}
		}
	}
}

// TestATokenIsNotShownEither has the second server repeat what the first one
// gave.
func TestATokenIsNotShownEither(t *testing.T) {
	const token = "zebra-7781-token"
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			answer(w, http.StatusOK, map[string]any{"access_token": token, "token_type": "Bearer"})
			return
		}
		w.Header().Set("Location", "https://"+strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")+".example/")
		w.WriteHeader(http.StatusFound)
	}))
	defer server.Close()
	inputs := with(with(given["techdata.api"], "end_point_url", server.URL+"/"), "api_end_point_url", server.URL+"/")
	got := ask(t, check.NewRunner(env(&check.Net{Loopback: true})), "techdata.api", inputs)
	if got.Finding != "redirect" {
		t.Fatalf("%+v", got)
	}
	unseen(t, "techdata.api", token, got)
}

// TestACertificateDoesNotShowASecret has a certificate with the secret as its
// issuer and its names.
func TestACertificateDoesNotShowASecret(t *testing.T) {
	for finding, at := range map[string]net.IP{"certificate_name": net.IPv4(192, 0, 2, 1), "certificate_untrusted": net.IPv4(127, 0, 0, 1)} {
		form := &x509.Certificate{
			SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Authority " + canary}, DNSNames: []string{"www.example", canary + ".example"}, IPAddresses: []net.IP{at},
			NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
		}
		key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		der, err := x509.CreateCertificate(rand.Reader, form, form, key.Public(), key)
		if err != nil {
			t.Fatal(err)
		}
		server := httptest.NewUnstartedServer(http.NotFoundHandler())
		server.Config.ErrorLog = log.New(io.Discard, "", 0)
		server.TLS = &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}, MinVersion: tls.VersionTLS12}
		server.StartTLS()
		defer server.Close()
		got := ask(t, check.NewRunner(env(&check.Net{Loopback: true, Roots: x509.NewCertPool()})), "oauth2.token", changed("oauth2.token", "url", server.URL))
		if got.Finding != finding {
			t.Errorf("%s: %+v", finding, got)
		}
		unseen(t, finding, canary, got)
	}
}

// TestARegisterDoesNotShowItsKey has a register's rows repeat the key; what else
// stands in them stays as it is.
func TestARegisterDoesNotShowItsKey(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		secret := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		answer(w, http.StatusOK, map[string]any{"customers": []any{map[string]any{"number": secret, "name": "Muster\t GmbH", "vat_number": "x" + secret}}, "pages": 1, "total": 1})
	}))
	defer server.Close()
	got, err := check.NewRunner(env(&check.Net{Loopback: true})).ReadLive(t.Context(), check.Live{Kind: compare.Customers, URL: server.URL + "/"}, func(float64) {})
	if err != nil || got.Len() != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	if card := got.Card(0); card.Code != "•••" || card.ID != "x•••" || card.Name != "Muster\t GmbH" {
		t.Errorf("the card is %+v", card)
	}
}
