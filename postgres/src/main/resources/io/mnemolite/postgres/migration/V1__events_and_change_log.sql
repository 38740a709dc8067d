-- Everything of MnemoLite lives in the schema mnemolite, which Flyway creates; nothing else in the database is touched.

create table event (
    id uuid primary key,
    occurred_at timestamptz not null,
    content jsonb not null,
    metadata jsonb not null,
    embedding bytea,
    embedding_model text,
    awaits_vector boolean not null default false,
    revision bigint not null default 1,
    vector_revision bigint not null default 0,
    created_at timestamptz not null default now(),
    check ((embedding is null) = (embedding_model is null))
) with (toast_tuple_target = 8160);
comment on table event is 'One atomic memory a row';
comment on column event.embedding is 'Little-endian float32 numbers';
comment on column event.embedding_model is 'The model that made the vector; client for one that came with the request';

-- Random numbers do not compress, and a usual row stays in one piece: reading it touches no second table.
alter table event alter column embedding set storage external;

create index event_newest on event (occurred_at desc, id);
-- Entries not yet merged into the index are read one by one by each filter: few of them, and no insert merges many.
create index event_metadata on event using gin (metadata jsonb_path_ops) with (gin_pending_list_limit = 512);
create index event_awaiting on event (id) where awaits_vector;
-- Cut off, because an index entry has a size limit that a metadata value has not.
create index event_severity on event (left(metadata ->> 'severity', 64), occurred_at desc, id)
    where metadata ->> 'severity' is not null;

create table change (
    xid xid8 not null default pg_current_xact_id(),
    seq bigint generated always as identity,
    entity smallint not null,
    id uuid not null,
    deleted boolean not null,
    revision bigint not null,
    vector_revision bigint not null,
    at timestamptz not null default now(),
    primary key (xid, seq)
);
comment on table change is 'What changed, never how; rows are read once their transaction and all before it have ended';
comment on column change.entity is '1 = event; readers skip those they do not know';

create table change_floor (
    one boolean primary key default true check (one),
    xid xid8 not null,
    seq bigint not null
);
comment on table change_floor is 'Changes up to this place may have been pruned';
insert into change_floor (xid, seq) values ('0', 0);

create table idempotency (
    route text not null,
    key text not null,
    body_hash text not null,
    ids uuid[] not null,
    created_at timestamptz not null default now(),
    primary key (route, key)
);
create index idempotency_oldest on idempotency (created_at);

create table store (
    one boolean primary key default true check (one),
    generation uuid not null default gen_random_uuid(),
    embedding_model text,
    embedding_dimension integer,
    check ((embedding_model is null) = (embedding_dimension is null))
);
comment on column store.generation is 'Made anew when a whole store is restored, so that no index of the old one is believed';
insert into store default values;
