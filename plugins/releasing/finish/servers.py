"""The settings of web servers that one runs oneself, as a piece to include; printed by `make server-config`."""

from __future__ import annotations

from textwrap import indent

from .headers import EVERYWHERE, KEPT_FOR_EVER, KEPT_UNTIL_ASKED, PICTURES, Header, Served

TAB = "\t"


def nginx(served: Served) -> str:
    """Return what belongs inside a `server { }` block of nginx.

    `add_header` in a location replaces all of those around it (ngx_http_headers_module), so pictures repeat them.
    """
    prefix = served.prefix
    moved = "".join(f'location = "{old}" {{ return 301 {new}; }}\n' for old, new in served.redirects)
    moved += "".join(
        f"location {prefix}/{folder} {{ error_page 404 {prefix}/{folder}404.html; }}\n" for folder in served.folders
    )
    return f"""\
# Made by `make server-config SERVER=nginx`: include it inside the server block that names root, listen and certificate.
index index.html;
error_page 404 {prefix}/404.html;
charset utf-8;
server_tokens off;
access_log off;  # nobody keeps a list of who came to read,
error_log /dev/null emerg;  # nor of who asked for a page that is gone: each entry would name the client and the path
gzip_static on;
gzip_vary on;
brotli_static on;  # a module of its own (Debian: libnginx-mod-http-brotli-static); without it, delete this line
{_add_headers(KEPT_UNTIL_ASKED)}
location {prefix}{PICTURES} {{
{indent(_add_headers(KEPT_FOR_EVER), "    ")}
}}
{moved}"""


def _add_headers(cache: Header) -> str:
    return "\n".join(f'add_header {one.name} "{one.value}" always;' for one in (*EVERYWHERE, cache))


def caddy(served: Served) -> str:
    """Return what belongs inside a site block of Caddy; what it sets for pages it forgets when it handles an error."""
    prefix = served.prefix
    moved = "".join(f'redir "{old}" {new} 301\n' for old, new in served.redirects)
    blocks = (("*" if folder == "" else f"{prefix}/{folder}*", folder) for folder in (*served.folders, ""))
    missing = "\n".join(f"\thandle {path} {{\n\t\trewrite * {prefix}/{folder}404.html\n\t}}" for path, folder in blocks)
    return f"""\
# Made by `make server-config SERVER=caddy`: import it inside the site block that names root.
{_header_block("?")}
header {prefix}{PICTURES}* {KEPT_FOR_EVER.name} "{KEPT_FOR_EVER.value}"
{moved}file_server {{
\tprecompressed br gzip
}}
handle_errors {{
{indent(_header_block(""), TAB)}
{missing if served.folders else f"{TAB}rewrite * {prefix}/404.html"}
\tfile_server {{
\t\tprecompressed br gzip
\t}}
}}
"""


def _header_block(unless_set: str) -> str:
    """Return the headers of pages; `?` leaves a cache rule as it is that somebody else has set."""
    everywhere = [f'{TAB}{one.name} "{one.value}"' for one in EVERYWHERE]
    cache = f'{TAB}{unless_set}{KEPT_UNTIL_ASKED.name} "{KEPT_UNTIL_ASKED.value}"'
    return "\n".join(["header {", *everywhere, cache, f"{TAB}-Server", "}"])


SERVERS = {"nginx": nginx, "caddy": caddy}
