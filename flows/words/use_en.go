package words

// useEnglish says how a kept secret is had back: where it stays when it is
// copied or shown, and what became of it.
func useEnglish() table {
	return table{
		"use.none":        "No secret is kept here.",
		"use.forgotten":   "The secret of {item} is not kept here: it was forgotten, or did not come with the run.",
		"use.unsaved":     "Neither shown nor copied: this use could not be put on record.",
		"use.interrupted": "Something else is asked first: show it again after that.",
		"use.not_text":    "This secret is no text, and a clipboard would spoil it. It can be written to a file instead.",
		"use.failed":      "The clipboard did not take it: {why}.",
		"use.nowhere":     "There is no clipboard here: no program for it was found.",

		// what stays where, before it is copied
		"use.fate":          "Copied, it goes to {program}. Until it is cleared every program of yours can read it, and a clipboard manager may keep it in its history for longer. It is cleared after {n} {n:second|seconds}, unless something else was copied by then.",
		"use.fate_kept":     "Copied, it goes to {program}. Every program of yours can read it there, and the clipboard's history may keep it. It is not cleared: what lies on this clipboard cannot be compared.",
		"use.fate_terminal": "Copied, it is sent to the terminal's clipboard (OSC 52), which may not take it. Every program there can read it, and a clipboard manager may keep it in its history. It is not cleared: from here it cannot be read back.",

		// what lies between
		"use.through_tmux":        "Lotse is inside tmux: what is sent through it stays in its buffers, too (tmux list-buffers).",
		"use.through_tmux_here":   "Lotse is inside tmux: the clipboard is that of this machine, which you may not be sitting at.",
		"use.through_screen":      "Lotse is inside screen: what is sent through it may stay there, or get lost.",
		"use.through_screen_here": "Lotse is inside screen: the clipboard is that of this machine, which you may not be sitting at.",
		"use.through_ssh":         "You work over ssh: the secret goes to the clipboard of the other machine and stays there.",

		// what was done, in one or two short lines
		"use.lent":        "Copied with {program}; cleared in {n} {n:second|seconds}. Until then every program of yours can read it, a clipboard history for longer.",
		"use.lent_kept":   "Copied with {program}, and not cleared: copy something else over it. Every program of yours can read it there.",
		"use.sent":        "Sent to the terminal's clipboard, and not cleared: copy something else over it. The terminal may not have taken it.",
		"use.cleared":     "The clipboard is cleared.",
		"use.replaced":    "The clipboard holds something else by now, which was left there.",
		"use.not_cleared": "The clipboard could not be cleared ({why}): copy something else over the secret.",

		// showing it
		"use.gone_in":   "It goes away in {n} {n:second|seconds}, or with any key.",
		"use.escaped":   "What cannot be shown in it is written with a backslash.",
		"use.begins":    "Only its beginning fits here.",
		"use.recorded":  "Each time it is shown or copied is put on record, without its value.",
		"use.rehearsal": "This is a rehearsal: its secrets have a key of their own, which lies open in the database and protects nothing.",
		"use.demo":      "This is a demo: its secrets have a key of their own, which lies open in the database and protects nothing.",
		"use.shared":    "Others look on: it is shown once the shared view is off.",
		"use.stays":     "What is shown here cannot be taken away again: it stays in the scrollback, or wherever the output goes.",

		// asking
		"use.expose_title": "Copy it all the same?",
		"use.expose":       "Copy it all the same? yes or no",
		"use.show_anyway":  "Show it all the same? yes or no",
		"use.left":         "Nothing was copied or shown.",
		"use.unlock_title": "The key is locked",
		"use.unlock_what":  "The passphrase of the key opens the secret.",
		"use.no_echo":      "Nothing here can ask for the passphrase without showing it.",
		"use.passphrase":   "Passphrase of the key",
		"use.opening":      "Opening the key.",

		// the keys of the full screen, and the commands
		"use.key_secret": "show or copy the secret",
		"use.key_copy":   "copy",
		"use.key_show":   "show",
		"use.key_anyway": "copy it",
		"use.help_line":  "copy and reveal: the kept secret, on the clipboard or shown.",
	}
}
