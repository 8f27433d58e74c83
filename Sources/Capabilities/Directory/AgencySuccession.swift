package import Kernel

/// That another agency goes on exercising powers of one (机构改革后继续行使职权).
///
/// - Source: Administrative Litigation Law (行政诉讼法) art. 26.6.
package struct AgencySuccession: Hashable, Sendable {
    package let successor: Agency.ID
    /// The first day of the successor.
    package let from: Day
    /// The identifiers of the power items that go over; `nil` for all.
    package let items: [String]?
    package let reason: String
    package let recordedAt: Instant

    package func covers(_ item: String) -> Bool { items?.contains(item) ?? true }
}

extension Agency {
    /// Returns who exercises a power on `day` that this agency held; `nil` when it is still this one.
    package func succession(of item: String, on day: Day) -> AgencySuccession? {
        successions.last { $0.from <= day && $0.covers(item) }
    }

    /// Returns who goes on with a case that came to this agency at a moment; `nil` when it stays.
    ///
    /// A case that came after the powers had gone, came because they were given back.
    package func succession(of item: String, arrived moment: Instant, on day: Day) -> AgencySuccession? {
        successions.first { succession in
            succession.from <= day && succession.covers(item)
                && (moment.day <= succession.from || moment <= succession.recordedAt)
        }
    }
}
