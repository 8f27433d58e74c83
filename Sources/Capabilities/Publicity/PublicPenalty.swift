import Casework
import Kernel
import Processes
package import Sanctions

/// What the public list of penalties says of one beyond what every decision says, in the form in which it may be shown.
///
/// - Source: 发改办财金〔2018〕424号 (双公示 fields of penalties); Administrative Penalty Law (行政处罚法) art. 59.
package struct PublicPenalty: Hashable, Sendable, Codable {
    /// 违法行为类型: the provision that was broken, in words.
    package let violation: String
    /// 违法事实 as the investigation found them; `nil` where nothing was written of them.
    package let facts: String?
    /// 处罚依据: the provision the penalty rests on, in words.
    package let basis: String
    /// 处罚类别 with amounts; what exactly is taken away or confiscated stands in each.
    package let sanctions: [Sanction]

    package init(violation: String, facts: String?, basis: String, sanctions: [Sanction]) {
        self.violation = violation
        self.facts = facts
        self.basis = basis
        self.sanctions = sanctions
    }

    /// With every free text replaced by what `mask` makes of it.
    func masked(_ mask: (String) -> String) -> PublicPenalty {
        PublicPenalty(
            violation: mask(violation),
            facts: facts.map(mask),
            basis: mask(basis),
            sanctions: sanctions.map { Sanction($0.kind, amount: $0.amount, object: mask($0.object)) }
        )
    }

    /// The kinds in the order of the decision, each once.
    package var kinds: String {
        sanctions.map(\.kind.chinese).reduce(into: [String]()) { kinds, kind in
            if !kinds.contains(kind) { kinds.append(kind) }
        }.joined(separator: "、")
    }

    /// The permits suspended or revoked, as the decision names them; `nil` where none is.
    package var permits: String? {
        let named = sanctions.filter { $0.kind == .suspensionOfPermit || $0.kind == .revocationOfPermit }
        return named.isEmpty ? nil : named.map(\.object).joined(separator: "；")
    }

    /// Fines, in ten thousands of yuan; `nil` without a fine.
    package var fine: String? { sanctions.fine.map(PublicPenalty.tenThousands) }

    /// Confiscated income and goods, in ten thousands of yuan; `nil` where nothing is confiscated.
    package var confiscated: String? {
        let parts = [Sanction.Kind.confiscationOfIncome, .confiscationOfGoods].compactMap { sanctions.total(of: $0) }
        return parts.isEmpty ? nil : PublicPenalty.tenThousands(parts.reduce(.zero, +))
    }

    /// As the official list wants amounts: `0.5` for five thousand yuan, exact to the fen.
    static func tenThousands(_ money: Money) -> String {
        let (whole, rest) = money.fen.quotientAndRemainder(dividingBy: 1_000_000)
        var digits = String(rest)
        digits = String(repeating: "0", count: 6 - digits.count) + digits
        while digits.last == "0" { digits.removeLast() }
        return digits.isEmpty ? "\(whole)" : "\(whole).\(digits)"
    }
}

extension CaseFile {
    /// What was found about the act that is penalized; `nil` where no report says it.
    ///
    /// What a complaint or report said stays out of it: it may give away who complained.
    var foundFacts: String? {
        for name in ["调查终结报告", "当场告知记录"] {
            let text = written.last { $0.record.document == name }?.record.text("facts") ?? ""
            if !text.isEmpty { return text }
        }
        return nil
    }

    /// The penalty as the case tells it, nothing masked yet; `nil` for what is no penalty.
    var unmaskedPenalty: PublicPenalty? {
        guard let decision, !decision.sanctions.isEmpty, let proposal else { return nil }
        return PublicPenalty(
            violation: "违反\(LegalSource(proposal.broken).chinese)",
            facts: foundFacts,
            basis: LegalSource(proposal.basis).chinese,
            sanctions: decision.sanctions
        )
    }
}
