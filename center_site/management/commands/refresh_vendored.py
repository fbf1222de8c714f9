"""Fetches the vendored browser files anew, unmodified, at the versions vendored.json names."""

import hashlib
import json
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

LIST = Path(__file__).resolve().parents[2] / "vendored.json"


class Command(BaseCommand):
    help = "Fetch vendored fonts and browser modules from their registry packages (needs npm)."

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="compare only; exit 1 on a difference"
        )

    def handle(self, *, check, **options):
        differing = [
            path for entry in json.loads(LIST.read_text()) for path in self.refresh(entry, check)
        ]
        if check and differing:
            raise CommandError("differs from its package: " + ", ".join(differing))

    def refresh(self, entry, check):
        """Copy (or compare) one package's files; returns the paths that differed."""
        folder = settings.BASE_DIR / entry["folder"]
        differing = []
        with tempfile.TemporaryDirectory() as scratch:
            unpacked = self.unpack(entry, scratch)
            for name in entry["files"]:
                source, target = unpacked / name, folder / Path(name).name
                if not target.exists() or digest(source) != digest(target):
                    differing.append(str(target.relative_to(settings.BASE_DIR)))
                    if not check:
                        folder.mkdir(parents=True, exist_ok=True)
                        shutil.copyfile(source, target)
        self.stdout.write(f"{entry['package']} {entry['version']}: {len(differing)} files differ")
        return differing

    def unpack(self, entry, scratch):
        name = f"{entry['package']}@{entry['version']}"
        command = ["npm", "pack", "--silent", name]
        packed = subprocess.run(command, cwd=scratch, capture_output=True, text=True, check=False)
        if packed.returncode:
            raise CommandError(f"{name} cannot be fetched: {packed.stderr.strip()[-300:]}")
        with tarfile.open(Path(scratch) / packed.stdout.strip().splitlines()[-1]) as archive:
            archive.extractall(scratch, filter="data")
        return Path(scratch) / "package"


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()
