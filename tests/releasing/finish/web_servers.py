"""Real web servers on loopback, with the settings that `make server-config` prints."""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from preview.server import LOOPBACK
from programs import environment, is_root
from releasing.finish.headers import Served
from releasing.finish.servers import SERVERS

PACKAGES = ("nginx-light", "libnginx-mod-http-brotli-static", "caddy")
BROTLI_OF_NGINX = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
NGINX = """
daemon off; pid nginx.pid; error_log stderr; {user}
load_module {module};
events {{ }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
    server {{ listen {host}:{port}; root {site}; include {settings}; }}
}}
"""
CADDY = """
{{
    admin off
    auto_https off
}}
http://{host}:{port} {{
    root * {site}
    import {settings}
}}
"""


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass(frozen=True)
class WebServer:
    """A running server."""

    name: str
    port: int = field(repr=False)
    said: Path = field(repr=False)

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path; `Accept_Encoding="br"` sends the header Accept-Encoding."""
        connection = http.client.HTTPConnection(LOOPBACK, self.port, timeout=10)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        found = Answer(answer.status, answer.headers, answer.read())
        connection.close()
        return found


def is_there(name: str) -> bool:
    """Return whether a server is installed, with all that it needs."""
    return bool(shutil.which(name)) and (name != "nginx" or BROTLI_OF_NGINX.is_file())


@contextmanager
def running(name: str, site: Path, folder: Path, served: Served | None = None) -> Iterator[WebServer]:
    """Run a server that gives out `site`; its own files are in `folder`."""
    settings, config, port = folder / "settings", folder / "config", _free_port()
    settings.write_text(SERVERS[name](served or Served()))
    user = "user root;" if is_root() else ""
    form = {"nginx": NGINX, "caddy": CADDY}[name]
    config.write_text(
        form.format(host=LOOPBACK, port=port, site=site, settings=settings, user=user, module=BROTLI_OF_NGINX)
    )
    command = {
        "nginx": ["nginx", "-p", str(folder), "-c", str(config), "-e", "stderr"],
        "caddy": ["caddy", "run", "--adapter", "caddyfile", "--config", str(config)],
    }[name]
    said = folder / "said"
    with said.open("w") as log:
        process = subprocess.Popen(
            command, env=environment(HOME=str(folder), XDG_DATA_HOME=str(folder)), stdout=log, stderr=log
        )
        try:
            _wait(process, port, said)
            yield WebServer(name, port, said)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((LOOPBACK, 0))
        return found.getsockname()[1]


def _wait(process: subprocess.Popen, port: int, said: Path) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as tried:
            if tried.connect_ex((LOOPBACK, port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError(f"the server does not answer:\n{said.read_text()}")
