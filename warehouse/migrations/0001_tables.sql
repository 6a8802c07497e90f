-- The tables. One row in figure is one number printed once in one document, or one row of a claims table.
--
-- The tables that grow without bound (document to unread, assessment) carry no key, reference or index: a VARCHAR key
-- makes a load of a million rows 16 times slower and the file 3 times larger. The loader keeps them unique with an
-- anti-join, and every publish checks uniqueness and references (publishing.py) before a reader sees anything.
-- The small ones have primary keys, and no foreign keys, which would stop an upsert of a name; the same check covers them.
-- Empty parts of a series key are '', never NULL, so that equality is enough to compare them.

create table run (
    run_id           varchar primary key,
    software_version varchar not null,
    reader_version   varchar not null,
    method_version   varchar not null,
    params           json not null,
    started_at       timestamp not null,
    ended_at         timestamp,
    generation       bigint
);
comment on table run is 'One row: one ingest or review session of the writer. System time, UTC.';
comment on column run.run_id is 'Id of the run.';
comment on column run.software_version is 'Version of the program.';
comment on column run.reader_version is 'Version of the rules that read texts.';
comment on column run.method_version is 'Version of the rules that compare.';
comment on column run.params is 'Settings of the run as JSON: thresholds and tolerances of the comparison.';
comment on column run.started_at is 'When it began, UTC.';
comment on column run.ended_at is 'When its last row was committed, UTC. NULL: it did not come to its end; a later run took up the rest.';
comment on column run.generation is 'The generation of the published file that first held its rows. NULL: not published yet.';

create table source (
    source_id       varchar primary key,
    name            varchar not null,
    kind            varchar not null,
    parent_id       varchar,
    party_id        varchar not null,
    alignment       varchar not null check (alignment in ('party', 'aligned', 'unaffiliated', 'unknown')),
    alignment_basis varchar,
    listed          boolean not null
);
comment on table source is 'One row: somebody who speaks or publishes: a person, an office, an army, an agency, a newspaper, or a set of joint speakers.';
comment on column source.source_id is 'Id: its name in small letters and hyphens.';
comment on column source.name is 'Its name in full.';
comment on column source.kind is 'government, military, official, agency, newspaper, map project, monitor, un, ngo, person, anonymous, joint (several who speak together), or another word of sources.csv.';
comment on column source.parent_id is 'The source it belongs to: a general belongs to the army. NULL: it stands for itself.';
comment on column source.party_id is 'The last of its parents, whose side it speaks for; itself where it has none.';
comment on column source.alignment is 'party: belongs to a side of the conflict; aligned: shares its aims; unaffiliated; unknown.';
comment on column source.alignment_basis is 'Why the alignment is said to be so. NULL: not stated.';
comment on column source.listed is 'true: from a name table; false: first met in a text, nothing else is known of it.';

create table source_alias (
    alias      varchar not null,
    source_id  varchar not null,
    office     boolean not null,
    valid_from date,
    valid_to   date
);
comment on table source_alias is 'One row: another name of a source, or an office and who held it when.';
comment on column source_alias.alias is 'The other name or spelling, or the title of the office.';
comment on column source_alias.source_id is 'Whose it is: source.source_id.';
comment on column source_alias.office is 'true: the alias is an office, held for a time; false: a name.';
comment on column source_alias.valid_from is 'First day of the office. NULL: since always, or not known.';
comment on column source_alias.valid_to is 'Last day of the office. NULL: still held, or not known.';

create table place (
    place_id  varchar primary key,
    name      varchar not null,
    kind      varchar not null,
    parent_id varchar,
    code      varchar not null default '',
    latitude  double check (latitude between -90 and 90),
    longitude double check (longitude between -180 and 180),
    area_km2  double check (area_km2 > 0),
    listed    boolean not null
);
comment on table place is 'One row: a place that a figure can be about.';
comment on column place.place_id is 'Id: its name in small letters and hyphens.';
comment on column place.name is 'Its short name: Kursk, not Kursk Oblast.';
comment on column place.kind is 'country, region, district, city, town, village, territory, or unknown.';
comment on column place.parent_id is 'The place that contains it: place.place_id. NULL: none, or not known.';
comment on column place.code is 'ISO 3166-2 or P-code; empty where it has none.';
comment on column place.latitude is 'Degrees north, WGS 84. NULL: not known.';
comment on column place.longitude is 'Degrees east, WGS 84. NULL: not known.';
comment on column place.area_km2 is 'Area in square kilometres. NULL: not known.';
comment on column place.listed is 'true: from a name table; false: first met in a text or a claims table, nothing else is known of it.';

