from .tools import helper as exported
from .inner import *
from . import settings

__all__ = ["exported", "settings"]
