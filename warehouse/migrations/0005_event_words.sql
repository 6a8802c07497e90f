-- By which words a toll's event is known again, kept where the texts are not: a published file holds no articles.

alter table event_link add column words varchar[];
alter table event_link add column rival boolean;

comment on column event_link.words is 'The telling words of its report, in small letters: names and things that few reports share. NULL: joined before they were kept.';
comment on column event_link.rival is 'true: its sentence sets it against another toll ("activists gave a higher toll of 23").';
comment on column assessment.labels is 'Codes that describe the pair and explain nothing: OPPOSING_PARTIES, INTERNAL_INCONSISTENCY, PART_ABOVE_WHOLE.';
comment on column disagreements.labels is 'Codes that describe the pair and explain nothing: OPPOSING_PARTIES, INTERNAL_INCONSISTENCY, PART_ABOVE_WHOLE.';
