package portal

import (
	"encoding/base64"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// services are what the fronts do when nothing is wrong, by check.
var services = map[string]func(*front, http.ResponseWriter, *http.Request){
	"http.endpoint": func(_ *front, w http.ResponseWriter, _ *http.Request) { page(w, http.StatusOK, "Hello", "It is here.") },
	"oauth2.token":  (*front).token,
	"teccom.token":  (*front).token,
	"techdata.api":  (*front).techdata,
	"rackbeat.self": (*front).rackbeat, "rackbeat.registers": (*front).rackbeat,
}

// Token is what every service grants. It is worth nothing elsewhere, and like no
// other text, so that a search finds it wherever it was kept.
const Token = "Xq7vT3xK9pLw-rehearsal-token-Zr8sN4dH2bGm" //nolint:gosec // a simulated one

// token answers a token request (RFC 6749, section 4.4): client id and secret
// by Basic or in the form.
func (f *front) token(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		say(w, http.StatusMethodNotAllowed, `{"error":"invalid_request"}`)
		return
	}
	if err := r.ParseForm(); err != nil || r.PostForm.Get("grant_type") != "client_credentials" {
		say(w, http.StatusBadRequest, `{"error":"unsupported_grant_type"}`)
		return
	}
	for _, refusal := range refusals {
		if f.has(refusal.fault) {
			say(w, refusal.status, refusal.body)
			return
		}
	}
	switch id, secret := credentials(r); {
	case id == "" || secret == "" || f.has("secret-refused"):
		w.Header().Set("WWW-Authenticate", `Basic realm="rehearsal"`)
		say(w, http.StatusUnauthorized, `{"error":"invalid_client","error_description":"The client secret supplied is invalid."}`)
	case f.has("bidi"):
		say(w, http.StatusUnauthorized, `{"error":"invalid_client","error_description":"\u202edetpecca \u001b]52;c;eA==\u0007\u001b[31mrefused"}`)
	case f.has("scope-missing"):
		say(w, http.StatusBadRequest, `{"error":"invalid_scope","error_description":"At least one scope has to be requested."}`)
	case f.has("grant-refused"):
		say(w, http.StatusBadRequest, `{"error":"unauthorized_client"}`)
	case f.has("grant-unknown"):
		say(w, http.StatusBadRequest, `{"error":"unsupported_grant_type"}`)
	default:
		say(w, http.StatusOK, `{"access_token":"`+Token+`","token_type":"Bearer","expires_in":86400}`)
	}
}

// refusals are answers of token services that no id and secret would change, in
// the words of those that give them.
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

// credentials are the client's, decoded from Basic as RFC 6749, section 2.3.1,
// has it, or from the form.
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

// techdata is TechData's token service and its partner API behind one front: a
// token is asked for by POST, everything else is the API.
func (f *front) techdata(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		f.token(w, r)
		return
	}
	token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	soin, stamp := r.Header.Get("SOIN"), r.Header.Get("TimeStamp")
	signed := base64.StdEncoding.EncodeToString([]byte(token + ":" + soin + ":" + stamp))
	_, err := strconv.ParseInt(stamp, 10, 64)
	switch {
	case token != Token || f.has("api-token-refused"):
		say(w, http.StatusUnauthorized, `{"Result":"Fail","ErrorMessage":"Invalid token"}`)
	case soin == "" || err != nil || r.Header.Get("Signature") != signed || f.has("soin-refused"):
		say(w, http.StatusForbidden, `{"Result":"Fail","ErrorMessage":"Invalid SOIN or signature"}`)
	default:
		say(w, http.StatusOK, `{"Result":"Success","BodyText":{"vendors":[],"totalPages":1}}`)
	}
}
