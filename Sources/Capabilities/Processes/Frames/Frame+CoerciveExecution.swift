import Kernel

extension Frame {
    /// Coercive execution by an agency that has the power (行政强制执行).
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 34–38, 42, 52; 国办发〔2005〕37号; Archives Law (档案法) art. 14.
    package static let coerciveExecution = Frame(
        .coerciveExecution,
        executionRules("QZE")
    )

    /// What the agency's own execution demands, whatever is executed.
    ///
    /// - Parameters:
    ///   - code: how the codes of the rules begin.
    ///   - execution: what is executed after a decision that was served.
    ///   - ruled: the decisions there are.
    /// - Returns: the rules, in the order of their codes.
    static func executionRules(
        _ code: String,
        execution: Act = Act(.execute),
        ruled: Act = .ruled
    ) -> [FrameRule] {
        [
            FrameRule(
                "\(code)-01",
                "催告之后才能决定强制执行",
                "行政强制法§35",
                .requires(Act(.urge), before: .imposed)
            ),
            FrameRule(
                "\(code)-02",
                "催告书写明履行期限和陈述申辩权",
                "行政强制法§35",
                .documents(Act(.urge), [.requiredTime, .statementRight])
            ),
            FrameRule(
                "\(code)-03",
                "催告之后听取陈述申辩才能决定",
                "行政强制法§36",
                .answers(.heard, to: Act(.urge), before: .imposed)
            ),
            FrameRule(
                "\(code)-04",
                "陈述申辩应当记录、复核",
                "行政强制法§36",
                .documents(Act(.statement, effects: [.heard]), [.reasons])
            ),
            FrameRule(
                "\(code)-05",
                "当事人履行义务的应当能够不再执行",
                "行政强制法§37",
                .offers(.statement, [.settled])
            ),
            FrameRule(
                "\(code)-06",
                "批准之后才能决定",
                "行政强制法§37",
                .requires(.approved, before: .imposed)
            ),
            FrameRule(
                "\(code)-07",
                "强制执行决定书写明理由、依据、救济途径，加盖印章，注明日期",
                "行政强制法§37.2",
                .documents(.imposed, [.reasons, .remedies, .seal, .date])
            ),
            FrameRule(
                "\(code)-08",
                "强制执行决定书送达之后才能执行",
                "行政强制法§38",
                .requires(Act(.serve), before: execution)
            ),
            FrameRule(
                "\(code)-09",
                "决定之后才能送达",
                "行政强制法§38",
                .requires(ruled, before: Act(.serve))
            ),
            FrameRule(
                "\(code)-10",
                "应当能够达成执行协议",
                "行政强制法§42",
                .offers(.execute, [.settled])
            ),
            FrameRule(
                "\(code)-11",
                "执行有到场人员签名的记录",
                "行政强制法§52",
                .documents(Act(.execute), [.signedRecord])
            ),
            FrameRule(
                "\(code)-12",
                "强制执行只能在决定环节决定",
                "行政强制法§37",
                .reserved(ruled.effects ?? [], to: .decide)
            ),
            FrameRule(
                "\(code)-13",
                "一案只作一次决定",
                "行政强制法§37",
                .atMostOnce(ruled)
            ),
            FrameRule(
                "\(code)-14",
                "批准的人不是执行人员",
                "国办发〔2005〕37号§二（二）",
                .apart(.approve, from: .execute)
            ),
            FrameRule(
                "\(code)-15",
                "决定执行的，执行之后才能办结",
                "行政强制法§37",
                .endsWith(Act(.execute), after: .imposed)
            ),
            FrameRule(
                "\(code)-16",
                "案卷归档之后才能办结",
                "档案法§14",
                .endsWith(Act(.archive), after: ruled)
            ),
        ]
    }
}
