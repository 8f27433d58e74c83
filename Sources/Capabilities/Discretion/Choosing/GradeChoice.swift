package import Kernel

/// The grade that circumstances lead to, what may be done in it, and why.
package struct GradeChoice: Hashable, Sendable {
    package let situation: Situation
    package let subject: Measure.Subject
    package let grade: Grade
    /// Those of the grade that meet the subject.
    package let measures: [Measure]
    /// What the law allows against the subject.
    package let envelopes: [LegalEnvelope]
    /// One for each factor of the situation, in its order.
    package let reasons: [Reason]

    /// What was found of one factor, and the term of the grade it fulfils.
    package struct Reason: Hashable, Sendable {
        package let factor: Factor
        package let value: Circumstance.Value
        /// `nil` when the grade does not ask for this factor.
        package let term: Term?

        /// 违法经营持续时间2个月，属于“不满3个月”.
        package var chinese: String {
            let found =
                switch value {
                case .option(let option): option
                case .number(let number): factor.text(number)
                }
            guard let term, term.options == nil else { return "\(factor.name)：\(found)" }
            return "\(factor.name)：\(found)，属于“\(term.chinese(factor))”"
        }
    }

    /// Returns the range of fines.
    ///
    /// - Parameter base: what a multiple multiplies; see `Extent.amounts`.
    /// - Returns: `nil` when the grade has none or its base is not known.
    package func fine(of base: Int64? = nil) -> ClosedRange<Money>? {
        measures.first { $0.method == .fine }?.extent?.amounts(of: base)
    }

    /// Whether the grade has the measure at all: another one is a deviation, which needs approval and reasons.
    ///
    /// - Source: 国办发〔2022〕27号.
    package func allows(_ method: Measure.Method) -> Bool { measures.contains { $0.method == method } }
}
