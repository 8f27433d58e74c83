import Casework
import Directory
import EventLog
import Kernel
import Parties
import TimeLimits

extension CommandSession {
    func publication(_ caseFile: CaseFile.ID) throws -> Publication {
        try load(Publication.self, caseFile.text).state
    }

    /// Returns what the case's decision would look like once published; what an officer proposed goes into it.
    func draft(_ caseFile: CaseFile.ID, _ text: ProposedText?, _ policy: MaskingPolicy) throws -> PublicationDraft {
        let state = try load(CaseFile.self, caseFile.text).state
        guard let opening = state.opening else { throw PublicityError.noSuchCase(caseFile.text) }
        if let day = state.lostEffectOn { throw PublicityError.decisionRevoked(on: day) }
        guard let party = try load(PartyEntry.self, opening.party).state.party else {
            throw PublicityError.partyErased(Party.ID(opening.party))
        }
        let agency = try load(AgencyEntry.self, (state.decidingItem ?? opening.item).agency).state.agency
        let text = text ?? ProposedText(remarks: nil, hidden: .none)
        return try PublicationDraft(state, party: party, agency: agency, text, policy)
    }

    /// Publishes the draft; refused while a review is asked for or required and has not agreed.
    func publish(
        _ draft: PublicationDraft,
        of caseFile: CaseFile.ID,
        _ policy: MaskingPolicy,
        _ rules: PublicityRules
    ) throws {
        let state = try load(CaseFile.self, caseFile.text).state
        guard let item = state.opening?.item else { throw PublicityError.noSuchCase(caseFile.text) }
        let publication = try publication(caseFile)
        if case .exempt = publication.status { throw PublicityError.notAwaited }
        let review = try reviewed(publication, category: item.category, rules)
        let shown = rules.shown(of: item.category, imposing: state.decision?.sanctions ?? [])
        try append(
            draft.published(
                policy,
                review: review,
                shownThrough: try shown?.day(from: today, in: NationalCalendar.load())
            ),
            to: Publication.self,
            caseFile.text,
            uses: ["item": item.text, "masking": policy.version, "publicity": rules.version]
        )
    }

    private func reviewed(
        _ publication: Publication,
        category: String,
        _ rules: PublicityRules
    ) throws(PublicityError) -> PublicationReview? {
        guard let proposal = publication.proposal else {
            if rules.requiresReview(of: category) { throw .notReviewed }
            return nil
        }
        guard let review = proposal.review, review.isApproved else { throw .notReviewed }
        return PublicationReview(
            proposedBy: proposal.by,
            proposedOn: proposal.on,
            reviewedBy: review.by,
            reviewedOn: review.on
        )
    }

    /// Returns who acts, or refuses unless an officer of the deciding agency acts, with authority of today.
    @discardableResult func requireDecidingAgency(_ caseFile: CaseFile.ID) throws -> Post {
        guard let item = try load(CaseFile.self, caseFile.text).state.opening?.item else {
            throw PublicityError.noSuchCase(caseFile.text)
        }
        guard actor.kind == .officer, let id = actor.post, let place = Division.Code(item.division),
            let post = try load(PostEntry.self, id).state.post
        else { throw AuthorityRefusal.noSuchPost }
        let authority = try authority(
            of: Officer.ID(actor.id),
            at: Post.ID(id),
            for: EnforcementCategory(nationalCode: item.category),
            in: place
        )
        guard authority.agency.text == item.agency else { throw PublicityError.otherAgency(item.agencyName) }
        return post
    }

    /// Refuses unless an officer of the deciding agency acts who reviews or approves, and did not propose it.
    func requireReviewer(of caseFile: CaseFile.ID, proposedBy other: String) throws {
        let post = try requireDecidingAgency(caseFile)
        switch post.responsibility {
        case .review, .approve, .legalReview: break
        case .reception, .handle, .hearingChair, .supervision: throw PublicityError.notAReviewer
        }
        guard actor.id != other else { throw PublicityError.ownProposal }
    }
}

/// Checks what officers write.
enum PublicityText {
    static let reasons = 5...1_000

    static func reason(_ text: String) throws(PublicityError) -> String {
        guard text.count(where: { !$0.isWhitespace }) >= reasons.lowerBound else {
            throw .reasonMissing(atLeast: reasons.lowerBound)
        }
        guard text.count <= reasons.upperBound else {
            throw .textTooLong(limit: reasons.upperBound, found: text.count)
        }
        return text
    }

    static func remarks(_ text: String?) throws(PublicityError) -> String? {
        guard let text, !text.allSatisfy(\.isWhitespace) else { return nil }
        guard text.count <= reasons.upperBound else {
            throw .textTooLong(limit: reasons.upperBound, found: text.count)
        }
        return text
    }
}
