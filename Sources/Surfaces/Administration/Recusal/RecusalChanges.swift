import Access
import Casework
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// Asking for a recusal, declaring a relation, and the decision of the head.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43.
enum RecusalChanges {
    static let all: [ChangeRoute<RecusalDesk>] = [
        ChangeRoute("/administration/recusals/request", "adminRequestRecusal", AdministrationAccess.recusing) {
            desk,
            context in
            ChangeForm(
                "申请回避",
                note: "本人认为应当回避的，或者当事人申请执法人员回避的，在此提出；决定作出之前，不停止调查，不得作出决定（行政处罚法§43）。",
                fields: [
                    .line("case", "案号", 60),
                    ChangeField(
                        "officer",
                        "回避人员",
                        .one(desk.officers.map { ChangeChoice($0.id.text, $0.name) }),
                        suggestion: context.principal.officer?.text ?? ""
                    ), ground, .reason,
                ]
            ) { answers, reading in
                let matter = try desk.matter(answers, reading)
                return RequestRecusal(
                    Officer.ID(answers.text("officer")),
                    in: CaseFile.stream(matter.id.text).text,
                    ground: try answers.word("ground", RecusalGround.self),
                    reason: answers.text("reason")
                )
            }
        },
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
        },
        ChangeRoute("/administration/recusals/decide", "adminDecideRecusal", AdministrationAccess.decidingRecusals) {
            desk,
            context in
            ChangeForm(
                "决定回避",
                note: "回避由本机关负责人决定，本人的回避由其他负责人决定（行政处罚法§43）。",
                by: context.principal.approver,
                fields: [
                    ChangeField(
                        "request",
                        "申请",
                        .one(desk.open.map { ChangeChoice($0.key, "\($0.number) \($0.row.officer.name)") })
                    ),
                    ChangeField(
                        "decision",
                        "决定",
                        .one([ChangeChoice("grant", "准予回避"), ChangeChoice("refuse", "驳回申请")])
                    ),
                    .reason,
                ]
            ) { answers, _ in
                guard let request = desk.open.first(where: { $0.key == answers.text("request") }) else {
                    throw ChangeFault("request", "请选择待决定的申请。")
                }
                return DecideRecusal(
                    request.row.officer.id,
                    in: request.row.matter,
                    isGranted: answers.text("decision") == "grant",
                    reason: answers.text("reason")
                )
            }
        },
    ]

    private static let ground = ChangeField(
        "ground",
        "事由",
        .one(RecusalGround.allCases.map { ChangeChoice($0.rawValue, $0.chinese) })
    )
}

extension Principal {
    /// The holder of a post that approves; the account alone where none is held.
    fileprivate var approver: Actor {
        let post = posts.first { $0.responsibility == .approve }
        return Actor(
            kind: actor.kind,
            id: actor.id,
            post: post?.id.text,
            agency: agency?.text,
            session: session
        )
    }
}

/// The recusals of an agency's officers that wait for its head.
struct RecusalDesk: ChangeSubject {
    /// One request with the number of its case.
    struct Open: Sendable {
        let row: RecusalRow
        let number: String

        var key: String { RecusalEntry.key(row.matter, row.officer.id) }
    }

    let agency: AgencyRow
    let officers: [OfficerRow]
    let open: [Open]

    static func find(_ request: WebRequest, _ context: ChangeContext) throws -> RecusalDesk? {
        try find(of: context.principal, context.reading, on: context.today)
    }

    static func find(of principal: Principal, _ reading: EventReading, on day: Day) throws -> RecusalDesk? {
        guard let id = principal.agency, let agency = try reading.reader.agency(id, in: reading.realm) else {
            return nil
        }
        let open = try reading.reader.openRecusals(of: id, in: reading.realm).map { row in
            let key = StreamID(row.matter)?.key ?? ""
            return Open(row: row, number: try reading.state(CaseFile.self, key).state.opening?.number ?? row.matter)
        }
        return RecusalDesk(
            agency: agency,
            officers: try reading.reader.officers(ofAgency: id, in: reading.realm, on: day),
            open: open
        )
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
