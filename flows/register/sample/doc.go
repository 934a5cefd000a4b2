// Package sample makes registers for demonstrations, tests and benchmarks, as
// the two systems write them: Netvisor's with semicolons and Finnish headers,
// Rackbeat's with commas and English ones. All of it is made up: the names are
// of no company, and the business ids only have a check digit that fits. What it
// makes is always the same for the same arguments.
//
// The package is pure; it imports flows/register/compare for its names.
package sample
