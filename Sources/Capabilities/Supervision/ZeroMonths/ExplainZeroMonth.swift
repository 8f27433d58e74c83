import Casework
package import Directory
package import EventLog
import Kernel

/// Says on behalf of an agency why it received no case in a month (零办件书面说明); said again, the later counts.
package struct ExplainZeroMonth: Command {
    package static let name = "ExplainZeroMonth"
    package let agency: Agency.ID
    package let month: ScoreMonth
    package let explanation: String

    package init(_ agency: Agency.ID, _ month: ScoreMonth, explanation: String) {
        self.agency = agency
        self.month = month
        self.explanation = explanation
    }

    /// Answers the month.
    package func run(in session: CommandSession) throws -> String {
        try SupervisionAuthority.requireAgency(of: .staff(agency), in: session)
        guard session.today > month.days.upperBound else { throw SupervisionError.monthNotOver(month) }
        let last = try session.reader.lastReceived(
            byAgency: agency.text,
            in: session.realm,
            through: month.days.upperBound
        )
        if let last, month.days.contains(last) { throw SupervisionError.monthHasCases(month, last: last) }
        let text = try SupervisionText.require(explanation, "零办件说明")
        try session.append(
            .explained(ZeroMonthExplained(explanation: text)),
            to: ZeroMonthAnswer.self,
            ZeroMonthAnswer.key(agency.text, month)
        )
        return month.text
    }
}
