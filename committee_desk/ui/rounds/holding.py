"""What is done with an open round and with one that ended: turnout, slips, booth, closing, void, papers."""

from committee_desk.services.changes import Change, Topic
from committee_desk.ui.common.messages import ask
from committee_desk.ui.rounds.closing_form import CloseForm
from committee_desk.ui.rounds.drafting import RoundDrafting
from committee_desk.ui.rounds.ending_forms import VoidForm
from committee_desk.ui.rounds.lines import RoundLine, why_not_closed
from committee_desk.ui.rounds.turnout_form import ImportedTurnout, OwnTurnout
from committee_desk.wording.language import tr


class RoundHolding(RoundDrafting):
    """The acts themselves; `RoundActs` has their buttons."""

    def elsewhere(self) -> str:
        """Why an open round cannot be worked on: it lives at another PC, or beside the desk this one is a copy of."""
        line = self._line()
        card = line.card if line is not None else None
        return tr("本轮的计票文件或密钥不在这里") if card is not None and not card.here else ""

    def not_closed(self) -> str:
        """Why it cannot be closed yet."""
        line = self._line()
        return why_not_closed(line) if line is not None else ""

    def count(self) -> None:
        """The turnout, of a round of the desk or of imported ballots."""
        line = self._line()
        if line is None:
            return
        if line.imported is not None:
            imported = ImportedTurnout(self._page, line.imported)
            done = imported.run(imported.save)
        elif line.card is not None:
            own = OwnTurnout(self._page, line.card)
            done = own.run(own.save)
        else:
            return
        if done:
            self._page.place.say(tr("票数已登记"))

    def type_slips(self) -> None:
        """Printed slips, batch by batch."""
        from committee_desk.ui.slips.door import open_typing  # noqa: PLC0415 - once slips are typed

        line = self._line()
        if line is not None and line.number:
            open_typing(self._page.window(), self._page.place, self._page.desk, self._page.year, line.number)

    def open_booth(self) -> None:
        """The window becomes the booth."""
        from committee_desk.ui.booth.door import open_booth  # noqa: PLC0415 - once the booth is opened

        line = self._line()
        if line is not None and line.number:
            open_booth(self._page.place, self._page.year, line.number)

    def close_round(self) -> None:
        """Close and count: asked once."""
        line = self._line()
        if line is not None and line.card is not None and not self.not_closed():
            form = CloseForm(self._page, line.card)
            if form.run(form.close_it):
                self._page.place.say(tr("{label} 已关闭", label=line.label))
                self._hand_over(line, form.key)

    def declare_void(self) -> None:
        """Void, with a reason."""
        line = self._line()
        if line is not None and line.round is not None:
            here = line.card is None or line.card.here
            form = VoidForm(self._page, line.round, imported=line.is_imported, here=here)
            if form.run(form.declare):
                self._page.place.say(tr("{label} 已作废", label=line.label))
                self._hand_over(line, form.key)

    def _hand_over(self, line: RoundLine, key: str) -> None:
        from committee_desk.ui.rounds.seal import hand_over_key  # noqa: PLC0415 - once a round is void

        if line.number:
            hand_over_key(self._page, self._page.year, line.number, line.label, key)

    def unseal(self) -> None:
        """What a void round keeps sealed, with the key from its 封存单."""
        from committee_desk.ui.rounds.seal import unseal  # noqa: PLC0415 - once a seal is broken

        line = self._line()
        if line is not None and line.round is not None:
            unseal(self._page, line.round)

    def rerun(self) -> None:
        """A void round once more."""
        line = self._line()
        if line is None or line.round is None:
            return
        given, desk, actor = line.round, self._page.desk, self._page.place.actor
        text = tr("按 {label} 同样的人员和规则拟一份新的草稿，须重新启动。", label=given.label)
        if not ask(self._page.window(), tr("重新测评？"), text, tr("拟定草稿")):
            return
        drawn = self._page.perform(lambda: desk.rounds.rerun(actor, given.year, given.number))
        if drawn is not None:
            number, change = drawn
            self._page.place.changes.announce(change)
            self._turn(number)

    def asked_again(self) -> None:
        """Those whose booth ballots were lost were asked again."""
        line = self._line()
        if line is not None and line.round is not None:
            given, desk, actor = line.round, self._page.desk, self._page.place.actor
            self._page.perform(lambda: desk.booth.asked_again(actor, given.year, given.number))

    def give_back(self) -> None:
        """The few ballots that wait and cannot be counted: their raters vote on paper."""
        line = self._line()
        few = line.card.booth.too_few if line is not None and line.card is not None and line.card.booth else ()
        if line is None or line.round is None or not few:
            return
        given, desk, actor = line.round, self._page.desk, self._page.place.actor
        text = tr(
            "{classes} 票在测评间等候的票不保留，验证码恢复可用。请把投过的人请来改投纸质票，或者等人到齐再投。",
            classes=tr("、").join(few),
        )
        if ask(self._page.window(), tr("退回测评间的票？"), text, tr("退回"), careful=True):
            for ballot_class in few:
                self._page.perform(
                    lambda ballot_class=ballot_class: desk.booth.give_back(  # type: ignore[misc]
                        actor, given.year, given.number, ballot_class
                    )
                )

    def print_papers(self) -> None:
        """Slips, envelopes, batches, the summary, the statistics."""
        from committee_desk.ui.rounds.papers import RoundPapersDialog  # noqa: PLC0415 - once something is printed

        line = self._line()
        if line is not None and line.round is not None:
            RoundPapersDialog(self._page, line).exec()
            self._page.place.changes.announce(Change.of(Topic.ROUNDS))  # what was printed made serials and codes
