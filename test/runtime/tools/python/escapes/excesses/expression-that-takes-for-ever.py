# A regular expression that takes for ever, where no signal interrupts it.
# seconds: 1
# told: longer than 1 seconds
import re
re.match("(a*)*b", "a" * 40)
