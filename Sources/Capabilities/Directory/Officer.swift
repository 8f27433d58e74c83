package import Kernel

/// A person who acts for an agency from a post (执法人员).
///
/// Name and certificates are published by law, so they are not kept as personal sections.
///
/// - Source: 聊政办发〔2017〕74号 annex 3.
package struct Officer: Hashable, Sendable {
    package typealias ID = Identifier<Officer>

    package let id: ID
    package let name: String
    /// The agency that employs the officer; `nil` for the time after leaving.
    package var agency: Timeline<Agency.ID?>
    /// In the order of issue.
    package var certificates: [Certificate]
    /// `nil` until recorded.
    package var details: Details?
    package var trainings: [Training] = []
    package var exams: [Exam] = []
    package var legalQualification: LegalQualification?
    /// `nil` unless it is proved that the officer reviewed penalties before the law asked for a qualification.
    package var formerReview: FormerReview?
    /// Parties to whom the officer has declared a relation, with its kind.
    package var relations: [String: RecusalGround] = [:]

    package init(id: ID, name: String, agency: Timeline<Agency.ID?>, certificates: [Certificate], exams: [Exam] = []) {
        self.id = id
        self.name = name
        self.agency = agency
        self.certificates = certificates
        self.exams = exams
    }

    package func agency(on day: Day) -> Agency.ID? {
        agency.value(on: day) ?? nil
    }

    package func certificate(_ number: Certificate.Number) -> Certificate? {
        certificates.first { $0.number == number }
    }

    /// How an officer stands in the agency.
    package struct Details: Hashable, Sendable, Codable {
        /// The title of the position (职务).
        package let position: String
        package let engagement: Engagement

        package init(position: String, engagement: Engagement = .inPost) {
            self.position = position
            self.engagement = engagement
        }
    }

    /// How somebody is employed; only in-post staff are certified.
    ///
    /// - Source: 山东省行政执法监督条例 art. 10; 河南省行政执法条例 art. 20.
    package enum Engagement: String, Hashable, Sendable, Codable, CaseIterable {
        case inPost
        case worker
        case contract
        case dispatched
        case borrowed

        package var chinese: String {
            switch self {
            case .inPost: "在编在岗"
            case .worker: "工勤人员"
            case .contract: "合同工"
            case .dispatched: "劳务派遣"
            case .borrowed: "临时借调"
            }
        }
    }
}
