"""The content of a month's bulletin, from one release's published tables."""

from dataclasses import replace

import duckdb

from transforms.bulletin.chart_model import Chart
from transforms.bulletin.figures import read_figures
from transforms.bulletin.headline import headline
from transforms.bulletin.model import Bulletin, Edition, Masthead, Paragraph, Section
from transforms.bulletin.scores import read_scores
from transforms.bulletin.sections.counties import counties_section
from transforms.bulletin.sections.enterprises import enterprises_section
from transforms.bulletin.sections.firms import applying_firms_section, granted_firms_section
from transforms.bulletin.sections.kinds import kinds_section
from transforms.bulletin.sections.method import method_section
from transforms.bulletin.sections.months import months_section
from transforms.bulletin.sections.quality import quality_sections
from transforms.bulletin.sections.restated import restated_sections
from transforms.bulletin.sections.scorecard import scorecard_section
from transforms.bulletin.sections.share import bound_of, share_section
from transforms.bulletin.sections.towns import towns_section
from transforms.bulletin.source import Given, Source
from transforms.bulletin.wording import ordinal_text


def build_bulletin(connection: duckdb.DuckDBPyConnection, given: Given) -> Bulletin:
    """The complete bulletin for the section, from schema main of `connection`; makes temporary tables, writes nothing."""
    source = Source(connection, given)
    figures, scores = read_figures(source), read_scores(source)
    bound = bound_of(scores)
    sections = (
        scorecard_section(scores),
        months_section(source, figures, scores),
        share_section(source, figures, scores),
        towns_section(source, figures, scores, bound),
        counties_section(source, bound),
        kinds_section(source, figures, bound),
        granted_firms_section(source, figures),
        applying_firms_section(source, figures),
        enterprises_section(source),
        *_note_section(given.note),
        *restated_sections(source, scores),
        *quality_sections(source, figures),
        method_section(source, figures, scores),
    )
    return Bulletin(
        release_id=given.release_id,
        month=given.month,
        as_of=given.as_of,
        edition="internal",
        masthead=_masthead(source),
        notice=given.notice,
        headline=headline(figures, scores, bound),
        sections=tuple(_drawable(section) for section in sections),
    )


def headline_of(connection: duckdb.DuckDBPyConnection, given: Given) -> str:
    """Only the headline, for those who show no more."""
    source = Source(connection, given)
    scores = read_scores(source)
    return headline(read_figures(source), scores, bound_of(scores)).text


def edition_of(bulletin: Bulletin, edition: Edition) -> Bulletin:
    """The bulletin as one edition shows it, its sections numbered; what is internal is left out of `shareable`."""
    is_internal = edition == "internal"
    kept = [
        section if is_internal else _outward(section)
        for section in bulletin.sections
        if is_internal or not section.internal
    ]
    numbered = tuple(
        replace(section, title_zh=f"{ordinal_text(number)}、{section.title_zh}")
        for number, section in enumerate(kept, start=1)
    )
    mark = bulletin.masthead.mark_zh if is_internal else ""
    return replace(bulletin, edition=edition, sections=numbered, masthead=replace(bulletin.masthead, mark_zh=mark))


def _outward(section: Section) -> Section:
    """The section without its internal paragraphs."""
    return replace(
        section, parts=tuple(part for part in section.parts if not (isinstance(part, Paragraph) and part.internal))
    )


def _masthead(source: Source) -> Masthead:
    given, imprint = source.given, source.given.imprint
    revision = int(given.release_id.rsplit(".", 1)[1])
    again = f"(第{revision}次发布)" if revision > 1 else ""
    return Masthead(
        title_zh=f"{imprint.city}{imprint.title}",
        issue_zh=f"{source.year}年第{source.month_number}期{again}",
        issuer_zh=imprint.issuer,
        reviewer_zh=imprint.reviewer,
        recipients_zh=imprint.recipients,
        made_on=given.as_of,
        mark_zh=imprint.mark,
    )


def _drawable(section: Section) -> Section:
    """The section without charts that have nothing to draw; its tables and sentences say why."""
    return replace(
        section, parts=tuple(part for part in section.parts if not (isinstance(part, Chart) and part.is_empty))
    )


def _note_section(note: str) -> tuple[Section, ...]:
    """The officer's own paragraphs, where some were written; plain text, a blank line between paragraphs."""
    paragraphs = tuple(Paragraph(" ".join(part.split())) for part in note.split("\n\n") if part.strip())
    return (Section("note", "情况说明", paragraphs),) if paragraphs else ()
