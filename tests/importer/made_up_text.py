"""Papers made up as text, one for each seed: numbered parts with units, times, numbers, rules, contacts and tables."""

from __future__ import annotations

from random import Random

LISTS = (
    "（市财政局负责）", "（市财政局牵头，市教育局、民政局配合）", "（责任单位：市财政局、教育局，各镇街）", "（市财政局、教育局等按职责分工负责）",
    "（牵头单位：市教育局；配合单位：市民政局、市残联）", "（市教育局牵头，各有关单位按职责分工负责，列第一位者为牵头单位，下同）", "",
)  # fmt: skip
SENTENCES = (
    "2025年6月底前，全面摸清底数。", "到2027年，建成示范点10个以上。", "每季度通报一次进展情况。", "长期坚持，持续推进。", "自2025年3月1日起施行。",
    "就业率达到90%以上，力争达到95%。", "事故死亡人数保持为零。", "新增学位由2000个增加到3000个。", "在2023年基础上增长5%左右。", "自印发之日起30个工作日内制定方案。",
    "汛期前完成排查。", "原则上每个镇街不少于2个，不超过5个。", "加强宣传引导，营造良好氛围。", "建立“一企一策”（含个体工商户）台账。", "投入资金1,200万元。",
    "2025年1月至3月，开展自查。", "各镇街于每月5日前将进展情况报市教育局。", "落实《某市助学办法》（某府〔2020〕3号）。", "“十五五”期间，每年培训1000人次。",
)  # fmt: skip
HEADINGS = ("摸清底数", "发放资金", "加强监管", "健全机制", "压实责任", "强化保障", "开展培训", "优化服务")
ENDINGS = ("联系人：张三，联系电话：88880000。", "请于2025年5月30日前将工作方案报送市教育局。", "特此通知。", "本通知自印发之日起施行，有效期3年。", "")  # fmt: skip
CHINESE = "一二三四五六七八九"


def lines(seed: int) -> list[str]:
    """Return the lines of the paper of ``seed``."""
    random = Random(seed)
    number = random.choice(["某府办〔2025〕5号", "某府办函〔2025〕5号", ""])
    made = ["某市人民政府办公室关于做好助学工作的通知", *([number] if number else [])]
    made += [
        random.choice(["各镇街，市各有关单位：", "市教育局、财政局，各镇街：", "各县（市、区）人民政府："])
    ]
    made += [
        random.choice(["现将有关事项通知如下：", "为做好助学工作，经市政府同意，现就有关事项通知如下。"])
    ]
    for number_, heading in enumerate(random.sample(HEADINGS, random.randint(1, 4))):
        made += _section(random, number_, heading)
    made += [one for one in [random.choice(ENDINGS)] if one]
    attached = random.sample(["助学金名额表", "报送要求"], random.choice([0, 0, 1, 2]))
    made += [("附件：" if n == 0 else "") + f"{n + 1}.{one}" for n, one in enumerate(attached)]
    made += ["某市人民政府办公室", "2025年3月7日"]
    made += [one for one in [random.choice(["（此件公开发布）", ""])] if one]
    for n, one in enumerate(attached):
        made += [f"附件{n + 1}", one, "一、分配办法", _sentence(random), "二、有关要求", _sentence(random)]
    return made


def _section(random: Random, number: int, heading: str) -> list[str]:
    made = [f"{CHINESE[number]}、{heading}"]
    kind = random.choice(["plain", "measures", "run in", "points", "deep"])
    if kind == "plain":
        return [*made, *(_paragraph(random) for _ in range(random.randint(1, 3)))]
    if random.random() < 0.3:
        made.append(_sentence(random))
    for n in range(random.randint(1, 4)):
        name = random.choice(HEADINGS)
        if kind == "points":
            points = "".join(f"{CHINESE[m]}是{_sentence(random)}" for m in range(random.randint(2, 4)))
            made.append(f"（{CHINESE[n]}）{name}。{points}{random.choice(LISTS)}")
        elif kind == "run in":
            made.append(f"（{CHINESE[n]}）{name}。{_paragraph(random)}")
        else:
            made += [f"（{CHINESE[n]}）{name}", *(_paragraph(random) for _ in range(random.randint(1, 2)))]
        if kind == "deep":
            made += [f"{m + 1}.{_paragraph(random)}" for m in range(random.randint(2, 3))]
    return made


def _sentence(random: Random) -> str:
    return random.choice(SENTENCES)


def _paragraph(random: Random) -> str:
    text = "".join(random.sample(SENTENCES, random.randint(1, 3)))
    units = random.choice(LISTS)
    if units and random.random() < 0.3:
        return f"{text}{units.strip('（）')}" if "单位：" in units else text
    return f"{text[:-1]}{units}。" if units and random.random() < 0.5 else f"{text}{units}"
