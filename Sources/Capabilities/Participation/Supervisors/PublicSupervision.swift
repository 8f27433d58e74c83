import Definitions
import Foundation
package import TimeLimits

/// The kinds of public supervisors and by when they are answered, as `Definitions/participation/public-supervisors.json`
/// sets them; no national law fixes either, so both are configurable.
package struct PublicSupervision: Hashable, Sendable, Codable {
    /// Cited by every opinion that the period was pinned to.
    package let version: String
    /// From an opinion to the agency's answer.
    package let answer: SourcedPeriod
    /// How many cases one draw gives at most.
    package let mostSampled: Int
    package let kinds: [Kind]

    /// Who somebody is among the people: a deputy, a volunteer, a journalist.
    package struct Kind: Hashable, Sendable, Codable {
        package let code: String
        package let chinese: String

        package init(code: String, chinese: String) {
            self.code = code
            self.chinese = chinese
        }
    }

    /// Returns what ships with the program.
    package static func shipped() throws(ParticipationClocks.Fault) -> PublicSupervision {
        let bytes: [UInt8]
        do { bytes = try Definitions.bytes("participation/public-supervisors.json") } catch { throw .missing(error) }
        do {
            return try JSONDecoder().decode(PublicSupervision.self, from: Data(bytes))
        } catch {
            throw .unreadable(reason: "\(error)")
        }
    }

    package func kind(_ code: String) -> Kind? { kinds.first { $0.code == code } }
}
