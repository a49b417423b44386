"""Papers of a fictional case, one for each document, for the tests of drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from clerk_app.documents.renderer import ReportlabRenderer
from clerk_app.domain.papers import FactValue, OfficeBlock, PaperData, PaperDocument

OFFICE = OfficeBlock(
    name="台山市应急管理局",
    window="台山市行政服务中心二楼综合窗口",
    address="广东省台山市台城街道南门路51号",
    phone="0750-5508211",
    postcode="529200",
    supervision_phone="0750-5500000",
    government="台山市人民政府",
    court="江门市江海区人民法院",
)
APPLICANT: dict[str, FactValue] = {
    "applicant": "台山市广海新宁化工贸易有限公司",
    "applicant_number_kind": "统一社会信用代码",
    "applicant_number": "91440781MA4TEXT011",
    "item": "危险化学品经营许可",
    "kind": "首次",
}
MATERIALS = (
    ("申请经营许可证的文件及申请书", "原件", "1", "6"),
    ("安全生产规章制度和岗位操作规程的目录清单", "原件", "1", "4"),
    ("主要负责人、安全生产管理人员、特种作业人员资格证书和其他从业人员培训合格的证明材料", "复制件", "1", "12"),
    ("经营场所产权证明文件或者租赁证明文件", "复制件", "1", "8"),
    ("营业执照（或者企业名称预先核准文件）", "复制件", "1", "1"),
    ("危险化学品事故应急预案备案登记表", "复制件", "1", "2"),
    ("储存设施相关证明文件（租赁证明、竣工验收报告）", "复制件", "1", "35"),
    ("重大危险源备案证明材料", "复制件", "1", "3"),
    ("专职安全生产管理人员学历证书、职称证书、注册安全工程师证书", "复制件", "3", "9"),
    ("安全评价报告", "原件", "1", "86"),
    ("授权委托书", "原件", "1", "1"),
    ("代理人身份证", "复制件", "1", "1"),
)
DEFECTS = (
    (
        "安全评价报告",
        "报告未加盖评价机构印章，评价日期晚于申请日期",
        "提交由具备资质的机构出具并加盖印章的安全评价报告原件1份",
        "《危险化学品经营许可证管理办法》第九条",
    ),
    (
        "主要负责人资格证书",
        "证书复制件缺有效期页",
        "补交完整的复制件1份，并注明“与原件核对无误”",
        "《危险化学品经营许可证管理办法》第九条第一款第三项",
    ),
    (
        "经营场所证明文件",
        "租赁合同的出租方与产权证记载的权利人不一致",
        "提交权利人同意转租的书面证明",
        "《危险化学品经营许可证管理办法》第九条第一款第四项",
    ),
)
REMEDIES = (
    "如不服本决定，可以自收到本决定书之日起六十日内向台山市人民政府或者江门市应急管理局申请行政复议，"
    "也可以自收到本决定书之日起六个月内依法向江门市江海区人民法院提起行政诉讼。"
)
LAW = "《中华人民共和国行政许可法》"
CONTACT: dict[str, FactValue] = {"officer": "陈俊杰", "officer_phone": "0750-5508211"}

FACTS: dict[PaperDocument, dict[str, FactValue]] = {
    PaperDocument.RECEIPT: {
        **APPLICANT,
        "legal_representative": "马文彬",
        "agent": "伍国雄",
        "agent_number": "440781199001010016",
        "applicant_phone": "13812345678",
        "channel": "窗口",
        "received_on": date(2020, 9, 21),
        "received_time": "9时05分",
        "materials": MATERIALS,
        "receiver": "陈俊杰",
        "first_contact": "陈俊杰",
        "first_contact_phone": "0750-5508211",
        "query_code": "7K2M9Q",
        "notice": "申请材料不齐全或者不符合法定形式的，本机关将当场或者自收到申请材料之日起五个工作日内一次告知需要补正的全部内容；"
        "逾期不告知的，自收到申请材料之日起即为受理。本凭证只证明收到上列材料，不表示申请已经受理。",
    },
    PaperDocument.SUPPLEMENT_NOTICE: {
        **APPLICANT,
        "received_on": date(2020, 9, 21),
        "defects": DEFECTS,
        "period": "自收到本告知书之日起15个工作日内",
        "query_code": "7K2M9Q",
        **CONTACT,
        "basis": f"依据{LAW}第三十二条第一款第四项的规定",
        "closing": "以上为需要补正的全部内容。按照本告知书提交全部补正申请材料的，本机关将依法受理；受理前可以撤回申请。",
    },
    PaperDocument.ACCEPTANCE_NOTICE: {
        **APPLICANT,
        "received_on": date(2020, 9, 21),
        "supplemented_on": date(2020, 9, 28),
        "accepted_on": date(2020, 9, 28),
        "statutory_term": "30个工作日",
        "statutory_due": date(2020, 11, 18),
        "promised_term": "3个工作日",
        "promised_due": date(2020, 10, 9),
        "special_procedures": "现场核查（所需时间另行书面告知，不计入办理期限）",
        "query_code": "7K2M9Q",
        **CONTACT,
        "basis": f"依据{LAW}第三十二条第一款第五项的规定",
    },
    PaperDocument.NON_ACCEPTANCE_DECISION: {
        **APPLICANT,
        "received_on": date(2020, 9, 21),
        "reason": "你单位申请经营的危险化学品属于剧毒化学品，依照《危险化学品安全管理条例》第三十五条，"
        "应当由设区的市级人民政府应急管理部门审批，不属于本机关职权范围。",
        "competent_authority": "江门市应急管理局",
        **CONTACT,
        "basis": f"依据{LAW}第三十二条第一款第二项的规定",
        "remedies": REMEDIES,
    },
    PaperDocument.NO_LICENCE_NEEDED_NOTICE: {
        **APPLICANT,
        "received_on": date(2020, 9, 21),
        "reason": "你单位申请经营的商品未列入《危险化学品目录》",
        **CONTACT,
        "basis": f"依据{LAW}第三十二条第一款第一项的规定",
    },
    PaperDocument.SPECIAL_PROCEDURE_NOTICE: {
        **APPLICANT,
        "accepted_on": date(2020, 9, 28),
        "procedure_kind": "现场核查",
        "reason": "对经营场所、储存设施进行现场核查，并由申请人对核查发现的问题进行整改",
        "days": "10个工作日",
        "starts_on": date(2020, 9, 30),
        "planned_end": date(2020, 10, 21),
        **CONTACT,
        "basis": f"依据{LAW}第四十五条的规定",
        "closing": "上述所需时间不计算在行政许可办理期限内。特别程序结束后，办理期限继续计算。",
    },
    PaperDocument.GRANT_DECISION: {
        **APPLICANT,
        "applicant_address": "广东省江门市台山市广海镇环城路49号",
        "legal_representative": "马文彬",
        "accepted_on": date(2020, 9, 28),
        "findings": "本机关于2020年10月13日指派两名工作人员进行现场核查，经营场所、储存设施和安全管理制度符合要求。",
        "item_basis": "《危险化学品安全管理条例》第三十五条、《危险化学品经营许可证管理办法》第十一条",
        "scope": "甲醇、乙醇[无水]、丙酮、甲苯、盐酸、硫酸、氢氧化钠溶液[含量≥30%]、次氯酸钠溶液[含有效氯>5%]（带储存设施经营）",
        "certificate_title": "危险化学品经营许可证",
        "certificate_number": "粤江危化经字〔2020〕000123",
        "valid_from": date(2020, 10, 15),
        "valid_to": date(2023, 10, 14),
        "delivery": "邮寄送达（中国邮政特快专递）",
        "basis": f"{LAW}第三十八条第一款",
        "closing": "本机关将自作出本决定之日起十个工作日内颁发、送达行政许可证件。本决定依法予以公开，公众有权查阅。",
    },
    PaperDocument.REFUSAL_DECISION: {
        **APPLICANT,
        "applicant_address": "广东省江门市台山市广海镇环城路49号",
        "legal_representative": "马文彬",
        "accepted_on": date(2020, 9, 28),
        "findings": "本机关于2020年10月13日进行现场核查，查明你单位储存仓库与周边民用建筑的距离为18米，未设置可燃气体检测报警装置。",
        "reason": "储存设施的安全距离和安全设施不符合国家标准《建筑设计防火规范》的要求。",
        "item_basis": "《危险化学品经营许可证管理办法》第六条第一款第一项、第八条",
        "basis": f"{LAW}第三十八条第二款",
        "remedies": REMEDIES,
    },
    PaperDocument.CERTIFICATE: {
        "certificate_title": "危险化学品经营许可证",
        "copy_name": "正本",
        "holder": "台山市广海新宁化工贸易有限公司",
        "registered_address": "广东省江门市台山市广海镇环城路49号",
        "business_place": "广东省江门市台山市广海镇环城路49号首层",
        "storage_place": "广东省江门市台山市广海镇工业园区3号仓库",
        "legal_representative": "马文彬",
        "business_mode": "仓储经营",
        "scope": "甲醇、乙醇[无水]、丙酮、甲苯、盐酸、硫酸、氢氧化钠溶液[含量≥30%]、次氯酸钠溶液[含有效氯>5%]***",
        "valid_from": date(2020, 10, 15),
        "valid_to": date(2023, 10, 14),
    },
    PaperDocument.DELIVERY_RECEIPT: {
        "item": "危险化学品经营许可（首次）",
        "recipient": "台山市广海新宁化工贸易有限公司",
        "place": "广东省江门市台山市广海镇环城路49号",
        "method": "邮寄送达（中国邮政特快专递）",
        "documents": (
            ("准予行政许可决定书", "台应急许准〔2020〕12号", "1"),
            ("危险化学品经营许可证（正本、副本）", "粤江危化经字〔2020〕000123", "2"),
        ),
        "waybill": "EA473124829CN",
        "sent_on": date(2020, 10, 16),
        "notes": "1. 受送达人是公民的，本人不在时交其同住成年家属签收。\n2. 代收的，由代收人签名，并注明与受送达人的关系。",
    },
    PaperDocument.MAILING_LABEL: {
        "recipient": "马文彬",
        "organisation": "台山市广海新宁化工贸易有限公司",
        "recipient_phone": "13812345678",
        "recipient_address": "广东省江门市台山市广海镇环城路49号",
        "recipient_postcode": "529200",
        "carrier": "中国邮政特快专递 EMS",
        "waybill": "EA473124829CN",
        "contents": "证照、文书",
        "pieces": "1",
        "weight": "0.2千克",
        "payment": "寄付月结",
        "posted_on": date(2020, 10, 16),
    },
    PaperDocument.HANDOVER_SHEET: {
        "carrier": "中国邮政集团有限公司台山市分公司",
        "handed_on": date(2020, 10, 16),
        "letters": (
            (
                "EA473124829CN",
                "马文彬（台山市广海新宁化工贸易有限公司）",
                "台山市广海镇",
                "证照、文书",
                "1",
                "440781202009210100017",
            ),
            ("1745849105589", "伍国雄", "台山市台城街道", "文书", "1", "440781202009220100025"),
        ),
        "officer": "陈俊杰",
    },
    PaperDocument.YEARLY_REPORT: {
        "year": "2020",
        "items_count": "8",
        "received": "111",
        "accepted": "105",
        "closed": "129",
        "open_before": "30",
        "open_after": "6",
        "on_time_statutory": "129",
        "on_time_promised": "129",
        "granted": "117",
        "refused": "5",
        "withdrawn": "7",
        "complaints": "0",
        "online_accepted": "25",
        "mailed": "82",
        "by_item": (
            ("危险化学品经营许可", "60", "70", "65", "3", "2"),
            ("烟花爆竹经营（零售）许可", "30", "40", "36", "1", "3"),
            ("生产、储存危险化学品建设项目安全条件审查", "15", "19", "16", "1", "2"),
        ),
        "visits": (("非煤矿山", "15"), ("危险化学品", "98"), ("烟花爆竹", "26")),
        "visits_total": "139",
        "findings": "347",
        "enforcement_documents": "44",
        "fined_enterprises": "1",
        "suspended_enterprises": "0",
        "fine_yuan": "10000",
        "compression": "90%以上",
        "measures": ("与消防救援机构组成联合督导检查组，对重大危险源企业进行全覆盖的安全执法检查；",) * 2,
        "problems": ("群众网上申请率不高，群众办事大部分还是以窗口实地申办为主。",),
        "next_steps": ("加强制度保障，建立健全首问责任制、一次性告知、限时办结等服务承诺制度。",) * 2,
    },
}
NUMBERS: dict[PaperDocument, str] = {
    PaperDocument.RECEIPT: "台应急收〔2020〕131号",
    PaperDocument.SUPPLEMENT_NOTICE: "台应急补〔2020〕26号",
    PaperDocument.ACCEPTANCE_NOTICE: "台应急受〔2020〕105号",
    PaperDocument.NON_ACCEPTANCE_DECISION: "台应急不受〔2020〕3号",
    PaperDocument.NO_LICENCE_NEEDED_NOTICE: "台应急告〔2020〕2号",
    PaperDocument.SPECIAL_PROCEDURE_NOTICE: "台应急特〔2020〕31号",
    PaperDocument.GRANT_DECISION: "台应急许准〔2020〕12号",
    PaperDocument.REFUSAL_DECISION: "台应急许否〔2020〕5号",
    PaperDocument.CERTIFICATE: "粤江危化经字〔2020〕000123",
}


def make_paper(document: PaperDocument, *, without: tuple[str, ...] = (), **facts: FactValue) -> PaperData:
    """Make the paper of the fictional case, with other facts where they are given."""
    content = {**FACTS[document], **facts}
    return PaperData(
        document=document,
        case_no="440781202009210100017",
        office=OFFICE,
        facts={key: value for key, value in content.items() if key not in without},
        number=NUMBERS.get(document),
        issued_on=date(2020, 10, 15),
    )


@pytest.fixture
def sample() -> Callable[..., PaperData]:
    """Give the maker of papers."""
    return make_paper


@pytest.fixture
def renderer() -> ReportlabRenderer:
    """Give the renderer of the program."""
    return ReportlabRenderer()


@pytest.fixture
def training(sample: Callable[..., PaperData]) -> Callable[..., PaperData]:
    """Give the maker of training papers."""
    return lambda document, **facts: replace(sample(document, **facts), training=True)
