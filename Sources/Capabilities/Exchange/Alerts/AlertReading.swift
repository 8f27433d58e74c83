import Bookings
import Casework
import Directory
import EventLog
import Kernel
import Law
import Participation
import Parties
import Processes
import Supervision

/// Reads from a case who is told of an event.
struct AlertReading {
    /// One person who is told.
    struct Told: Sendable {
        let recipient: Alert.Recipient
        let act: String
        let about: String
        let item: String
        let words: String
        let at: Instant
        let mail: MailAddress?
        let mobile: String?
        /// What people call it, where they do not know its number.
        var named: String?

        private var thing: String { Alert.Thing(number: about).chinese }

        private var number: String { named ?? Alert.number(about) }

        var subject: String { "【衡鉴】\(thing) \(number) \(words)" }

        /// Neither names nor what the case is about in particular: mail and messages pass through other hands.
        func text(_ links: AlertLinks) -> String {
            switch recipient {
            case .officer: "\(thing) \(number)（\(item)）\(words)，\(at.minuteText)。办理地址：\(links.officers(about))"
            case .party: "您的办件 \(about)（\(item)）\(words)。请到 \(links.hall) 凭查询码查看。"
            case .writer: "您的来信 \(about)\(words)。请到 \(links.hall) 凭查询码查看。"
            case .booker: "您的窗口预约 \(about)\(words)。请到 \(links.hall) 凭查询码查看、改期或者取消。"
            }
        }
    }

    let reading: EventReading
    let recipients: FindingRecipients

    init(_ reading: EventReading, _ recipients: FindingRecipients) {
        self.reading = reading
        self.recipients = recipients
    }

    func told(of event: RecordedEvent) throws -> [Told] {
        if case .given(let opinion)? = event.as(OpinionEvent.self) { return try answering(opinion, event) }
        if let finding = event.as(FindingEvent.self) { return try supervised(finding, event) }
        if let order = event.as(OrderEvent.self) { return try ordered(order, event) }
        if let scores = event.as(ScoreEvent.self) { return try scored(scores, event) }
        if let booking = event.as(BookingEvent.self) { return try booked(booking, event) }
        if let letter = event.as(LetterEvent.self) { return try told(of: letter, event) }
        if case .sent(let message)? = event.as(ConversationEvent.self) { return try written(message, event) }
        if let statute = event.as(StatuteEvent.self) { return try fallen(by: statute, event) }
        guard let fact = event.as(CaseFileEvent.self), let matter = AlertMatter(fact),
            let (state, opening) = try matterOfCase(event.envelope.stream.key)
        else { return [] }
        var found: [Told] = []
        if matter.audiences.contains(.party), let words = matter.partyWords {
            found.append(try party(words, state, opening, event))
        }
        let above = try disputing(matter.audiences, state, opening, event)
        let day = event.envelope.recordedAt.day
        let officers = try officers(matter.audiences, fact, state, opening, on: day).subtracting(above)
        let step = state.position.waiting.isEmpty ? "" : "，等待办理"
        // Who did it knows it.
        return found
            + above.subtracting([event.envelope.actor.id]).sorted().map { officer in
                told(.officer(officer), "已“\(matter.verb.chinese)”", opening, event, of: .dispute)
            }
            + officers.subtracting([event.envelope.actor.id]).sorted().map { officer in
                told(.officer(officer), "已“\(matter.verb.chinese)”\(step)", opening, event)
            }
    }

    func matterOfCase(_ key: String) throws -> (CaseFile, CaseFile.Opening)? {
        let state = try reading.state(CaseFile.self, key).state
        return state.opening.map { (state, $0) }
    }

    func told(
        _ recipient: Alert.Recipient,
        _ words: String,
        _ opening: CaseFile.Opening,
        _ event: RecordedEvent,
        of thing: Alert.Thing = .caseFile,
        mail: MailAddress? = nil,
        mobile: String? = nil
    ) -> Told {
        Told(
            recipient: recipient,
            act: event.envelope.command.correlation,
            about: thing == .dispute ? Alert.Thing.disputeMark + opening.number : opening.number,
            item: opening.item.name,
            words: words,
            at: event.envelope.recordedAt,
            mail: mail,
            mobile: mobile
        )
    }

    func party(
        _ words: String,
        _ state: CaseFile,
        _ opening: CaseFile.Opening,
        _ event: RecordedEvent
    ) throws -> Told {
        let party = try reading.party(Party.ID(opening.party))
        let given = state.submission?.answers.first { $0.label.contains("邮箱") }.flatMap { MailAddress($0.value) }
        return told(.party(opening.party), words, opening, event, mail: given, mobile: party?.mobile)
    }

    /// Whoever answers for the agency hears of what a public supervisor said of it.
    private func answering(_ opinion: OpinionGiven, _ event: RecordedEvent) throws -> [Told] {
        let (agency, at) = (Agency.ID(opinion.subject.agency), event.envelope.recordedAt)
        let posts = try reading.reader.posts(ofAgency: agency, in: reading.realm, on: at.day)
            .filter { $0.responsibility == .approve }
        return try holders(of: posts, on: at.day).sorted().map { officer in
            Told(
                recipient: .officer(officer),
                act: event.envelope.command.correlation,
                about: opinion.number,
                item: opinion.subject.item?.name ?? opinion.subject.agencyName,
                words: "应在 \(opinion.answer.day) 前答复",
                at: at,
                mail: nil,
                mobile: nil
            )
        }
    }

