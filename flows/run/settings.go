package run

// What the settings that are kept for a run begin with; behind it stands the run's id.
const (
	AsidePrefix       = "aside."         // the run is put aside on this installation
	FaultsPrefix      = "faults."        // the faults that were chosen for it
	FingerprintPrefix = "vault.fpkey."   // the sealed key of its fingerprints
	ForeignPrefix     = "vault.foreign." // the newest epoch of fingerprints made elsewhere
)

// SettingPrefixes are all of them. A store knows by them what goes with a run that is
// deleted, and not by the id alone: that of a run from elsewhere may be the end of any
// other setting's name, as "recipient" is.
var SettingPrefixes = []string{AsidePrefix, FaultsPrefix, FingerprintPrefix, ForeignPrefix}
