package flows

import (
	"strings"
	"time"
)

// currencies are the codes of ISO 4217, list one, that stand for money in use.
// Left out: XXX and XTS, metals, bond and accounting units (XBA to XBD, XDR,
// XSU, XUA, XAD), and the funds codes (BOV, CHE, CHW, CLF, COU, MXV, USN, UYI,
// UYW).
const currencies = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD " +
	"CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD " +
	"HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD " +
	"MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR " +
	"RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS " +
	"UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG"

// noMoney are codes of list one that nobody pays with.
const noMoney = "BOV CHE CHW CLF COU MXV USN UYI UYW XAD XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX"

// ended is a currency that is no more: since when, and what came after it.
type ended struct{ since, after string }

var endedCurrencies = map[string]ended{
	"ANG": {"2025-07-01", "XCG"},
	"BGN": {"2026-01-01", "EUR"},
	"HRK": {"2023-01-01", "EUR"},
}

func findCurrency(s string, today time.Time) *breach {
	code := strings.ToUpper(s)
	if end, ok := endedCurrencies[code]; ok && today.Format(isoDate) >= end.since {
		return breachOf("currency_ended", "value", code, "date", end.since, "after", end.after)
	} else if ok || isCode(currencies, code) {
		if s != code {
			return breachOf("currency_case", "value", s, "code", code)
		}
		return nil
	}
	if isCode(noMoney, code) {
		return breachOf("currency_no_money", "value", code)
	}
	return breachOf("", "value", s)
}

func isCode(list, code string) bool {
	return len(code) == 3 && !strings.Contains(code, " ") && strings.Contains(list, code)
}