create table place_alias (
    alias    varchar not null,
    place_id varchar not null,
    strength varchar not null check (strength in ('strong', 'weak'))
);
comment on table place_alias is 'One row: another name of a place.';
comment on column place_alias.alias is 'The other name or spelling.';
comment on column place_alias.place_id is 'Whose it is: place.place_id.';
comment on column place_alias.strength is 'strong: the word always means the place; weak: only beside a word such as region or town.';

create table event (
    event_id     varchar primary key,
    name         varchar not null,
    kind         varchar not null,
    place_id     varchar not null,
    first_day    date,
    last_day     date,
    external_ids varchar[] not null,
    listed       boolean not null,
    check (first_day <= last_day)
);
comment on table event is 'One row: something that happened at a place over some days, to which a toll belongs.';
comment on column event.event_id is 'Id: its name in small letters and hyphens.';
comment on column event.name is 'Its name.';
comment on column event.kind is 'offensive, battle, earthquake, flood, ... or unknown.';
comment on column event.place_id is 'Where: place.place_id; empty where not known.';
comment on column event.first_day is 'Its first day. NULL: not known.';
comment on column event.last_day is 'Its last day. NULL: still going on, or not known.';
comment on column event.external_ids is 'Its ids elsewhere: GLIDE, ACLED, Wikidata; an empty list where none is known.';
comment on column event.listed is 'true: from a name table; false: first met in a text or a claims table.';

create table event_alias (
    alias    varchar not null,
    event_id varchar not null
);
comment on table event_alias is 'One row: another name of an event.';
comment on column event_alias.alias is 'The other name.';
comment on column event_alias.event_id is 'Whose it is: event.event_id.';

create table indicator (
    indicator_id   varchar primary key,
    label          varchar not null,
    definition     varchar not null,
    unit           varchar not null,
    kind           varchar not null check (kind in ('stock', 'running_total', 'flow', 'rate', 'share', 'attribute')),
    counts_people  boolean not null,
    tolerance_days integer not null check (tolerance_days >= 0),
    family         varchar not null,
    hxl            varchar
);
comment on table indicator is 'One row: one thing that figures count or measure.';
comment on column indicator.indicator_id is 'Id, such as area_controlled.';
comment on column indicator.label is 'Its name in words.';
comment on column indicator.definition is 'What is counted and what is not.';
comment on column indicator.unit is 'The unit all its figures are converted to (pint, short): km**2, person, USD/month. Money keeps its own currency where no rate exists.';
comment on column indicator.kind is 'stock: at a moment; running_total: only grows; flow: within a window; rate; share: a fraction; attribute.';
comment on column indicator.counts_people is 'Whether it counts persons.';
comment on column indicator.tolerance_days is 'How many days apart two as-of windows may lie and still be compared.';
comment on column indicator.family is 'Indicators of one family are shown beside each other and never compared.';
comment on column indicator.hxl is 'Its Humanitarian Exchange Language tag. NULL: none fits.';

create table series (
    series_id    varchar not null,
    slug         varchar not null,
    title        varchar not null,
    indicator_id varchar not null,
    holder       varchar not null,
    share_of     varchar not null,
    place_id     varchar not null,
    event_id     varchar not null,
    population   varchar not null,
    statistic    varchar not null check (statistic in ('level', 'peak', 'total', 'change', 'share'))
);
comment on table series is 'One row: one comparison key. Figures are compared inside a series; all key columns are filled, empty means "does not apply".';
comment on column series.series_id is 'Id: the indicator and a hash of the other parts of the key, so that ids of one indicator sort together.';
comment on column series.slug is 'Its address: unique, and never changed once given.';
comment on column series.title is 'The key in words.';
comment on column series.indicator_id is 'What: indicator.indicator_id.';
comment on column series.holder is 'Who controls, retook or holds it: Ukraine; empty where that has no meaning.';
comment on column series.share_of is 'The whole of a share: Ukraine, area taken in Kursk; empty for what is no share.';
comment on column series.place_id is 'Where: place.place_id; empty where no place is given.';
comment on column series.event_id is 'Of which event: event.event_id; empty where none is given.';
comment on column series.population is 'Of whom: civilians, Russian soldiers; empty for all or not stated.';
comment on column series.statistic is 'level: at the as-of; peak: the most there ever was; total: since a start; change: within the as-of window; share: a fraction.';

