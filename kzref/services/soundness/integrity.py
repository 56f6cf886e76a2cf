"""Whether the files of this copy are those that were delivered, and who vouches for them."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kzref.model.message import Message
from kzref.paths import bundled, program
from kzref.services.soundness.release_keys import RELEASE_KEYS
from kzref.store.bundle_hashes import Signed, hashed, read, read_signature


class Seal(StrEnum):
    """What stands behind the list of files."""

    RELEASE = "release"  # signed with a release key that this program knows
    UNSIGNED = "unsigned"  # nobody signed: a build of one's own
    STRANGER = "stranger"  # rightly signed, with a key that this program does not know
    BROKEN = "broken"  # the signature is not of this list
    MISSING = "missing"  # there is no list to compare with


@dataclass(frozen=True, slots=True, kw_only=True)
class Integrity:
    """How the files of this copy compare with the list; paths are inside the bundle or program."""

    seal: Seal
    damaged: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()  # files that nobody listed

    @property
    def intact(self) -> bool:
        """Every listed file is there as delivered, no other is, and no signature is false."""
        return self.seal not in {Seal.BROKEN, Seal.MISSING} and not self.faulty

    @property
    def faulty(self) -> tuple[str, ...]:
        """All files with something wrong."""
        return (*self.damaged, *self.missing, *self.strange)

    @property
    def message(self) -> Message:
        """One sentence, for About and for paper."""
        if self.faulty:
            return Message("integrity.faulty", {"files": ", ".join(self.faulty[:3]),
                                                "count": len(self.faulty)})  # fmt: skip
        return Message(f"integrity.{self.seal.value}")


def compare(folder: Path | None = None) -> Integrity:
    """Compare every file with the list; some 20 MB of reading, 120 in an installed program."""
    bundle = folder or bundled()
    found = read(bundle)
    if found is None:
        return Integrity(seal=Seal.MISSING)
    listed, content = found
    seal = _seal(content, read_signature(bundle))
    expected, present = dict(listed.files), hashed(bundle)
    around = program()
    if listed.program and around is not None and folder is None:
        # what else lies beside the program may be the user's, or the installer's
        expected |= listed.program
        present |= hashed(around, only=listed.program)
    return Integrity(
        seal=seal,
        damaged=tuple(name for name, sha in expected.items() if present.get(name, sha) != sha),
        missing=tuple(name for name in expected if name not in present),
        strange=tuple(name for name in present if name not in expected),
    )


def _seal(content: bytes, signed: Signed | None) -> Seal:
    if signed is None:
        return Seal.UNSIGNED
    from nacl.exceptions import CryptoError  # noqa: PLC0415 - only for a signed copy
    from nacl.signing import VerifyKey  # noqa: PLC0415

    try:
        key = VerifyKey(bytes.fromhex(signed.key))
        key.verify(content, bytes.fromhex(signed.signature))
    except (CryptoError, ValueError, TypeError):
        return Seal.BROKEN
    return Seal.RELEASE if signed.key in RELEASE_KEYS else Seal.STRANGER


def can_check_signatures() -> bool:
    """Whether signatures can be checked here: a right one is believed, a wrong one is not."""
    from nacl.signing import SigningKey  # noqa: PLC0415 - for the self-test only

    key, content = SigningKey(bytes(32)), b"kzref"
    signed = Signed(key=key.verify_key.encode().hex(), signature=key.sign(content).signature.hex())
    return (_seal(content, signed), _seal(content + b"!", signed)) == (Seal.STRANGER, Seal.BROKEN)
