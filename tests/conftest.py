"""Properties are tested without a clock: that a machine is busy is no failure."""

from hypothesis import settings

settings.register_profile("factkit", deadline=None)
settings.load_profile("factkit")
