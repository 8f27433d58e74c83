package import EventLog
package import Kernel
package import Law

/// One administrative power (行政职权) with its versions and the draft of the next one.
package struct PowerItem: Aggregate {
    package typealias ID = Identifier<PowerItem>
    package static let category = "item"

    /// Where the item was first heard of, when it came from a list.
    package struct Origin: Hashable, Sendable {
        package let source: String
        package let row: Int
        package let on: Day
        package let listing: ImportedListing
        package let doubts: [ItemDoubt]
    }

    package struct Abolition: Hashable, Sendable {
        /// The first day on which it is gone.
        package let from: Day
        package let ground: String
        package let trigger: ItemAdjustment.Trigger?
    }

    package private(set) var origin: Origin?
    package private(set) var draft: ItemDraft?
    /// In the order of their numbers; days in force never overlap.
    package private(set) var versions: [ItemVersion] = []
    package private(set) var abolition: Abolition?
    /// What was answered to changes of law, the newest answer a change.
    package private(set) var answers: [LegalChange: LegalAnswer] = [:]

    package init() {}

    package mutating func evolve(_ event: PowerItemEvent, _ envelope: Envelope) {
        let actor = envelope.actor.id
        let day = envelope.occurred.at.day
        switch event {
        case .imported(let imported):
            origin = Origin(
                source: imported.source.value,
                row: imported.row.value,
                on: day,
                listing: imported.listing.value,
                doubts: imported.doubts.value
            )
        case .drafted(let drafted):
            var next = draft ?? ItemDraft(content: drafted.content, drafters: [], stage: .drafted)
            next.content = drafted.content
            next.drafters.insert(actor)
            next.stage = .drafted
            next.reason = drafted.reason ?? next.reason
            next.adjustment = drafted.adjustment ?? next.adjustment
            draft = next
        case .submitted(let submitted):
            draft?.stage = .submitted(by: actor, on: day)
            draft?.report = submitted.report
            draft?.reviewWithin = submitted.reviewWithin
            draft?.stations = submitted.stations ?? []
            draft?.consents = [:]
            draft?.returnReason = nil
            draft?.comments = []
        case .returned(let returned):
            draft?.stage = .drafted
            draft?.returnReason = returned.reason
            draft?.comments = returned.comments ?? []
        case .confirmed(let confirmed):
            guard case .submitted(let submitter, _)? = draft?.stage else { return }
            draft?.stage = .confirmed(submittedBy: submitter, by: actor, on: day)
            draft?.comments = confirmed.comments ?? []
            if let code = confirmed.code { draft?.content.code = code }
        case .agreed(let agreed):
            draft?.consents[agreed.station] = StationConsent(
                by: actor,
                on: day,
                opinion: agreed.opinion,
                document: agreed.document
            )
        case .published(let published):
            add(published.content.value, from: published.inForceFrom.value, isPublic: true, by: actor, on: day)
        case .exempted(let exempted):
            add(exempted.content, from: exempted.inForceFrom, isPublic: false, by: actor, on: day)
        case .abolished(let abolished):
            abolition = Abolition(from: abolished.from, ground: abolished.ground, trigger: abolished.trigger)
            if let last = versions.indices.last { versions[last].inForceUntil = abolished.from }
            draft = nil
        case .lawAnswered(let answered):
            answers[answered.change] = LegalAnswer(kind: answered.kind, reason: answered.reason, by: actor, on: day)
        case .lawDecided(let decided):
            answers[decided.change]?.decision = LegalAnswer.Decision(
                by: actor,
                on: day,
                isAgreed: decided.isAgreed,
                opinion: decided.opinion
            )
        }
    }

    private mutating func add(_ content: ItemContent, from: Day, isPublic: Bool, by publisher: String, on day: Day) {
        guard case .confirmed(_, let confirmer, let confirmedOn)? = draft?.stage else { return }
        if let last = versions.indices.last { versions[last].inForceUntil = from }
        versions.append(
            ItemVersion(
                number: versions.count + 1,
                content: content,
                inForceFrom: from,
                isPublic: isPublic,
                confirmedBy: confirmer,
                confirmedOn: confirmedOn,
                publishedBy: publisher,
                publishedOn: day
            )
        )
        draft = nil
    }

    /// The code the item is known by: of the newest version, else of the draft or list.
    package var code: String? { (versions.last?.content ?? draft?.content)?.code ?? origin?.listing.code }

    /// What is known of the item: the version in force or coming, else the draft's list entry.
    package func content(on day: Day) -> ItemContent? {
        (version(on: day) ?? versions.last)?.content ?? origin?.listing.content ?? draft?.content
    }

    /// The process of the draft, where the item published another.
    package var changedProcess: ProcessReference? {
        guard let last = versions.last, let process = draft?.content.process else { return nil }
        return process == last.content.process ? nil : process
    }

    package func isAbolished(by day: Day) -> Bool { abolition.map { $0.from <= day } ?? false }

    package func version(on day: Day) -> ItemVersion? { versions.first { $0.isInForce(on: day) } }
}
