package import Kernel

/// One penalty of a decision: its kind and, where it is of money or goods worth money, how much.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 9.
package struct Sanction: Hashable, Sendable, Codable {
    package let kind: Kind
    /// The fine, or the value of what is confiscated; `nil` for a kind that has none.
    package let amount: Money?
    /// What exactly: the permit revoked, the goods confiscated, the business suspended and for how long.
    package let object: String

    package init(_ kind: Kind, amount: Money? = nil, object: String = "") {
        self.kind = kind
        self.amount = amount
        self.object = object
    }

    /// The kinds of the statute, from the mildest to the gravest as it lists them.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case warning
        case criticism
        case fine
        case confiscationOfIncome
        case confiscationOfGoods
        case suspensionOfPermit
        case downgrading
        case revocationOfPermit
        case restriction
        case suspensionOfBusiness
        case closure
        case ban
        case other

        package var chinese: String {
            switch self {
            case .warning: "警告"
            case .criticism: "通报批评"
            case .fine: "罚款"
            case .confiscationOfIncome: "没收违法所得"
            case .confiscationOfGoods: "没收非法财物"
            case .suspensionOfPermit: "暂扣许可证件"
            case .downgrading: "降低资质等级"
            case .revocationOfPermit: "吊销许可证件"
            case .restriction: "限制开展生产经营活动"
            case .suspensionOfBusiness: "责令停产停业"
            case .closure: "责令关闭"
            case .ban: "限制从业"
            case .other: "法律、行政法规规定的其他行政处罚"
            }
        }

        /// Whether it takes a qualification, a permit, the business or the occupation away.
        package var endsBusiness: Bool {
            switch self {
            case .downgrading, .revocationOfPermit, .suspensionOfBusiness, .closure, .ban: true
            case .warning, .criticism, .fine, .confiscationOfIncome, .confiscationOfGoods, .suspensionOfPermit,
                .restriction, .other:
                false
            }
        }

        /// Whether it takes money or goods, so that an amount must be stated.
        package var hasAmount: Bool {
            switch self {
            case .fine, .confiscationOfIncome, .confiscationOfGoods: true
            case .warning, .criticism, .suspensionOfPermit, .downgrading, .revocationOfPermit, .restriction,
                .suspensionOfBusiness, .closure, .ban, .other:
                false
            }
        }
    }

    /// As a decision says it: `罚款人民币5,000.00元`, `责令停产停业（三十日）`.
    package var chinese: String {
        let money = amount.map { "人民币\($0.grouped)元" } ?? ""
        return kind.chinese + money + (object.isEmpty ? "" : "（\(object)）")
    }
}

extension [Sanction] {
    /// All of them in one sentence, as `警告；罚款人民币5,000.00元`.
    package var chinese: String { map(\.chinese).joined(separator: "；") }

    /// What the party must pay as a fine; `nil` without a fine.
    package var fine: Money? { total(of: .fine) }

    /// What must be paid in money: fines and confiscated income.
    package var owed: Money { (fine ?? .zero) + (total(of: .confiscationOfIncome) ?? .zero) }

    /// Whether the party has anything to do or to bear; a warning and criticism work by being served.
    package var needPerformance: Bool { contains { $0.kind != .warning && $0.kind != .criticism } }

    /// Returns the sum of the amounts of one kind; `nil` when the kind is not among them.
    package func total(of kind: Sanction.Kind) -> Money? {
        let amounts = filter { $0.kind == kind }.map { $0.amount ?? .zero }
        return amounts.isEmpty ? nil : amounts.reduce(.zero, +)
    }
}
