"""A field that takes a member's name as people type it: 王伟, J003, initials, or 王伟（J003）."""

from collections.abc import Iterable

from committee_desk.services.meeting_views import Attendance
from committee_desk.ui.common.person_field import Named, PersonField
from committee_desk.wording.committee import member_post


class _Member(Named):
    """A member as offered; who is not of the desk is known by the name alone."""

    @property
    def shown(self) -> str:
        """The name, with the code where there is one."""
        return self.name if self.code == self.name else f"{self.name}（{self.code}）"


def member_field(members: Iterable[Attendance]) -> PersonField:
    """Offers these members; any other name may be typed, and is refused by the desk with its reason."""
    return PersonField((_Member(each.key, each.name, member_post(each.post)) for each in members), strangers=True)


def meant(field: PersonField) -> str:
    """Who was typed, as the desk reads it."""
    person = field.person
    return person.shown if person is not None else field.text().strip()
