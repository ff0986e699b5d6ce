"""What the fields of facts and of journal entries are called."""

from committee_desk.wording.language import tr


def field_name(field: str) -> str:
    """A field in words; one of a later version keeps its own name."""
    return (_of_facts() | _of_entries() | _of_meetings()).get(field) or (_of_schemes(field) if "." in field else field)


def _of_schemes(place: str) -> str:
    from committee_desk.wording.scheme_fields import place_by_itself  # noqa: PLC0415 - seldom, and it names much

    return place_by_itself(place)


def _of_facts() -> dict[str, str]:
    return _of_people() | {
        "accepted": tr("受理日期"),
        "approver": tr("审批人"),
        "case": tr("案号"),
        "difficulty": tr("难度系数"),
        "due": tr("办理期限届满日"),
        "grade": tr("评查等次"),
        "indicator": tr("指标"),
        "mark": tr("得分"),
        "number": tr("案号"),
        "outcome": tr("处理结果"),
        "persons": tr("涉案人数"),
        "points": tr("分值"),
        "procedure": tr("程序得分"),
        "register": tr("登记号"),
        "reopened": tr("追溯案号"),
        "rater": tr("评价人"),
        "reviewed": tr("评查日期"),
        "reviewer": tr("评查人"),
        "share": tr("分担比例"),
        "substance": tr("实体得分"),
        "title": tr("案件名称"),
        "voucher": tr("凭证号"),
    }


def _of_people() -> dict[str, str]:
    return {
        "birth": tr("出生年月"),
        "category": tr("人员类别"),
        "closed": tr("结束日期"),
        "code": tr("工号"),
        "decided": tr("决定日期"),
        "department": tr("部门"),
        "factor": tr("办案系数"),
        "is_leader": tr("领导成员"),
        "note": tr("说明"),
        "other": tr("亲属"),
        "other_code": tr("亲属工号"),
        "person": tr("人员"),
        "politics": tr("政治面貌"),
        "post": tr("职务"),
        "quota_since": tr("入额日期"),
        "rank": tr("检察官等级"),
        "sex": tr("性别"),
        "since": tr("起"),
        "term": tr("期限(年)"),
        "until": tr("止"),
    }


def _of_meetings() -> dict[str, str]:
    return {
        "about": tr("涉及"),
        "agenda": tr("议程"),
        "at": tr("时间"),
        "decided_by": tr("决定人"),
        "granted": tr("须回避"),
        "ground": tr("回避理由"),
        "item": tr("议题"),
        "kinship": tr("亲属关系"),
        "member": tr("委员"),
        "minutes": tr("会议记录正文"),
        "origin": tr("来源"),
        "place": tr("地点"),
        "presence": tr("到会"),
        "present": tr("实到"),
        "presiding": tr("主持人"),
        "recorder": tr("记录人"),
        "replaces": tr("取代的日志号"),
        "vote": tr("表决"),
        "votes": tr("表决事项"),
    }


def _of_entries() -> dict[str, str]:
    return {
        "added": tr("新增"),
        "columns": tr("列"),
        "created": tr("建立时间"),
        "day": tr("日期"),
        "demo": tr("演示"),
        "desk": tr("台账"),
        "digest": tr("行的摘要"),
        "document": tr("文号"),
        "cause": tr("原因认定"),
        "counts": tr("现在"),
        "decision": tr("决定文号"),
        "entry": tr("日志号"),
        "evidence": tr("更正凭据"),
        "field": tr("哪一项"),
        "findings": tr("流程监控情况"),
        "files": tr("附件"),
        "form": tr("表"),
        "from": tr("原来"),
        "giver": tr("提意见人"),
        "hash": tr("摘要"),
        "head": tr("日志头"),
        "holder": tr("持有人"),
        "imported": tr("导入值"),
        "items": tr("评价项目"),
        "kind": tr("种类"),
        "login": tr("登录名"),
        "name": tr("名称"),
        "office": tr("单位"),
        "opinion": tr("意见"),
        "people": tr("人数"),
        "received": tr("收到日期"),
        "reason": tr("事由"),
        "replaced": tr("替换"),
        "replied": tr("意见日期"),
        "reply": tr("承办人意见"),
        "roles": tr("角色"),
        "scheme": tr("方案"),
        "seq": tr("日志号"),
        "sha256": "SHA-256",
        "sheet": tr("工作表"),
        "sheets": tr("考核表"),
        "size": tr("大小"),
        "text": tr("正文"),
        "to": tr("现在"),
        "uid": tr("台账编号"),
        "unchanged": tr("未变"),
        "value": tr("值"),
        "warnings": tr("提示"),
        "way": tr("方式"),
        "workbook": tr("工作簿"),
        "year": tr("年度"),
    }
