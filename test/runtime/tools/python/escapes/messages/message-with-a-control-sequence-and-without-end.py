# A message with a control sequence and without end.
raise ValueError("\x1b]0;x\x07" + "A" * 10_000_000)
