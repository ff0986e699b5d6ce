"""The Python environment: finds or fetches uv, then makes `.venv` from the lock."""

import configparser
import os
import re
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = "committee-desk"
UV = "0.13.9"
OLDEST_UV = (0, 8)
SCRIPTS = "Scripts" if os.name == "nt" else "bin"  # the Windows side is not run


def python_of(environment: Path) -> Path:
    """The interpreter of a virtual environment."""
    return environment / SCRIPTS / ("python.exe" if os.name == "nt" else "python")


def answer(*command: object, folder: Path | None = None, env: Mapping[str, str] | None = None) -> int:
    """Run a program and hand on its exit code."""
    return subprocess.run([str(word) for word in command], check=False, cwd=folder, env=env).returncode


def run(*command: object, env: Mapping[str, str] | None = None) -> None:
    """Run a step from the project's top folder; a failed step ends the whole with its own exit code."""
    code = answer(*command, folder=ROOT, env=env)
    if code:
        raise SystemExit(code)


def find_uv() -> Path:
    """A uv that works: the one on the PATH, else the one kept in `build/uv`, fetched once."""
    own = ROOT / "build" / "uv" / SCRIPTS / ("uv.exe" if os.name == "nt" else "uv")
    for candidate in (Path("uv"), own):
        if works(candidate):
            return candidate
    print(f"Fetching uv {UV} into build/uv", flush=True)
    home = ROOT / "build" / "uv"
    venv.create(home, clear=True, with_pip=True)
    run(python_of(home), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"uv=={UV}")
    return own


def works(uv: Path) -> bool:
    """Whether this uv answers and is new enough; a shim that leads nowhere does not count."""
    try:
        said = subprocess.run([uv, "--version"], check=False, capture_output=True, text=True, cwd=ROOT)
    except OSError:
        return False
    return said.returncode == 0 and new_enough(said.stdout)


def new_enough(answer: str) -> bool:
    """Read `uv 0.13.9 (...)`."""
    found = re.match(r"uv (\d+)\.(\d+)", answer)
    return found is not None and (int(found[1]), int(found[2])) >= OLDEST_UV


def make(folder: Path, *groups: str, editable: bool = True) -> Path:
    """Make or bring up to date the environment in `folder` exactly as locked; the answer is its Python.

    Not editable means the wheel: built afresh, installed as an office would have it.
    """
    uv = find_uv()
    settings = pip_settings(os.environ, pip_files(os.environ))
    environment = uv_environment(os.environ, settings) | {"UV_PROJECT_ENVIRONMENT": str(folder)}
    if "index-url" in settings:
        _from_mirror(uv, folder, environment, groups, editable=editable)
    else:
        project = [] if editable else ["--no-editable", f"--reinstall-package={PROJECT}"]
        run(uv, "sync", "--locked", "--quiet", *_interpreter(), *groups, *project, env=environment)
    return python_of(folder)


def _from_mirror(
    uv: Path, folder: Path, environment: Mapping[str, str], groups: tuple[str, ...], *, editable: bool
) -> None:
    """The same locked versions and hashes, fetched from the index that pip is told to use."""
    wanted = ROOT / "build" / "locked.txt"
    wanted.parent.mkdir(exist_ok=True)
    if not python_of(folder).exists():
        run(uv, "venv", "--quiet", *_interpreter(), folder, env=environment)
    target = ["--quiet", "--python", python_of(folder)]
    project = ["--editable", "."] if editable else ["."]
    run(uv, "export", "--frozen", "--quiet", "--no-emit-project", "--output-file", wanted, *groups, env=environment)
    run(uv, "pip", "sync", "--require-hashes", *target, wanted, env=environment)
    run(uv, "pip", "install", "--no-deps", "--reinstall", *target, *project, env=environment)


def _interpreter() -> list[str]:
    """This very Python where the project allows it, else whichever uv finds."""
    return ["--python", sys.executable] if sys.version_info[:2] in ((3, 11), (3, 12)) else []


def pip_files(variables: Mapping[str, str]) -> list[Path]:
    """Where pip keeps its configuration, weakest first."""
    home = Path(variables.get("HOME", variables.get("USERPROFILE", "/")))
    places = [Path("/etc/pip.conf"), home / ".pip" / "pip.conf"]
    places.append(Path(variables.get("XDG_CONFIG_HOME", home / ".config")) / "pip" / "pip.conf")
    if "APPDATA" in variables:  # not run
        places.append(Path(variables["APPDATA"]) / "pip" / "pip.ini")
    if "PIP_CONFIG_FILE" in variables:
        places.append(Path(variables["PIP_CONFIG_FILE"]))
    return places


def pip_settings(variables: Mapping[str, str], files: list[Path]) -> dict[str, str]:
    """What pip was told about index, certificates, proxy and patience; uv reads none of pip's files."""
    names = ("index-url", "cert", "proxy", "default-timeout", "timeout")
    reader = configparser.RawConfigParser()
    reader.read(files, encoding="utf-8")
    told = {name: reader.get("global", name) for name in names if reader.has_option("global", name)}
    for name in names:
        value = variables.get("PIP_" + name.upper().replace("-", "_"))
        if value:
            told[name] = value
    return told


def uv_environment(variables: Mapping[str, str], settings: Mapping[str, str]) -> dict[str, str]:
    """The variables for uv: what pip was told, unless uv was told otherwise."""
    said = {
        "SSL_CERT_FILE": settings.get("cert"),
        "ALL_PROXY": settings.get("proxy"),
        "UV_HTTP_TIMEOUT": settings.get("default-timeout", settings.get("timeout")),
        "UV_DEFAULT_INDEX": settings.get("index-url"),
    }
    return {name: value for name, value in said.items() if value} | dict(variables)
