package import Kernel
import Parties

/// What the public sees of an answered question or the outcome of a complaint: masked, and nothing of who wrote.
///
/// - Source: 信访工作条例 art. 30 (complainants are never named); 市场监督管理投诉举报处理暂行办法 art. 33.
package struct PublicLetter: Hashable, Sendable, Codable {
    package let kind: LetterKind
    package let agency: String
    package let agencyName: String
    package let item: LetterSubject.Item?
    package let title: String
    /// Only of questions: what a complaint tells may give its writer away.
    package let text: String?
    package let reply: String
    /// Only of complaints and reports; `nil` also of those that were answered before outcomes were stated.
    package let outcome: ComplaintOutcome?
    /// What was done about it, where something was.
    package let measures: String?
    package let repliedOn: Day
    /// What the writer said of the reply, if anything.
    package let isSatisfied: Bool?

    package init(
        kind: LetterKind,
        agency: String,
        agencyName: String,
        item: LetterSubject.Item?,
        title: String,
        text: String?,
        reply: String,
        outcome: ComplaintOutcome? = nil,
        measures: String? = nil,
        repliedOn: Day,
        isSatisfied: Bool?
    ) {
        self.kind = kind
        self.agency = agency
        self.agencyName = agencyName
        self.item = item
        self.title = title
        self.text = text
        self.reply = reply
        self.outcome = outcome
        self.measures = measures
        self.repliedOn = repliedOn
        self.isSatisfied = isSatisfied
    }

    /// As it may be shown today: a masking that finds more also holds for what was published before.
    package var shown: PublicLetter {
        PublicLetter(
            kind: kind,
            agency: agency,
            agencyName: agencyName,
            item: item,
            title: PersonalText.masked(title),
            text: text.map { PersonalText.masked($0) },
            reply: PersonalText.masked(reply),
            outcome: outcome,
            measures: measures.map { PersonalText.masked($0) },
            repliedOn: repliedOn,
            isSatisfied: isSatisfied
        )
    }

    /// With what the writer says of the reply now: publishing early hides no bad judgement.
    func judged(_ isSatisfied: Bool?) -> PublicLetter {
        PublicLetter(
            kind: kind,
            agency: agency,
            agencyName: agencyName,
            item: item,
            title: title,
            text: text,
            reply: reply,
            outcome: outcome,
            measures: measures,
            repliedOn: repliedOn,
            isSatisfied: isSatisfied
        )
    }
}

extension Letter {
    /// Makes what the public would see.
    ///
    /// - Parameter hidden: words to hide beside the numbers of people and the writer's name; words are only ever hidden,
    ///   never changed, so that an agency cannot rewrite what was said.
    /// - Returns: the masked copy.
    /// - Throws: `ParticipationError.notAnswered`, `.erased`.
    package func publicLetter(hiding hidden: [String]) throws(ParticipationError) -> PublicLetter {
        guard let opening, let subject, let day = repliedOn else { throw .notAnswered }
        guard let content = opening.content, case .some(.some(let reply)) = replies.last else { throw .erased }
        let words = HiddenWords(hidden, writer: content.writer?.name)
        return PublicLetter(
            kind: opening.kind,
            agency: subject.agency,
            agencyName: subject.agencyName,
            item: subject.item,
            title: words.masked(content.title),
            text: opening.kind == .question ? words.masked(content.text) : nil,
            reply: words.masked(reply),
            outcome: conclusion?.outcome,
            measures: conclusion?.measures.flatMap { $0.isEmpty ? nil : words.masked($0) },
            repliedOn: day,
            isSatisfied: isSatisfied
        )
    }
}
