// Package library holds Lotse's built-in procedures: one YAML document each,
// its translations beside it, and the steps that several of them share. It is
// data only and imports nothing but embed and, in a release, lotse/flows/bundle;
// lotse/flows reads it.
//
// FS has the procedures in its root: NAME.yaml, its overlays NAME.LANG.yaml, and
// what they include (NAME.steps.yaml).
package library
