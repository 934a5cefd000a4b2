package run

import "lotse/flows"

// aspectCodes are the words for what differs.
var aspectCodes = map[flows.Aspect]string{
	flows.AspectPlace: "move.place", flows.AspectText: "move.text", flows.AspectQuestion: "move.question", flows.AspectType: "move.type",
	flows.AspectOptions: "move.options", flows.AspectRules: "move.rules", flows.AspectCondition: "move.condition",
	flows.AspectCheck: "move.check", flows.AspectColumns: "move.columns", flows.AspectFile: "move.file",
}

// AspectWords are the words for what differs between two versions, in their order.
func AspectWords(all []flows.Aspect) []flows.Message {
	words := make([]flows.Message, len(all))
	for i, a := range all {
		words[i] = flows.Msg(aspectCodes[a])
	}
	return words
}

// Why says why a move does to the step what it does.
func (m StepMove) Why() flows.Message {
	switch {
	case m.Gone:
		return flows.Msg("move.gone")
	case m.Was == "":
		return flows.Msg("move.new")
	}
	return changes(m.Was != m.ID, m.Was, m.Aspects)
}

// Why says why a move does to the item what it does.
func (m *ItemMove) Why() flows.Message {
	switch {
	case m.Gone:
		return flows.Msg("move.gone")
	case m.Back:
		return flows.Msg("move.again_there")
	case m.Was.IsZero():
		return flows.Msg("move.new")
	case m.Effect == Void:
		return flows.Msg("move.no_answer")
	case m.Effect == LookAgain && len(m.Aspects) == 0:
		return flows.Msg("move.rests")
	}
	return changes(m.Was.Item != m.At.Item, m.Was.Item, m.Aspects)
}

// changes says what is called otherwise, and what else differs.
func changes(renamed bool, was string, aspects []flows.Aspect) flows.Message {
	all := AspectWords(aspects)
	if renamed {
		all = append([]flows.Message{flows.Msg("move.renamed", "was", was)}, all...)
	}
	if len(all) == 0 {
		return flows.Message{}
	}
	return flows.Joined("joined.comma", all...)
}
