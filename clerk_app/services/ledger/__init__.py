"""Reads the ledgers that a bureau keeps in spreadsheets into acts; the same line gives the same acts on any machine."""

from clerk_app.services.ledger.columns import LedgerKind
from clerk_app.services.ledger.importing import ImportResult, import_ledger
from clerk_app.services.ledger.rows import Doubt

__all__ = ["Doubt", "ImportResult", "LedgerKind", "import_ledger"]
