import HTML

/// What is proposed to be imposed, and what was paid; shown only where there is something.
struct PenaltyPanel: Component {
    /// One payment that came in.
    struct Payment: Sendable {
        let day: String
        let amount: String
        let surcharge: String
        let receipt: String
    }

    let proposal: [Definition]
    /// What is owed, and what of it is still to be paid by when; empty where nothing is.
    let owed: [Definition]
    let payments: [Payment]

    var body: any HTML {
        if !proposal.isEmpty { Panel("拟作出的处罚", anchor: "proposal") { DefinitionList(proposal) } }
        if !payments.isEmpty || !owed.isEmpty {
            Panel("缴款", anchor: "payments") {
                if !owed.isEmpty { DefinitionList(owed) }
                if !payments.isEmpty {
                    DataTable(
                        "缴款",
                        columns: [
                            .init("缴款日期"), .init("金额（元）", .number), .init("应加处罚款（元）", .number), .init("票据"),
                        ],
                        rows: payments.map { .init([$0.day, $0.amount, $0.surcharge, $0.receipt]) }
                    )
                }
            }
        }
    }
}
