import Kernel

extension Frame {
    /// Substitute execution (代履行): all of coercive execution, and the second urging before somebody else sets to work; what
    /// lies on roads, waterways and public places and cannot wait is cleared at once, and the party told afterwards.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 35–38, 50–52, 69 (three days are working days).
    package static let substituteExecution = Frame(
        .substituteExecution,
        executionRules("QZL", execution: afterUrging, ruled: .ruledAtAnyTime) + substitutionRules + atOnceRules
    )

    /// Execution that the second urging precedes.
    private static let afterUrging = Act(.execute, except: [.carriedOutAtOnce])

    private static let substitutionRules = [
        FrameRule(
            "QZL-51",
            "代履行决定之后再次催告，才能代履行",
            "行政强制法§51.1(二)",
            .answers(Act(.urge), to: .imposed, before: afterUrging)
        ),
        FrameRule(
            "QZL-52",
            "催告三日之后才能代履行",
            "行政强制法§51.1(二)",
            .window(afterUrging, atLeast: .workingDays(3))
        ),
        FrameRule(
            "QZL-53",
            "代履行时派员到场监督，不是批准的人",
            "行政强制法§51.1(三)",
            .apart(.decide, from: .execute)
        ),
    ]

    private static let atOnceRules = [
        FrameRule(
            "QZL-54",
            "立即代履行的，决定之后才能实施",
            "行政强制法§52",
            .requires(.imposedAtOnce, before: .carriedOutAtOnce)
        ),
        FrameRule(
            "QZL-55",
            "立即代履行决定书写明理由、依据、救济途径，加盖印章，注明日期",
            "行政强制法§52",
            .documents(.imposedAtOnce, [.reasons, .remedies, .seal, .date])
        ),
        FrameRule(
            "QZL-56",
            "决定立即代履行的，实施之后才能办结",
            "行政强制法§52",
            .endsWith(.carriedOutAtOnce, after: .imposedAtOnce)
        ),
        FrameRule(
            "QZL-57",
            "立即代履行之后通知当事人，才能办结",
            "行政强制法§52",
            .endsWith(Act(.serve), after: .carriedOutAtOnce)
        ),
        FrameRule(
            "QZL-58",
            "立即代履行只能在执行环节实施",
            "行政强制法§52",
            .reserved([.carriedOutAtOnce], to: .execute)
        ),
    ]
}
