import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// The courses of an agency's officers.
struct TrainingRoutes {
    let parts: AdministrationParts

    /// More courses than this are years back.
    private static let shown = 200

    var routes: [AdministrationRoute] {
        [
            AdministrationRoute(
                .get,
                "/administration/agencies/{agency}/trainings",
                name: "adminTrainings",
                access: AdministrationAccess.reading,
                handler: show
            )
        ]
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let id = Agency.ID(request.parameters["agency"] ?? "")
        let principal = try principal.required(AdministrationAccess.reading)
        let today = parts.today
        let (agency, sessions) = try await parts.read { reading in
            (
                try reading.reader.agency(id, in: reading.realm),
                try reading.reader.trainingSessions(
                    ofAgency: id,
                    in: reading.realm,
                    on: today,
                    limit: TrainingRoutes.shown
                )
            )
        }
        guard let agency else { throw WebRefusal.notFound }
        _ = try Optional(principal).required(AdministrationAccess.reading, at: agency.place)
        return .page(
            TrainingPage(visit: Visit(parts, request, principal), agency: agency, sessions: sessions)
        )
    }
}

/// The courses of an agency's officers, the latest first.
struct TrainingPage: Component {
    let visit: Visit
    let agency: AgencyRow
    let sessions: [TrainingSession]

    var body: any HTML {
        AdministrationFrame("培训与考试", visit, part: .tree, crumbs: crumbs) {
            h1 { "培训与考试" }
            p(.cssClass("quiet")) { "\(agency.profile.name)在职人员参加的培训；各人的学时和成绩见人员页。" }
            if visit.may(AdministrationAccess.keepingCertificates, at: agency.place) {
                ButtonRow { LinkButton("录入培训与考试", to: AdministrationPath.agency(agency.id, "training")) }
            }
            if sessions.isEmpty {
                EmptyState("没有培训记录。")
            } else {
                DataTable(
                    "培训与考试",
                    columns: [
                        .init("培训"), .init("内容"), .init("日期"), .init("参加人数", .number), .init("总学时", .number),
                        .init("参加考试", .number), .init("合格", .number),
                    ],
                    rows: sessions.map { session in
                        DataTable.Row([
                            session.title, session.subject.chinese, "\(session.heldOn)", "\(session.attended)",
                            "\(session.hours)", "\(session.examined)", "\(session.passed)",
                        ])
                    }
                )
            }
        }
    }

    private var crumbs: [Crumb] {
        [Crumb(agency.profile.name, to: AdministrationPath.agency(agency.id)), Crumb("培训与考试")]
    }
}
