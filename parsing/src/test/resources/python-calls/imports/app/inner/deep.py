from ..tools import other
from .. import settings
from ... import nowhere


def bottom():
    other()  #> app.tools.other
    settings.load()  #> app.settings.load
    nowhere.call()
