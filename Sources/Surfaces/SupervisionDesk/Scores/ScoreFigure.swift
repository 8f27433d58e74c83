import Supervision

/// The numbers of a month's scores.
enum ScoreFigure {
    /// The facts that cost points on one sheet.
    static func facts(_ month: ScoreMonth, _ index: Int) -> Figure {
        Figure(
            name: "扣分事实",
            unit: "项",
            formula: """
                \(month.chinese)发出、现仍成立或者待审定的监察信息和监督文书，以及当月逾期未说明的监察信息、当事人的差评、被复议诉讼改变的决定中，计分方案列明要扣分的；\
                撤销、摘牌的不计，逾期答复的来信除外；自查自纠经认可的减轻扣分；满若干项才扣分的在列表中逐项列出，件数只计实际扣分的；异议成立的不计
                """,
            list: SupervisionPath.scoreFacts(month, index)
        )
    }

    /// The decisions by which bonuses are measured.
    static func decided(_ month: ScoreMonth, _ index: Int, isEarly: Bool) -> Figure {
        Figure(
            name: isEarly ? "提前办结" : "本月决定",
            unit: "件",
            formula: isEarly
                ? "\(month.chinese)作出决定、且决定日早于承诺办结日的办件（优化营商环境条例§36）"
                : "\(month.chinese)作出决定的办件；岗位和人员按办理过其中环节的计",
            list: SupervisionPath.scoreCases(month, index, isEarly: isEarly)
        )
    }

    /// How every number of a page about scores is made.
    static func all(_ scheme: ScoreScheme, _ month: ScoreMonth) -> [Figure] {
        let list = SupervisionPath.scores(month)
        let parts = scheme.parts.map { part in
            Figure(
                name: part.title,
                unit: "分",
                formula: "自\(ScoreResult.text(tenths: part.weight))分起，减去计入“\(part.title)”的扣分事实的分，不低于0；异议成立的不扣",
                list: list
            )
        }
        let total = Figure(
            name: "得分",
            unit: "分",
            formula:
                "各部分之和，不低于\(ScoreResult.text(tenths: scheme.floor))、不高于\(ScoreResult.text(tenths: scheme.cap))，再加不超过\(ScoreResult.text(tenths: scheme.bonusCap))分的加分；\(scheme.source)",
            list: list
        )
        return [total] + parts + [facts(month, 0), decided(month, 0, isEarly: false), decided(month, 0, isEarly: true)]
    }
}
