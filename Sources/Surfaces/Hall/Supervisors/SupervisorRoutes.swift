import Access
import Directory
import EventLog
import Kernel
import Participation
import WebServer

/// The public list of who supervises, with published opinions.
struct SupervisorRoutes: Sendable {
    let parts: HallParts

    private static let opinionsShown = 50

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.supervisors, name: "hall.supervisors", access: .everyone) { _, _ in
                try await list()
            }
        ] + OwnSupervisionRoutes(parts: parts).routes
    }

    private func list() async throws -> WebAnswer {
        let today = parts.today
        let page = try await parts.read { [site = parts.site] reading in
            let tree = try reading.reader.divisionTree(in: reading.realm)
            return SupervisorListPage(
                site: site,
                supervisors: try reading.publicSupervisors(below: "", notEndedBefore: today)
                    .filter { $0.isInOffice(on: today) }
                    .map { row in
                        let name = Division.Code(row.division).flatMap { tree.division($0, on: today)?.name }
                        return SupervisorListPage.Line(supervisor: row, division: name ?? row.division)
                    },
                opinions: try reading.publishedOpinions(below: "", limit: SupervisorRoutes.opinionsShown)
            )
        }
        return .page(page)
    }
}
