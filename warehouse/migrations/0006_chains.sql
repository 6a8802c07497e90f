-- Closed choices are enums, and figures that went the same way from their maker to the page share one chain.
--
-- Measured at a million figures of realistic shape: two million steps, of which fewer than a tenth differed, took a fifth of
-- a publish, and closed choices kept as text another tenth. The views give every choice as text, as before; reviewed stays
-- one in the table too, since every view filters by it, and what is known of a column is not known of its cast.

create type evidence as enum ('passage', 'table_row');
create type quantifier as enum ('almost', 'approximately', 'at_least', 'at_most', 'exact', 'less_than', 'more_than', 'range', 'vague');
create type stance as enum ('admits', 'asserts', 'cannot_verify', 'claims', 'denies', 'estimates', 'not_stated', 'promises', 'verifies');
create type role as enum ('agency', 'disputant', 'originator', 'publisher', 'relay', 'republisher', 'speaker', 'verifier');
create type as_of_precision as enum ('day', 'week', 'month', 'season', 'year', 'range');
create type as_of_basis as enum ('context', 'given', 'published', 'stated');

create table new_attribution (
    chain_id  varchar not null,
    step      tinyint not null,
    source_id varchar not null,
    role      role not null,
    stance    stance not null,
    cue       varchar
);

-- The id is made as in load_chains.sql.
create temp table chain_of as
select
    attribution.figure_id,
    attribution.version,
    left(sha256(any_value(figure.chain) || chr(30) || string_agg(
        concat_ws(chr(31), step, source_id, role, attribution.stance, coalesce(cue, '')),
        chr(30) order by step
    )), 16) as chain_id
from attribution
join figure
    on  figure.figure_id = attribution.figure_id
    and figure.version = attribution.version
group by
    attribution.figure_id,
    attribution.version;

insert into new_attribution by name
select distinct
    chain_id,
    step,
    source_id,
    role,
    stance,
    cue
from attribution
join chain_of using (figure_id, version)
order by
    chain_id,
    step;

create table new_figure (
    figure_id          varchar not null,
    version            integer not null check (version >= 1),
    document_id        varchar not null,
    evidence           evidence not null,
    char_start         integer,
    char_end           integer,
    excerpt            varchar not null,
    sentence           varchar,
    sentence_start     integer,
    quantifier         quantifier not null,
    value_reported     double,
    low_reported       double,
    high_reported      double,
    unit_reported      varchar not null,
    significant_digits tinyint,
    value              double check (isfinite(value)),
    low                double check (isfinite(low)),
    high               double check (isfinite(high)),
    unit               varchar not null,
    series_id          varchar not null,
    term               varchar,
    part_of            varchar,
    as_of_start        date,
    as_of_end          date,
    as_of_precision    as_of_precision,
    as_of_basis        as_of_basis,
    voice_id           varchar not null,
    originator_id      varchar,
    stance             stance not null,
    chain              varchar not null,
    chain_id           varchar,
    origin_group       varchar not null,
    restates_id        varchar,
    supersedes_id      varchar,
    derived_from_id    varchar,
    derivation         varchar,
    fx_date            date,
    fx_source          varchar,
    confidence         double not null check (confidence between 0 and 1),
    severity           tinyint not null default 0 check (severity between 0 and 4),
    reviewed           varchar not null default 'machine' check (reviewed in ('machine', 'accepted', 'corrected', 'rejected')),
    run_id             varchar not null,
    recorded_at        timestamp not null,
    retired_at         timestamp,
    check (low is not null or high is not null),
    check (low <= high),
    check (low <= value),
    check (value <= high),
    check (as_of_start <= as_of_end),
    check (retired_at >= recorded_at),
    check (evidence = 'table_row' or (char_start >= 0 and char_start < char_end and sentence is not null))
);
insert into new_figure by name
select
    figure.*,
    chain_of.chain_id
from figure
left join chain_of using (figure_id, version);

drop table figure;
drop table attribution;
drop table chain_of;
alter table new_figure rename to figure;
alter table new_attribution rename to attribution;

