package import EventLog
package import Kernel
package import Sanctions
package import TimeLimits

/// The clock was stopped on a ground of the statute; the party was told in writing how long it will take.
///
/// - Source: Administrative License Law (行政许可法) art. 45.
package struct ClockSuspended: EventPayload {
    package static let type = "CaseFile.ClockSuspended"
    package let ground: ExcludedTime
    package let since: Day
    package let expectedEnd: Day
    package let explanation: ForParty<String>
}

/// The clock runs again from the next day.
package struct ClockResumed: EventPayload {
    package static let type = "CaseFile.ClockResumed"
    package let on: Day
    package let due: DueDays
    package let note: String
}

/// The limit was prolonged by the agency's head, and the applicant told why.
///
/// - Source: Administrative License Law (行政许可法) art. 42.
package struct LimitProlonged: EventPayload {
    package static let type = "CaseFile.LimitProlonged"
    package let by: Period
    package let reasons: ForParty<String>
    package let due: DueDays
}

/// The case was decided.
///
/// - Source: Administrative License Law (行政许可法) art. 34, 37–39; Administrative Penalty Law (行政处罚法) art. 57, 59.
package struct DecisionMade: EventPayload {
    package static let type = "CaseFile.DecisionMade"
    /// The first form knew neither title nor penalties; it is read as the license it was.
    package static let schema = 2

    package static func read(_ section: SectionReader, schema: Int) throws -> DecisionMade {
        guard (1...DecisionMade.schema).contains(schema) else {
            throw EventLogError.unknownEvent(type: DecisionMade.type, schema: schema)
        }
        return try section.decode(DecisionMade.self)
    }

    package let kind: Open<Decision.Kind>
    package let number: Open<String>
    package let decidedOn: Open<Day>
    package let content: Open<String>
    package let validFrom: Open<Day?>
    package let validThrough: Open<Day?>
    package let permitNumber: Open<String?>
    package let reasons: ForParty<String>
    /// The document the decision stands in; absent from what was recorded when there were only licenses.
    package let title: String?
    /// Absent for what is no penalty; `content`, which is open, says the same in words.
    package let sanctions: [Sanction]?
    /// What the item's discretion benchmark says of them; absent where the item has none.
    package let weighed: ForParty<Weighed>?

    package var decision: Decision {
        Decision(
            kind: kind.value,
            number: number.value,
            decidedOn: decidedOn.value,
            reasons: reasons.value,
            content: content.value,
            validFrom: validFrom.value,
            validThrough: validThrough.value,
            permitNumber: permitNumber.value,
            title: title ?? (kind.value == .granted ? "准予行政许可决定书" : "不予行政许可决定书"),
            sanctions: sanctions ?? []
        )
    }
}

/// A document of the case was served on the party.
///
/// - Source: Administrative License Law (行政许可法) art. 44; Civil Procedure Law (民事诉讼法) art. 87–95.
package struct DecisionServed: EventPayload {
    package static let type = "CaseFile.DecisionServed"
    package let way: NoticeWay
    package let servedOn: Day
    package let note: String
}

/// The case is finished and filed.
package struct CaseClosed: EventPayload {
    package static let type = "CaseFile.CaseClosed"
    package let manner: Open<Closing.Manner>
    package let on: Day
}
