-- The memory graph is followed through the change log, too.
insert into change_floor (entity, xid, seq) values (3, '0', 0);

-- The graph of code: symbols, edges between them, and how far both are those of the files stored.

alter table code_repository add column written bigint not null default 0;
alter table code_repository add column resolved bigint not null default -1;
comment on column code_repository.written is 'Counts the changes of its files';
comment on column code_repository.resolved is 'What written was when the edges were last complete';

alter table code_file add column resolution bytea;
alter table code_file add column unresolved integer not null default 0;
comment on column code_file.unresolved is 'How many of its call sites have no edge and may lead into the repository: the sum of code_unresolved';
comment on column code_file.resolution is 'Every call site and what became of it, compressed; null while nobody has looked';
-- Both are compressed already.
alter table code_file alter column facts set storage external;
alter table code_file alter column resolution set storage external;

create table code_symbol (
    id uuid primary key,
    file_id uuid not null references code_file on delete cascade,
    kind text not null,
    name text not null,
    qualified_name text not null,
    signature text not null,
    initials text not null,
    start_line integer not null,
    end_line integer not null,
    is_test boolean not null
);
comment on table code_symbol is 'One definition a row; the id is a hash of repository, path, kind, qualified name and signature';
comment on column code_symbol.initials is 'The first letters of the words of its name, in lower case';
create index code_symbol_of_file on code_symbol (file_id);
-- Cut off, because an index entry has a size limit that a name has not.
create index code_symbol_named on code_symbol (left(lower(name), 64) text_pattern_ops);
create index code_symbol_initials on code_symbol (left(initials, 16) text_pattern_ops);

create table code_edge (
    file_id uuid not null references code_file on delete cascade,
    source uuid not null,
    target uuid not null,
    kind text not null,
    rule text not null,
    confidence real not null,
    candidates integer not null,
    lines integer[] not null
);
comment on table code_edge is 'One relation of two symbols a row, found in one file; an end may be gone until that file is resolved again';
create index code_edge_of_file on code_edge (file_id);
create index code_edge_source on code_edge (source, kind) include (target);
create index code_edge_target on code_edge (target, kind) include (source);

create table code_unresolved (
    file_id uuid not null references code_file on delete cascade,
    name text not null,
    sites integer not null
);
comment on table code_unresolved is 'How many call sites of a file name something in vain that may be in the repository';
create index code_unresolved_of_file on code_unresolved (file_id);
create index code_unresolved_named on code_unresolved (left(name, 64));
