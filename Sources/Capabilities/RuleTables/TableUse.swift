import DecisionTables
import Sanctions

/// What the law asks a table for; the facts such a table may look at, and the one thing it says.
package enum TableUse: String, Hashable, Sendable, Codable, CaseIterable {
    /// Whether a hearing must be offered before one penalty is imposed.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 63.
    case hearing
    /// Whether a decision must pass the legal review.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 58; 国办发〔2018〕118号 part 4.
    case legalReview = "legal-review"
    /// Whether those in charge must discuss a decision together.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 57.
    case discussion
    /// Whether enough members came for what they discuss to count.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 57.2 (those in charge discuss together).
    case quorum
    /// Whether a renewal is applied for in time.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 50.1 (thirty days, unless laws, regulations or rules say otherwise).
    case renewal
    /// Within how many working days agencies consult over jurisdiction, and their superior designates.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 25.2 (no period; the division sets one).
    case jurisdiction
    /// Within how many working days what a legal review asks for is supplied, contested, answered, and how far it is prolonged.
    ///
    /// - Source: 国办发〔2018〕118号 part 4 (no periods; the division sets them).
    case review = "review-periods"

    package var chinese: String {
        switch self {
        case .hearing: "听证标准"
        case .legalReview: "法制审核标准"
        case .discussion: "集体讨论标准"
        case .quorum: "集体讨论到会标准"
        case .renewal: "延续申请的期限"
        case .jurisdiction: "管辖权争议的期限"
        case .review: "法制审核的期限"
        }
    }

    /// What the table decides, as a question.
    private var question: String {
        switch self {
        case .hearing: "拟作出这项处罚，是否应当告知听证权利"
        case .legalReview: "作出这项处罚决定，是否应当经过法制审核"
        case .discussion: "作出这项处罚决定，是否应当由负责人集体讨论"
        case .quorum: "到会的人数是否足以集体讨论"
        case .renewal: "在有效期届满多少日前提出的延续申请，是否在期限内"
        case .review: "要求补充、提出意见、申请复审后的第几个工作日，是否仍在期限内；审核可以延长几个工作日"
        case .jurisdiction: "争议提出、报请后的第几个工作日，是否仍在协商、指定的期限内"
        }
    }

    package var source: String {
        switch self {
        case .hearing: "行政处罚法第六十三条"
        case .legalReview: "行政处罚法第五十八条"
        case .discussion, .quorum: "行政处罚法第五十七条第二款"
        case .renewal: "行政许可法第五十条第一款"
        case .jurisdiction: "行政处罚法第二十五条第二款"
        case .review: "国办发〔2018〕118号第四部分"
        }
    }

    /// The one output of such a table.
    private static let output = DecisionTable.Output(name: "applies", label: "应当", type: .boolean)

    /// Every fact a table of this use may look at.
    private var facts: [DecisionTable.Input] {
        switch self {
        case .hearing: [.sanction, .party, .amount]
        case .legalReview, .discussion: [.party, .fine, .confiscated, .endsBusiness, .heard, .grave]
        case .quorum: [.attendance]
        case .renewal: [.item, .days]
        case .jurisdiction: [.phase, .workingDays]
        case .review: [.reviewPhase, .workingDays]
        }
    }

    package var terms: TableTerms {
        TableTerms(
            id: rawValue,
            name: chinese,
            question: question,
            source: source,
            facts: facts,
            output: TableUse.output
        )
    }
}

extension DecisionTable.Input {
    fileprivate static let sanction = DecisionTable.Input(
        name: "sanction",
        label: "处罚种类",
        type: .string,
        allowed: words(Sanction.Kind.allCases.map(\.chinese))
    )
    fileprivate static let party = DecisionTable.Input(
        name: "party",
        label: "当事人",
        type: .string,
        allowed: words(SanctionedParty.allCases.map(\.chinese))
    )
    fileprivate static let attendance = DecisionTable.Input(
        name: "attendance",
        label: "到会比例（%，回避的不计）",
        type: .number,
        allowed: ">= 0"
    )
    fileprivate static let item = DecisionTable.Input(name: "item", label: "事项编码", type: .string)
    fileprivate static let days = DecisionTable.Input(
        name: "days",
        label: "距有效期届满的日数",
        type: .number,
        allowed: ">= 0"
    )
    fileprivate static let phase = DecisionTable.Input(
        name: "phase",
        label: "阶段",
        type: .string,
        allowed: words(["协商", "指定管辖"])
    )
    fileprivate static let reviewPhase = DecisionTable.Input(
        name: "phase",
        label: "阶段",
        type: .string,
        allowed: words(["补充材料", "延长审核", "申请复审", "答复复审"])
    )
    fileprivate static let workingDays = DecisionTable.Input(
        name: "workingDays",
        label: "工作日数",
        type: .number,
        allowed: ">= 0"
    )
    fileprivate static let amount = money("amount", "金额或者价值（元）")
    fileprivate static let fine = money("fine", "罚款（元）")
    fileprivate static let confiscated = money("confiscated", "没收（元）")
    fileprivate static let endsBusiness = question("endsBusiness", "降级、吊销、停产停业、关闭或者限制从业")
    fileprivate static let heard = question("heard", "经过听证")
    fileprivate static let grave = question("grave", "涉及生命健康安全、金融安全且有危害后果")

    private static func words(_ words: [String]) -> String {
        words.map { FEELValue.string($0).description }.joined(separator: ", ")
    }

    private static func money(_ name: String, _ label: String) -> DecisionTable.Input {
        DecisionTable.Input(name: name, label: label, type: .number, allowed: ">= 0")
    }

    private static func question(_ name: String, _ label: String) -> DecisionTable.Input {
        DecisionTable.Input(name: name, label: label, type: .boolean)
    }
}
