package io.mnemolite.core.code.resolution.module;

import java.util.Set;

/** The modules that Python brings. */
final class PythonLibrary {

    private static final Set<String> MODULES = Set.of("""
            __future__ abc argparse array ast asyncio atexit base64 bisect builtins bz2 calendar cmath codecs collections
            concurrent configparser contextlib contextvars copy csv ctypes curses dataclasses datetime dbm decimal difflib dis
            doctest email encodings enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc
            getopt getpass gettext glob graphlib gzip hashlib heapq hmac html http imaplib importlib inspect io ipaddress
            itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap multiprocessing netrc
            numbers operator os pathlib pdb pickle pkgutil platform plistlib pprint profile pstats pty pwd py_compile pydoc
            queue random re readline resource runpy sched secrets select selectors shelve shlex shutil signal site smtplib
            socket socketserver sqlite3 ssl stat statistics string stringprep struct subprocess symtable sys sysconfig syslog
            tarfile tempfile termios textwrap threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc
            tty types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg wsgiref xml
            xmlrpc zipapp zipfile zipimport zlib zoneinfo""".strip().split("\\s+"));

    private PythonLibrary() {}

    static boolean contains(String module) {
        return MODULES.contains(module);
    }
}
