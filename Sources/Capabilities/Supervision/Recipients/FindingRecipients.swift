import Definitions
import Foundation

/// Who is told of a finding: by its level, and more when nobody answers; data (`Definitions/supervision/recipients.json`).
///
/// A graver finding is told to everybody who is told of a lesser one, and to some more (逐级告知).
///
/// - Source: a Hunan city's supervision engine, in which red cards also go to whom yellow ones do, and these to whom
///   warnings do.
package struct FindingRecipients: Hashable, Sendable, Decodable {
    /// In the order in which a finding comes to them.
    package enum Recipient: String, Hashable, Sendable, Decodable, CaseIterable {
        /// Who has the case on the desk; where nobody has, who did its steps.
        case handlers
        case agencySupervisors
        case agencyHeads
        case divisionSupervisors

        package var chinese: String {
            switch self {
            case .handlers: "承办人员"
            case .agencySupervisors: "单位内部监督人员"
            case .agencyHeads: "单位批准负责人"
            case .divisionSupervisors: "本级和上级监督人员"
            }
        }
    }

    package let version: String
    package let source: String
    private let levels: [String: [Recipient]]
    private let unanswered: [Recipient]

    package enum Fault: Error, Sendable {
        case unreadable(reason: String)
        /// A level that there is not, or one without anybody new to tell.
        case unsound
    }

    package init(json bytes: [UInt8]) throws(Fault) {
        do { self = try JSONDecoder().decode(FindingRecipients.self, from: Data(bytes)) } catch {
            throw .unreadable(reason: "\(error)")
        }
        guard Set(levels.keys) == Set(FindingLevel.allCases.map(\.rawValue)), levels.values.allSatisfy({ !$0.isEmpty }),
            !unanswered.isEmpty
        else { throw .unsound }
    }

    /// Returns the recipients that ship with the program.
    package static func shipped() throws(Fault) -> FindingRecipients {
        let bytes: [UInt8]
        do { bytes = try Definitions.bytes("supervision/recipients.json") } catch {
            throw .unreadable(reason: "\(error)")
        }
        return try FindingRecipients(json: bytes)
    }

    /// Who is told when a finding of `level` is raised: those of the level and of every lower one.
    package func told(of level: FindingLevel) -> Set<Recipient> {
        Set(FindingLevel.allCases.filter { $0 <= level }.flatMap { levels[$0.rawValue] ?? [] })
    }

    /// Who is told when the agency said nothing in its days: everybody who was told, and more.
    package func widened(_ level: FindingLevel) -> Set<Recipient> { told(of: level).union(unanswered) }
}
