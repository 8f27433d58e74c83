import Kernel

extension Frame {
    /// Inspections (行政检查).
    ///
    /// - Source: 国办发〔2024〕54号; Administrative Penalty Law (行政处罚法) art. 55; 优化营商环境条例 art. 54; 国办发〔2018〕118号; Archives Law (档案法) art. 14.
    package static let inspection = Frame(
        .inspection,
        inspectionRules
    )

    private static let inspectionRules = [
        FrameRule(
            "JC-01",
            "检查经批准",
            "国办发〔2024〕54号",
            .requires(.approved, before: Act(.inspect))
        ),
        FrameRule(
            "JC-02",
            "应当能够不予批准",
            "国办发〔2024〕54号",
            .offers(.approve, [.approved, .notApproved])
        ),
        FrameRule(
            "JC-03",
            "通知之后才能检查",
            "国办发〔2024〕54号",
            .requires(Act(.notice), before: Act(.inspect))
        ),
        FrameRule(
            "JC-04",
            "检查通知书加盖印章，注明日期",
            "国办发〔2024〕54号",
            .documents(Act(.notice), [.seal, .date])
        ),
        FrameRule(
            "JC-05",
            "检查由两名以上执法人员进行",
            "行政处罚法§55",
            .officers(.inspect, atLeast: 2)
        ),
        FrameRule(
            "JC-06",
            "出示执法证件之后才能检查",
            "行政处罚法§55",
            .requires(Act(.identify), before: Act(.inspect))
        ),
        FrameRule(
            "JC-07",
            "检查制作笔录并由当事人签名",
            "行政处罚法§55.2",
            .documents(Act(.inspect), [.signedRecord])
        ),
        FrameRule(
            "JC-08",
            "检查之后才能作出检查结论",
            "优化营商环境条例§54",
            .requires(Act(.inspect), before: Act(.conclude))
        ),
        FrameRule(
            "JC-09",
            "检查结论应当能够是未发现问题、责令改正、立案或者移送",
            "优化营商环境条例§54",
            .offers(.conclude, [.noViolation, .correctionOrdered, .violationFound, .transferred])
        ),
        FrameRule(
            "JC-10",
            "责令改正说明理由，加盖印章，注明日期",
            "行政处罚法§28",
            .documents(Act(.conclude, effects: [.correctionOrdered]), [.reasons, .seal, .date])
        ),
        FrameRule(
            "JC-11",
            "责令改正的，复查之后才能公开结果",
            "行政处罚法§28",
            .answers(
                Act(.inspect),
                to: Act(.conclude, effects: [.correctionOrdered]),
                before: Act(.publish)
            )
        ),
        FrameRule(
            "JC-12",
            "检查结果公开之后才能办结",
            "优化营商环境条例§54",
            .endsWith(Act(.publish), after: Act(.conclude))
        ),
        FrameRule(
            "JC-13",
            "二十个工作日内公开检查结果",
            "国办发〔2018〕118号",
            .limit([.publish], .decision, atMost: .workingDays(20))
        ),
        FrameRule(
            "JC-14",
            "需要立案或者移送的，移交之后才能办结",
            "优化营商环境条例§54",
            .endsWith(
                Act(.transfer),
                after: Act(.conclude, effects: [.violationFound, .transferred])
            )
        ),
        FrameRule(
            "JC-15",
            "批准的人不是检查人员",
            "国办发〔2005〕37号§二（二）",
            .apart(.approve, from: .inspect)
        ),
        FrameRule(
            "JC-16",
            "案卷归档之后才能办结",
            "档案法§14",
            .endsWith(Act(.archive), after: Act(.conclude))
        ),
    ]
}
