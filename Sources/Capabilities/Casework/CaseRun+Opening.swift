import EventLog
import Kernel
import Processes
import WorkflowEngine

extension CaseRun {
    /// A case that is about to begin under the item, without anything in it.
    init(under pin: ItemPin, in session: CommandSession) throws {
        try self.init(session.newIdentifier("C"), state: CaseFile(), process: pin.process, in: session)
    }

    /// Begins a case that nobody applied for, with its number; where the power knows no filing, its time begins too.
    ///
    /// - Parameters:
    ///   - pin: the version of the item.
    ///   - party: whom it concerns.
    ///   - clue: what is known.
    ///   - split: where the matter was taken out of another case of the agency.
    ///   - handover: where it came from another agency.
    ///   - reopening: where it is decided anew.
    /// - Throws: `CaseworkError.timeBarred` where its time begins too late.
    /// - Source: Administrative Penalty Law (行政处罚法) art. 36, 54.
    mutating func begin(
        _ pin: ItemPin,
        party: String,
        clue: Clue,
        split: SplitOrigin? = nil,
        handover: HandoverOrigin? = nil,
        reopening: ReopeningOrigin? = nil
    ) throws {
        try append(
            .opened(
                CaseOpened(
                    number: Open(CaseNumber.next(pin, id, in: session)),
                    item: pin,
                    party: party,
                    registeredOn: session.today,
                    clue: .present(subject: party, clue),
                    position: position(of: flow.run(Marking(), .start)),
                    split: split.map { ForParty($0, party: party) },
                    handover: handover.map { ForParty($0, party: party) },
                    reopening: reopening.map { ForParty($0, party: party) }
                )
            )
        )
        if !definition.hasOpening { try file() }
    }
}
