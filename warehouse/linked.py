"""One figure as JSON-LD: schema.org's Observation and Claim, joined by PROV, for search engines and archives.

No ClaimReview: that carries a verdict on truth, and none is made here.
"""

from __future__ import annotations

from warehouse.answers import Claim

CONTEXT = ["https://schema.org", {"prov": "http://www.w3.org/ns/prov#"}]
Node = dict[str, object]


def linked_data(claim: Claim, address: str) -> Node:
    """The figure at *address*, the absolute URL of its page. What is not known is left out."""
    said = f"{address}#claim"
    return {"@context": CONTEXT, "@graph": [_observation(claim, address, said), _claim(claim, said)]}


def _observation(claim: Claim, address: str, said: str) -> Node:
    return _known(
        {
            "@id": address,
            "@type": "Observation",
            "identifier": claim.figure_id,
            "name": claim.excerpt,
            "measuredProperty": claim.indicator,
            "variableMeasured": claim.indicator_label,
            "observationAbout": _known({"@type": "Place", "name": claim.place}) if claim.place else None,
            "observationDate": claim.as_of_start and claim.as_of_start.isoformat(),
            "observationPeriod": _period(claim),
            "value": _known(
                {
                    "@type": "QuantitativeValue",
                    "value": claim.value,
                    "minValue": claim.low,
                    "maxValue": claim.high,
                    "unitText": claim.unit,
                }
            ),
            "prov:wasAttributedTo": {"@type": "prov:Agent", "name": claim.voice},
            "prov:wasDerivedFrom": {"@id": said},
            "prov:generatedAtTime": f"{claim.recorded_at:%Y-%m-%dT%H:%M:%SZ}",
        }
    )


def _claim(claim: Claim, said: str) -> Node:
    return _known(
        {
            "@id": said,
            "@type": "Claim",
            "text": claim.sentence or claim.excerpt,
            "author": {"@type": "Thing", "name": claim.originator} if claim.originator else None,
            "appearance": _appearance(claim),
        }
    )


def _appearance(claim: Claim) -> Node:
    return _known(
        {
            "@type": "CreativeWork",
            "headline": claim.title,
            "url": claim.url,
            "archivedAt": claim.archive_url,
            "publisher": {"@type": "Organization", "name": claim.publisher} if claim.publisher else None,
            "datePublished": claim.published_at and f"{claim.published_at:%Y-%m-%dT%H:%M:%SZ}",
        }
    )


def _period(claim: Claim) -> str | None:
    if claim.as_of_start is None or claim.as_of_end is None:
        return None
    return f"{claim.as_of_start.isoformat()}/{claim.as_of_end.isoformat()}"


def _known(node: Node) -> Node:
    return {name: value for name, value in node.items() if value is not None}
