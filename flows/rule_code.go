package flows

import (
	"encoding/base64"
	"encoding/json"
	"strconv"
	"strings"
	"time"
)

// findGUID finds why a text is no GUID: RFC 9562, section 4, without braces or
// urn:uuid:, and not the nil UUID of its section 5.9.
func findGUID(s string) *violation {
	switch {
	case !isGUID(s):
		return newViolation("", "value", s)
	case strings.Trim(s, "0-") == "":
		return newViolation("guid_zero")
	}
	return nil
}

func isGUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := range len(s) {
		if hyphen := i == 8 || i == 13 || i == 18 || i == 23; hyphen != (s[i] == '-') || !hyphen && !isHex(s[i]) {
			return false
		}
	}
	return true
}

func isHex(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f' }

// findBusinessID finds why a text is no Finnish business ID: seven digits, a
// hyphen, and the check digit over the weights 7 9 10 5 8 4 2 modulo 11; a
// remainder of 1 is never issued.
func findBusinessID(s string) *violation {
	id := normalBusinessID(s)
	if len(id) != 9 || id[7] != '-' || strings.Trim(id[:7]+id[8:], "0123456789") != "" {
		return newViolation("", "value", s)
	}
	sum := 0
	for i, weight := range []int{7, 9, 10, 5, 8, 4, 2} {
		sum += weight * int(id[i]-'0')
	}
	switch rest := sum % 11; {
	case rest == 1:
		return newViolation("business_id_never", "value", s)
	case id[8] != "0?987654321"[rest]:
		return newViolation("business_id_digit", "value", s, "digit", id[8:], "want", "0?987654321"[rest:rest+1])
	}
	return nil
}

// normalBusinessID writes a business ID as 1234567-8: of the VAT form
// FI12345678, of eight digits, and of the old form with six before the hyphen.
func normalBusinessID(s string) string {
	id := strings.ReplaceAll(strings.ToUpper(strings.TrimSpace(s)), " ", "")
	id = strings.TrimPrefix(id, "FI")
	if len(id) == 8 && strings.Trim(id, "0123456789") == "" {
		return id[:7] + "-" + id[7:]
	}
	if before, after, ok := strings.Cut(id, "-"); ok && len(before) == 6 && len(after) == 1 {
		return "0" + id
	}
	return id
}

// findRackbeatKey finds what is suspicious about a Rackbeat API key, which
// looks like a JSON Web Token (RFC 7519). The violation contains no part of
// the key.
func findRackbeatKey(s string, today time.Time) *violation {
	if len(s) > 7 && strings.EqualFold(s[:7], "bearer ") {
		return newViolation("rackbeat_key_bearer")
	}
	parts := strings.Split(s, ".")
	if len(parts) != 3 {
		return newViolation("", "parts", strconv.Itoa(len(parts)))
	}
	for i, part := range parts {
		if raw, err := base64.RawURLEncoding.DecodeString(part); err != nil || len(raw) == 0 || i < 2 && !json.Valid(raw) {
			return newViolation("rackbeat_key_part", "n", strconv.Itoa(i+1))
		}
	}
	var claims struct {
		Expires float64 `json:"exp"`
	}
	raw, _ := base64.RawURLEncoding.DecodeString(parts[1])
	if err := json.Unmarshal(raw, &claims); err == nil && claims.Expires > 0 && claims.Expires < float64(today.Unix()) {
		return newViolation("rackbeat_key_expired", "date", time.Unix(int64(claims.Expires), 0).UTC().Format(isoDate))
	}
	return nil
}
