"""Reads {"grammar", "texts"} and writes, as JSON, what is wrong with the grammar and which texts llguidance derives from it."""
import json
import sys

from llguidance import LLMatcher, LLTokenizer
from llguidance._tokenizer import TokenizerWrapper


class Bytes:
    """A vocabulary of all bytes."""

    eos_token_id = 256
    bos_token_id = None
    tokens = [bytes([code]) for code in range(256)] + [b"</s>"]
    special_token_ids = [256]

    def __call__(self, text):
        return list(text if isinstance(text, bytes) else text.encode())


given = json.load(sys.stdin)
tokenizer = LLTokenizer(TokenizerWrapper(Bytes()))
grammar = LLMatcher.grammar_from_lark(given["grammar"])


def derives(text):
    matcher = LLMatcher(tokenizer, grammar, log_level=0)
    codes = list(text.encode("utf-8", "surrogatepass"))
    return matcher.try_consume_tokens(codes) == len(codes) and matcher.is_accepting()


problems = LLMatcher.validate_grammar(grammar, tokenizer)
json.dump({"problems": problems, "derived": [derives(text) for text in given["texts"]]}, sys.stdout)
