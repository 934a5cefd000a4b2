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

// ended is a currency that is no more: the month of its withdrawal, as in list
// three, and what came after it ("" for several).
type ended struct{ since, after string }

var endedCurrencies = map[string]ended{
	"ADP": {"2003-07", "EUR"}, "AFA": {"2003-01", "AFN"}, "ANG": {"2025-03", "XCG"}, "ATS": {"2002-03", "EUR"}, "AZM": {"2005-12", "AZN"},
	"BEF": {"2002-03", "EUR"}, "BGL": {"2003-11", "BGN"}, "BGN": {"2026-01", "EUR"}, "BYB": {"2001-01", "BYN"}, "BYR": {"2017-01", "BYN"},
	"CSD": {"2006-10", ""}, "CSK": {"1993-03", ""}, "CUC": {"2021-06", "CUP"}, "CYP": {"2008-01", "EUR"}, "DDM": {"1990-09", "EUR"},
	"DEM": {"2002-03", "EUR"}, "ECS": {"2000-09", "USD"}, "EEK": {"2011-01", "EUR"}, "ESP": {"2002-03", "EUR"}, "FIM": {"2002-03", "EUR"},
	"FRF": {"2002-03", "EUR"}, "GHC": {"2008-01", "GHS"}, "GRD": {"2002-03", "EUR"}, "GWP": {"1997-05", "XOF"}, "HRK": {"2023-01", "EUR"},
	"IEP": {"2002-03", "EUR"}, "ITL": {"2002-03", "EUR"}, "LTL": {"2014-12", "EUR"}, "LUF": {"2002-03", "EUR"}, "LVL": {"2014-01", "EUR"},
	"MGF": {"2004-12", "MGA"}, "MRO": {"2017-12", "MRU"}, "MTL": {"2008-01", "EUR"}, "MXP": {"1993-01", "MXN"}, "MZM": {"2006-06", "MZN"},
	"NLG": {"2002-03", "EUR"}, "PLZ": {"1997-01", "PLN"}, "PTE": {"2002-03", "EUR"}, "ROL": {"2005-06", "RON"}, "RUR": {"2004-01", "RUB"},
	"SDD": {"2007-07", "SDG"}, "SIT": {"2007-01", "EUR"}, "SKK": {"2009-01", "EUR"}, "SLL": {"2023-12", "SLE"}, "SRG": {"2003-12", "SRD"},
	"STD": {"2017-12", "STN"}, "SUR": {"1990-12", ""}, "TMM": {"2009-01", "TMT"}, "TRL": {"2005-12", "TRY"}, "UAK": {"1996-09", "UAH"},
	"VEB": {"2008-01", "VES"}, "VEF": {"2018-08", "VES"}, "XEU": {"1999-01", "EUR"}, "YUM": {"2003-07", ""}, "ZMK": {"2012-12", "ZMW"},
	"ZWD": {"2008-08", "ZWG"}, "ZWL": {"2024-09", "ZWG"}, "ZWN": {"2006-09", "ZWG"}, "ZWR": {"2009-06", "ZWG"},
}

// findCurrency finds why a text is no code of a currency in use today.
func findCurrency(s string, today time.Time) *violation {
	code := strings.ToUpper(s)
	end, ends := endedCurrencies[code]
	switch {
	case ends && today.Format("2006-01") >= end.since:
		return end.violation(code)
	case isCode(noMoney, code):
		return newViolation("currency_no_money", "value", code)
	case !ends && !isCode(currencies, code):
		return newViolation("", "value", s)
	case s != code:
		return newViolation("currency_case", "value", s, "code", code)
	}
	return nil
}

func (e ended) violation(code string) *violation {
	if e.after == "" {
		return newViolation("currency_ended_alone", "value", code, "date", e.since)
	}
	return newViolation("currency_ended", "value", code, "date", e.since, "after", e.after)
}

func isCode(list, code string) bool {
	return len(code) == 3 && !strings.Contains(code, " ") && strings.Contains(list, code)
}
