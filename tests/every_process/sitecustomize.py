"""Python imports a module of this name when it starts, if PYTHONPATH names its folder."""

import first_of_all  # noqa: F401
