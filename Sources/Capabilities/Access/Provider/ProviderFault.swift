/// Why somebody could not sign in through the identity provider; nothing has changed then.
package enum ProviderFault: Error, Hashable, Sendable {
    /// Nobody listens, or its certificate does not hold.
    case unreachable
    /// No whole answer in time.
    case slow
    /// Something answered that is not what the protocol demands.
    case badAnswer(Part)
    /// Somebody else's: in its description, its token, or the way back.
    case wrongIssuer(expected: String, found: String)
    /// Signed by none of the keys the provider publishes.
    case wrongKey
    /// Signed in a way that is not accepted, such as not at all.
    case algorithm(String)
    /// Made for another program.
    case wrongAudience
    /// Over, or not begun.
    case wrongTime
    /// Not the answer to what this browser asked.
    case wrongNonce
    /// The way back was not begun in this browser, or more than ten minutes ago.
    case wrongState
    /// The token does not have the claim by which accounts are linked.
    case claimMissing(String)
    /// The provider let nobody in; the person gave up or may not.
    case denied

    package enum Part: String, Hashable, Sendable {
        case description
        case keys
        case token
        case wayBack
    }

    /// A short stable word for the audit; holds nothing a stranger wrote.
    var word: String {
        switch self {
        case .unreachable: "unreachable"
        case .slow: "slow"
        case .badAnswer(let part): "badAnswer \(part.rawValue)"
        case .wrongIssuer: "wrongIssuer"
        case .wrongKey: "wrongKey"
        case .algorithm: "algorithm"
        case .wrongAudience: "wrongAudience"
        case .wrongTime: "wrongTime"
        case .wrongNonce: "wrongNonce"
        case .wrongState: "wrongState"
        case .claimMissing: "claimMissing"
        case .denied: "denied"
        }
    }
}
