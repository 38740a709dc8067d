-- A file's imports stood in the metadata of each of its chunks, more than half of all that was stored there.

alter table code_file add column imports text not null default '';
comment on column code_file.imports is 'What the file imports, as written, one a line';

update code_file as file set imports = written.lines
from (
    select chunk.file_id, string_agg(import.line, e'\n' order by import.place) as lines
    from code_chunk as chunk,
        jsonb_array_elements_text(chunk.metadata -> 'imports') with ordinality as import (line, place)
    where chunk.ordinal = 0
    group by chunk.file_id
) as written
where file.id = written.file_id;

update code_chunk set metadata = metadata - 'imports' where metadata ? 'imports';
