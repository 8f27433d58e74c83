import Casework
package import Cryptography
package import EventLog
package import Kernel

/// What the public check page says of a document: that it was issued, by whom, when, and what its file hashes to.
package struct CheckedDocument: Hashable, Sendable {
    package let name: String
    package let number: String
    package let agency: String
    package let item: String
    package let issuedOn: Day
    /// Salt and hash of the file, in hexadecimal, a colon between them.
    package let digest: String
    /// Whether what it says still holds; `nil` for a paper that neither decides nor certifies.
    package let standing: DecisionStanding?
}

/// Whether a decision, or the permit it granted, still holds.
package enum DecisionStanding: Hashable, Sendable {
    case holds
    /// It was revoked or declared void.
    case lostEffect(on: Day, ground: String)
    case struckOff(on: Day, ground: String)
    /// It was renewed or changed by another decision.
    case superseded
    /// Its last day has passed.
    case expired(after: Day)

    init(of state: CaseFile, on today: Day) {
        if let revocation = state.revocation {
            self = .lostEffect(on: revocation.revokedOn.value, ground: revocation.ground.value.chinese)
        } else if let annulment = state.annulment {
            self = .lostEffect(on: annulment.declaredOn.value, ground: annulment.ground.value.chinese)
        } else if let cancellation = state.cancellation {
            self = .struckOff(on: cancellation.cancelledOn.value, ground: cancellation.ground.value.chinese)
        } else if state.successor != nil {
            self = .superseded
        } else if let last = state.decision?.validThrough, last < today, !state.isRenewalDeemed {
            self = .expired(after: last)
        } else {
            self = .holds
        }
    }
}

extension EventReading {
    /// Returns the document that bears the code, or `nil`; nothing about the party is in it.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 69, 70; Administrative Penalty Law (行政处罚法) art. 38.
    package func checkedDocument(
        caseNumber: String,
        code: String,
        under key: SecretKey,
        on today: Day
    ) throws -> CheckedDocument? {
        guard let row = try caseFile(number: caseNumber) else { return nil }
        let given = Array(code.uppercased().utf8)
        var agency = ""
        // Who stands above the agency issues under numbers of its own.
        var superiors: [String: String] = [:]
        for event in try history(of: row.id) {
            agency = event.as(CaseFileEvent.self)?.agencyName ?? agency
            if case .designated(let given)? = event.as(CaseFileEvent.self) {
                superiors[given.document.value] = given.authority.value
            }
            // Papers without a number stay in the house and bear no code.
            guard case .issued(let issued)? = event.as(CaseFileEvent.self), !issued.number.value.isEmpty else {
                continue
            }
            let expected = CheckCode(
                caseNumber: caseNumber,
                document: issued.name.value,
                number: issued.number.value,
                under: key
            )
            guard ConstantTime.equal(Array(expected.text.utf8), given) else { continue }
            let state = try state(CaseFile.self, row.id.text).state
            let decision = state.decision
            let decides = [decision?.number, decision?.permitNumber].contains(issued.number.value)
            return CheckedDocument(
                name: issued.name.value,
                number: issued.number.value,
                agency: superiors[issued.number.value] ?? agency,
                item: row.itemName,
                issuedOn: issued.issuedOn.value,
                digest: issued.digest.value,
                standing: decides ? DecisionStanding(of: state, on: today) : nil
            )
        }
        return nil
    }
}

extension CaseFileEvent {
    /// The agency that has the case from then on; `nil` for what does not change it.
    fileprivate var agencyName: String? {
        switch self {
        case .received(let event): event.item.agencyName
        case .opened(let event): event.item.agencyName
        case .succeeded(let event): event.successor.value.name
        case .filed, .written, .evidenceAdded, .proposed, .noticeServed, .paid, .assigned, .recordingFiled,
            .transitionDecided,
            .assistantsChanged,
            .cancelled, .urged,
            .signed,
            .signersChanged, .terminated, .decisionCorrected, .revoked, .completed, .returned, .correctionRequested,
            .supplemented, .accepted, .notAccepted, .withdrawn, .suspended, .resumed, .prolonged, .decided, .served,
            .issued, .closed, .migrated, .merged, .takenIn, .split, .handedOver, .followUpReceived, .followUpEnded,
            .renewalDeemed, .declaredVoid, .refunded, .reopened, .disputed, .disputeStated, .disputeReported,
            .designated, .measureTaken, .measureEnded, .paymentDeferred,
            .remedySought, .remedyEnded, .legalReview, .recusal:
            nil
        }
    }
}
