package postgres

import "errors"

var errTodo = errors.New("not there yet")
