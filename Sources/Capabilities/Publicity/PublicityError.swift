package import Kernel
package import Parties

/// Every refusal of publicity.
package enum PublicityError: Error, Hashable, Sendable {
    case noSuchCase(String)
    case notDecided(String)
    case alreadyPublished(on: Day)
    case notPublished
    /// The party's data was erased; nothing more is published about it.
    case partyErased(Party.ID)
    /// What would be published is not what the officer saw; here is what it is now.
    case previewChanged(PublicDecision)
    case reasonMissing(atLeast: Int)
    case textTooLong(limit: Int, found: Int)
    case otherAgency(String)
}
