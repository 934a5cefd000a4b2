package command_test

import (
	"encoding/pem"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/testscript"
)

// tokens starts a token service for a script, with a certificate of its own: it
// takes the secret geheim-1 and nothing else. TOKENS is its address, TOKENS_CA
// the file of its certificate, PLAIN that of the same without TLS.
func tokens(e *testscript.Env) error {
	answer := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, secret, _ := r.BasicAuth()
		if id == "" {
			id, secret = r.PostFormValue("client_id"), r.PostFormValue("client_secret")
		}
		w.Header().Set("Content-Type", "application/json")
		if id != "muster-01" || secret != "geheim-1" {
			w.WriteHeader(http.StatusUnauthorized)
			_, _ = w.Write([]byte(`{"error":"invalid_client","error_description":"` + secret + ` is wrong"}`))
			return
		}
		_, _ = w.Write([]byte(`{"access_token":"t-1","token_type":"Bearer","scope":"` + r.PostFormValue("scope") + `"}`))
	})
	safe, plain := httptest.NewTLSServer(answer), httptest.NewServer(answer)
	e.Defer(safe.Close)
	e.Defer(plain.Close)
	path := filepath.Join(e.WorkDir, "tokens.pem")
	e.Setenv("TOKENS", safe.URL)
	e.Setenv("TOKENS_CA", path)
	e.Setenv("PLAIN", plain.URL)
	return os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: safe.Certificate().Raw}), 0o600)
}
