-- What no text names is known, and what every answer about code asks is found in an index. What stops readers comes last: the
-- release before serves meanwhile.

-- The ends of qualified names, turned round; cut off as simple names are.
create index code_symbol_ending on code_symbol (left(reverse(qualified_name), 64) text_pattern_ops);

-- The first byte of a resolution is the version that found it; a file whose facts nobody could read has no resolution.
create index code_file_resolver on code_file (substring(resolution from 1 for 1), repository);
comment on column code_file.resolution is 'Every call site and what became of it, compressed; null while nobody has looked, and of a file whose facts cannot be read';

-- Texts are counted by file without a look at the chunks, whose rows are wide.
create index code_chunk_text_of_file on code_chunk (text_hash, file_id);
drop index code_chunk_of_text;

alter table code_symbol add column is_implicit boolean not null default false;
comment on column code_symbol.is_implicit is 'Whether the text gives it no name: a constructor that the language adds, an anonymous class';
