import Access
import Casework
import Directory
import EventLog
import Kernel
import Supervision

extension AlertReading {
    /// Tells of a finding by its level, and tells more when the days to explain ran out; unless it was settled or taken down
    /// before word got out.
    ///
    /// Who has the case on the desk or approves it is led to the case, who supervises, to the finding. When the
    /// promised day has passed undecided, the applicant hears of it too.
    func supervised(_ fact: FindingEvent, _ event: RecordedEvent) throws -> [Told] {
        let matter = FindingMatter(event.envelope.stream.key)
        switch fact {
        case .raised(let raised):
            guard try isOpen(raised.number, of: matter) else { return [] }
            let lateness = raised.breach.lateness
            let rule = try rule(of: raised)
            let words = lateness.map { "已\($0.chinese)" } ?? "有新的\(raised.breach.level.chinese)：\(rule)"
            let known = try matter.caseFile.flatMap { try matterOfCase($0.text) }
            var found: [Told] = []
            if lateness != nil {
                // What was decided meanwhile is late no more for whom it concerns.
                guard let (state, opening) = known, state.stage.name == .examination else { return [] }
                found.append(try party(words, state, opening, event))
            }
            return found
                + (try told(recipients.told(of: raised.breach.level), words, raised, matter, known, event))
        case .lapsed(let lapsed):
            guard let raised = try raised(lapsed.number, of: matter), try isOpen(lapsed.number, of: matter) else {
                return []
            }
            let known = try matter.caseFile.flatMap { try matterOfCase($0.text) }
            let all = recipients.widened(raised.breach.level)
            return try told(all, "逾期未说明：\(try rule(of: raised))", raised, matter, known, event)
        case .released, .explained, .accepted, .withdrawn, .planned, .failed, .recovered: return []
        }
    }

    /// What the rule asks, and since which day it is so.
    private func rule(of raised: FindingRaised) throws -> String {
        let title = try reading.title(of: raised.breach.rule)
        return "\(title)（\(raised.breach.since.day)）"
    }

    private func told(
        _ recipients: Set<FindingRecipients.Recipient>,
        _ words: String,
        _ raised: FindingRaised,
        _ matter: FindingMatter,
        _ known: (CaseFile, CaseFile.Opening)?,
        _ event: RecordedEvent
    ) throws -> [Told] {
        let day = event.envelope.recordedAt.day
        var handlers: Set<String> = []
        if recipients.contains(.handlers), let (state, opening) = known {
            handlers = try officers([.handlers], nil, state, opening, on: day)
        }
        let posts = try reading.reader.posts(ofAgency: Agency.ID(raised.agency), in: reading.realm, on: day)
        var above: Set<String> = []
        if recipients.contains(.agencySupervisors) {
            above.formUnion(try holders(of: posts.filter { $0.responsibility == .supervision }, on: day))
        }
        if recipients.contains(.agencyHeads) {
            let heads = try holders(of: posts.filter { $0.responsibility == .approve }, on: day)
            // What is no case has only the finding to lead to.
            if known == nil { above.formUnion(heads) } else { handlers.formUnion(heads) }
        }
        if recipients.contains(.divisionSupervisors) {
            above.formUnion(try supervisors(over: raised.agency, on: day))
        }
        let about = "\(Alert.Thing.findingMark)\(matter.text)-\(raised.number)"
        let own = known.map { _, opening in
            handlers.sorted().map { told(.officer($0), words, opening, event) }
        }
        return (own ?? [])
            + above.subtracting(handlers).sorted().map { officer in
                Told(
                    recipient: .officer(officer),
                    act: event.envelope.command.correlation,
                    about: about,
                    item: "\(raised.agencyName)，\(raised.itemName)",
                    words: words,
                    at: event.envelope.recordedAt,
                    mail: nil,
                    mobile: nil,
                    // A space would end it in the subject.
                    named: raised.named.filter { !$0.isWhitespace }
                )
            }
    }

    /// Who judges findings for the agency's division, or one above it.
    func supervisors(over agency: String, on day: Day) throws -> Set<String> {
        guard let division = try reading.reader.agency(Agency.ID(agency), in: reading.realm)?.profile.division else {
            return []
        }
        let all = try reading.reader.officersServing(allowed: .handleFinding, in: reading.realm, on: day)
        return Set(all.filter { $0.division.contains(division) }.map(\.officer))
    }

    private func isOpen(_ number: Int, of matter: FindingMatter) throws -> Bool {
        let all = try reading.state(Findings.self, matter.text).state.all
        return all.first { $0.number == number }?.status.name.isOpen ?? false
    }

    /// How a finding was raised, which says whose it is.
    private func raised(_ number: Int, of matter: FindingMatter) throws -> FindingRaised? {
        for event in try reading.events(of: Findings.stream(matter.text)) {
            if case .raised(let raised)? = event.as(FindingEvent.self), raised.number == number { return raised }
        }
        return nil
    }
}
