extension StepKind {
    /// Returns what a step is likely to be by its name, for the author to check.
    ///
    /// - Parameter name: as another program has it, in Chinese or English.
    init(likelyFrom name: String) {
        self = StepKind.words.meaning(of: name) ?? .examine
    }

    private static let words = LikelyWords<StepKind>([
        ("法制审核", .legalReview), ("合法性审", .legalReview), ("集体讨论", .discuss), ("陈述", .statement), ("申辩", .statement),
        ("听证", .hearing), ("补正", .correctionNotice), ("证据保全", .preserveEvidence), ("先行登记", .preserveEvidence),
        ("表明身份", .identify), ("亮证", .identify), ("调查终结", .conclude), ("鉴定", .expertTest), ("检测", .expertTest),
        ("检验", .expertTest), ("评审", .expertTest), ("不予受理", .accept), ("受理", .accept), ("收件", .receive),
        ("接件", .receive), ("申请", .receive), ("立案", .fileCase), ("现场检查", .inspect), ("检查", .inspect),
        ("调查", .investigate), ("核实", .investigate), ("勘验", .investigate), ("催告", .urge), ("告知", .notice),
        ("公示", .announce),
        ("公告", .announce), ("公开", .publish), ("送达", .serve), ("发证", .serve), ("领取", .serve), ("制证", .document),
        ("制作", .document), ("缴", .pay), ("付款", .pay), ("移送", .transfer), ("调解", .mediate), ("补偿", .compensate),
        ("备案", .report), ("归档", .archive), ("结案", .close), ("核定", .assess), ("执行", .execute), ("解除", .release),
        ("决定", .decide), ("审批", .decide), ("批准", .decide), ("审核", .approve), ("复核", .approve), ("审查", .examine),
        ("receive", .receive), ("request", .receive), ("accept", .accept), ("hearing", .hearing), ("inspect", .inspect),
        ("investigat", .investigate), ("legal review", .legalReview), ("decid", .decide), ("decision", .decide),
        ("approv", .approve), ("review", .approve), ("notif", .notice), ("publish", .publish), ("pay", .pay),
        ("deliver", .serve), ("send", .serve), ("archive", .archive), ("close", .close),
    ])
}