comment on table figure is 'One row: one version of one figure: a number printed once in one document, or one row of a claims table. (figure_id, version) is unique and at most one version is not retired. For most questions ask the view figures instead.';
comment on column figure.figure_id is 'Id: 16 hex digits of a hash of the text, the place in it, the indicator and the derivation; the same for ever.';
comment on column figure.version is 'Counts the readings of one figure from 1; a better reading or a correction adds the next.';
comment on column figure.document_id is 'Where it stands: document.document_id.';
comment on column figure.evidence is 'passage: offsets, excerpt and sentence are of a text; table_row: words as given in a claims table, no passage is held.';
comment on column figure.char_start is 'First character of the excerpt in the text, counted from 0. NULL: a table row.';
comment on column figure.char_end is 'One after the last character of the excerpt. NULL: a table row.';
comment on column figure.excerpt is 'The words of the number as printed: hedge, number, unit.';
comment on column figure.sentence is 'The sentence around it; of a table row its quote. NULL: a table row without a quote.';
comment on column figure.sentence_start is 'First character of the sentence in the text, counted from 0. NULL: a table row.';
comment on column figure.quantifier is 'How the wording bounds the number: exact, approximately, almost, more_than, at_least, less_than, at_most, range, vague.';
comment on column figure.value_reported is 'The number as printed, in unit_reported. NULL: no number was printed ("several hundred"), or a range.';
comment on column figure.low_reported is 'Least that the wording allows, in unit_reported. NULL: open.';
comment on column figure.high_reported is 'Most that the wording allows, in unit_reported. NULL: open.';
comment on column figure.unit_reported is 'The unit as printed (pint, short): mi**2. dimensionless for a fraction or a bare count.';
comment on column figure.significant_digits is 'Significant digits of the number as printed. NULL: no number was printed, or not known.';
comment on column figure.value is 'The number in unit. NULL: no number was printed, or a range.';
comment on column figure.low is 'Least that the wording allows, in unit. NULL: open.';
comment on column figure.high is 'Most that the wording allows, in unit. NULL: open.';
comment on column figure.unit is 'The unit of value, low and high: the indicator''s, or the own currency of money without a rate.';
comment on column figure.series_id is 'Its comparison key: series.series_id.';
comment on column figure.term is 'The word that was used, where it leaves something open: losses. NULL: nothing is open.';
comment on column figure.part_of is 'The figure of the same document that includes it ("30 of them children"): figure_id. NULL: none.';
comment on column figure.as_of_start is 'First day of the window the number holds for. NULL: not known.';
comment on column figure.as_of_end is 'Last day of that window. NULL: not known.';
comment on column figure.as_of_precision is 'day, week, month, season, year or range. NULL: not known.';
comment on column figure.as_of_basis is 'Where the as-of comes from: stated (same sentence), context (elsewhere in the text), published (the day of publication), given (a table). NULL: not known.';
comment on column figure.voice_id is 'Who counts as speaking: the originator, or the outlet where nobody is named: source.source_id; the document where that is not known either.';
comment on column figure.originator_id is 'Who made the number: source.source_id. NULL: nobody is named.';
comment on column figure.stance is 'How the originator stands to the number: asserts, claims, estimates, admits, promises, denies, cannot_verify, verifies, not_stated.';
comment on column figure.chain is 'The way of the number in words, from its maker to the page.';
comment on column figure.chain_id is 'That way step by step: attribution.chain_id. NULL: nobody is known.';
comment on column figure.origin_group is 'Figures with one value here are copies of one telling: a document_id, or the id of a group.';
comment on column figure.restates_id is 'The figure it says again in other words or another unit: figure_id. NULL: none.';
comment on column figure.supersedes_id is 'The figure that its source replaced by it: figure_id. NULL: none.';
comment on column figure.derived_from_id is 'The figure it is worked out from: figure_id. NULL: printed, not worked out.';
comment on column figure.derivation is 'How it is worked out, in words. NULL: printed, not worked out.';
comment on column figure.fx_date is 'Day of the exchange rate used. NULL: no currency was converted.';
comment on column figure.fx_source is 'Source of that rate. NULL: no currency was converted.';
comment on column figure.confidence is 'How surely it was read, 0 to 1: 1 for a table row, less for each part that had to be inferred.';
comment on column figure.severity is 'The worst disagreement it takes part in: 0 none, 1 note, 2 minor, 3 major, 4 severe. Filled when the file is published.';
comment on column figure.reviewed is 'machine: read by the program; accepted, corrected or rejected by a person (see review).';
comment on column figure.run_id is 'The run that recorded it: run.run_id.';
comment on column figure.recorded_at is 'When the warehouse came to know it, UTC.';
comment on column figure.retired_at is 'When another version took its place, UTC. NULL: current.';

