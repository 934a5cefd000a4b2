package line
