import Kernel

extension Frame {
    /// Penalty by the ordinary procedure (普通程序).
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 29, 42, 44, 45, 48, 54–61, 66, 67;
    ///   行政执法机关移送涉嫌犯罪案件的规定 art. 5; 国办发〔2018〕118号; 国办发〔2005〕37号; Archives Law (档案法) art. 14.
    package static let penalty = Frame(.penalty, penaltyRules("CFN"))

    /// Its rules under the prefix `code`; the procedure with a hearing asks for all of them too.
    static func penaltyRules(_ code: String) -> [FrameRule] {
        penaltyInvestigation(code) + penaltyDecision(code) + penaltyAfterwards(code)
    }

    private static func penaltyInvestigation(_ code: String) -> [FrameRule] {
        [
            FrameRule(
                "\(code)-01",
                "立案之后才能调查",
                "行政处罚法§54.2",
                .requires(.filed, before: Act(.investigate))
            ),
            FrameRule(
                "\(code)-02",
                "应当能够立案，也能够不予立案",
                "行政处罚法§54.2",
                .offers(.fileCase, [.filed, .notFiled])
            ),
            FrameRule(
                "\(code)-03",
                "调查由两名以上执法人员进行",
                "行政处罚法§42",
                .officers(.investigate, atLeast: 2)
            ),
            FrameRule(
                "\(code)-04",
                "出示执法证件之后才能调查",
                "行政处罚法§55",
                .requires(Act(.identify), before: Act(.investigate))
            ),
            FrameRule(
                "\(code)-05",
                "调查制作笔录并由当事人签名",
                "行政处罚法§55.2",
                .documents(Act(.investigate), [.signedRecord])
            ),
            FrameRule(
                "\(code)-06",
                "先行登记保存的证据七日内作出处理",
                "行政处罚法§56",
                .limit([.preserveEvidence], .decision, atMost: .workingDays(7))
            ),
            FrameRule(
                "\(code)-07",
                "先行登记保存开列清单",
                "行政处罚法§56",
                .documents(Act(.preserveEvidence), [.itemList])
            ),
            FrameRule(
                "\(code)-08",
                "调查终结应当能够认定违法事实成立、不成立或者移送",
                "行政处罚法§57",
                .offers(.conclude, [.violationFound, .noViolation, .transferred])
            ),
            FrameRule(
                "\(code)-09",
                "调查终结之后才能决定",
                "行政处罚法§57",
                .requires(Act(.conclude), before: .ruled)
            ),
            FrameRule(
                "\(code)-10",
                "涉嫌犯罪的，移送之后才能办结",
                "行政执法机关移送涉嫌犯罪案件的规定§5",
                .endsWith(Act(.transfer), after: Act(.conclude, effects: [.transferred]))
            ),
            FrameRule(
                "\(code)-11",
                "调查终结应当能够提请法制审核",
                "行政处罚法§58",
                .offers(.conclude, [.publicInterestConcerned])
            ),
            FrameRule(
                "\(code)-12",
                "应当法制审核的，审核通过之后才能处罚",
                "行政处罚法§58",
                .answers(
                    .reviewPassed,
                    to: Act(.conclude, effects: [.publicInterestConcerned]),
                    before: .imposed
                )
            ),
            FrameRule(
                "\(code)-13",
                "法制审核人员不是调查人员",
                "行政处罚法§58",
                .apart(.legalReview, from: .investigate)
            ),
        ]
    }

