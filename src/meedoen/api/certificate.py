"""Who sends: the organisation number in the certificate that the proxy checked and passes on.

Two-way TLS ends at the proxy. It tells the subject of the certificate in a header, which anybody
else can write too: so it counts from the address of that proxy only.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from ipaddress import ip_address, ip_network

# The part of a subject that holds the OIN (PKIoverheid), as nginx, Apache and Envoy write it.
SERIAL = frozenset({"serialnumber", "2.5.4.5", "oid.2.5.4.5"})
OIN = re.compile("[0-9]{20}")
PART = re.compile(r'(?:[^,+"\\]|\\.|"(?:[^"\\]|\\.)*")+')
MARK = 'Subject="'
ENVOY = re.compile(r'(?:^|[;,])Subject="((?:[^"\\]|\\.)*)"')  # of X-Forwarded-Client-Cert


@lru_cache(maxsize=64)
def from_proxy(address: str, proxies: tuple[str, ...]) -> bool:
    """Whether an address is one of these addresses or networks."""
    try:
        found = ip_address(address)
    except ValueError:  # a socket of Unix, or nothing
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return any((mapped or found) in ip_network(each, strict=False) for each in proxies)


@lru_cache(maxsize=64)  # DUO sends the same certificate with every notice
def oin_of(header: str) -> str | None:
    """The OIN in the subject of a certificate; None without one, or with two."""
    quoted = ENVOY.findall(header)
    if len(quoted) > 1 or (MARK in header and not quoted):
        return None
    found = [value for name, value in _parts(quoted[0] if quoted else header) if name in SERIAL]
    return found[0] if len(found) == 1 and OIN.fullmatch(found[0]) else None


def _parts(subject: str) -> Iterator[tuple[str, str]]:
    """Name and value of each part; a comma or plus within a value is escaped or quoted."""
    for part in PART.findall(subject):
        name, _sign, value = part.partition("=")
        yield name.strip().casefold(), value.strip().strip('"')
