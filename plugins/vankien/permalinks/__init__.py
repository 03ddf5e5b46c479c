"""The ledger of every clause id ever published, so that no link that left the house ever dies silently."""

from vankien.permalinks.ledger import Entry, Ledger, LedgerError, read_ledger, write_ledger
from vankien.permalinks.update import update

__all__ = ["Entry", "Ledger", "LedgerError", "read_ledger", "update", "write_ledger"]
