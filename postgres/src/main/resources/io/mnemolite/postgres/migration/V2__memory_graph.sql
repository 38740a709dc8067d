create table graph_node (
    id uuid primary key,
    type text not null,
    label text,
    properties jsonb not null,
    created_at timestamptz not null
);
comment on table graph_node is 'What the memory graph relates; the id may be that of an event';
create index graph_node_newest on graph_node (created_at desc, id);
-- Cut off, because an index entry has a size limit that a type has not.
create index graph_node_type on graph_node (left(type, 64), created_at desc, id);

create table graph_edge (
    id uuid primary key,
    source uuid not null references graph_node on delete cascade,
    target uuid not null references graph_node on delete cascade,
    relation text not null,
    properties jsonb not null,
    created_at timestamptz not null
);
comment on table graph_edge is 'Directed; several may join the same nodes';
create index graph_edge_newest on graph_edge (created_at desc, id);
create index graph_edge_source on graph_edge (source) include (target);
create index graph_edge_target on graph_edge (target) include (source);

comment on column change.entity is '1 = event, 2 = code file, 3 = node or edge of the memory graph; readers skip those they do not know';
