import Kernel

extension Frame {
    /// Substitute execution (代履行): all of coercive execution, and the second urging before somebody else sets to work.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 35–38, 50, 51, 69 (three days are working days).
    package static let substituteExecution = Frame(
        .substituteExecution,
        executionRules("QZL") + substitutionRules
    )

    private static let substitutionRules = [
        FrameRule(
            "QZL-51",
            "代履行决定之后再次催告，才能代履行",
            "行政强制法§51.1(二)",
            .answers(Act(.urge), to: .imposed, before: Act(.execute))
        ),
        FrameRule(
            "QZL-52",
            "催告三日之后才能代履行",
            "行政强制法§51.1(二)",
            .window(Act(.execute), atLeast: .workingDays(3))
        ),
        FrameRule(
            "QZL-53",
            "代履行时派员到场监督，不是批准的人",
            "行政强制法§51.1(三)",
            .apart(.decide, from: .execute)
        ),
    ]
}
