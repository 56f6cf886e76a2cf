"""A damaged file is named, whichever it is; signatures are believed only when they are right."""

import json
import os
import shutil
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from kzref import paths
from kzref.model.text import Language
from kzref.services.catalogue import Catalogue
from kzref.services.desk import Desk
from kzref.services.sheets.wording import Wording
from kzref.services.soundness import integrity
from kzref.services.soundness.integrity import Seal, compare
from kzref.services.soundness.selftest import examine
from kzref.store.bundle_hashes import LIST, SIGNATURE, read

KEY = SigningKey(b"a key for tests only, 32 bytes!!")
PUBLIC = KEY.verify_key.encode().hex()


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the bundle; files are links until one is damaged, so that a copy costs nothing."""
    folder = tmp_path / "bundle"
    shutil.copytree(paths.bundled(), folder, copy_function=os.link)
    monkeypatch.setenv("KZREF_BUNDLE", str(folder))
    return folder


def listed() -> list[str]:
    found = read(paths.bundled())
    assert found is not None, "the compiler leaves a list"
    return sorted(found[0].files)


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x5A
    path.unlink()  # the original is another name of the same file
    path.write_bytes(content)


def sign(folder: Path, key: SigningKey = KEY) -> None:
    content = (folder / LIST).read_bytes()
    signed = {
        "key": key.verify_key.encode().hex(),
        "signature": key.sign(content).signature.hex(),
    }
    (folder / SIGNATURE).write_text(json.dumps(signed), encoding="utf-8")


def test_the_compiled_bundle_is_whole_and_says_that_nobody_signed_it() -> None:
    found = compare(paths.bundled())
    assert found.seal is Seal.UNSIGNED
    assert found.intact
    assert {"reference.db", "index/index.json", "translations/kk.mo"} <= set(listed())


def test_every_file_in_turn_is_named_when_damaged_or_missing(bundle: Path) -> None:
    for name in listed():
        original = (bundle / name).read_bytes()
        damage(bundle / name)
        found = compare(bundle)
        assert (found.damaged, found.missing, found.intact) == ((name,), (), False)
        (bundle / name).unlink()
        found = compare(bundle)
        assert (found.damaged, found.missing, found.intact) == ((), (name,), False)
        (bundle / name).write_bytes(original)
    assert compare(bundle).intact


def test_a_file_that_nobody_delivered_is_named(bundle: Path) -> None:
    (bundle / "index" / "extra.seg").write_bytes(b"x")
    found = compare(bundle)
    assert found.strange == ("index/extra.seg",)
    assert not found.intact


def test_without_the_list_nothing_is_called_intact(bundle: Path) -> None:
    (bundle / LIST).unlink()
    assert compare(bundle).seal is Seal.MISSING
    assert not compare(bundle).intact
    (bundle / LIST).write_text("{", encoding="utf-8")
    assert compare(bundle).seal is Seal.MISSING


def test_a_signature_is_believed_only_from_a_known_key_over_this_very_list(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign(bundle)
    assert compare(bundle).seal is Seal.STRANGER
    monkeypatch.setattr(integrity, "RELEASE_KEYS", (PUBLIC,))
    assert compare(bundle).seal is Seal.RELEASE
    assert compare(bundle).intact
    damage(bundle / "reference.db")
    assert compare(bundle).damaged == ("reference.db",)

    text = (bundle / LIST).read_text(encoding="utf-8")
    (bundle / LIST).unlink()
    (bundle / LIST).write_text(text.replace("0", "1", 1), encoding="utf-8")
    assert compare(bundle).seal is Seal.BROKEN


@pytest.mark.parametrize(
    "signature",
    ["", "{}", "not json", '{"key":"zz","signature":"00"}', '{"key":"00","signature":"00"}'],
)
def test_a_broken_signature_is_never_mistaken_for_none(bundle: Path, signature: str) -> None:
    (bundle / SIGNATURE).write_text(signature, encoding="utf-8")
    assert compare(bundle).seal is Seal.BROKEN
    assert not compare(bundle).intact


def test_another_key_that_claims_a_known_one_is_refused(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrity, "RELEASE_KEYS", (PUBLIC,))
    sign(bundle, SigningKey(b"somebody else's key, 32 bytes!!!"))
    signed = json.loads((bundle / SIGNATURE).read_text(encoding="utf-8"))
    (bundle / SIGNATURE).write_text(json.dumps(signed | {"key": PUBLIC}), encoding="utf-8")
    assert compare(bundle).seal is Seal.BROKEN


@pytest.mark.parametrize("language", Language)
def test_paper_says_what_is_wrong_with_the_files(bundle: Path, language: Language) -> None:
    def small_print() -> str:
        sheet = Wording(Desk(), language).sheet(kicker="", title="", blocks=())
        return str(sheet.blocks[-1])

    words = Catalogue(language, paths.bundled() / "translations")
    assert words("integrity.unsigned") in small_print()
    damage(bundle / "resources" / "styles" / "kzref.qss")
    assert "resources/styles/kzref.qss" in small_print()


def test_the_self_test_fails_without_translations_or_resources(bundle: Path) -> None:
    assert examine()["ok"]
    (bundle / "translations" / "kk.mo").rename(bundle.parent / "kk.mo")
    report = examine()
    assert (report["ok"], report["translations"], report["index"]) == (
        False,
        False,
        {"ok": True, "hits": 20},
    )
    (bundle.parent / "kk.mo").rename(bundle / "translations" / "kk.mo")
    (bundle / "resources" / "styles" / "kzref.qss").unlink()
    report = examine()
    assert (report["ok"], report["resources"], report["translations"]) == (False, False, True)
    assert report["fonts"]
    (bundle / "fonts" / "KzrefSans-Bold.ttf").unlink()
    assert not examine()["fonts"]


@pytest.mark.parametrize("content", [b"", b"\xde\x12\x04\x95" + b"\xff" * 40, b"rubbish" * 9])
def test_damaged_translations_leave_keys_and_no_crash(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ru.mo").write_bytes(content)
    assert Catalogue(Language.RU, tmp_path)("tab.law") == "tab.law"


def test_a_missing_language_borrows_the_sentences_of_another(bundle: Path) -> None:
    folder = bundle / "translations"
    (folder / "ru.mo").unlink()
    words = Catalogue(Language.RU, folder)
    assert not words.speaks
    assert words("tab.law") == Catalogue(Language.EN, folder)("tab.law") != "tab.law"
