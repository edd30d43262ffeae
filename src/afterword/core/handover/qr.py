"""A QR code as SVG, for showing a business card to a phone camera (ISO/IEC 18004, by the segno package)."""

import io

import segno


def qr_svg(text: str) -> str:
    """The code as a self-contained SVG document with a white margin; no style attributes, no scripts."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out,
        kind="svg",
        scale=6,
        border=3,
        dark="#000",
        light="#fff",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
    )
    return out.getvalue().decode()
