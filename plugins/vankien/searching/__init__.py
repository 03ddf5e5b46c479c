"""Search: units of documents, the Whoosh index, the query language, ranking, and the pack that the browser reads."""
