"""Everything a developer runs, from a clean clone, with nothing but Python 3.11 or later.

python3 dev.py demo    makes an invented review and its redacted Word report: the main job
python3 dev.py run     opens the window
python3 dev.py test    types, lint, walls and every test
python3 dev.py lint    types, lint and walls only
python3 dev.py bench   benchmarks, as ratios
python3 dev.py wheel   the wheel that is shipped, its finder compiled (needs a C compiler), in dist
"""

from __future__ import annotations

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
LOCK = HERE / "packaging" / "requirements-dev.lock"
SETTLED = HOME / "locked.sha256"

# What Qt loads from the system on Debian: the library, and the package that brings it.
QT_LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "glib-2.0": "libglib2.0-0",
    "xkbcommon": "libxkbcommon0",
}
QT_ON_X11 = {
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-image": "libxcb-image0",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-shape": "libxcb-shape0",
    "xcb-xkb": "libxcb-xkb1",
    "xkbcommon-x11": "libxkbcommon-x11-0",
}


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def set_up() -> None:
    """Make the private environment in .venv with exactly the locked packages."""
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if SETTLED.is_file() and SETTLED.read_text() == wanted and (BIN / tool("workbench")).exists():
        return
    if sys.version_info < (3, 11):  # noqa: UP036  # this file runs before anything has checked
        sys.exit("The workbench needs Python 3.11 or later: install it from python.org.")
    say("Setting up: a private environment in .venv with the locked packages (a few minutes) ...")
    try:
        venv.create(HOME, with_pip=True, clear=True)
    except subprocess.CalledProcessError:
        sys.exit(
            "Python's venv is incomplete. On Debian or Ubuntu: sudo apt-get install python3-venv"
        )
    pip = [BIN / tool("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    call([*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK])
    call([*pip, "--no-deps", "--no-build-isolation", "--no-index", "--editable", HERE])
    SETTLED.write_text(wanted)


def see_to_qt() -> None:
    """On Linux, find which of Qt's system libraries are missing; install them, or say which."""
    if not sys.platform.startswith("linux"):
        return
    missing = [
        package for name, package in QT_LIBRARIES.items() if not ctypes.util.find_library(name)
    ]
    if os.environ.get("DISPLAY"):
        missing += [p for name, p in QT_ON_X11.items() if not ctypes.util.find_library(name)]
    if not missing:
        return
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
    if not shutil.which("apt-get") or os.geteuid() != 0:
        line = " ".join(["sudo", *install]) if shutil.which("apt-get") else ", ".join(missing)
        sys.exit(f"The window needs these libraries of the system:\n  {line}")
    say(f"Installing what Qt needs of the system: {' '.join(missing)} ...")
    quiet = {
        "stdout": subprocess.DEVNULL,
        "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    }
    subprocess.run(["apt-get", "update", "-qq"], check=True, **quiet)
    subprocess.run(install, check=True, **quiet)


def tool(name: str) -> str:
    return f"{name}.exe" if os.name == "nt" else name


def call(command: list[str | Path], **environment: str) -> None:
    """Run a command here; stop with its exit status when it fails."""
    done = subprocess.run(
        [str(part) for part in command], cwd=HERE, env={**os.environ, **environment}, check=False
    )
    if done.returncode:
        sys.exit(done.returncode)


def demo(rest: list[str]) -> None:
    set_up()
    call([BIN / tool("workbench"), "demo", *rest])


def run(rest: list[str]) -> None:
    set_up()
    see_to_qt()
    call([BIN / tool("workbench"), *rest])


def lint(_rest: list[str]) -> None:
    set_up()
    call([BIN / tool("ruff"), "check", "."])
    call([BIN / tool("ruff"), "format", "--check", "."])
    call([BIN / tool("mypy")])
    call([BIN / tool("lint-imports")])


def test(rest: list[str]) -> None:
    set_up()
    see_to_qt()
    if not rest:
        lint([])
    call([BIN / tool("pytest"), "-n", str(os.cpu_count() or 1), *rest], QT_QPA_PLATFORM="offscreen")


def bench(rest: list[str]) -> None:
    set_up()
    see_to_qt()
    chosen = rest or sorted(path.stem for path in (HERE / "tests" / "bench").glob("bench_*.py"))
    for name in chosen:
        call([BIN / tool("python"), "-m", f"tests.bench.{name}"], QT_QPA_PLATFORM="offscreen")


def wheel(_rest: list[str]) -> None:
    set_up()
    call(
        [BIN / tool("python"), HERE / "packaging" / "compiling.py"]
    )  # what is missing, if anything
    build = ["-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps"]
    offline = ["--no-build-isolation", "--no-index", "--wheel-dir", HERE / "dist", HERE]
    say("Compiling the finder and packing the wheel (one or two minutes) ...")
    call([BIN / tool("python"), *build, *offline], HATCH_BUILD_HOOK_ENABLE_CUSTOM="true")
    for path in sorted((HERE / "dist").glob("*.whl")):
        print(path.relative_to(HERE))


COMMANDS = {
    "demo": demo,
    "run": run,
    "test": test,
    "lint": lint,
    "bench": bench,
    "wheel": wheel,
}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__)
    COMMANDS[sys.argv[1]](sys.argv[2:])
