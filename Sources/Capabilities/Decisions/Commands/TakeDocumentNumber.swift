import Casework
import EventLog
import Kernel

/// Takes the next number of a series of documents; taken at issue, and once for each document.
///
/// - Source: GB/T 9704-2012 §7.2.5 (agency word, year in brackets, serial without leading zeros).
struct TakeDocumentNumber: Command {
    static let name = "TakeDocumentNumber"
    let caseFile: CaseFile.ID
    /// As `许受`.
    let word: String
    /// Which of the case's documents of this series, from 1; a retry asks for the same one.
    let ordinal: Int

    /// Answers the number, as `广安审批许受〔2026〕12号`.
    func run(in session: CommandSession) throws -> String {
        guard let item = try session.load(CaseFile.self, caseFile.text).state.opening?.item else {
            throw DecisionsError.noSuchCase(caseFile)
        }
        let year = session.today.year
        let serial = try NumberSeries.next(
            "document:\(item.agency):\(word):\(year)",
            for: "casefile/\(caseFile.text)",
            in: session
        )
        return "\(item.agencyShortName)\(word)〔\(year)〕\(serial)号"
    }
}
