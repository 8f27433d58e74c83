import Discretion
package import Kernel
import Law
package import Sanctions

/// How penalties stand to the grade that the circumstances lead to.
extension GradeChoice {
    /// Returns what goes beyond the statute, which no reason allows; `nil` when all is within.
    ///
    /// Below the least amount only a grade of mitigation leads. Gains are confiscated whatever the statute says of them.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 4, 5, 28.2, 32.
    func excess(of sanctions: [Sanction], base: Int64?) -> LawfulExtent? {
        for sanction in sanctions {
            guard let method = sanction.kind.method, method != .confiscateGains else { continue }
            let allowed = envelopes.filter { $0.measure.method == method }
            if !envelopes.isEmpty, allowed.isEmpty { return LawfulExtent(sanction.kind, range: nil, source: nil) }
            guard method == .fine, let fine = sanctions.fine else { continue }
            let ranges = allowed.compactMap { envelope in
                envelope.measure.extent?.amounts(of: base).map { (range: $0, source: envelope.source.chinese) }
            }
            guard let first = ranges.first else { continue }
            let isWithin = ranges.contains { lawful in
                fine <= lawful.range.upperBound && (grade.direction == .mitigated || lawful.range.lowerBound <= fine)
            }
            if !isWithin { return LawfulExtent(.fine, range: first.range, source: first.source) }
        }
        return nil
    }

    /// Returns in which points the penalties are others than the grade's, each in words.
    ///
    /// What is confiscated follows from the act, so that neither its absence nor gains beside the grade are a departure.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 28.2; 国办发〔2022〕27号 (a benchmark not followed is approved and reasoned).
    func departures(of sanctions: [Sanction], base: Int64?) -> [String] {
        let kinds = sanctions.map(\.kind).filter { $0 != .confiscationOfIncome }
        var departures = kinds.filter { kind in !(kind.method.map(allows) ?? false) }
            .map { "阶次没有规定“\($0.chinese)”" }
        let given = Set(sanctions.compactMap(\.kind.method))
        for measure in measures where measure.method.isPenalty && !measure.isOptional && !given.contains(measure.method)
        {
            guard measure.method != .confiscateGains, measure.method != .confiscateGoods else { continue }
            departures.append("阶次规定的“\(measure.method.chinese)”没有作出")
        }
        if let fine = sanctions.fine, let range = self.fine(of: base), !range.contains(fine) {
            departures.append(
                "罚款应为\(range.lowerBound.grouped)元至\(range.upperBound.grouped)元，实为\(fine.grouped)元"
            )
        }
        return departures
    }

    /// What a fine is reckoned from and nobody has stated so that it can be; `nil` when every range is known.
    func unreckoned(for sanctions: [Sanction], base: Int64?) -> String? {
        guard sanctions.fine != nil else { return nil }
        let extents = (measures + envelopes.map(\.measure)).filter { $0.method == .fine }.compactMap(\.extent)
        return extents.first { $0.amounts(of: base) == nil }.map { $0.base ?? "计算罚款的数量" }
    }

    /// Whether it leads to less than another choice: a milder grade, or a lower fine in the same.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 37.
    func isMilder(than other: GradeChoice, base: Int64?) -> Bool {
        if grade.direction != other.grade.direction { return grade.direction < other.grade.direction }
        guard let fine = fine(of: base), let others = other.fine(of: base) else { return false }
        return fine.upperBound < others.upperBound
    }
}

/// What the statute allows of a kind of penalty; no range when it does not know the kind here.
package struct LawfulExtent: Hashable, Sendable {
    package let kind: Sanction.Kind
    package let range: ClosedRange<Money>?
    package let source: String?

    init(_ kind: Sanction.Kind, range: ClosedRange<Money>?, source: String?) {
        self.kind = kind
        self.range = range
        self.source = source
    }
}

extension Sanction.Kind {
    /// The same kind of penalty in a benchmark; `nil` for those that only other statutes know.
    fileprivate var method: Measure.Method? {
        switch self {
        case .warning: .warning
        case .criticism: .publicCriticism
        case .fine: .fine
        case .confiscationOfIncome: .confiscateGains
        case .confiscationOfGoods: .confiscateGoods
        case .suspensionOfPermit: .suspendPermit
        case .downgrading: .lowerQualification
        case .revocationOfPermit: .revokePermit
        case .restriction: .restrictBusiness
        case .suspensionOfBusiness: .suspendBusiness
        case .closure: .closeDown
        case .ban: .restrictPractice
        case .other: nil
        }
    }
}
