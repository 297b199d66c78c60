"""Certificates of an invented authority, with the OIN where PKIoverheid puts it.

The OIN stands in the serialNumber of the subject. trustme makes the authority; leaves are made
here, because trustme writes no serialNumber.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from ssl import CERT_REQUIRED, PROTOCOL_TLS_SERVER, SSLContext, TLSVersion

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from trustme import CA

from meedoen.adapters.pretend_duo.oins import DUO, oin_of

VALID = timedelta(days=90)
HOSTS = ("localhost", "127.0.0.1")
AUTHORITY = "ca.pem"


def write_all(folder: Path, *, gemeenten: Iterable[int], at: datetime, expired: bool) -> None:
    """Authority, DUO and a client for every municipality: `NNNN/certificaat.pem` and its sleutel.

    So the folder can be Meedoen's own DUO_CERTIFICATES.

    With `expired` the certificate of DUO ran out yesterday.
    """
    authority = CA(organization_name="Verzonnen autoriteit")
    folder.mkdir(parents=True, exist_ok=True)
    authority.cert_pem.write_to_path(folder / AUTHORITY)
    moment = at - VALID - timedelta(days=1) if expired else at
    _write((folder / "duo.pem", folder / "duo.key"), authority, ("Verzonnen DUO", DUO), at=moment)
    for gemeente in gemeenten:
        name = (f"Gemeente {gemeente:04d} (verzonnen)", oin_of(gemeente))
        _write(files_of(folder, gemeente), authority, name, at=at)


def files_of(folder: Path, gemeente: int) -> tuple[Path, Path]:
    """The certificate of a municipality, and its key."""
    own = folder / f"{gemeente:04d}"
    return own / "certificaat.pem", own / "sleutel.pem"


def usable(folder: Path, gemeenten: Iterable[int], at: datetime) -> bool:
    """Whether all certificates are there and that of DUO is valid; else they are made anew."""
    needed = [folder / "duo.pem", *(files_of(folder, gemeente)[0] for gemeente in gemeenten)]
    if not all(file.is_file() for file in needed):
        return False
    found = x509.load_pem_x509_certificate((folder / "duo.pem").read_bytes())
    return found.not_valid_after_utc > at.astimezone(UTC)


def oin_in(pem: str) -> str:
    """The OIN in a certificate; empty where there is none."""
    subject = x509.load_pem_x509_certificate(pem.encode()).subject
    found = subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)
    return str(found[0].value) if found else ""


def two_way(folder: Path) -> SSLContext:
    """TLS that asks the client for a certificate of the invented authority."""
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.minimum_version = TLSVersion.TLSv1_2
    context.load_cert_chain(folder / "duo.pem", folder / "duo.key")
    context.load_verify_locations(folder / AUTHORITY)
    context.verify_mode = CERT_REQUIRED
    return context


def _write(place: tuple[Path, Path], authority: CA, name: tuple[str, str], *, at: datetime) -> None:
    """One leaf and its key; the key is for the owner only."""
    key = ec.generate_private_key(ec.SECP256R1())
    leaf = _leaf(key, authority, name, at=at)
    public, secret = place
    public.parent.mkdir(exist_ok=True)
    public.write_bytes(leaf.public_bytes(serialization.Encoding.PEM))
    secret.touch(mode=0o600)
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


def _leaf(
    key: ec.EllipticCurvePrivateKey, authority: CA, name: tuple[str, str], *, at: datetime
) -> x509.Certificate:
    above = x509.load_pem_x509_certificate(authority.cert_pem.bytes())
    signer = serialization.load_pem_private_key(authority.private_key_pem.bytes(), None)
    if not isinstance(signer, ec.EllipticCurvePrivateKey):
        raise TypeError("the invented authority has another kind of key")
    subject = [(NameOID.COMMON_NAME, name[0]), (NameOID.SERIAL_NUMBER, name[1])]
    hosts = [_host(host) for host in HOSTS]
    uses = [ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.SERVER_AUTH]
    known = above.extensions.get_extension_for_class(x509.SubjectKeyIdentifier)
    issuer = x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(known.value)
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(kind, text) for kind, text in subject]))
        .issuer_name(above.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at.astimezone(UTC) - timedelta(hours=1))
        .not_valid_after(at.astimezone(UTC) + VALID)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(issuer, critical=False)
        .add_extension(x509.SubjectAlternativeName(hosts), critical=False)
        .add_extension(x509.ExtendedKeyUsage(uses), critical=False)
        .sign(signer, hashes.SHA256())
    )


def _host(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)
