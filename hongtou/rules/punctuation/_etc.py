"""等 that ends a list, told from the words that begin or end with it: 等级, 等次, 平等, 高等."""

_BEGINS = (
    "级|拖|次|待|候|同|额|值|效|量|距|离子|比|到|着|于|式|高|宽|身|第|份|分|边|温|压|位|保|外|不|靠|看|客|米|差|腰|价|闲"
    "|速|深|强|渗|静压|容|幅|时|长|权|号|电位|一等|你|我|案|风|死"
)
_ENDS = "平相同高中初上优头一二三四五六七八九均对不劣次下超特何此我你他坐慢"
ETC = f"(?<![{_ENDS}])等(?!{_BEGINS})"
"""等 or 等等 behind the last of a list."""
ETC_AFTER_MARK = f"等(?!{_BEGINS})"
"""The same behind a mark."""
