"""A negation of the source that the French loses, or one that it adds."""

from __future__ import annotations

from mtfix.rules.accuracy.negations import (
    english_negations,
    french_negations,
    is_negative_english,
    is_negative_french,
)

_SURE = 0.15
_FARTHEST = 14
_NEAR = 7
FREE = 12


def lost(alignment, tags):
    en, fr = _unpaired(alignment, tags)
    if fr:
        return
    for n in en:
        link = _anchor(n, alignment)
        if any(is_negative_english(alignment.source.words[g]) for g in n.governed[:1]):
            continue
        if link is None:
            j = int(min(len(alignment.target) - 1, max(0, _projection(alignment, n.first))))
            reach = FREE
        else:
            j, reach = link.target, _NEAR
        if any(is_negative_french(w) for w in _clause(alignment.target, j, reach)):
            continue
        yield n, j


def added(alignment, tags):
    en, fr = _unpaired(alignment, tags)
    if en:
        return
    for n in fr:
        link = _anchor(n, alignment, True)
        if any(is_negative_french(alignment.target.words[g]) for g in n.governed[:1]):
            continue
        if link is None:
            i = int(len(alignment.source) * n.first / len(alignment.target))
            reach = FREE
        else:
            i, reach = link.source, _NEAR
        if any(is_negative_english(w) for w in _clause(alignment.source, i, reach)):
            continue
        yield n, i


def _clause(tokens, place, reach):
    return tokens.words[max(0, place - reach) : place + reach + 1]


def _anchor(n, alignment, french=False):
    links = [alignment.origin(g) if french else alignment.rendering(g) for g in n.governed]
    links = [l for l in links if l and l.score >= _SURE]
    return links[0] if links else None


def _projection(alignment, i):
    link = alignment.rendering(i)
    if link:
        return link.target
    left = next((l for k in range(i - 1, -1, -1) if (l := alignment.rendering(k))), None)
    right = next((l for k in range(i + 1, len(alignment.source)) if (l := alignment.rendering(k))), None)
    if left and right:
        return (left.target + right.target) / 2
    if left:
        return left.target + (i - left.source)
    if right:
        return max(0, right.target - (right.source - i))
    return i * len(alignment.target) / max(1, len(alignment.source))


def _unpaired(alignment, tags):
    en = list(english_negations(alignment.source))
    fr = list(french_negations(alignment.target, tags))
    d = []
    for a, e in enumerate(en):
        ps = [_projection(alignment, g) for g in (e.governed[:1] or (e.first,))]
        for b, f in enumerate(fr):
            places = f.governed or (f.first,)
            dist = min(abs(p - q) for p in ps for q in (*places, f.first))
            if dist <= _FARTHEST:
                d.append((dist, a, b))
    d.sort()
    ua = set()
    ub = set()
    for x, a, b in d:
        if a in ua or b in ub:
            continue
        ua.add(a)
        ub.add(b)
    return [e for a, e in enumerate(en) if a not in ua], [f for b, f in enumerate(fr) if b not in ub]