create table fx_rate (
    base        varchar not null,
    quote       varchar not null,
    rate        double not null check (rate > 0 and isfinite(rate)),
    rate_date   date not null,
    rate_source varchar not null,
    unique (base, quote, rate_date, rate_source)
);
comment on table fx_rate is 'One row: what one unit of a currency was worth in another on a day.';
comment on column fx_rate.base is 'The currency that is bought, ISO 4217.';
comment on column fx_rate.quote is 'The currency it is paid in, ISO 4217.';
comment on column fx_rate.rate is 'Units of quote for one unit of base.';
comment on column fx_rate.rate_date is 'The day of the rate.';
comment on column fx_rate.rate_source is 'Who set or published it.';

create table document (
    document_id           varchar not null,
    kind                  varchar not null check (kind in ('article', 'claims')),
    file                  varchar not null,
    title                 varchar,
    url                   varchar,
    archive_url           varchar,
    language              varchar,
    translated            boolean,
    publisher_id          varchar,
    original_publisher_id varchar,
    published_at          timestamp,
    published_precision   varchar check (published_precision in ('time', 'day', 'month', 'year')),
    published_basis       varchar not null check (published_basis in ('given', 'page', 'byline', 'inferred', 'unknown')),
    accessed_at           timestamp not null,
    content_sha256        varchar not null,
    near_duplicate_of     varchar,
    version_of            varchar
);
comment on table document is 'One row: one text that was read, or one row of a claims table.';
comment on column document.document_id is 'Id: the first 16 characters of content_sha256. Equal text is one document, whatever its file is called.';
comment on column document.kind is 'article: a text; claims: a row of a claims table, whose passage is not held.';
comment on column document.file is 'Base name of the file it came from.';
comment on column document.title is 'Its headline. NULL: not known.';
comment on column document.url is 'Where it can be read. NULL: not known.';
comment on column document.archive_url is 'Where an archived copy can be read. NULL: none is known.';
comment on column document.language is 'ISO 639-1 code of its language. NULL: not known.';
comment on column document.translated is 'Whether it is a translation. NULL: not known.';
comment on column document.publisher_id is 'Who printed it: source.source_id. NULL: not known.';
comment on column document.original_publisher_id is 'Who wrote it, where that is another: the agency, or the paper that a republisher copies. NULL: not known, or the publisher itself.';
comment on column document.published_at is 'When it was published, UTC: the start of the day, month or year that the precision names. NULL: not known.';
comment on column document.published_precision is 'time, day, month or year. NULL: when it was published is not known.';
comment on column document.published_basis is 'Where the date comes from: given (a manifest, front matter or table), page, byline, inferred, unknown.';
comment on column document.accessed_at is 'When the warehouse first took it in, UTC.';
comment on column document.content_sha256 is 'SHA-256 of the text, or of the table row, in UTF-8.';
comment on column document.near_duplicate_of is 'The older document it is largely a copy of: document.document_id. NULL: none.';
comment on column document.version_of is 'The first taken-in version of the same page: document.document_id. NULL: this is the first, or the only one.';

create table document_text (
    document_id varchar not null,
    text        varchar not null
);
comment on table document_text is 'One row: the text of an article, untouched. Empty in the published file, unless the service is set to publish texts: others hold the rights to them.';
comment on column document_text.document_id is 'Which: document.document_id.';
comment on column document_text.text is 'The text as read from the file; offsets of figures count its characters.';

