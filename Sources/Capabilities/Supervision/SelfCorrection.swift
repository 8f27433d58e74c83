/// What an agency found out about a finding and put right by itself (自查自纠): it counts in its favor if a supervisor
/// agrees.
package struct SelfCorrection: Hashable, Sendable, Codable {
    /// What is told of it; each part is.
    package enum Part: String, CaseIterable, Sendable {
        case cause
        case measures
        case prevention

        package var chinese: String {
            switch self {
            case .cause: "查明的原因和责任"
            case .measures: "纠正情况"
            case .prevention: "防止再发生的措施"
            }
        }
    }

    /// What happened and why, and who answers for it.
    package let cause: String
    /// What was done about it.
    package let measures: String
    /// What keeps it from happening again.
    package let prevention: String

    package init(cause: String, measures: String, prevention: String) {
        self.cause = cause
        self.measures = measures
        self.prevention = prevention
    }

    package subscript(_ part: Part) -> String {
        switch part {
        case .cause: cause
        case .measures: measures
        case .prevention: prevention
        }
    }

    /// Returns the same without white space at the ends.
    ///
    /// - Throws: `SupervisionError.textMissing` for an investigation that leaves one of the three open.
    func checked() throws(SupervisionError) -> SelfCorrection {
        func text(_ part: Part) throws(SupervisionError) -> String {
            try SupervisionText.require(self[part], part.chinese)
        }
        return SelfCorrection(cause: try text(.cause), measures: try text(.measures), prevention: try text(.prevention))
    }
}
