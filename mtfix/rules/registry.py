"""Finds every rule by walking the package: there is no list to forget."""

import importlib
import pkgutil
from abc import ABCMeta
from functools import lru_cache
from typing import TypeGuard

import mtfix.rules as package
from mtfix.rules.base import Rule


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """One instance of every rule, by code.  Raises ValueError when two rules share a code."""
    found: dict[str, Rule] = {}
    for module in pkgutil.walk_packages(package.__path__, "mtfix.rules."):
        for kind in vars(importlib.import_module(module.name)).values():
            if not _is_rule_of(kind, module.name):
                continue
            if kind.code in found:
                raise ValueError(f"{kind.code} is both {found[kind.code].name} and {kind.name}")
            found[kind.code] = kind()
    return tuple(found[code] for code in sorted(found))


def _is_rule_of(kind: object, module: str) -> TypeGuard[type[Rule]]:
    """Whether a name of a module is a rule defined there; a base for rules has no code of its own."""
    # The type of the type: on Python 3.10 aliases such as list[int] and Callable[[int], int] pass for classes.
    return (
        isinstance(kind, ABCMeta)
        and issubclass(type(kind), ABCMeta)
        and issubclass(kind, Rule)
        and kind.__module__ == module
        and "code" in vars(kind)
    )


def rule_by_code(code: str) -> Rule | None:
    """The rule with exactly this code."""
    return next((rule for rule in all_rules() if rule.code == code), None)
