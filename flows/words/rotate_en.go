package words

// rotateEnglish says what there is to say of the rotation of a secret: what
// happened, what is open, what cannot be done, and what the dialogue tells.
func rotateEnglish() table {
	return table{
		"event.rotation_begun":     "A rotation of the secret of \"{item}\" was begun. It is used by: {users}.",
		"event.rotation_sealed":    "The new secret of \"{item}\" was sealed beside the old one ({fingerprint}).",
		"event.rotation_confirmed": "The new secret of \"{item}\" was confirmed in: {users}.",
		"event.rotation_given_up":  "The rotation of the secret of \"{item}\" was given up: the old one stays.",
		"event.secret_destroyed":   "A sealed secret of \"{item}\" that is no longer needed was destroyed ({fingerprint}).",

		"rotation_begun":  "The secret \"{item}\" is being rotated: the new one is not entered yet.",
		"rotation_sealed": "The secret \"{item}\" is being rotated: the new one is not confirmed yet in: {users}.",

		"refuse.rotation_not_offered": "{item}: this procedure offers no rotation of it.",
		"refuse.rotation_no_secret":   "{item} holds no secret here: there is nothing to rotate.",
		"refuse.rotation_users":       "Before {item} is rotated, say which systems and people use it: at least one.",
		"refuse.rotation_many":        "That is {n} systems and people; a rotation has at most {limit}.",
		"refuse.rotation_not_begun":   "No rotation of {item} is open.",
		"refuse.rotation_no_new":      "The new secret of {item} is not entered yet.",
		"refuse.rotation_same":        "{item}: that is the old secret, which is to be replaced.",
		"refuse.rotation_user":        "\"{user}\" is not among those that use {item}: {users}.",
		"refuse.rotation_other_new":   "The new secret of {item} was replaced by another one meanwhile: confirm that one.",
		"refuse.rotation_open":        "{item} is being rotated. Confirm the new secret or give the rotation up before you change it otherwise.",

		"dialogue.rotation_sealed":    "The new secret is sealed. The old one stays until the new one is confirmed in every system.",
		"dialogue.rotation_confirmed": "The new secret is confirmed everywhere. The old one is being destroyed.",
		"dialogue.rotation_left":      "Not confirmed yet in: {users}.",
		"dialogue.rotation_given_up":  "The rotation is given up. The old secret stays.",
		"dialogue.rotation_doubt":     "The new secret: {text}",
		"dialogue.rotation_test":      "Test the new secret ({checks}).",
		"dialogue.rotation_nothing":   "This run offers no rotation of a secret now.",
		"dialogue.do_rotate":          "rotate the secret \"{what}\"",
	}
}
