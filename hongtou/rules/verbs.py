"""Verbs of tasks: which say what is done, and which say only that more of it is wanted."""

from __future__ import annotations

import re

CONCRETE = re.compile(
    "建立|建成|建设|新建|改建|扩建|共建|创建|筹建|制定|制订|修订|出台|印发|编制|编印|开展|举办|召开|召集|组织|实施|培训|轮训|完成|报送|"
    "上报|提交|设立|设置|增设|增加|新增|发放|拨付|安排|检查|督查|抽查|巡查|核查|排查|考核|清理|整治|整改|改造|修复|治理|购置|采购|"
    "招聘|选聘|配备|补贴|补助|奖励|减免|公布|公示|公开|发布|签订|打造|搭建|构建|组建|提供|纳入|选取|选派|选拔|开发|扶持|帮扶|对接|"
    "安置|登记|建档|录入|上传|汇总|统计|监测|评估|评定|认定|验收|审批|办理|受理|推出|上线|开通|接入|覆盖|达到|控制|降低|压减|减少|"
    "淘汰|关停|取缔|拆除|绿化|种植|铺设|安装|投放|落实|挂牌|命名|表彰|宣讲|走访|慰问|处置|处理|调整|清零|消除|查处|打击|取消|下放|"
    "划定|确定|明确|梳理|盘活|引进|培育|培养|孵化|设计|试点|启动|启用|运行|投入|投产|开工|竣工|通车|举行|参加|派出|送"
)
"""Words that say what is done."""
VAGUE = re.compile(
    "加强|强化|重视|关注|推进|推动|促进|提高|提升|增强|探索|研究|支持|鼓励|引导|优化|完善|健全|深化|夯实|压实|改善|抓好|做好"
)
"""Words that ask for more of something, without saying what is done."""
OTHER = re.compile(
    "应当|应|须|必须|不得|禁止|负责|牵头|配合|协助|参与|服从|遵守|执行|保障|保证|确保|坚持|贯彻|学习|宣传|普及|指导|监督|管理|协调|"
    "统筹|发挥|利用|运用|依托|采取|通过|帮助|解决|吸收|吸纳|收集|妥善|规范|扩大|拓宽|巩固|发展|实现|形成|营造|防止|防范|杜绝|严格|"
    "严禁|要|将|把|对|使|让|可|给|做|抓|办|建|写|放|查|管|守|扩|增|减|降|补|推|引|带|讲|学|练"
)
"""Other words that make a sentence of a task one that asks something."""


def has_verb(text: str) -> bool:
    """Whether ``text`` has a word that asks for something; what the lists do not know a tagger is asked."""
    if CONCRETE.search(text) or VAGUE.search(text) or OTHER.search(text):
        return True
    import rjieba

    return any(tag.startswith("v") for _word, tag in rjieba.tag(text))


def is_vague(text: str) -> bool:
    """Whether ``text`` asks for more of something and nowhere says what is done."""
    return VAGUE.search(text) is not None and CONCRETE.search(text) is None
