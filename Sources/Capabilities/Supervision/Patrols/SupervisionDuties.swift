import Definitions
import Foundation

/// What supervisors and agencies owe by day and month, as `Definitions/supervision/duties.json` sets it.
///
/// The department that manages powers patrols at least once a day, the supervision of a department twice; a month
/// without cases is explained in writing, the third in a row is urged.
///
/// - Source: Sichuan practice as reported in 2016.
package struct SupervisionDuties: Hashable, Sendable, Codable {
    package let version: String
    /// By a division's supervisors, on each working day.
    package let divisionPatrols: Int
    /// By an agency's own supervisors, on each working day.
    package let agencyPatrols: Int
    /// So many days after it a patrol may still be entered.
    package let entryDays: Int
    /// After so many months without cases in a row the agency is urged.
    package let zeroMonths: Int
    package let source: String

    package enum Fault: Error, Sendable {
        case unreadable(reason: String)
        case unsound
    }

    /// Returns the duties that ship with the program.
    package static func shipped() throws(Fault) -> SupervisionDuties {
        let duties: SupervisionDuties
        do {
            duties = try JSONDecoder().decode(
                SupervisionDuties.self,
                from: Data(Definitions.bytes("supervision/duties.json"))
            )
        } catch {
            throw .unreadable(reason: "\(error)")
        }
        guard duties.divisionPatrols > 0, duties.agencyPatrols > 0, duties.entryDays >= 0, duties.zeroMonths > 0 else {
            throw .unsound
        }
        return duties
    }

    package func patrols(of keeper: PatrolKeeper) -> Int {
        switch keeper {
        case .division: divisionPatrols
        case .agency: agencyPatrols
        }
    }
}
