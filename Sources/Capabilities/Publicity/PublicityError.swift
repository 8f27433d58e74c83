package import Kernel
package import Parties
package import Sanctions

/// Every refusal of publicity.
package enum PublicityError: Error, Hashable, Sendable {
    case noSuchCase(String)
    case notDecided(String)
    case alreadyPublished(on: Day)
    case notPublished
    /// What has lost its effect is not published any more.
    case decisionRevoked(on: Day)
    /// The party's data was erased; nothing more is published about it.
    case partyErased(Party.ID)
    /// What would be published is not what the officer saw; here is what it is now.
    case previewChanged(PublicDecision)
    case reasonMissing(atLeast: Int)
    case textTooLong(limit: Int, found: Int)
    case otherAgency(String)
    /// The party has to be served with the decision before everybody may read it.
    case notServed
    /// Another officer has to look at it before it is published.
    case notReviewed
    /// Nothing was proposed, or it is reviewed already.
    case nothingToReview
    /// Who proposes does not review.
    case ownProposal
    /// From such a post nobody reviews or keeps decisions from the public.
    case notAReviewer
    /// It is not waiting to be published, or it is kept from the public.
    case notAwaited
    case performanceDoesNotFit(Performance)
    /// The document that overturned the decision is missing, or its day lies ahead.
    case overturningMissing
    /// A day is missing, or lies after today.
    case dayInvalid
    /// Nothing in the copy would change.
    case nothingToCorrect
    /// The case was decided by its promised day, or the day is not over.
    case notLate
    /// Only what is shown for a period can end early.
    case endsByItself
    /// Such a penalty is shown for its whole time.
    case shownToTheEnd(Sanction.Kind)
    /// It is not recorded that the party did what it had to.
    case notPerformed
}
