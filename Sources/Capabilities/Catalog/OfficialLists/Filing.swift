package import BlobStore
import EventLog
package import Kernel

/// The filing (备案) of something that was published: handed in sealed, then received under a number or sent back with
/// comments, as often as it takes.
///
/// It knows nothing of what is filed, so that plans, charts, guides and every other list are filed alike.
///
/// - Source: 国办发〔2005〕37号 part 2; 徐政办发〔2016〕80号 art. 13(3) (what is only filed).
package struct Filing: Hashable, Sendable {
    package enum Stage: String, Hashable, Sendable {
        /// Lies with the office that receives filings.
        case handedIn
        /// Lies with who files, to be mended and handed in again.
        case returned
        case received
    }

    /// One handing in and what became of it.
    package struct Round: Hashable, Sendable {
        /// The version of the stream that holds it, by which its files are asked for.
        package let place: Int
        package let by: String
        package let on: Day
        package let note: String?
        /// The sealed paper, the data, and what explains them.
        package let files: [Attachment]
        /// `nil` while the receiving office has not answered.
        package fileprivate(set) var answer: Answer?
    }

    package struct Answer: Hashable, Sendable {
        package let by: String
        /// The agency of who answered; `nil` where the log does not say.
        package let agency: String?
        package let on: Day
        package let comment: String?
        /// The number of the receipt; `nil` where it was sent back.
        package let receipt: String?
    }

    /// In their order.
    package private(set) var rounds: [Round] = []

    package init() {}

    /// Where it stands; `nil` before it was handed in.
    package var stage: Stage? {
        guard let last = rounds.last else { return nil }
        guard let answer = last.answer else { return .handedIn }
        return answer.receipt == nil ? .returned : .received
    }

    /// Who received it, when and under which number; `nil` until then.
    package var receipt: (number: String, answer: Answer)? {
        rounds.last?.answer.flatMap { answer in answer.receipt.map { (number: $0, answer: answer) } }
    }

    /// When the stage that stands began.
    package var since: Day? { rounds.last.map { $0.answer?.on ?? $0.on } }

    /// Refuses a handing in that does not follow, or without the sealed paper.
    func requireHandingIn(_ files: [Attachment]) throws(CatalogError) {
        switch stage {
        case nil, .returned?: break
        case .handedIn?, .received?: throw .wrongStage(expected: "filingOpen", found: words)
        }
        guard !files.isEmpty else { throw .fileMissing }
    }

    /// Refuses an answer to what was not handed in, or by who handed it in.
    func requireAnswering(by actor: Actor) throws(CatalogError) {
        guard stage == .handedIn, let round = rounds.last else {
            throw .wrongStage(expected: "filingHandedIn", found: words)
        }
        try PowerItem.requireOther(actor, as: .receiver, than: [(round.by, .filer)])
    }

    private var words: String {
        switch stage {
        case nil: "filingNone"
        case .handedIn?: "filingHandedIn"
        case .returned?: "filingReturned"
        case .received?: "filed"
        }
    }

    mutating func handIn(_ files: [Attachment], note: String?, _ envelope: Envelope) {
        rounds.append(
            Round(
                place: envelope.version,
                by: envelope.actor.id,
                on: envelope.occurred.at.day,
                note: note,
                files: files
            )
        )
    }

    /// Takes an answer; a receipt that nobody handed in for came with its own `files`.
    mutating func answer(
        _ comment: String?,
        receipt: String?,
        files: [Attachment] = [],
        _ envelope: Envelope
    ) {
        if rounds.last.map({ $0.answer != nil }) ?? true { handIn(files, note: nil, envelope) }
        rounds[rounds.count - 1].answer = Answer(
            by: envelope.actor.id,
            agency: envelope.actor.agency,
            on: envelope.occurred.at.day,
            comment: comment,
            receipt: receipt
        )
    }
}

/// Who does the next thing of a filing, and from when within which period.
package struct FilingDuty: Hashable, Sendable {
    package enum Side: String, Hashable, Sendable {
        /// Who keeps the list hands it in.
        case keeper
        /// Who receives filings answers.
        case office
    }

    package let side: Side
    package let from: Day
    package let within: Period
}

extension OfficialListKind {
    /// Returns what is to be done next about the filing of the newest version; `nil` where nothing is, or where nobody
    /// asks for filing.
    package func filingDuty(_ standing: OfficialListStanding) -> FilingDuty? {
        guard let periods = filing, let published = standing.publishedOn else { return nil }
        switch standing.filing {
        case nil: return FilingDuty(side: .keeper, from: published, within: periods.handedInWithin)
        case .handedIn?:
            return FilingDuty(side: .office, from: standing.filingSince ?? published, within: periods.answeredWithin)
        case .returned?:
            return FilingDuty(
                side: .keeper,
                from: standing.filingSince ?? published,
                within: periods.handedInAgainWithin
            )
        case .received?: return nil
        }
    }
}
