"""Verbs of tasks: which say what is done, and which say only that more of it is wanted."""

from __future__ import annotations

import re

_NOUN = "(?![，。；、]|$|工作|水平|力度|能力|质量|体系|机制|效能|成效|领导|协调|保障|项目|工程|部门|机构|单位|队伍|标准|和管理)"
"""What follows a verb that is one: 建设食堂 does, 队伍建设 and 加强建设工作 do not."""
_CONCRETE = (
    f"(?:建设|落实|治理|统计|监测|评估|处理|发布|考核|培训|开发|服务于|管护){_NOUN}|(?<!社会)(?<!党)(?<!群团)(?<!济)组织{_NOUN}|"
    "建立|建成|新建|改建|扩建|共建|创建|筹建|兴建|制定|制订|修订|修编|出台|印发|编制|编印|编写|编发|开展|举办|召开|召集|实施|轮训|完成|"
    "报送|上报|报告|提交|设立|设置|增设|增加|新增|发放|拨付|安排|检查|督查|抽查|巡查|核查|排查|普查|调查|调研|清查|清理|整治|整改|改造|"
    "修复|修缮|购置|采购|租赁|招聘(?!会)|选聘|招录|聘用|配备|配置|配套|补贴|补助|奖励|减免|免除|免收|缓缴|返还|公布|公示|公告|公开(?!力度|水平|工作|平台)|回应|答复|反馈|签订|签署|签约|"
    "打造|搭建|构建|组建|成立|提供|纳入|列入|选取|选派|选拔|遴选|评选|推选|选树|扶持|帮扶|对接|安置|登记|注册|申报|备案|建档|录入|上传|"
    "归集|汇总|评定|认定|鉴定|验收|审批|审核|审查|办理|受理|办结|推出|上线|开通|接入|联通|打通|覆盖|达到|控制|降低|压减|压缩|缩短|延长|"
    "减少|淘汰|关停|取缔|拆除|搬迁|迁移|绿化|种植|补种|复耕|铺设|架设|安装|投放|投保|挂牌|授牌|命名|表彰|宣讲|走访|慰问|约谈|通报|督办|"
    "问责|追究|处置|处罚|查处|打击|调整|清零|消除|取消|下放|下达|分解|划转|划定|移交|回收|确定|明确|梳理|盘活|出租|出让|引进|引入|培育|"
    "培养|孵化|设计|试点|启动|启用|运行|运营|投入|投产|开工|竣工|通车|落户|举行|参加|派出|派驻|开办|开设|开放|推送|推介|播出|张贴|拍摄|"
    "制作|撰写|演练|救治|接种|筛查|体检|随访|签收|发行|上市|合并|撤销|整合|关闭|清退|停止|送"
)
_BEGINNINGS = "".join(sorted(set(re.findall("(?:^|[|):])([\u4e00-\u9fff])", _CONCRETE))))
CONCRETE = re.compile(f"(?=[{_BEGINNINGS}])(?:{_CONCRETE})")
"""Words that say what is done. Only where one of them can begin are all of them tried."""
VAGUE = re.compile(
    "加强|强化|重视|关注|推进|推动|促进|提高|提升|增强|探索|研究|支持|鼓励|引导|优化|完善|健全|深化|夯实|压实|改善|抓好|做好"
)
"""Words that ask for more of something, without saying what is done."""
OTHER = re.compile(
    "应当|应|须|必须|不得|禁止|负责|牵头|配合|协助|参与|服从|遵守|执行|保障|保证|确保|坚持|贯彻|学习|宣传|普及|指导|监督|管理|协调|"
    "统筹|发挥|利用|运用|依托|采取|通过|帮助|解决|吸收|吸纳|收集|妥善|规范|扩大|拓宽|巩固|发展|实现|形成|营造|防止|防范|杜绝|严格|"
    "严禁|要|将|把|对|使|让|可|给|做|抓|办|建|写|放|查|管|守|扩|增|减|降|补|推|引|带|讲|学|练|由|筑|盯|聚焦|突出|立足|围绕|瞄准|畅通|理顺|摸清|厘清|激发|释放|凝聚|倡导|弘扬|保持|维护|承担|履行|兑现|衔接|联动|共享|设|派|配|有|为|是|无|达|落实|培训|考核|开发|公开|发布|治理|评估"
)
"""Other words that make a sentence of a task one that asks something."""
_NOMINAL = frozenset(
    (
        "就业",
        "创业",
        "服务",
        "援助",
        "救助",
        "招聘",
        "康复",
        "教育",
        "医疗",
        "养老",
        "托养",
        "保险",
        "交通",
        "旅游",
        "生产",
        "经营",
        "消费",
        "投资",
        "建筑",
    )
)
"""Words that a tagger takes for verbs and that stand in names: 就业岗位, 服务站点."""
_KNOWN = re.compile(f"{OTHER.pattern}|{VAGUE.pattern}|{CONCRETE.pattern}")
_LABELLED = re.compile(r"^[^，。；：]{1,10}：|^（.*）[。；]?$|：$|率\d")


def has_verb(text: str) -> bool:
    """Whether ``text`` asks for something or says how it is; what the lists do not know a tagger is asked.

    A label with what belongs to it (时间：6月), a rate (满意率95%), what stands in brackets or introduces a list need none.
    """
    if _KNOWN.search(text) or _LABELLED.search(text):
        return True
    import rjieba

    tags = ["n" if word in _NOMINAL else tag for word, tag in rjieba.tag(text)]
    following = [*tags[1:], "x"]
    return any(
        tag[0] in "vil" or (tag[0] in "az" and after[0] not in "nvu")
        for tag, after in zip(tags, following, strict=True)
    )


def is_vague(text: str) -> bool:
    """Whether ``text`` asks for more of something and nowhere says what is done."""
    return VAGUE.search(text) is not None and CONCRETE.search(text) is None
