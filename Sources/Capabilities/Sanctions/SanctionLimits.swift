package import Kernel

/// Whom a penalty meets; the statute has other limits for citizens than for organizations.
package enum SanctionedParty: String, Hashable, Sendable, Codable, CaseIterable {
    case citizen
    case organization

    package var chinese: String {
        switch self {
        case .citizen: "公民"
        case .organization: "法人、其他组织"
        }
    }
}

/// Up to which penalty a procedure is open.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 51.
package struct SanctionLimits: Hashable, Sendable {
    /// The greatest fine of the simple procedure, in fen.
    package let simpleFine: [SanctionedParty: Money]

    package init(simpleFine: [SanctionedParty: Money]) {
        self.simpleFine = simpleFine
    }

    /// The statute's limits.
    package static let standard = SanctionLimits(
        simpleFine: [.citizen: .yuan(200), .organization: .yuan(3_000)]
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
}
