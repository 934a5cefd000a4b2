package check

import (
	"context"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

var (
	certificateSelfSigned = Finding{Code: "certificate_self_signed", Status: Failed, Message: "check.net_certificate_self_signed", Reasons: []Reason{{"check.why_operator", ""}, {"check.why_name", Asked}}}
	daysMalformed         = Finding{Code: "days_malformed", Status: Failed, Message: "check.net_days_malformed", Reasons: []Reason{{"check.why_days", "days"}}}
)

// tlsCertificateCheck looks at the certificate of a server: who issued it, for
// which names, and until when.
func tlsCertificateCheck() Check {
	return Check{
		Name:   "tls.certificate",
		Title:  "check.title_tls_certificate",
		Inputs: hostInputs(false, flows.Input{Name: "days", Types: numberTypes}),
		Findings: []Finding{
			hostMalformed, portMalformed, daysMalformed, addressForbidden, nameNotFound, nameFailed, refusedConnection, notReached, timedOut, offline, cutOff,
			certificateSelfSigned, certificateUntrusted, certificateExpired, certificateName, certificateEnds, tlsVersion, tlsMissing,
			proxyPage, proxyPassword, proxyRefused, missing,
		},
		Faults: append(faultsNamed(
			"name-not-found", "dns-silent", "dns-failure", "offline", "refused", "connect-silent", "tls-silent", "plain-http", "tls-old",
			"certificate-untrusted", "certificate-expired", "certificate-name", "certificate-ends",
		), Fault{"certificate-self-signed", "check.fault_certificate_self_signed", certificateSelfSigned.Code}),
		asks: []string{"host"},
		run:  tlsCertificate,
	}
}

// mostDays is how early a warning of a certificate's end can be asked for.
const mostDays = 3650

// tlsCertificate connects and looks, and sends nothing.
func tlsCertificate(ctx context.Context, j *job) run.CheckResult {
	few := fewDays
	if given := strings.TrimSpace(j.text("days")); given != "" {
		n, err := strconv.Atoi(given)
		if err != nil || n < 0 || n > mostDays {
			return j.ended(j.stop("ends", end(daysMalformed, "days", given, "most", mostDays)), "host")
		}
		few = n
	}
	x, e := j.reach("443")
	if e != nil {
		return j.ended(e, "host")
	}
	defer x.close()
	x.few = few
	e = through(ctx, x.address, x.connect, x.secure)
	x.describe()
	switch seen := x.seen; {
	case e != nil && e.Code == certificateUntrusted.Code && seen.selfSigned:
		return j.ended(end(certificateSelfSigned, "host", seen.host), "host")
	case e != nil:
		return j.ended(e, "host")
	}
	return x.passed("host", flows.Msg("check.certificate_passed", "host", strings.TrimSuffix(x.target.Host, ":443"), "issuer", x.seen.issuer, "until", day(x.seen.until)))
}

// describe says what the certificate says, good or bad; nothing where there was
// none.
func (x *exchange) describe() {
	if x.seen == nil || x.seen.until.IsZero() {
		return
	}
	x.pass("issuer", flows.Said(x.seen.issuer))
	x.pass("names", flows.Said(strings.Join(x.seen.names, ", ")))
	x.pass("ends", flows.Msg("check.certificate_until", "from", day(x.seen.from), "until", day(x.seen.until)))
}
