"""Kinds of kinship in words."""

from committee_desk.domain.relationships import Kinship
from committee_desk.wording.language import tr


def kinship_name(kind: Kinship) -> str:
    """A kind of kinship (公务员法 74)."""
    return {
        Kinship.SPOUSE: tr("夫妻"),
        Kinship.DIRECT_LINE: tr("直系血亲"),
        Kinship.COLLATERAL: tr("三代以内旁系血亲"),
        Kinship.BY_MARRIAGE: tr("近姻亲"),
    }[kind]
