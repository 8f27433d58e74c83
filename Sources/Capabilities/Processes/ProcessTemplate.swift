package import Definitions
package import Foundation

/// The ready processes a new one is drawn up from; their JSON stands in `Definitions/processes`.
package enum ProcessTemplate: String, Sendable, CaseIterable {
    case licensingGeneral = "licensing-general"
    /// The same steps with shorter limits, for items that promise fifteen working days.
    case licensingPrompt = "licensing-prompt"
    case licensingOnTheSpot = "licensing-on-the-spot"

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
