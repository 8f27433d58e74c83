import Directory
import EventLog
import Kernel

/// Raises and takes down what the rules say of what one agency keeps beside its cases.
struct SuperviseUpkeep: Command {
    static let name = "SuperviseUpkeep"
    let agency: Agency.ID
    let day: Day
    /// What was so when it was asked.
    let concerns: [UpkeepConcern]
    let supervisor: Supervisor

    private enum CodingKeys: String, CodingKey {
        case agency
        case day
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(agency, forKey: .agency)
        try container.encode(day, forKey: .day)
    }

    /// Answers how many findings were raised.
    func run(in session: CommandSession) throws -> Int {
        try session.superviseUpkeep(of: agency, concerns, supervisor)
    }
}
