"""Every invariant there is, in the order in which they are judged; the first ones explain the later ones."""

from committee_desk.storage.checking import (
    accounts,
    attachments,
    cases,
    chain,
    committee,
    courses,
    effects,
    engine,
    entry,
    evaluations,
    figures,
    grades,
    imports,
    leading,
    months,
    objections,
    office,
    people,
    prints,
    proceedings,
    publications,
    rated,
    results,
    schemes,
    sealed_sheets,
    seals,
    served,
    standing,
    trail,
    values,
)

EVERY = (
    *engine.INVARIANTS,
    *values.INVARIANTS,
    *chain.INVARIANTS,
    *seals.INVARIANTS,
    *trail.INVARIANTS,
    *office.INVARIANTS,
    *schemes.INVARIANTS,
    *people.INVARIANTS,
    *cases.INVARIANTS,
    *rated.INVARIANTS,
    *entry.INVARIANTS,
    *evaluations.INVARIANTS,
    *leading.INVARIANTS,
    *standing.INVARIANTS,
    *imports.INVARIANTS,
    *months.INVARIANTS,
    *objections.INVARIANTS,
    *sealed_sheets.INVARIANTS,
    *courses.INVARIANTS,
    *committee.INVARIANTS,
    *grades.INVARIANTS,
    *publications.INVARIANTS,
    *proceedings.INVARIANTS,
    *effects.INVARIANTS,
    *results.INVARIANTS,
    *served.INVARIANTS,
    *prints.INVARIANTS,
    *accounts.INVARIANTS,
    *attachments.INVARIANTS,
    *figures.INVARIANTS,
)
"""The full check."""

TRAIL = (*chain.INVARIANTS, *seals.INVARIANTS)
"""What an agreeing head on paper lets one conclude is bound to the data by these."""

QUICK = (*engine.GLANCE, *chain.GLANCE)
"""What is looked at whenever a desk is opened."""
