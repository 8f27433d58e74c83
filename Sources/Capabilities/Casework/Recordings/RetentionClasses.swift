import Definitions
import Foundation
package import Processes

/// How long recordings and dossiers are kept where no list says more; each agency's own table may replace the data.
///
/// - Source: 档案法实施条例 (each organ's table of periods); 公安机关现场执法视音频记录工作规定 §13.
package struct RetentionClasses: Decodable, Sendable {
    package struct Recordings: Decodable, Sendable {
        let other: Retention
        let evidence: Retention
        let grave: Retention
    }

    package struct Dossiers: Decodable, Sendable {
        let category: ProcessDefinition.Category
        let period: Retention
        let grave: Retention?
    }

    package let recordings: Recordings
    package let dossiers: [Dossiers]
    package let otherDossiers: Retention
    package let source: String

    /// What ships with the program, read once.
    package static func shipped() throws -> RetentionClasses { try read.get() }

    private static let read = Result {
        try JSONDecoder().decode(
            RetentionClasses.self,
            from: Data(Definitions.bytes("dossiers/retention.json"))
        )
    }

    /// How long a recording is kept; what the list of the agency demands may make it longer, never shorter.
    package func recording(isEvidence: Bool, isGrave: Bool, listed: Retention?) -> Retention {
        let own = isGrave ? recordings.grave : isEvidence ? recordings.evidence : recordings.other
        return listed.map(own.orLonger) ?? own
    }

    /// How long a dossier of a category is kept.
    package func dossier(of category: ProcessDefinition.Category, isGrave: Bool) -> Retention {
        guard let row = dossiers.first(where: { $0.category == category }) else { return otherDossiers }
        return isGrave ? row.grave ?? row.period : row.period
    }
}
