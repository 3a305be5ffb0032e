"""The responsibilities of joint conferences."""

from __future__ import annotations

from graph_api.languages import Language, Text

_RESPONSIBILITIES = {
    "CITY": [
        Text("Works out how to implement the decisions of higher levels.", "研究落实上级决策部署。"),
        Text("Analyses new situations and problems.", "分析新情况、新问题。"),
        Text("Sets the approach and goals of the work.", "确定工作思路和目标。"),
        Text("Reviews results and plans current work.", "总结工作成效，部署当前工作。"),
    ],
    "SUBDISTRICT": [
        Text("Works out how to implement the city's plans.", "研究落实全市工作部署。"),
        Text(
            "Agrees on the approach, measures and methods of the subdistrict's work.",
            "商定街道工作的思路、措施和方法。",
        ),
        Text("Settles major matters that affect the residents of the subdistrict.", "解决涉及街道居民的重大事项。"),
    ],
    "COMMUNITY": [
        Text("Draws up the yearly work plan.", "制定年度工作计划。"),
        Text(
            "Combines the resources of stationed units and the community to help residents.",
            "整合驻区单位和社区资源，服务居民。",
        ),
        Text(
            "Settles practical problems of the community together with stationed units.",
            "会同驻区单位解决社区的实际问题。",
        ),
    ],
    "COMPOUND": [
        Text("Discusses the branch's work and the services for residents.", "商议党支部工作和居民服务事项。"),
        Text("Settles practical difficulties that residents report.", "解决居民反映的实际困难。"),
        Text("Makes proposals to the next level up.", "向上一级提出建议。"),
    ],
}


def responsibilities(level: str | None, language: str = Language.EN) -> list[str]:
    """The responsibilities of a conference of the level; empty if the level is unknown."""
    return [text.in_(language) for text in _RESPONSIBILITIES.get(level or "", [])]
