import Kernel

extension Frame {
    /// Grants of money and goods (行政给付).
    ///
    /// - Source: 社会救助暂行办法 art. 11; Administrative License Law (行政许可法) art. 29–44 by analogy; 国办发〔2005〕37号; 国办发〔2018〕118号; Archives Law (档案法) art. 14.
    package static let grant = Frame(
        .grant,
        onApplication("JF") + grantRules
    )

    private static let grantRules = [
        FrameRule(
            "JF-01",
            "调查核实由两名以上工作人员进行",
            "行政许可法§34.3",
            .officers(.investigate, atLeast: 2)
        ),
        FrameRule(
            "JF-02",
            "调查核实之后才能审查",
            "社会救助暂行办法§11",
            .requires(Act(.investigate), before: Act(.examine))
        ),
        FrameRule(
            "JF-03",
            "调查核实有记录",
            "社会救助暂行办法§11",
            .documents(Act(.investigate), [.signedRecord])
        ),
        FrameRule(
            "JF-04",
            "公示之后才能准予",
            "社会救助暂行办法§11",
            .requires(Act(.announce), before: .granted)
        ),
        FrameRule(
            "JF-05",
            "公示期间提出异议的应当能够复查",
            "社会救助暂行办法§11",
            .offers(.announce, [.objected])
        ),
        FrameRule(
            "JF-06",
            "异议复查之后才能准予",
            "社会救助暂行办法§11",
            .answers(
                Act(.examine),
                to: Act(.announce, effects: [.objected]),
                before: .granted
            )
        ),
        FrameRule(
            "JF-07",
            "准予之后才能发放",
            "社会救助暂行办法§11",
            .requires(.granted, before: Act(.execute))
        ),
        FrameRule(
            "JF-08",
            "准予的，发放之后才能办结",
            "社会救助暂行办法§11",
            .endsWith(Act(.execute), after: .granted)
        ),
        FrameRule(
            "JF-09",
            "发放有凭证",
            "社会救助暂行办法§11",
            .documents(Act(.execute), [.receipt])
        ),
    ]
}
