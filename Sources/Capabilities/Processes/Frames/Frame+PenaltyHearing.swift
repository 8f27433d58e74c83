import Kernel

extension Frame {
    /// Penalty that must not be imposed without the offer of a hearing (听证程序): all of the ordinary procedure, and this.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 57, 58, 63–65.
    package static let penaltyHearing = Frame(
        .penaltyHearing,
        penaltyRules("CFH") + penaltyHearingRules
    )

    private static let penaltyHearingRules = [
        FrameRule(
            "CFH-51",
            "告知要求听证的权利",
            "行政处罚法§63",
            .documents(Act(.notice), [.hearingRight])
        ),
        FrameRule(
            "CFH-52",
            "当事人应当能够要求听证",
            "行政处罚法§63",
            .offers(.statement, [.hearingRequested])
        ),
        FrameRule(
            "CFH-53",
            "要求听证的期限不少于五日",
            "行政处罚法§64(一)",
            .window(Act(.statement, effects: [.hearingRequested]), atLeast: .workingDays(5))
        ),
        FrameRule(
            "CFH-54",
            "要求听证的，听证举行或者终止之后才能处罚",
            "行政处罚法§65",
            .answers(
                Act(.hearing, effects: [.hearingHeld, .hearingDropped]),
                to: Act(.statement, effects: [.hearingRequested]),
                before: .imposed
            )
        ),
        FrameRule(
            "CFH-55",
            "听证七日前通知时间、地点",
            "行政处罚法§64(二)",
            .window(Act(.hearing), atLeast: .workingDays(7))
        ),
        FrameRule(
            "CFH-56",
            "听证主持人不是调查人员",
            "行政处罚法§64(四)",
            .apart(.hearing, from: .investigate)
        ),
        FrameRule(
            "CFH-57",
            "听证制作笔录并由参加人签名",
            "行政处罚法§64(八)",
            .documents(Act(.hearing, effects: [.hearingHeld]), [.signedRecord])
        ),
        FrameRule(
            "CFH-58",
            "经过听证的，法制审核通过之后才能处罚",
            "行政处罚法§58(二)",
            .answers(
                .reviewPassed,
                to: Act(.hearing, effects: [.hearingHeld]),
                before: .imposed
            )
        ),
        FrameRule(
            "CFH-59",
            "集体讨论之后才能给予较重的处罚",
            "行政处罚法§57.2",
            .requires(Act(.discuss), before: .imposed)
        ),
    ]
}