comment on table attribution is 'One row: one step of a chain, which is the way of figures from their maker to the page, or somebody who checked or denied it. The view provenance shows them for each figure.';
comment on column attribution.chain_id is 'Id of the chain: 16 hex digits of a hash of its words and its steps; figure.chain_id.';
comment on column attribution.step is 'Order in the chain, from 0.';
comment on column attribution.source_id is 'Who: source.source_id.';
comment on column attribution.role is 'originator, speaker, relay, agency, publisher, republisher, verifier or disputant.';
comment on column attribution.stance is 'asserts, claims, estimates, admits, promises, denies, cannot_verify, verifies, not_stated.';
comment on column attribution.cue is 'The words that say so. NULL: no words do, such as for the publisher.';

create or replace view figure_versions as
select
    figure.figure_id,
    series.indicator_id               as indicator,
    indicator.label                   as indicator_label,
    indicator.family,
    indicator.kind,
    series.holder,
    series.share_of,
    coalesce(place.name, '')          as place,
    coalesce(place.code, '')          as place_code,
    coalesce(event.name, '')          as event,
    series.population,
    series.statistic,
    figure.excerpt,
    figure.quantifier::varchar        as quantifier,
    figure.value_reported,
    figure.unit_reported,
    figure.value,
    figure.low,
    figure.high,
    figure.unit,
    figure.term,
    figure.as_of_start,
    figure.as_of_end,
    figure.as_of_precision::varchar   as as_of_precision,
    figure.as_of_basis::varchar       as as_of_basis,
    originator.name                   as originator,
    coalesce(voice.name, 'unnamed outlet') as voice,
    coalesce(party.name, 'unknown')   as party,
    coalesce(voice.alignment, 'unknown') as alignment,
    figure.stance::varchar            as stance,
    figure.chain,
    publisher.name                    as publisher,
    original_publisher.name           as original_publisher,
    document.published_at,
    document.published_basis,
    document.title,
    document.url,
    document.archive_url,
    document.language,
    document.translated,
    figure.evidence::varchar          as evidence,
    figure.sentence,
    figure.char_start,
    figure.char_end,
    figure.restates_id,
    figure.supersedes_id,
    figure.derived_from_id,
    figure.derivation,
    figure.part_of,
    figure.confidence,
    figure.reviewed,
    figure.severity,
    figure.recorded_at,
    figure.series_id,
    series.slug,
    figure.document_id,
    document.file,
    figure.version,
    figure.retired_at,
    figure.voice_id
from figure
join series on series.series_id = figure.series_id
join indicator on indicator.indicator_id = series.indicator_id
join document on document.document_id = figure.document_id
left join place on place.place_id = series.place_id
left join event on event.event_id = series.event_id
left join source as originator on originator.source_id = figure.originator_id
left join source as voice on voice.source_id = figure.voice_id
left join source as party on party.source_id = voice.party_id
left join source as publisher on publisher.source_id = document.publisher_id
left join source as original_publisher on original_publisher.source_id = document.original_publisher_id;

-- Left joins keep the assessments first: a filter on their series then leaves little to look up (3 s against 0.1 s with
-- four million pairs). Both figures of a pair are always there: what is rejected or retired is assessed again.
create or replace view disagreements as
select
    assessment.severity,
    assessment.relation,
    assessment.explanation,
    assessment.labels,
    assessment.gap,
    assessment.narrative,
    a.excerpt               as excerpt_a,
    b.excerpt               as excerpt_b,
    a.voice                 as voice_a,
    b.voice                 as voice_b,
    a.party                 as party_a,
    b.party                 as party_b,
    a.publisher             as publisher_a,
    b.publisher             as publisher_b,
    a.as_of_start           as as_of_start_a,
    a.as_of_end             as as_of_end_a,
    b.as_of_start           as as_of_start_b,
    b.as_of_end             as as_of_end_b,
    a.published_at          as published_at_a,
    b.published_at          as published_at_b,
    a.url                   as url_a,
    b.url                   as url_b,
    series.slug,
    assessment.severity_score,
    assessment.explanation_strength,
    assessment.other_explanations,
    assessment.ratio,
    series.indicator_id     as indicator,
    indicator.label         as indicator_label,
    coalesce(place.name, '') as place,
    coalesce(event.name, '') as event,
    a.value                 as value_a,
    a.low                   as low_a,
    a.high                  as high_a,
    a.unit                  as unit_a,
    b.value                 as value_b,
    b.low                   as low_b,
    b.high                  as high_b,
    b.unit                  as unit_b,
    a.sentence              as sentence_a,
    b.sentence              as sentence_b,
    a.reviewed              as reviewed_a,
    b.reviewed              as reviewed_b,
    assessment.figure_a,
    assessment.figure_b,
    assessment.series_id,
    assessment.method_version
