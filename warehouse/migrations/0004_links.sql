-- What ties figures together: to an event, and to a common origin. Both say how surely and by what.

create table event_link (
    figure_id varchar not null,
    event_id  varchar not null,
    strength  varchar not null check (strength in ('certain', 'probable', 'possible')),
    basis     varchar not null
);

create table origin_link (
    figure_a varchar not null,
    figure_b varchar not null,
    strength varchar not null check (strength in ('certain', 'probable', 'possible')),
    basis    varchar not null,
    check (figure_a < figure_b)
);

comment on table event_link is 'One row per toll that was joined to an event by comparing reports; a figure whose text or table names its event has none.';
comment on column event_link.figure_id is 'The toll.';
comment on column event_link.event_id is 'The event of its series.';
comment on column event_link.strength is 'How surely it belongs there; a possible join never raises a severity above 1.';
comment on column event_link.basis is 'What joined it, in words: place, day, kind of event, wording.';
comment on table origin_link is 'One row per pair of figures that have, or may have, one origin although two outlets print them.';
comment on column origin_link.figure_a is 'The figure with the smaller id.';
comment on column origin_link.figure_b is 'The other figure.';
comment on column origin_link.strength is 'certain and probable links make one voice of the two; a possible one makes the number of voices a range.';
comment on column origin_link.basis is 'What they share: one newsroom, nearly one text, a phrase, or hedge, number and unit alone.';
