package import Kernel

/// Whom a penalty meets; the statute has other limits for citizens than for organizations.
package enum SanctionedParty: String, Hashable, Sendable, Codable, CaseIterable {
    case citizen
    case organization
}

/// Up to which penalty a procedure is open, and from which a hearing must be offered.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 51, 63.
package struct SanctionLimits: Hashable, Sendable {
    /// The greatest fine of the simple procedure, in fen.
    package let simpleFine: [SanctionedParty: Money]
    /// From which fine, or value of what is confiscated, a hearing is offered; set by province or sector.
    package let hearingAmount: [SanctionedParty: Money]

    package init(simpleFine: [SanctionedParty: Money], hearingAmount: [SanctionedParty: Money]) {
        self.simpleFine = simpleFine
        self.hearingAmount = hearingAmount
    }

    /// The statute's limits, and for hearings those most sectors use.
    package static let standard = SanctionLimits(
        simpleFine: [.citizen: .yuan(200), .organization: .yuan(3_000)],
        hearingAmount: [.citizen: .yuan(10_000), .organization: .yuan(100_000)]
    )

    /// Returns what keeps `sanctions` out of the simple procedure; `nil` when nothing does.
    package func barToSimple(_ sanctions: [Sanction], of party: SanctionedParty) -> SimpleBar? {
        if let kind = sanctions.map(\.kind).first(where: { $0 != .warning && $0 != .fine }) { return .kind(kind) }
        guard let fine = sanctions.fine, let limit = simpleFine[party], fine > limit else { return nil }
        return .fine(fine, limit: limit)
    }

    package enum SimpleBar: Hashable, Sendable {
        case kind(Sanction.Kind)
        case fine(Money, limit: Money)
    }

    /// Returns the first penalty for which the party must be offered a hearing; `nil` when none calls for it.
    package func hearingGround(_ sanctions: [Sanction], of party: SanctionedParty) -> Sanction? {
        sanctions.first { sanction in
            switch sanction.kind {
            case .downgrading, .revocationOfPermit, .suspensionOfBusiness, .closure, .ban: true
            case .fine, .confiscationOfIncome, .confiscationOfGoods:
                hearingAmount[party].map { (sanctions.total(of: sanction.kind) ?? .zero) >= $0 } ?? false
            case .warning, .criticism, .suspensionOfPermit, .restriction, .other: false
            }
        }
    }
}
