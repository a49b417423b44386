"""Make resources/forms/srgb.icc, the output intent that PDF/A asks for, from the sRGB profile of Little CMS; run once, the output is committed.

python tools/make_icc.py
"""

from __future__ import annotations

from pathlib import Path

from PIL import ImageCms

TARGET = Path(__file__).resolve().parent.parent / "resources" / "forms" / "srgb.icc"
CREATION_TIME = slice(24, 36)
PROFILE_ID = slice(84, 100)
VERSION = slice(8, 12)


def main() -> None:
    """Write the profile with a fixed creation time (2000-01-01) and no profile id, so that it is the same on every machine."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # PDF 1.7 knows profiles up to ICC.1:2004-10 (4.2); the newest Little CMS writes the same tags under 4.4.
    profile[VERSION] = bytes((4, 0x20, 0, 0))
    profile[CREATION_TIME] = b"".join(part.to_bytes(2, "big") for part in (2000, 1, 1, 0, 0, 0))
    profile[PROFILE_ID] = bytes(16)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(profile)
    print(f"{TARGET.name}: {len(profile)} bytes")


if __name__ == "__main__":
    main()
