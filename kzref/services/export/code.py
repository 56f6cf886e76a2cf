"""The QR code of a certificate."""

import io


def qr_png(text: str) -> bytes:
    """The text as a QR code that survives a fold or a stain (error correction M)."""
    import segno  # noqa: PLC0415 - loaded when something is printed

    file = io.BytesIO()
    segno.make(text, error="m", micro=False).save(file, kind="png", scale=8, border=2)
    return file.getvalue()
