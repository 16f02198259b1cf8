"""How long hypothesis may search, and that it searches in the same places every time."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "mtfix", max_examples=200, deadline=2000, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("mtfix")
