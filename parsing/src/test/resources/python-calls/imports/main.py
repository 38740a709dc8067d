import app
import app.tools
import app.tools as t
import app.inner.deep
import json
import os.path as p
from app import exported, settings, bottom
from app.tools import helper as renamed, Kit
from json import dumps

try:
    from app.tools import helper as maybe
except ImportError:
    maybe = None


def helper():
    pass


def main():
    exported()  #> app.tools.helper
    settings.load()  #> app.settings.load
    bottom()  #> app.inner.deep.bottom
    renamed()  #> app.tools.helper
    helper()  #> main.helper
    app.exported()  #> app.tools.helper
    app.tools.other()  #> app.tools.other
    t.other()  #> app.tools.other
    app.inner.deep.bottom()  #> app.inner.deep.bottom
    app.bottom()  #> app.inner.deep.bottom
    Kit.open()  #> app.tools.Kit.open
    t.Kit.open()  #> app.tools.Kit.open
    maybe()  #> app.tools.helper
    json.loads("1")
    p.join("a", "b")
    dumps({})
    app.missing()


def late():
    from app.tools import other

    other()  #> app.tools.other


def unrelated():
    other()