from assessment
join series on series.series_id = assessment.series_id
join indicator on indicator.indicator_id = series.indicator_id
left join place on place.place_id = series.place_id
left join event on event.event_id = series.event_id
left join figures as a on a.figure_id = assessment.figure_a
left join figures as b on b.figure_id = assessment.figure_b
where
    assessment.severity >= 1
    and assessment.method_version = (select method_version from warehouse_meta)
union all by name
select
    2                       as severity,
    'denied'                as relation,
    'UNEXPLAINED'           as explanation,
    []::varchar[]           as labels,
    denier.name || ' denies what '
        || case when claimed.voice_id = denied.source_id then 'is reported' else claimed.voice || ' says' end
        || ': ' || claimed.excerpt || '.' as narrative,
    claimed.excerpt         as excerpt_a,
    denied.cue              as excerpt_b,
    claimed.voice           as voice_a,
    denier.name             as voice_b,
    claimed.party           as party_a,
    denier_party.name       as party_b,
    claimed.publisher       as publisher_a,
    claimed.publisher       as publisher_b,
    claimed.as_of_start     as as_of_start_a,
    claimed.as_of_end       as as_of_end_a,
    claimed.published_at    as published_at_a,
    claimed.published_at    as published_at_b,
    claimed.url             as url_a,
    claimed.url             as url_b,
    claimed.slug,
    0                       as severity_score,
    'none'                  as explanation_strength,
    []::varchar[]           as other_explanations,
    claimed.indicator,
    claimed.indicator_label,
    claimed.place,
    claimed.event,
    claimed.value           as value_a,
    claimed.low             as low_a,
    claimed.high            as high_a,
    claimed.unit            as unit_a,
    claimed.sentence        as sentence_a,
    claimed.sentence        as sentence_b,
    claimed.reviewed        as reviewed_a,
    claimed.figure_id       as figure_a,
    claimed.series_id,
    (select method_version from warehouse_meta) as method_version
from attribution as denied
join figure on figure.chain_id = denied.chain_id
join figure_versions as claimed
    on  claimed.figure_id = figure.figure_id
    and claimed.version = figure.version
join source as denier on denier.source_id = denied.source_id
join source as denier_party on denier_party.source_id = denier.party_id
where
    denied.stance = 'denies'
    and claimed.retired_at is null
    and claimed.reviewed <> 'rejected'
    -- A denial that has a figure of its own is a pair already.
    and not exists (
        select 1
        from assessment
        where
            assessment.relation = 'denied'
            and (assessment.figure_a = claimed.figure_id or assessment.figure_b = claimed.figure_id)
    );

create or replace view provenance as
select
    figure.figure_id,
    attribution.step,
    source.name             as source,
    attribution.role::varchar   as role,
    attribution.stance::varchar as stance,
    attribution.cue,
    party.name              as party,
    source.alignment,
    source.alignment_basis,
    figure.excerpt,
    document.title,
    document.url,
    document.published_at,
    series.slug,
    attribution.source_id,
    figure.series_id,
    figure.document_id
from attribution
join figure on figure.chain_id = attribution.chain_id
join series on series.series_id = figure.series_id
join document on document.document_id = figure.document_id
join source on source.source_id = attribution.source_id
left join source as party on party.source_id = source.party_id
where figure.retired_at is null;

