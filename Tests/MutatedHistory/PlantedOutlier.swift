package import Supervision

/// What stands out only beside others of its kind, planted once in an agency's quarter.
package enum PlantedOutlier: String, CaseIterable, Sendable {
    /// An officer finishes six like steps within eight minutes.
    case bulk
    /// An agency finishes most of its steps on the last day they have.
    case atLimit
    /// An officer enters a third of his steps two days after he did them.
    case enteredLate
    /// An officer does every case of one party.
    case dealing
    /// An officer takes minutes where others take days.
    case pace
    /// One party is fined twice for one breach, each time below the hearing threshold.
    case splitFine
    /// A fine of eight times what the same breach in the same grade costs others.
    case farFromPeers

    /// The rule it is to be found by.
    package var rule: RuleCode {
        switch self {
        case .bulk: .bulk
        case .atLimit: .atLimit
        case .enteredLate: .enteredLate
        case .dealing: .dealing
        case .pace: .pace
        case .splitFine: .splitFine
        case .farFromPeers: .farFromPeers
        }
    }
}
