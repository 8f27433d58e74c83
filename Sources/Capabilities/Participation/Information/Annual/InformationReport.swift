package import EventLog
package import Kernel

/// The part on requests of an agency's annual report on disclosure (政府信息公开工作年度报告): the figures as they were when
/// it was published, what became of its decisions before higher authorities and courts, and what is to be done better.
///
/// - Source: 政府信息公开条例 art. 49, 50; 国办公开办函〔2021〕30号 (form of the annual report, tables 3 and 4).
package struct InformationReport: Aggregate {
    package static let category = "information-report"

    /// As published last; `nil` before.
    package private(set) var published: PublicInformationReport?
    /// When it was published the first time; a correction does not make it late, or in time.
    package private(set) var firstPublishedOn: Day?

    package init() {}

    package static func key(_ agency: String, _ year: Int) -> String { "\(agency)-\(year)" }

    /// The last day on which the report on a year is in time: 31 January of the next.
    ///
    /// - Source: 政府信息公开条例 art. 49 (1).
    package static func dueDay(_ year: Int) -> Day { Day(year: year + 1, month: 1, day: 31) ?? "2027-01-31" }

    /// The last day for the report of a government on all its agencies: 31 March of the next year.
    ///
    /// - Source: 政府信息公开条例 art. 49 (2).
    package static func governmentDueDay(_ year: Int) -> Day { Day(year: year + 1, month: 3, day: 31) ?? "2027-03-31" }

    package mutating func evolve(_ event: InformationReportEvent, _ envelope: Envelope) {
        switch event {
        case .published(let publication):
            let record = publication.record.value
            published = record
            firstPublishedOn = firstPublishedOn ?? record.publishedOn
        }
    }

    /// Whether it became public after its day; `false` as long as it is not.
    package var isLate: Bool {
        guard let published, let firstPublishedOn else { return false }
        return firstPublishedOn > InformationReport.dueDay(published.year)
    }
}

/// How reviews and suits about disclosure ended; what no case of the system tells, the officer enters.
package struct RemedyFigures: Hashable, Sendable, Codable {
    /// 结果维持.
    package let upheld: Int
    /// 结果纠正.
    package let corrected: Int
    /// 其他结果.
    package let other: Int
    /// 尚未审结.
    package let pending: Int

    package init(upheld: Int, corrected: Int, other: Int, pending: Int) {
        self.upheld = upheld
        self.corrected = corrected
        self.other = other
        self.pending = pending
    }

    package static let none = RemedyFigures(upheld: 0, corrected: 0, other: 0, pending: 0)

    package var total: Int { upheld + corrected + other + pending }

    package static func + (one: RemedyFigures, two: RemedyFigures) -> RemedyFigures {
        RemedyFigures(
            upheld: one.upheld + two.upheld,
            corrected: one.corrected + two.corrected,
            other: one.other + two.other,
            pending: one.pending + two.pending
        )
    }
}

/// What a year's reviews and suits came to, by the three columns of the form.
package struct DisclosureRemedies: Hashable, Sendable, Codable {
    /// 行政复议.
    package let reviews: RemedyFigures
    /// 未经复议直接起诉.
    package let suits: RemedyFigures
    /// 复议后起诉.
    package let suitsAfterReview: RemedyFigures

    package init(reviews: RemedyFigures, suits: RemedyFigures, suitsAfterReview: RemedyFigures) {
        self.reviews = reviews
        self.suits = suits
        self.suitsAfterReview = suitsAfterReview
    }

    package static let none = DisclosureRemedies(reviews: .none, suits: .none, suitsAfterReview: .none)

    /// The names of the form, each with its figures.
    package var named: [(name: String, figures: RemedyFigures)] {
        [("行政复议", reviews), ("行政诉讼：未经复议直接起诉", suits), ("行政诉讼：复议后起诉", suitsAfterReview)]
    }

    package static func + (one: DisclosureRemedies, two: DisclosureRemedies) -> DisclosureRemedies {
        DisclosureRemedies(
            reviews: one.reviews + two.reviews,
            suits: one.suits + two.suits,
            suitsAfterReview: one.suitsAfterReview + two.suitsAfterReview
        )
    }
}

/// A published annual report as everybody reads it.
package struct PublicInformationReport: Hashable, Sendable, Codable {
    /// One line of the table of requests, its figures in the order of the applicants.
    package struct Line: Hashable, Sendable, Codable {
        package let name: String
        package let depth: Int
        package let counts: [Int]
    }

    package let year: Int
    package let agency: String
    package let agencyName: String
    package let division: String
    package let publishedOn: Day
    /// The kinds of applicants, in the words of that year's form.
    package let applicants: [String]
    package let lines: [Line]
    /// Replies that came after their day.
    package let late: Int
    package let remedies: DisclosureRemedies
    /// 存在的主要问题及改进情况.
    package let problems: String
    /// Why it was published again; `nil` the first time.
    package let correction: String?
}

/// The report became public, or was published again because something in it was wrong.
package struct InformationReportPublished: EventPayload {
    package static let type = "InformationReport.Published"
    package let record: Open<PublicInformationReport>
}

package enum InformationReportEvent: EventFamily {
    case published(InformationReportPublished)

    package static let members: [EventMember<InformationReportEvent>] = [
        EventMember(InformationReportPublished.self, InformationReportEvent.published)
    ]

    package var payload: any EventPayload {
        switch self {
        case .published(let payload): payload
        }
    }
}
