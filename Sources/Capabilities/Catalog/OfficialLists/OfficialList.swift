import Codes
package import EventLog
package import Kernel

/// A list with its versions, their filing, and the draft of the next one; one a kind and owner.
package struct OfficialList: Aggregate {
    package typealias ID = Identifier<OfficialList>
    package static let category = "list"

    package struct Version: Hashable, Sendable {
        /// From 1.
        package let number: Int
        package let rows: [OfficialListRow]
        package let inForceFrom: Day
        package let publishedOn: Day
        package let publishedBy: String
        /// What it was handed in with.
        package let submission: Submission?
        /// What made it necessary and what it rests on; `nil` for the first.
        package let adjustment: ItemAdjustment?
        package internal(set) var filing = Filing()
    }

    package struct Draft: Hashable, Sendable {
        package let rows: [OfficialListRow]
        package let reason: String
        package let adjustment: ItemAdjustment?
        package let drafters: Set<String>
        /// Who handed it in, with what the head signed; `nil` while it is written.
        package internal(set) var submitted: Submission?
        /// Why it was last sent back; it stands until the draft is handed in again.
        package internal(set) var returnReason: String?
    }

    package struct Submission: Hashable, Sendable {
        /// The version of the stream that holds it, by which its files are asked for.
        package let place: Int
        package let by: String
        package let on: Day
        package let report: SubmissionReport
        /// Within which period the legal office answers; `nil` where that was not recorded.
        package let reviewWithin: Period?
    }

    package private(set) var kind: String?
    package private(set) var owner: String?
    package private(set) var draft: Draft?
    package private(set) var versions: [Version] = []

    package init() {}

    /// The stream of the list of a kind that an owner keeps.
    package static func id(_ kind: OfficialListKind, of owner: String) -> ID { ID("\(kind.code)-\(owner)") }

    /// The owners of the lists that bind a division, as lists name them, itself first, then every one above it: six digits
    /// down to the county.
    static func owners(binding division: String?) -> [String] {
        let own = division.flatMap { try? DivisionCode.parse($0).value }
        return sequence(first: own) { $0?.parent }.prefix { $0 != nil }.compactMap { code in
            code.map { $0.level <= .county ? String($0.text.prefix(6)) : $0.text }
        }
    }

    package mutating func evolve(_ event: OfficialListEvent, _ envelope: Envelope) {
        let (actor, day) = (envelope.actor.id, envelope.occurred.at.day)
        switch event {
        case .drafted(let drafted):
            kind = drafted.kind
            owner = drafted.owner
            draft = Draft(
                rows: drafted.rows,
                reason: drafted.reason,
                adjustment: drafted.adjustment ?? draft?.adjustment,
                drafters: (draft?.drafters ?? []).union([actor]),
                returnReason: draft?.returnReason
            )
        case .submitted(let submitted):
            draft?.submitted = Submission(
                place: envelope.version,
                by: actor,
                on: day,
                report: submitted.report,
                reviewWithin: submitted.reviewWithin
            )
            draft?.returnReason = nil
        case .returned(let returned):
            draft?.submitted = nil
            draft?.returnReason = returned.reason
        case .published(let published):
            versions.append(
                Version(
                    number: published.number.value,
                    rows: published.rows.value,
                    inForceFrom: published.inForceFrom.value,
                    publishedOn: day,
                    publishedBy: actor,
                    submission: draft?.submitted,
                    adjustment: draft?.adjustment
                )
            )
            draft = nil
        case .handedIn(let handedIn):
            changeFiling(of: handedIn.number) { $0.handIn(handedIn.files, note: handedIn.note, envelope) }
        case .filingReturned(let returned):
            changeFiling(of: returned.number) { $0.answer(returned.comment, receipt: nil, envelope) }
        case .filed(let filed):
            changeFiling(of: filed.number) {
                $0.answer(filed.remark, receipt: filed.receipt, files: filed.files ?? [], envelope)
            }
        }
    }

    private mutating func changeFiling(of number: Int, _ change: (inout Filing) -> Void) {
        guard let place = versions.firstIndex(where: { $0.number == number }) else { return }
        change(&versions[place].filing)
    }

    /// The version in force on a day; a later one ends the one before.
    package func version(on day: Day) -> Version? { versions.last { $0.inForceFrom <= day } }
}
