package import Kernel

/// The proof that somebody may review the legality of decisions (法律职业资格).
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 58.
package struct LegalQualification: Hashable, Sendable, Codable {
    package let number: String
    package let from: Day

    package init(number: String, from: Day) {
        self.number = number
        self.from = from
    }

    /// Who reviews penalties for the first time on this day or later needs the qualification.
    ///
    /// - Source: 全国人民代表大会常务委员会关于修改法官法等八部法律的决定 (2017-09-01) part 8, in force from this day; now
    ///   Administrative Penalty Law (行政处罚法) art. 58.2.
    package static let neededFrom: Day = "2018-01-01"
}

/// That somebody reviewed the legality of penalties before the law asked for the qualification: no first reviewer.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 58.2.
package struct FormerReview: Hashable, Sendable, Codable {
    /// The day of the first review that is proved.
    package let since: Day
    /// What proves it, as the number of the opinion or of the order that appointed the officer.
    package let proof: String

    package init(since: Day, proof: String) {
        self.since = since
        self.proof = proof
    }
}

extension Officer {
    /// Whether the officer may review penalty decisions on a day: qualified by then, or a reviewer before the law asked.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 58.2.
    package func mayReviewPenalties(on day: Day) -> Bool {
        formerReview != nil || legalQualification.map { $0.from <= day } ?? false
    }
}
