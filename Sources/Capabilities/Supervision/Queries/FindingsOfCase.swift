package import Casework
package import EventLog
import Kernel

extension EventReading {
    /// Returns everything found in a case, with facts and articles, and the moments still watched.
    package func findings(of caseFile: CaseFile.ID) throws -> Findings {
        try state(Findings.self, caseFile.text).state
    }
}
