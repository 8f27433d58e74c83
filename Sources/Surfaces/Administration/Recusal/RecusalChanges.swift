import Access
import Casework
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// Declaring a relation to a party beforehand; what concerns one case is asked for and decided on its page.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43.
enum RecusalChanges {
    static let all: [ChangeRoute<RecusalDesk>] = [
        ChangeRoute("/administration/recusals/declare", "adminDeclareRelation", AdministrationAccess.recusing) {
            desk,
            context in
            let officer = context.principal.officer
            return ChangeForm(
                "申报与当事人的关系",
                note: "申报后，该当事人的各件办件均视为已提出回避申请。",
                fields: [.line("case", "案号", 60, hint: "当事人任何一件办件的案号"), ground]
            ) { answers, reading in
                guard let officer else { throw WebRefusal.forbidden }
                let matter = try desk.matter(answers, reading)
                return DeclareRelation(
                    of: officer,
                    to: matter.party,
                    ground: try answers.word("ground", RecusalGround.self)
                )
            }
        }
    ]

    private static let ground = ChangeField(
        "ground",
        "事由",
        .one(RecusalGround.allCases.map { ChangeChoice($0.rawValue, $0.chinese) })
    )
}

/// The recusals of an agency's officers that wait for its head.
struct RecusalDesk: ChangeSubject {
    /// One request with the number of its case.
    struct Open: Sendable {
        let row: RecusalRow
        let number: String
    }

    let agency: AgencyRow
    let open: [Open]

    static func find(_ request: WebRequest, _ context: ChangeContext) throws -> RecusalDesk? {
        try find(of: context.principal, context.reading)
    }

    static func find(of principal: Principal, _ reading: EventReading) throws -> RecusalDesk? {
        guard let id = principal.agency, let agency = try reading.reader.agency(id, in: reading.realm) else {
            return nil
        }
        let open = try reading.reader.openRecusals(of: id, in: reading.realm).map { row in
            let key = StreamID(row.matter)?.key ?? ""
            return Open(row: row, number: try reading.state(CaseFile.self, key).state.opening?.number ?? row.matter)
        }
        return RecusalDesk(agency: agency, open: open)
    }

    /// Returns the case of that number, if it lies with this agency.
    fileprivate func matter(_ answers: ChangeAnswers, _ reading: EventReading) throws -> CaseRowSummary {
        let number = answers.text("case")
        guard let found = try reading.caseFile(number: number), found.agency == agency.id.text else {
            throw ChangeFault("case", "本机构没有案号为“\(number)”的办件，请核对。")
        }
        return found
    }

    var place: Place? { agency.place }
    var key: String { agency.id.text }
    var title: String { agency.profile.name }
    var address: String { AdministrationPath.recusals }
    var crumbs: [Crumb] { [Crumb("回避", to: address)] }
}
