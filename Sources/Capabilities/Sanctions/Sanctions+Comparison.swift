package import Kernel

/// How one set of penalties exceeds another that the party was told of.
package enum SanctionExcess: Hashable, Sendable {
    /// A kind that the notice did not name.
    case untold(Sanction.Kind)
    /// More money or goods than the notice named.
    case higher(Sanction.Kind, told: Money, found: Money)
}

extension [Sanction] {
    /// Returns what of these goes beyond `told`, first the kinds; `nil` when the decision stays within the notice.
    ///
    /// Who was told less could not defend against more, and nobody is penalized more heavily for a defense.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 44, 45.3.
    package func excess(over told: [Sanction]) -> SanctionExcess? {
        let kinds = Set(told.map(\.kind))
        if let untold = first(where: { !kinds.contains($0.kind) }) { return .untold(untold.kind) }
        for kind in Sanction.Kind.allCases where kind.hasAmount {
            guard let found = total(of: kind), let limit = told.total(of: kind), found > limit else { continue }
            return .higher(kind, told: limit, found: found)
        }
        return nil
    }

    /// Returns why these are no penalties that can be proposed or decided; `nil` when they are.
    package var fault: SanctionFault? {
        if isEmpty { return SanctionFault.none }
        for sanction in self {
            if sanction.kind.hasAmount {
                guard let amount = sanction.amount, amount > .zero else { return .amountMissing(sanction.kind) }
                guard amount <= SanctionFault.greatestAmount else { return .amountTooGreat(sanction.kind) }
            } else if sanction.amount != nil {
                return .amountUnexpected(sanction.kind)
            } else if sanction.kind.needsObject, sanction.object.isEmpty {
                return .objectMissing(sanction.kind)
            }
        }
        return nil
    }
}

extension Sanction.Kind {
    /// Whether the kind says nothing without its object: which permit, which business, how long.
    package var needsObject: Bool {
        switch self {
        case .warning, .criticism, .fine, .confiscationOfIncome: false
        case .confiscationOfGoods, .suspensionOfPermit, .downgrading, .revocationOfPermit, .restriction,
            .suspensionOfBusiness, .closure, .ban, .other:
            true
        }
    }
}

/// Why a set of penalties cannot stand.
package enum SanctionFault: Hashable, Sendable {
    case none
    case amountMissing(Sanction.Kind)
    case amountUnexpected(Sanction.Kind)
    case amountTooGreat(Sanction.Kind)
    case objectMissing(Sanction.Kind)

    /// A slip of the pen rather than a fine: a hundred billion yuan.
    static let greatestAmount = Money.yuan(100_000_000_000)
}
