"""What every test shares: how many examples hypothesis tries."""

from hypothesis import settings

from tests.profile import PROFILE

settings.register_profile("sample", max_examples=40, deadline=None)
settings.register_profile("prove", max_examples=1000, deadline=None)
settings.load_profile(PROFILE)
