package import Definitions
import Foundation
import Kernel
package import TimeLimits

/// The periods in which the administration accepts, replies and corrects, as `Definitions/participation/clocks.json` sets
/// them; no national law fixes them, so all are configurable.
///
/// - Source: 重庆市行政执法责任制条例 art. 13; 信访工作条例 art. 22; 政府信息公开条例 art. 26; local rules named beside each period.
package struct ParticipationClocks: Hashable, Sendable, Codable {
    /// Cited by every letter and rating that one of the periods was pinned to.
    package let version: String
    /// After so many transfers the agency that has the letter answers it itself.
    package let greatestTransfers: Int
    private let question: Entry
    private let complaint: Entry
    private let report: Entry
    /// From the reply to a complaint or report to its outcome being public.
    package let publication: Limit
    /// From a bad rating to the agency's answer.
    package let badRating: Limit
    package let information: DisclosureLimits

    package typealias Limit = SourcedPeriod

    private struct Entry: Hashable, Sendable, Codable {
        let acceptance: Limit?
        let reply: Limit
    }

    package enum Fault: Error, Hashable, Sendable {
        case missing(DefinitionMissing)
        case unreadable(reason: String)
    }

    /// Returns the periods that ship with the program.
    package static func shipped() throws(Fault) -> ParticipationClocks {
        let bytes: [UInt8]
        do { bytes = try Definitions.bytes("participation/clocks.json") } catch { throw .missing(error) }
        do {
            return try JSONDecoder().decode(ParticipationClocks.self, from: Data(bytes))
        } catch {
            throw .unreadable(reason: "\(error)")
        }
    }

    /// By when it is said whether a letter is accepted; `nil` where every letter is answered.
    package func acceptance(of kind: LetterKind) -> Limit? { entry(kind).acceptance }

    package func reply(to kind: LetterKind) -> Limit { entry(kind).reply }

    private func entry(_ kind: LetterKind) -> Entry {
        switch kind {
        case .question: question
        case .complaint: complaint
        case .report: report
        }
    }
}
