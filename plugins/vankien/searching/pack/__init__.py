"""The pack: the index as numbered `.js` files that a browser reads without a server, on `file://` too.

`hashing` finds a term's file, `coding` writes bits as text, `postings` makes the files of terms, `texts` those of
clauses, `writing` puts them on disk. Everything in it comes from the same arrays as the Whoosh index, sorted, so the
same documents give the same bytes.
"""
