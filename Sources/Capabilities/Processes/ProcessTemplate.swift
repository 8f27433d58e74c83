package import Definitions
package import Foundation
package import Kernel

/// The ready processes a new one is drawn up from; their JSON stands in `Definitions/processes`.
package enum ProcessTemplate: String, Sendable, CaseIterable {
    case licensingGeneral = "licensing-general"
    /// The same steps with shorter limits, for items that promise fifteen working days.
    case licensingPrompt = "licensing-prompt"
    case licensingOnTheSpot = "licensing-on-the-spot"
    case penaltySimple = "penalty-simple"
    case penaltyOrdinary = "penalty-ordinary"
    case penaltyHearing = "penalty-hearing"
    case coerciveMeasure = "coercive-measure"
    case freezing
    case coerciveExecution = "coercive-execution"
    case substituteExecution = "substitute-execution"
    case courtEnforcement = "court-enforcement"
    case inspection
    case levy
    case charge
    case grant
    case confirmation
    case adjudication
    case reward
    case requisition
    case registration
    /// Filing, and checking before forwarding to a higher authority.
    case otherFiling = "other-filing"

    /// The limit of the statute, or the fallback where a power has none, that the template is made for.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 42; Administrative Penalty Law (行政处罚法) art. 60.
    package var statutory: Period {
        switch self {
        case .licensingGeneral, .licensingPrompt, .licensingOnTheSpot, .confirmation, .registration, .otherFiling:
            .workingDays(20)
        case .grant, .reward: .workingDays(30)
        case .penaltySimple: .workingDays(2)
        case .penaltyOrdinary, .penaltyHearing: .calendarDays(90)
        case .coerciveMeasure, .freezing: .workingDays(1)
        case .coerciveExecution, .substituteExecution, .courtEnforcement, .inspection, .levy, .requisition, .charge:
            .calendarDays(60)
        case .adjudication: .workingDays(60)
        }
    }

    /// The limit that most powers of a category have.
    static func usualLimit(of category: ProcessDefinition.Category) -> Period {
        let template = allCases.first { (try? $0.definition().category) == category }
        return (template ?? .otherFiling).statutory
    }

    package func json() throws(DefinitionMissing) -> Data {
        Data(try Definitions.bytes("processes/\(rawValue).json"))
    }

    /// Returns the template as a definition.
    ///
    /// - Throws: `DefinitionMissing`, or `DecodingError` when the template is not of the form this code reads.
    package func definition() throws -> ProcessDefinition {
        try JSONDecoder().decode(ProcessDefinition.self, from: json())
    }
}
