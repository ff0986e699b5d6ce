"""The versions of a scheme by their names."""

from committee_desk.services.scheme_views import SchemeVersion
from committee_desk.wording.language import tr


def draft_name() -> str:
    """What is being worked at."""
    return tr("草稿（未采用）")


def version_name(version: SchemeVersion) -> str:
    """A version in a list."""
    if not version.is_adopted:
        return tr("未采用的方案")
    if version.holds:
        return tr("第 {version} 版（现行）", version=version.version)
    return tr("第 {version} 版（已被替代）", version=version.version)


def version_line(version: SchemeVersion) -> str:
    """By which decision it holds or held."""
    if not version.is_adopted:
        return tr("尚未采用")
    told = {"version": version.version, "day": version.adopted, "decision": version.decision}
    if version.holds:
        return tr("第 {version} 版，{day} 采用（{decision}），已锁定", **told)
    return tr("第 {version} 版，{day} 采用（{decision}），已被替代", **told)