comment on view figure_versions is 'One row: one version of a figure, names resolved: also retired and rejected ones. Where a cited id is looked up.';
comment on column figure_versions.figure_id is 'Id: 16 hex digits of a hash of the text, the place in it, the indicator and the derivation; the same for ever.';
comment on column figure_versions.indicator is 'What is counted or measured: indicator.indicator_id.';
comment on column figure_versions.indicator_label is 'Its name in words.';
comment on column figure_versions.family is 'Indicators of one family are shown beside each other and never compared.';
comment on column figure_versions.kind is 'stock: at a moment; running_total: only grows; flow: within a window; rate; share: a fraction; attribute.';
comment on column figure_versions.holder is 'Who controls, retook or holds it: Ukraine; empty where that has no meaning.';
comment on column figure_versions.share_of is 'The whole of a share: Ukraine, area taken in Kursk; empty for what is no share.';
comment on column figure_versions.place is 'Where, by short name; empty where no place is given.';
comment on column figure_versions.place_code is 'ISO 3166-2 or P-code; empty where it has none.';
comment on column figure_versions.event is 'Of which event, by name; empty where none is given.';
comment on column figure_versions.population is 'Of whom: civilians, Russian soldiers; empty for all or not stated.';
comment on column figure_versions.statistic is 'level: at the as-of; peak: the most there ever was; total: since a start; change: within the as-of window; share: a fraction.';
comment on column figure_versions.excerpt is 'The words of the number as printed: hedge, number, unit.';
comment on column figure_versions.quantifier is 'How the wording bounds the number: exact, approximately, almost, more_than, at_least, less_than, at_most, range, vague.';
comment on column figure_versions.value_reported is 'The number as printed, in unit_reported. NULL: no number was printed ("several hundred"), or a range.';
comment on column figure_versions.unit_reported is 'The unit as printed (pint, short): mi**2. dimensionless for a fraction or a bare count.';
comment on column figure_versions.value is 'The number in unit. NULL: no number was printed, or a range.';
comment on column figure_versions.low is 'Least that the wording allows, in unit. NULL: open.';
comment on column figure_versions.high is 'Most that the wording allows, in unit. NULL: open.';
comment on column figure_versions.unit is 'The unit of value, low and high: the indicator''s, or the own currency of money without a rate.';
comment on column figure_versions.term is 'The word that was used, where it leaves something open: losses. NULL: nothing is open.';
comment on column figure_versions.as_of_start is 'First day of the window the number holds for. NULL: not known.';
comment on column figure_versions.as_of_end is 'Last day of that window. NULL: not known.';
comment on column figure_versions.as_of_precision is 'day, week, month, season, year or range. NULL: not known.';
comment on column figure_versions.as_of_basis is 'Where the as-of comes from: stated (same sentence), context (elsewhere in the text), published (the day of publication), given (a table). NULL: not known.';
comment on column figure_versions.originator is 'Who made the number, by name. NULL: nobody is named.';
comment on column figure_versions.voice is 'Who counts as speaking, by name: the originator, or the outlet where nobody is named.';
comment on column figure_versions.party is 'The side the voice speaks for: the last of its parents; itself where it has none; several where joint speakers differ.';
comment on column figure_versions.alignment is 'Of the voice; party: belongs to a side of the conflict; aligned: shares its aims; unaffiliated; unknown.';
comment on column figure_versions.stance is 'How the originator stands to the number: asserts, claims, estimates, admits, promises, denies, cannot_verify, verifies, not_stated.';
comment on column figure_versions.chain is 'The way of the number in words, from its maker to the page.';
comment on column figure_versions.publisher is 'Who printed it, by name. NULL: not known.';
comment on column figure_versions.original_publisher is 'Who wrote it, by name, where that is another. NULL: not known, or the publisher itself.';
comment on column figure_versions.published_at is 'When it was published, UTC: the start of the day, month or year that the precision names. NULL: not known.';
comment on column figure_versions.published_basis is 'Where the date comes from: given (a manifest, front matter or table), page, byline, inferred, unknown.';
comment on column figure_versions.title is 'Headline of the document. NULL: not known.';
comment on column figure_versions.url is 'Where the document can be read. NULL: not known.';
comment on column figure_versions.archive_url is 'Where an archived copy can be read. NULL: none is known.';
comment on column figure_versions.language is 'ISO 639-1 code of its language. NULL: not known.';
comment on column figure_versions.translated is 'Whether it is a translation. NULL: not known.';
comment on column figure_versions.evidence is 'passage: offsets, excerpt and sentence are of a text; table_row: words as given in a claims table, no passage is held.';
comment on column figure_versions.sentence is 'The sentence around it; of a table row its quote. NULL: a table row without a quote.';
comment on column figure_versions.char_start is 'First character of the excerpt in the text, counted from 0. NULL: a table row.';
comment on column figure_versions.char_end is 'One after the last character of the excerpt. NULL: a table row.';
comment on column figure_versions.restates_id is 'The figure it says again in other words or another unit: figure_id. NULL: none.';
comment on column figure_versions.supersedes_id is 'The figure that its source replaced by it: figure_id. NULL: none.';
comment on column figure_versions.derived_from_id is 'The figure it is worked out from: figure_id. NULL: printed, not worked out.';
comment on column figure_versions.derivation is 'How it is worked out, in words. NULL: printed, not worked out.';
comment on column figure_versions.part_of is 'The figure of the same document that includes it ("30 of them children"): figure_id. NULL: none.';
comment on column figure_versions.confidence is 'How surely it was read, 0 to 1: 1 for a table row, less for each part that had to be inferred.';
comment on column figure_versions.reviewed is 'machine: read by the program; accepted, corrected or rejected by a person (see review).';
comment on column figure_versions.severity is 'The worst disagreement it takes part in: 0 none, 1 note, 2 minor, 3 major, 4 severe. Filled when the file is published.';
comment on column figure_versions.recorded_at is 'When the warehouse came to know it, UTC.';
comment on column figure_versions.series_id is 'Which series: series.series_id.';
comment on column figure_versions.slug is 'Its address: unique, and never changed once given.';
comment on column figure_versions.document_id is 'Which document: document.document_id.';
comment on column figure_versions.file is 'Base name of the file it came from.';
comment on column figure_versions.version is 'Counts the readings of one figure from 1; a better reading or a correction adds the next.';
comment on column figure_versions.retired_at is 'When another version took its place, UTC. NULL: current.';
comment on column figure_versions.voice_id is 'Who counts as speaking: the originator, or the outlet where nobody is named: source.source_id; the document where that is not known either.';
comment on view disagreements is 'One row: a pair of figures that do not agree (severity 1 or more), or a denial; by the newest method only.';
comment on column disagreements.severity is '0 none, 1 note, 2 minor, 3 major, 4 severe.';
comment on column disagreements.relation is 'agree, compatible, tension, conflict, sequence (different times), related (different things), denied.';
comment on column disagreements.explanation is 'Code of the first explanation, such as DIFFERENT_AS_OF, or UNEXPLAINED.';
comment on column disagreements.labels is 'Codes that describe the pair and explain nothing: OPPOSING_PARTIES, INTERNAL_INCONSISTENCY, PART_ABOVE_WHOLE.';
comment on column disagreements.gap is 'How many times the lower interval''s high end goes into the upper one''s low end; 1 where they meet. NULL: not compared by numbers.';
comment on column disagreements.narrative is 'The pair in a sentence.';
comment on column disagreements.excerpt_a is 'Of the first figure: the words of the number as printed: hedge, number, unit.';
comment on column disagreements.excerpt_b is 'The second figure''s words; of a denial: the words that deny.';
comment on column disagreements.voice_a is 'Of the first figure: who counts as speaking, by name: the originator, or the outlet where nobody is named.';
comment on column disagreements.voice_b is 'Of the second figure; of a denial: of the one who denies: who counts as speaking, by name: the originator, or the outlet where nobody is named.';
comment on column disagreements.party_a is 'Of the first figure: the side the voice speaks for: the last of its parents; itself where it has none; several where joint speakers differ.';
comment on column disagreements.party_b is 'Of the second figure; of a denial: of the one who denies: the side the voice speaks for: the last of its parents; itself where it has none; several where joint speakers differ.';
comment on column disagreements.publisher_a is 'Of the first figure: who printed it, by name. NULL: not known.';
comment on column disagreements.publisher_b is 'Of the second figure; of a denial: of the one who denies: who printed it, by name. NULL: not known.';
comment on column disagreements.as_of_start_a is 'Of the first figure: first day of the window the number holds for. NULL: not known.';
comment on column disagreements.as_of_end_a is 'Of the first figure: last day of that window. NULL: not known.';
comment on column disagreements.as_of_start_b is 'Of the second figure; of a denial: of the one who denies: first day of the window the number holds for. NULL: not known.';
comment on column disagreements.as_of_end_b is 'Of the second figure; of a denial: of the one who denies: last day of that window. NULL: not known.';
comment on column disagreements.published_at_a is 'Of the first figure: when it was published, UTC: the start of the day, month or year that the precision names. NULL: not known.';
comment on column disagreements.published_at_b is 'Of the second figure; of a denial: of the one who denies: when it was published, UTC: the start of the day, month or year that the precision names. NULL: not known.';
comment on column disagreements.url_a is 'Of the first figure: where the document can be read. NULL: not known.';
comment on column disagreements.url_b is 'Of the second figure; of a denial: of the one who denies: where the document can be read. NULL: not known.';
comment on column disagreements.slug is 'Address of the series it is listed under.';
comment on column disagreements.severity_score is '0 to 100: the gap, lessened by explanation and doubt.';
comment on column disagreements.explanation_strength is 'certain, probable, possible, or none.';
comment on column disagreements.other_explanations is 'Codes of the others that apply.';
comment on column disagreements.ratio is 'Larger centre by smaller centre; shown, never used to flag. NULL: no centre.';
comment on column disagreements.indicator is 'What is counted or measured: indicator.indicator_id.';
comment on column disagreements.indicator_label is 'Its name in words.';
comment on column disagreements.place is 'Where, by short name; empty where no place is given.';
comment on column disagreements.event is 'Of which event, by name; empty where none is given.';
comment on column disagreements.value_a is 'Of the first figure: the number in unit. NULL: no number was printed, or a range.';
comment on column disagreements.low_a is 'Of the first figure: least that the wording allows, in unit. NULL: open.';
comment on column disagreements.high_a is 'Of the first figure: most that the wording allows, in unit. NULL: open.';
comment on column disagreements.unit_a is 'Of the first figure: the unit of value, low and high: the indicator''s, or the own currency of money without a rate.';
comment on column disagreements.value_b is 'Of the second figure; of a denial: of the one who denies: the number in unit. NULL: no number was printed, or a range. NULL also: a denial without a number.';
comment on column disagreements.low_b is 'Of the second figure; of a denial: of the one who denies: least that the wording allows, in unit. NULL: open. NULL also: a denial without a number.';
comment on column disagreements.high_b is 'Of the second figure; of a denial: of the one who denies: most that the wording allows, in unit. NULL: open. NULL also: a denial without a number.';
comment on column disagreements.unit_b is 'Of the second figure; of a denial: of the one who denies: the unit of value, low and high: the indicator''s, or the own currency of money without a rate. NULL also: a denial without a number.';
comment on column disagreements.sentence_a is 'Of the first figure: the sentence around it; of a table row its quote. NULL: a table row without a quote.';
comment on column disagreements.sentence_b is 'Of the second figure; of a denial: of the one who denies: the sentence around it; of a table row its quote. NULL: a table row without a quote.';
comment on column disagreements.reviewed_a is 'Of the first figure: machine: read by the program; accepted, corrected or rejected by a person (see review).';
comment on column disagreements.reviewed_b is 'Of the second figure; of a denial: of the one who denies: machine: read by the program; accepted, corrected or rejected by a person (see review). NULL also: a denial without a number.';
comment on column disagreements.figure_a is 'The first figure: figure.figure_id; of a denial: the one denied.';
comment on column disagreements.figure_b is 'The second figure: figure.figure_id. NULL: a denial without a number of its own.';
comment on column disagreements.series_id is 'The series it is listed under: of figure_a where they are of two.';
comment on column disagreements.method_version is 'Version of the rules that judged.';
comment on view provenance is 'One row: one step of the way of a current figure from its maker to the page, or a check or denial of it.';
comment on column provenance.figure_id is 'Which figure.';
comment on column provenance.step is 'Order in the chain, from 0.';
comment on column provenance.source is 'Who, by name.';
comment on column provenance.role is 'originator, speaker, relay, agency, publisher, republisher, verifier or disputant.';
comment on column provenance.stance is 'asserts, claims, estimates, admits, promises, denies, cannot_verify, verifies, not_stated.';
comment on column provenance.cue is 'The words that say so. NULL: no words do, such as for the publisher.';
comment on column provenance.party is 'The side the source speaks for.';
comment on column provenance.alignment is 'Of the voice; party: belongs to a side of the conflict; aligned: shares its aims; unaffiliated; unknown.';
comment on column provenance.alignment_basis is 'Why the alignment is said to be so. NULL: not stated.';
comment on column provenance.excerpt is 'The words of the number as printed: hedge, number, unit.';
comment on column provenance.title is 'Headline of the document. NULL: not known.';
comment on column provenance.url is 'Where the document can be read. NULL: not known.';
comment on column provenance.published_at is 'When it was published, UTC: the start of the day, month or year that the precision names. NULL: not known.';
comment on column provenance.slug is 'Its address: unique, and never changed once given.';
comment on column provenance.source_id is 'Who: source.source_id.';
comment on column provenance.series_id is 'Which series: series.series_id.';
comment on column provenance.document_id is 'Which document: document.document_id.';
