import Access
import Administration
import Codes
import Composition
import Cryptography
import Database
import Directory
import EventLog
import Exchange
import Foundation
import HTML
import Kernel
import Logging
import Synchronization
import WebServer

/// Permission checks, tree pages and memory with a province's worth of officers in one realm.
///
///     DirectoryScale [OFFICERS [AGENCIES]]
///
/// A process of its own fills a database on disk by the real commands; this one opens it, serves the administration and
/// asks for the pages of a province, a city and a county over HTTP, signed in.
@main
struct DirectoryScaleBenchmark {
    private struct Figure: Encodable {
        let benchmark = "directory scale"
        let officers: Int
        let agencies: Int
        var loadSeconds: Double?
        let checksPerSecond: Int
        let pages: Int
        let treePageP50Milliseconds: Double
        let treePageP95Milliseconds: Double
        let agencyPageP50Milliseconds: Double
        /// Resident memory of the process that serves, at its greatest.
        let peakMegabytes: Int
    }

    static func main() async throws {
        let arguments = CommandLine.arguments
        let officers = arguments.dropFirst().first.flatMap { Int($0) } ?? 200_000
        let agencies = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 30_000
        if let path = ProcessInfo.processInfo.environment["DIRECTORY_SCALE_LOAD"] {
            return try await Load(path: path, officers: officers, agencies: agencies).run()
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "directory-scale-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "house.db").path
        let seconds = try load(path, Array(arguments.dropFirst()))
        let house = try await House.open(.sqlite(path: path), for: .serve(makingDemonstration: true)) { _ in }
        var figure = try await Measuring(house: house).figure(officers, agencies)
        figure.loadSeconds = seconds
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        print(String(decoding: try encoder.encode(figure), as: UTF8.self))
        await house.close()
    }

    private static func load(_ path: String, _ arguments: [String]) throws -> Double {
        let child = Process()
        child.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        child.arguments = arguments
        child.environment = ProcessInfo.processInfo.environment.merging(["DIRECTORY_SCALE_LOAD": path]) { $1 }
        let began = ContinuousClock.now
        try child.run()
        child.waitUntilExit()
        guard child.terminationStatus == 0 else { throw Failed.loading }
        return ((ContinuousClock.now - began) / .seconds(1)).rounded()
    }

    private enum Failed: Error {
        case loading
        case page(String, status: Int)
    }

    /// Serves the house in this process and asks it.
    private struct Measuring {
        let house: House

        func figure(_ officers: Int, _ agencies: Int) async throws -> Figure {
            let known = try await house.database.read { [realm = house.realm] reader in
                try reader.agencies(of: "51", in: realm, on: "2026-03-02")
            }
            let checks = checksPerSecond(known)
            let store = house.accessStore
            let profile = Agency.Profile(
                code: "11510000MB1234567X",
                name: "省级机关",
                shortName: "省级机关",
                division: "510000"
            )
            let province = try await house.submit(RegisterAgency(profile, from: "2026-01-05"))
            let officer = try await house.submit(RegisterOfficer("计量", of: province, from: "2026-01-05"))
            let account = try await store.createAccount(
                "jiliang",
                for: .officer(officer),
                in: house.realm,
                displayName: "计量",
                password: "Guangan-2026",
                mustChange: false,
                by: nil,
                from: "benchmark"
            )
            try await store.setRoles([RoleGrant(.legalOffice, .division)], of: account, by: nil, from: "benchmark")
            let identifier = SystemRandomness().bytes(32)
            try await store.beginSession(of: account, under: SHA256Hash.of(identifier))
            let port = try await serve(store)
            let cookie = "hengjian_session=\(Hexadecimal.encode(identifier))"
            let divisions = Set(known.map(\.profile.division)).sorted().prefix(100)
            let tree = ["510000", "511600"] + divisions.map(\.text)
            let pages = try await times(tree.map { "/administration/divisions/\($0)" }, cookie, port)
            let sheets = try await times(known.prefix(100).map { "/administration/agencies/\($0.id)" }, cookie, port)
            return Figure(
                officers: officers,
                agencies: agencies,
                checksPerSecond: checks,
                pages: pages.count,
                treePageP50Milliseconds: quantile(0.5, of: pages),
                treePageP95Milliseconds: quantile(0.95, of: pages),
                agencyPageP50Milliseconds: quantile(0.5, of: sheets),
                peakMegabytes: Memory.peakMegabytes
            )
        }

        private func checksPerSecond(_ agencies: [AgencyRow]) -> Int {
            let principals = agencies.prefix(1_000).map { row in
                Principal(
                    account: "U1",
                    holder: .officer("O1"),
                    realm: house.realm,
                    displayName: "",
                    grants: [RoleGrant(.caseOfficer, .agency), RoleGrant(.directoryKeeper, .division)],
                    agency: row.id,
                    division: row.profile.division
                )
            }
            let places = agencies.map { Place(agency: $0.id, division: $0.profile.division) }
            let rules: [AccessRule] = [
                .permission(.readCase), .permission(.readDirectory),
                .anyPermission([Permission(.readAudit), Permission(.keepDirectory, .agency)]),
            ]
            let count = 3_000_000
            var allowed = 0
            let began = ContinuousClock.now
            for index in 0..<count {
                let principal = principals[index % principals.count]
                let place = places[(index &* 7_919) % places.count]
                if AccessDecision.decide(principal, rules[index % 3], at: place) == .allowed { allowed += 1 }
            }
            let seconds = (ContinuousClock.now - began) / .seconds(1)
            precondition((1..<count).contains(allowed), "expected some checks to allow and some to refuse")
            return Int(Double(count) / seconds)
        }

        private func serve(_ store: AccessStore) async throws -> Int {
            let site = SiteIdentity(name: "衡鉴", subtitle: "计量")
            let routes = AdministrationRoutes(
                AdministrationParts(
                    log: house.log,
                    realm: house.realm,
                    access: store,
                    site: site,
                    assets: AssetShelf.design.pageAssets,
                    signOutPath: "/sign-out",
                    deskPath: "/desk",
                    outbox: nil,
                    alerts: house.alerts(
                        links: AlertLinks(
                            desk: { $0 },
                            opinions: "",
                            legalTasks: "/law-tasks",
                            disputes: "",
                            findings: { $0 },
                            orders: { $0 },
                            scores: { $0 },
                            hall: ""
                        )
                    ),
                    auditMarks: { [] },
                    publicAddress: "https://example.org",
                    hub: EventHub()
                )
            ).routes
            let listening = Mutex<Int?>(nil)
            let server = WebServer(
                WebServer.Parts(
                    routes: try RouteTable(routes),
                    gatekeeper: Doorkeeper(store: store),
                    sessions: Sessions(store: store),
                    forgeryKey: house.ring.key(for: .forgeryToken),
                    cookieKey: house.ring.key(for: .cookie),
                    site: site,
                    hub: EventHub(),
                    readiness: []
                ),
                settings: WebServerSettings(port: 0),
                logger: Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() },
                onListening: { port in listening.withLock { $0 = port } }
            )
            Task { try await server.run() }
            while listening.withLock({ $0 }) == nil { try await Task.sleep(for: .milliseconds(5)) }
            return listening.withLock { $0 } ?? 0
        }

        private func times(_ paths: [String], _ cookie: String, _ port: Int) async throws -> [Double] {
            var times: [Double] = []
            for path in paths {
                guard let address = URL(string: "http://127.0.0.1:\(port)\(path)") else { continue }
                let began = ContinuousClock.now
                let status = try await Page.status(of: address, cookie: cookie)
                times.append((ContinuousClock.now - began) / .milliseconds(1))
                guard status == 200 else { throw Failed.page(path, status: status) }
            }
            return times
        }

        private func quantile(_ share: Double, of values: [Double]) -> Double {
            let sorted = values.sorted()
            let index = min(sorted.count - 1, Int(share * Double(sorted.count)))
            return (sorted[index] * 100).rounded() / 100
        }
    }
}