    func officers(
        _ audiences: Set<AlertAudience>,
        _ fact: CaseFileEvent?,
        _ state: CaseFile,
        _ opening: CaseFile.Opening,
        on day: Day
    ) throws -> Set<String> {
        var found: Set<String> = []
        for audience in audiences {
            switch audience {
            case .party: break
            case .waiting: found.formUnion(try waiting(after: fact, state, opening, on: day))
            case .handlers:
                let waiting = try waiting(after: fact, state, opening, on: day)
                found.formUnion(waiting.isEmpty ? Set(state.acts.filter { $0.post != nil }.map(\.officer)) : waiting)
            case .approvers:
                let pin = opening.item.process
                let process = try reading.state(
                    PublishedProcess.self,
                    PublishedProcess.key(id: pin.id, version: pin.version)
                )
                let posts =
                    process.state.published?.definition.posts.filter { $0.kind == .approve }.map(\.id.text) ?? []
                found.formUnion(try holders(of: Set(posts), in: opening.item.agency, on: day))
            case .signers:
                if case .signersChanged(let change) = fact { found.formUnion(change.added) }
            case .disputants, .superior: break
            case .assistants:
                if case .assistantsChanged(let change) = fact { found.formUnion(change.added) }
            }
        }
        return found
    }

    /// Whoever the fact left the case to, as far as it still waits for them.
    private func waiting(
        after fact: CaseFileEvent?,
        _ state: CaseFile,
        _ opening: CaseFile.Opening,
        on day: Day
    ) throws -> Set<String> {
        var found: Set<String> = []
        for waiting in (fact?.position ?? state.position).waiting where state.position.waiting.contains(waiting) {
            if let officer = state.assignees[waiting.step] {
                found.insert(officer)
                let posts = try posts(for: [waiting.post], in: opening.item.agency, on: day)
                found.formUnion(try deputies(at: posts, on: day).filter { $0.absent == officer }.map(\.deputy))
            } else {
                found.formUnion(try holders(of: [waiting.post], in: opening.item.agency, on: day))
            }
        }
        return found
    }

    private func holders(of functions: Set<String>, in agency: String, on day: Day) throws -> Set<String> {
        try holders(of: try posts(for: functions, in: agency, on: day), on: day)
    }

    private func posts(for functions: Set<String>, in agency: String, on day: Day) throws -> [PostRow] {
        try reading.reader.posts(ofAgency: Agency.ID(agency), in: reading.realm, on: day)
            .filter { !$0.responsibility.processPosts.isDisjoint(with: functions) }
    }

    /// Who holds the posts, and who acts there for somebody absent.
    func holders(of posts: [PostRow], on day: Day) throws -> Set<String> {
        let holders = try posts.flatMap { post in
            try reading.reader.officers(of: post.id, in: reading.realm, on: day).map(\.id.text)
        }
        return Set(holders).union(try deputies(at: posts, on: day).map(\.deputy))
    }

    private func deputies(at posts: [PostRow], on day: Day) throws -> [(absent: String, deputy: String)] {
        try posts.flatMap { post in
            try reading.reader.deputies(at: post.id, in: reading.realm, on: day)
                .map { ($0.absent.text, $0.deputy.text) }
        }
    }
}

extension Party {
    /// The number the party, or who represents it, gave.
    fileprivate var mobile: String? {
        switch identity {
        case .person(let person): person?.mobile
        case .organization(let organization): organization.representative?.mobile
        }
    }
}

extension CaseFileEvent {
    /// Where the fact left the case, if it moved it.
    fileprivate var position: FlowPosition? {
        switch self {
        case .received(let event): event.position
        case .opened(let event): event.position
        case .completed(let event): event.position
        case .returned(let event): event.position
        case .signed(let event): event.position
        case .signersChanged(let event): event.position
        case .terminated(let event): event.position
        case .merged(let event): event.position
        case .handedOver(let event): event.position
        case .withdrawn(let event): event.position
        case .migrated(let event): event.position
        case .renewalDeemed(let event): event.position
        case .declaredVoid(let event): event.position
        case .filed, .written, .evidenceAdded, .proposed, .noticeServed, .paid, .assigned, .recordingFiled,
            .transitionDecided,
            .assistantsChanged, .urged,
            .decisionCorrected, .cancelled, .revoked, .correctionRequested, .supplemented, .accepted, .notAccepted,
            .suspended, .resumed, .prolonged,
            .decided, .served, .issued, .closed, .succeeded, .takenIn, .split, .followUpReceived, .followUpEnded,
            .refunded, .reopened, .disputed, .disputeStated, .disputeReported, .designated, .measureTaken,
            .measureEnded, .paymentDeferred,
            .remedySought, .remedyEnded, .legalReview, .recusal:
            nil
        }
    }
}