    private static func penaltyDecision(_ code: String) -> [FrameRule] {
        [
            FrameRule(
                "\(code)-14",
                "告知之后才能处罚",
                "行政处罚法§44",
                .requires(Act(.notice), before: .imposed)
            ),
            FrameRule(
                "\(code)-15",
                "处罚告知书写明事实、理由、依据和陈述申辩权",
                "行政处罚法§44",
                .documents(Act(.notice), [.reasons, .statementRight])
            ),
            FrameRule(
                "\(code)-16",
                "告知之后听取陈述申辩才能处罚",
                "行政处罚法§45",
                .answers(.heard, to: Act(.notice), before: .imposed)
            ),
            FrameRule(
                "\(code)-17",
                "陈述申辩应当复核并有复核意见",
                "行政处罚法§45",
                .documents(Act(.statement, effects: [.heard]), [.reasons])
            ),
            FrameRule(
                "\(code)-18",
                "审核应当能够提请集体讨论",
                "行政处罚法§57.2",
                .offers(.approve, [.publicInterestConcerned])
            ),
            FrameRule(
                "\(code)-19",
                "情节复杂或者重大的，集体讨论之后才能处罚",
                "行政处罚法§57.2",
                .requires(Act(.approve, .discuss, effects: [.approved]), before: .imposed)
            ),
            FrameRule(
                "\(code)-20",
                "集体讨论制作记录",
                "行政处罚法§57.2",
                .documents(Act(.discuss), [.signedRecord])
            ),
            FrameRule(
                "\(code)-21",
                "决定只能在决定环节作出",
                "行政处罚法§57",
                .reserved([.imposed, .notImposed], to: .decide)
            ),
            FrameRule(
                "\(code)-22",
                "一案只作一次决定",
                "行政处罚法§29",
                .atMostOnce(.ruled)
            ),
            FrameRule(
                "\(code)-23",
                "处罚决定书写明理由、救济途径，加盖印章，注明日期",
                "行政处罚法§59",
                .documents(.imposed, [.reasons, .remedies, .seal, .date])
            ),
            FrameRule(
                "\(code)-24",
                "不予处罚的决定说明理由",
                "行政处罚法§57",
                .documents(Act(.decide, effects: [.notImposed]), [.reasons, .seal, .date])
            ),
            FrameRule(
                "\(code)-25",
                "作出决定的人不是调查人员",
                "国办发〔2005〕37号§二（二）",
                .apart(.decide, from: .investigate)
            ),
            FrameRule(
                "\(code)-26",
                "审核人员不是调查人员",
                "国办发〔2005〕37号§二（二）",
                .apart(.approve, from: .investigate)
            ),
            FrameRule(
                "\(code)-27",
                "立案的案件以决定或者移送终结",
                "行政处罚法§57",
                .endsWith(
                    Act(.decide, .conclude, effects: [.imposed, .notImposed, .transferred]),
                    after: .filed
                )
            ),
            FrameRule(
                "\(code)-28",
                "立案至决定的各环节都有时限",
                "行政处罚法§60",
                .timed(.decision)
            ),
            FrameRule(
                "\(code)-29",
                "自立案之日起九十日内作出决定",
                "行政处罚法§60",
                .sum(.decision, atMost: .calendarDays(90))
            ),
        ]
    }

    private static func penaltyAfterwards(_ code: String) -> [FrameRule] {
        [
            FrameRule(
                "\(code)-30",
                "决定之后才能送达",
                "行政处罚法§61",
                .requires(.ruled, before: Act(.serve))
            ),
            FrameRule(
                "\(code)-31",
                "七日内送达",
                "行政处罚法§61",
                .limit([.serve], .issue, atMost: .workingDays(7))
            ),
            FrameRule(
                "\(code)-32",
                "决定送达之后才能办结",
                "行政处罚法§61",
                .endsWith(Act(.serve), after: .ruled)
            ),
            FrameRule(
                "\(code)-33",
                "缴款期限为收到决定书之日起十五日",
                "行政处罚法§67.3",
                .limit([.pay], .issue, atMost: .calendarDays(15))
            ),
            FrameRule(
                "\(code)-34",
                "处罚决定履行或者转入执行之后才能办结",
                "行政处罚法§66",
                .endsWith(Act(.pay), after: .imposed)
            ),
            FrameRule(
                "\(code)-35",
                "决定之后才能公开",
                "行政处罚法§48",
                .requires(.ruled, before: Act(.publish))
            ),
            FrameRule(
                "\(code)-36",
                "决定作出之日起七个工作日内公开",
                "国办发〔2018〕118号",
                .limit([.publish], .issue, atMost: .workingDays(7))
            ),
            FrameRule(
                "\(code)-37",
                "案卷归档之后才能办结",
                "档案法§14",
                .endsWith(Act(.archive), after: .ruled)
            ),
        ]
    }
}