create table figure (
    figure_id          varchar not null,
    version            integer not null check (version >= 1),
    document_id        varchar not null,
    evidence           varchar not null check (evidence in ('passage', 'table_row')),
    char_start         integer,
    char_end           integer,
    excerpt            varchar not null,
    sentence           varchar,
    sentence_start     integer,
    quantifier         varchar not null check (quantifier in ('exact', 'approximately', 'almost', 'more_than', 'at_least', 'less_than', 'at_most', 'range', 'vague')),
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
    as_of_precision    varchar,
    as_of_basis        varchar,
    voice_id           varchar not null,
    originator_id      varchar,
    stance             varchar not null check (stance in ('asserts', 'claims', 'estimates', 'admits', 'promises', 'denies', 'cannot_verify', 'verifies', 'not_stated')),
    chain              varchar not null,
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

create table attribution (
    figure_id varchar not null,
    version   integer not null,
    step      tinyint not null,
    source_id varchar not null,
    role      varchar not null check (role in ('originator', 'speaker', 'relay', 'agency', 'publisher', 'republisher', 'verifier', 'disputant')),
    stance    varchar not null check (stance in ('asserts', 'claims', 'estimates', 'admits', 'promises', 'denies', 'cannot_verify', 'verifies', 'not_stated')),
    cue       varchar
);
comment on table attribution is 'One row: one step of the way of a figure from its maker to the page, or somebody who checked or denied it.';
comment on column attribution.figure_id is 'Which figure.';
comment on column attribution.version is 'Which version of it.';
comment on column attribution.step is 'Order in the chain, from 0.';
comment on column attribution.source_id is 'Who: source.source_id.';
comment on column attribution.role is 'originator, speaker, relay, agency, publisher, republisher, verifier or disputant.';
comment on column attribution.stance is 'asserts, claims, estimates, admits, promises, denies, cannot_verify, verifies, not_stated.';
comment on column attribution.cue is 'The words that say so. NULL: no words do, such as for the publisher.';

create table unread (
    document_id varchar not null,
    char_start  integer not null,
    char_end    integer not null,
    excerpt     varchar not null,
    reason      varchar not null,
    run_id      varchar not null,
    check (char_start < char_end)
);
comment on table unread is 'One row: a number that was seen and not understood, kept with its reason.';
comment on column unread.document_id is 'Where: document.document_id.';
comment on column unread.char_start is 'First character in the text, counted from 0.';
comment on column unread.char_end is 'One after the last character.';
comment on column unread.excerpt is 'The words as printed.';
comment on column unread.reason is 'Why: duration, age, mass, speed, plan, no_noun, ...';
comment on column unread.run_id is 'The run that recorded it: run.run_id.';

create table assessment (
    series_id            varchar not null,
    figure_a             varchar not null,
    figure_b             varchar not null check (figure_a < figure_b),
    method_version       varchar not null,
    relation             varchar not null check (relation in ('agree', 'compatible', 'tension', 'conflict', 'sequence', 'related', 'denied')),
    gap                  double,
    ratio                double,
    explanation          varchar not null,
    explanation_strength varchar not null,
    other_explanations   varchar[] not null,
    labels               varchar[] not null,
    severity_score       double not null check (severity_score between 0 and 100),
    severity             tinyint not null check (severity between 0 and 4),
    narrative            varchar not null,
    run_id               varchar not null
);
comment on table assessment is 'One row: two figures of two voices and what their difference comes to.';
comment on column assessment.series_id is 'The series it is listed under: of figure_a where they are of two.';
comment on column assessment.figure_a is 'The figure with the smaller id: figure.figure_id.';
comment on column assessment.figure_b is 'The figure with the larger id: figure.figure_id.';
comment on column assessment.method_version is 'Version of the rules that judged.';
comment on column assessment.relation is 'agree, compatible, tension, conflict, sequence (different times), related (different things), denied.';
comment on column assessment.gap is 'How many times the lower interval''s high end goes into the upper one''s low end; 1 where they meet. NULL: not compared by numbers.';
comment on column assessment.ratio is 'Larger centre by smaller centre; shown, never used to flag. NULL: no centre.';
comment on column assessment.explanation is 'Code of the first explanation, such as DIFFERENT_AS_OF, or UNEXPLAINED.';
comment on column assessment.explanation_strength is 'certain, probable, possible, or none.';
comment on column assessment.other_explanations is 'Codes of the others that apply.';
comment on column assessment.labels is 'Codes that describe the pair and explain nothing: OPPOSING_PARTIES, INTERNAL_INCONSISTENCY.';
comment on column assessment.severity_score is '0 to 100: the gap, lessened by explanation and doubt.';
comment on column assessment.severity is '0 none, 1 note, 2 minor, 3 major, 4 severe.';
comment on column assessment.narrative is 'The pair in a sentence.';
comment on column assessment.run_id is 'The run that judged: run.run_id.';

create table summary (
    series_id       varchar not null,
    as_of_start     date not null,
    as_of_end       date not null,
    unit            varchar not null,
    low             double,
    high            double,
    figures         integer not null,
    voices          integer not null,
    voices_certain  integer not null,
    parties         integer not null,
    consensus_low   double,
    consensus_high  double,
    support         integer not null,
    support_parties integer not null,
    verdict         varchar not null check (verdict in ('consensus', 'no consensus', 'one party', 'single source', 'conflict')),
    severity        tinyint not null check (severity between 0 and 4),
    check (as_of_start <= as_of_end),
    check (low <= high),
    check (consensus_low <= consensus_high)
);
comment on table summary is 'One row: what the voices of a series say within one as-of window; worked out anew whenever the series is.';
comment on column summary.series_id is 'Which series.';
comment on column summary.as_of_start is 'First day of the window.';
comment on column summary.as_of_end is 'Last day of the window.';
comment on column summary.unit is 'Unit of low, high and the consensus.';
comment on column summary.low is 'Least that any current figure of the window says; vague, restated, superseded and derived ones left out. NULL: none has a low end.';
comment on column summary.high is 'Most that any of them says. NULL: none has a high end.';
comment on column summary.figures is 'How many figures the window holds.';
comment on column summary.voices is 'How many voices speak, copies counted once.';
comment on column summary.voices_certain is 'How many of them are left when possible links between them are counted as links: the lower end of "2 or 3 voices".';
comment on column summary.parties is 'How many parties and unaffiliated voices they come to.';
comment on column summary.consensus_low is 'Low end of the interval that most voices share. NULL: there is no consensus.';
comment on column summary.consensus_high is 'High end of that interval. NULL: there is no consensus, or it is open.';
comment on column summary.support is 'How many voices share the interval that most share.';
comment on column summary.support_parties is 'How many parties and unaffiliated voices those come to.';
comment on column summary.verdict is 'consensus, no consensus, one party, single source, or conflict.';
comment on column summary.severity is 'The worst disagreement within the window, 0 to 4.';

create table review (
    review_id   varchar not null,
    figure_id   varchar not null,
    action      varchar not null check (action in ('accept', 'reject', 'set', 'note')),
    field       varchar,
    old_value   varchar,
    new_value   varchar,
    reason      varchar not null,
    reviewer    varchar not null,
    reviewed_at timestamp not null,
    check ((action = 'set') = (field is not null))
);
comment on table review is 'One row: what one person decided about one figure.';
comment on column review.review_id is 'Id of the request; a request is taken once.';
comment on column review.figure_id is 'Which figure.';
comment on column review.action is 'accept, reject, set (a field gets another value), note.';
comment on column review.field is 'The field that was set. NULL: not a set.';
comment on column review.old_value is 'What it was, as text. NULL: not a set, or it was NULL.';
comment on column review.new_value is 'What it is now, as text; of a note its text. NULL: accept, reject, or set to NULL.';
comment on column review.reason is 'Why, in the reviewer''s words.';
comment on column review.reviewer is 'Who.';
comment on column review.reviewed_at is 'When it was asked for, UTC.';

create table warehouse_meta (
    generation     bigint not null,
    built_at       timestamp not null,
    schema_version integer not null,
    reader_version varchar not null,
    method_version varchar not null
);
comment on table warehouse_meta is 'One row: which generation of the published file this is.';
comment on column warehouse_meta.generation is 'Counts publishes from 1.';
comment on column warehouse_meta.built_at is 'When this file was built, UTC.';
comment on column warehouse_meta.schema_version is 'Number of the newest schema step.';
comment on column warehouse_meta.reader_version is 'Version of the rules that read texts.';
comment on column warehouse_meta.method_version is 'Version of the rules that compare; only their assessments are shown.';

comment on table schema_migration is 'One row: one step of the schema that this file has had.';
comment on column schema_migration.number is 'Its number, from 1.';
comment on column schema_migration.name is 'What it brought.';
comment on column schema_migration.sha256 is 'SHA-256 of its text: a step that has shipped is never edited.';
comment on column schema_migration.applied_at is 'When, UTC.';
