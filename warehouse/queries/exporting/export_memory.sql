-- How many megabytes does an export need at most?
-- Every document is held while the figures pass: measured, a million figures of 250,000 documents with 125 bytes of
-- text each need more than 160 MB and fit into 200. 140 are for the joins themselves, however small the file: 105 fail.
-- Grain: one row.
-- Parameters: none
select
    cast(
        140
        + count(*) * 200 / 1e6
        + 2 * coalesce(sum(coalesce(strlen(title), 0) + coalesce(strlen(url), 0) + strlen(file)), 0) / 1e6
    as bigint) as megabytes
from document
