// Package journey holds the tests of the whole program: they build lotse and
// drive it as a person, a script or a bad day would, through a pseudo terminal
// with an emulator behind it, by commands, by signals and by kill -9. Nothing
// is faked.
//
// It has no code of its own, and what has to reach the store directly is a program
// of its own under testdata. Three import Lotse: two players of the stories in the
// test's own process, the dialogue (ui/walk) without a face and the commands
// (ui/command), whose logs have to be those of the faces; and the fault campaign, which
// breaks the program from outside and looks at thousands of the stores that are left
// (storage/sqlite). It exists so that what the packages promise one by one is seen
// to hold where it counts.
package journey
