package document

import "fmt"

// function is what a template can call.
type function func(args []any) (any, error)

// takes makes a function of so many arguments.
func takes(n int, call func(args []any) any) function {
	return func(args []any) (any, error) {
		if len(args) != n {
			return nil, fmt.Errorf("%d arguments where there have to be %d", len(args), n)
		}
		return call(args), nil
	}
}

func ofNone[T any](call func() T) function {
	return takes(0, func([]any) any { return call() })
}

func ofText[T any](call func(text string) T) function {
	return takes(1, func(args []any) any { return call(plain(args[0])) })
}

func ofTexts[T any](call func(one, other string) T) function {
	return takes(2, func(args []any) any { return call(plain(args[0]), plain(args[1])) })
}

// ofPairs makes a function of a text and any number of pairs.
func ofPairs(call func(text string, pairs ...string) string) function {
	return func(args []any) (any, error) {
		if len(args)%2 == 0 {
			return nil, fmt.Errorf("%d arguments where there have to be one and pairs", len(args))
		}
		texts := make([]string, len(args))
		for i, v := range args {
			texts[i] = plain(v)
		}
		return call(texts[0], texts[1:]...), nil
	}
}

// plain is a value as a text: of a cell what it holds.
func plain(v any) string {
	if c, is := v.(cell); is {
		return string(c)
	}
	return fmt.Sprint(v)
}
