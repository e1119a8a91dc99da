"""Ad hoc SQL on a published release: a sandboxed child runs the query, the parent formats its rows."""
