"""Reads {"grammar", "texts", "start", "samples", "seed"} and writes, as JSON, what is wrong with the grammar, which texts llguidance
derives from it, and texts that it wrote: null where one came to no end, or where its bytes are no UTF-8."""
import json
import random
import sys

from llguidance import LLMatcher, LLTokenizer
from llguidance._tokenizer import TokenizerWrapper

END = 256
# Bytes after which a text is brought to an end, and given up.
LONG = 80
LONGEST = 500
CLOSING = b'"}])'
OPENING = b'"{[(/'


class Bytes:
    """A vocabulary of all bytes."""

    eos_token_id = END
    bos_token_id = None
    tokens = [bytes([code]) for code in range(256)] + [b"</s>"]
    special_token_ids = [END]

    def __call__(self, text):
        return list(text if isinstance(text, bytes) else text.encode())


given = json.load(sys.stdin)
tokenizer = LLTokenizer(TokenizerWrapper(Bytes()))
grammar = LLMatcher.grammar_from_lark(given["grammar"])
chance = random.Random(given["seed"])


def derives(text):
    matcher = LLMatcher(tokenizer, grammar, log_level=0)
    codes = list(text.encode("utf-8", "surrogatepass"))
    return matcher.try_consume_tokens(codes) == len(codes) and matcher.is_accepting()


def weight(code, ending):
    if code == END:
        return 1e6 if ending else 1
    if code in b" \t\r\n/":
        return 0.1
    if code > 127:
        return 0.02
    if not ending:
        return 1
    return 1000 if code in CLOSING else 0.001 if code in OPENING else 1


def written():
    matcher = LLMatcher(tokenizer, grammar, log_level=0)
    codes = list(given["start"].encode())
    matcher.try_consume_tokens(codes)
    while len(codes) < LONGEST:
        mask = matcher.compute_bitmask()
        legal = [code for code in range(END + 1) if mask[code // 8] >> (code % 8) & 1]
        if not legal:
            return None
        ending = len(codes) > len(given["start"]) + LONG
        [code] = chance.choices(legal, [weight(code, ending) for code in legal])
        if code == END:
            return decoded(bytes(codes))
        matcher.consume_token(code)
        codes.append(code)
    return None


def decoded(codes):
    try:
        return codes.decode()
    except UnicodeDecodeError:
        return None


problems = LLMatcher.validate_grammar(grammar, tokenizer)
derived = [derives(text) for text in given["texts"]]
json.dump({"problems": problems, "derived": derived, "written": [written() for _ in range(given["samples"])]}, sys.stdout)
