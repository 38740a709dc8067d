-- Source code: repositories of files, cut into chunks, and the vectors of their texts.

-- Each kind of entity has its own follower, which goes its own way through the log and prunes what it has passed.
alter table change drop constraint change_pkey;
alter table change add primary key (entity, xid, seq);
comment on column change.entity is '1 = event, 2 = code file; readers skip those they do not know';

alter table change_floor drop constraint change_floor_pkey;
alter table change_floor drop column one;
alter table change_floor add column entity smallint not null default 1;
alter table change_floor alter column entity drop default;
alter table change_floor add primary key (entity);
comment on table change_floor is 'Changes of an entity up to this place may have been pruned';
insert into change_floor (entity, xid, seq) values (2, '0', 0);

create table code_repository (
    name text primary key,
    last_indexed timestamptz not null
);
comment on table code_repository is 'Its row is locked while files of the repository are written';

create table code_file (
    id uuid primary key,
    repository text not null,
    path text not null,
    language text not null,
    content_hash bytea not null,
    parser_version text not null,
    size_bytes bigint not null,
    line_count integer not null,
    chunk_count integer not null,
    is_test boolean not null,
    is_generated boolean not null,
    is_embedded boolean not null,
    commit_hash text,
    facts bytea,
    indexed_at timestamptz not null,
    revision bigint not null default 1,
    vector_revision bigint not null default 0
);
comment on table code_file is 'One source file a row';
comment on column code_file.id is 'A hash of repository and path, which is why these are unique; a path may be too long for an index';
create index code_file_of_repository on code_file (repository, id);
comment on column code_file.content_hash is 'SHA-256 of the text in UTF-8';
comment on column code_file.is_embedded is 'Whether vectors are wanted for its chunks';
comment on column code_file.facts is 'What the file says about itself, compressed; null while nobody has looked';

create table code_problem (
    file_id uuid primary key,
    repository text not null,
    path text not null,
    sentence text not null
);
comment on table code_problem is 'What could not be indexed as usual, one row per path that was handed in, whether it is stored or not';
create index code_problem_of_repository on code_problem (repository);

create table code_chunk (
    id uuid primary key,
    file_id uuid not null references code_file on delete cascade,
    ordinal integer not null,
    chunk_type text not null,
    name text not null,
    qualified_name text not null,
    start_line integer not null,
    end_line integer not null,
    source text not null,
    metadata jsonb not null,
    text_hash bytea not null
);
comment on table code_chunk is 'One piece of a file a row; the pieces in order of their ordinal, joined, are its text';
comment on column code_chunk.text_hash is 'SHA-256 of the text that is given to a model';
create index code_chunk_of_file on code_chunk (file_id, ordinal);
create index code_chunk_of_text on code_chunk (text_hash);

create table code_vector (
    text_hash bytea not null,
    embedding_model text not null,
    embedding bytea,
    primary key (embedding_model, text_hash)
);
comment on table code_vector is 'One vector per text and model, so that equal text is embedded once';
comment on column code_vector.embedding is 'Little-endian float32 numbers; null for a text that the model refuses';
alter table code_vector alter column embedding set storage external;
