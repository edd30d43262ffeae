"""A number from words: choices that look free and are the same on every machine."""

import zlib

_MIX = 0x9E3779B1


def seed(*parts: str) -> int:
    """A number that depends on the words alone, 0 to 2³² - 1; neighbouring words give numbers far apart."""
    number = zlib.crc32("\u0000".join(parts).encode())
    for shift in (16, 13, 16):
        number = ((number ^ (number >> shift)) * _MIX) & 0xFFFFFFFF
    return number
