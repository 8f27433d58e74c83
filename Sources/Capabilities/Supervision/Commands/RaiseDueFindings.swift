import Casework
import EventLog
import Kernel

/// Raises what has come due in one case; asked twice, it raises nothing the second time.
struct RaiseDueFindings: Command {
    static let name = "RaiseDueFindings"
    let caseFile: CaseFile.ID
    let due: Instant
    let supervisor: Supervisor

    private enum CodingKeys: String, CodingKey {
        case caseFile
        case due
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(caseFile, forKey: .caseFile)
        try container.encode(due, forKey: .due)
    }

    /// Answers how many findings were raised.
    func run(in session: CommandSession) throws -> Int {
        try session.supervise(caseFile, after: nil, supervisor)
    }
}
