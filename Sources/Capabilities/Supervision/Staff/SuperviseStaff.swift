import Directory
import EventLog
import Kernel

/// Raises and takes down what the rules say of one agency's certificates, posts and reviewers today.
struct SuperviseStaff: Command {
    static let name = "SuperviseStaff"
    let agency: Agency.ID
    let day: Day
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
        try session.superviseStaff(of: agency, supervisor)
    }
}
