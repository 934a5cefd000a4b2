package portal

import (
	"encoding/base64"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// services are what the servers do when nothing is wrong, by check.
var services = map[string]func(*server, http.ResponseWriter, *http.Request){
	"http.json":     (*server).json,
	"http.endpoint": hello, "tls.certificate": hello, "tcp.connect": hello,
	"oauth2.token":  (*server).token,
	"teccom.token":  (*server).token,
	"techdata.api":  (*server).techdata,
	"rackbeat.self": (*server).rackbeat, "rackbeat.registers": (*server).rackbeat,
}

// hello answers with a page.
func hello(_ *server, w http.ResponseWriter, _ *http.Request) {
	writePage(w, http.StatusOK, "Hello", "It is here.")
}

// json answers as was set for the request.
func (s *server) json(w http.ResponseWriter, r *http.Request) {
	switch {
	case s.has("401"):
		writeJSON(w, http.StatusUnauthorized, `{"message":"Not authorised."}`)
	case s.has("unexpected-json"):
		writeJSON(w, http.StatusOK, `{"something":"else"}`)
	default:
		a := s.portal.answer(r.Method, r.Host, r.URL.RequestURI())
		writeJSON(w, a.Status, a.Body)
	}
}

// Token is what every service grants. It is worthless elsewhere, and like no
// other text, so that a search finds every place where it was kept.
const Token = "Xq7vT3xK9pLw-rehearsal-token-Zr8sN4dH2bGm" //nolint:gosec // a simulated one

// token answers a token request (RFC 6749, section 4.4): client id and secret
// by Basic or in the form.
func (s *server) token(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		writeJSON(w, http.StatusMethodNotAllowed, `{"error":"invalid_request"}`)
		return
	}
	if err := r.ParseForm(); err != nil || r.PostForm.Get("grant_type") != "client_credentials" {
		writeJSON(w, http.StatusBadRequest, `{"error":"unsupported_grant_type"}`)
		return
	}
	for _, refusal := range refusals {
		if s.has(refusal.fault) {
			writeJSON(w, refusal.status, refusal.body)
			return
		}
	}
	switch id, secret := credentials(r); {
	case id == "" || secret == "" || s.has("secret-refused"):
		w.Header().Set("WWW-Authenticate", `Basic realm="rehearsal"`)
		writeJSON(w, http.StatusUnauthorized, `{"error":"invalid_client","error_description":"The client secret supplied is invalid."}`)
	case s.has("bidi"):
		writeJSON(w, http.StatusUnauthorized, `{"error":"invalid_client","error_description":"\u202edetpecca \u001b]52;c;eA==\u0007\u001b[31mrefused"}`)
	case s.has("scope-missing"):
		writeJSON(w, http.StatusBadRequest, `{"error":"invalid_scope","error_description":"At least one scope has to be requested."}`)
	case s.has("grant-refused"):
		writeJSON(w, http.StatusBadRequest, `{"error":"unauthorized_client"}`)
	case s.has("grant-unknown"):
		writeJSON(w, http.StatusBadRequest, `{"error":"unsupported_grant_type"}`)
	default:
		writeJSON(w, http.StatusOK, `{"access_token":"`+Token+`","token_type":"Bearer","expires_in":86400}`)
	}
}

// refusals are answers of token services that do not depend on id and secret,
// in the words of real services.
var refusals = []struct {
	fault  string
	status int
	body   string
}{
	{"scope-wanted", http.StatusBadRequest, `{"error":"invalid_request","error_description":"AADSTS90014: The required field 'scope' is missing from the credential."}`},
	{"audience-wanted", http.StatusBadRequest, `{"error":"invalid_target","error_description":"No audience parameter was provided."}`},
	{"client-unknown", http.StatusBadRequest, `{"error":"unauthorized_client","error_description":"AADSTS700016: Application with identifier 'muster-01' was not found in the directory 'Muster'."}`},
	{"client-off", http.StatusUnauthorized, `{"error":"unauthorized_client","error_description":"AADSTS7000112: Application 'muster-01' is disabled."}`},
	{"tenant-unknown", http.StatusBadRequest, `{"error":"invalid_request","error_description":"AADSTS90002: Tenant 'muster' not found."}`},
	{"ip-refused", http.StatusForbidden, `{"error":"access_denied","error_description":"Request from IP 203.0.113.9 is not allowed"}`},
	{"busy", http.StatusBadRequest, `{"error":"temporarily_unavailable"}`},
}

// credentials are the client's, decoded from Basic as in RFC 6749, section
// 2.3.1, or from the form.
func credentials(r *http.Request) (id, secret string) {
	user, password, ok := r.BasicAuth()
	if !ok {
		return r.PostForm.Get("client_id"), r.PostForm.Get("client_secret")
	}
	id, errID := url.QueryUnescape(user)
	secret, errSecret := url.QueryUnescape(password)
	if errID != nil || errSecret != nil {
		return "", ""
	}
	return id, secret
}

// techdata is TechData's token service and its partner API behind one server:
// a POST requests a token, everything else is the API.
func (s *server) techdata(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		s.token(w, r)
		return
	}
	token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	soin, stamp := r.Header.Get("SOIN"), r.Header.Get("TimeStamp")
	signed := base64.StdEncoding.EncodeToString([]byte(token + ":" + soin + ":" + stamp))
	_, err := strconv.ParseInt(stamp, 10, 64)
	switch {
	case token != Token || s.has("api-token-refused"):
		writeJSON(w, http.StatusUnauthorized, `{"Result":"Fail","ErrorMessage":"Invalid token"}`)
	case soin == "" || err != nil || r.Header.Get("Signature") != signed || s.has("soin-refused"):
		writeJSON(w, http.StatusForbidden, `{"Result":"Fail","ErrorMessage":"Invalid SOIN or signature"}`)
	default:
		writeJSON(w, http.StatusOK, `{"Result":"Success","BodyText":{"vendors":[],"totalPages":1}}`)
	}
}
