"""The portal: pages and assets from a library; `plugin.py` hands them to MkDocs."""
