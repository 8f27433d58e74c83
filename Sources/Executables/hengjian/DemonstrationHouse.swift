import Composition
import Cryptography
import Database
import Demonstration
import Foundation
import Kernel
import SQLiteDriver

/// Fills a new demonstration database, and tells how to sign in.
enum DemonstrationHouse {
    /// Opens a demonstration to serve it, and makes it where there is none.
    ///
    /// - Throws: `HouseFault.notDemonstration` for a database that holds something else.
    static func open(_ options: DatabaseOptions, _ plan: DemonstrationOptions) async throws -> House {
        if case .sqlite(let path) = options.database, !FileManager.default.fileExists(atPath: path) {
            try await make(options, at: path, plan)
        }
        let house = try await options.open(for: .serve(makingDemonstration: true))
        do {
            guard house.isDemonstration else { throw HouseFault.notDemonstration }
            if house.head.nextPosition == 0 { try await fill(house, plan) }
        } catch {
            await house.close()
            throw error
        }
        return house
    }

    /// Makes a new SQLite demonstration: in memory first, so that an interrupted one leaves no half-made database.
    static func make(_ options: DatabaseOptions, at path: String, _ plan: DemonstrationOptions) async throws {
        let folder = options.folder
        try House.makeFolder(of: path)
        let ring = folder.hasRing ? try folder.ring() : try folder.makeRing()
        let database = try await SQLiteDatabase.inMemory()
        try await Migrator(Modules.migrations).migrate(database)
        let house = try await House.found(
            database,
            options.database,
            folder,
            ring: ring,
            isDemonstration: true
        )
        try await fill(house, plan)
        do {
            try await database.backup(to: path)
        } catch let error as DatabaseError {
            throw HouseFault.database(error)
        }
        await house.close()
    }

    /// Plays a history in memory, with its files in a temporary folder, and keeps nothing.
    static func rehearse(_ options: DemonstrationOptions) async throws -> Demonstration.Report {
        let path = NSTemporaryDirectory() + "hengjian-simulate-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = DataFolder(path)
        try folder.make()
        let database = try await SQLiteDatabase.inMemory()
        try await Migrator(Modules.migrations).migrate(database)
        let ring = KeyRing.ephemeral(randomness: SystemRandomness())
        let address = DatabaseAddress.sqlite(path: ":memory:")
        let house = try await House.found(database, address, folder, ring: ring, isDemonstration: true)
        let report = try await play(house, options) { _ in }
        await house.close()
        return report
    }

    /// Makes the division and its history in an open house that is empty.
    ///
    /// - Throws: `HouseFault.notDemonstration`, `.demonstrationExists`.
    static func fill(_ house: House, _ options: DemonstrationOptions) async throws {
        guard house.isDemonstration else { throw HouseFault.notDemonstration }
        guard house.head.nextPosition == 0 else { throw HouseFault.demonstrationExists }
        StandardOutput.line("装入演示数据：\(options.cases) 件，种子 \(options.seed)")
        let started = ContinuousClock.now
        let report = try await play(house, options) { StandardOutput.line("  \($0)") }
        if let lastDay = options.lastDay { try await house.setClock(to: Instant(lastDay + 1, hour: 9)) }
        let seconds = (ContinuousClock.now - started).components.seconds
        StandardOutput.line("完成：\(report.cases) 件，\(report.moves) 个步骤，\(report.events) 条记录，用时 \(seconds) 秒")
    }

    private static func play(
        _ house: House,
        _ options: DemonstrationOptions,
        progress: @escaping @Sendable (String) -> Void
    ) async throws -> Demonstration.Report {
        let plan = DemonstrationPlan(
            seed: options.seed,
            cases: options.cases,
            lastDay: options.lastDay ?? SystemClock().today - 1
        )
        progress("\(plan.firstDay) 至 \(plan.lastDay)")
        let demonstration = Demonstration(
            plan,
            on: house.database,
            realm: house.realm,
            ring: house.ring,
            modules: house.modules,
            blobs: house.blobs,
            progress: progress
        )
        return try await demonstration.load(accounts: house.accessStore)
    }

    /// Prints the accounts and their one password.
    static func printAccounts() {
        StandardOutput.line("演示账号（密码均为 \(DemonstrationAccounts.password)）：")
        for entry in DemonstrationAccounts.entries {
            let name = entry.signInName + String(repeating: " ", count: max(1, 16 - entry.signInName.count))
            StandardOutput.line("  \(name)\(entry.agency) \(entry.post)")
        }
    }

    /// What the page for signing in says of the accounts: those of the busiest counter, and who watches it.
    static let hints: [String] =
        ["密码均为 \(DemonstrationAccounts.password)"]
        + DemonstrationAccounts.entries.filter { $0.signInName.hasPrefix("sp-") || $0.signInName == "jiancha" }
        .map { "\($0.signInName)：\($0.agency) \($0.post)" }

    /// Removes an SQLite demonstration with its files; no other database.
    static func remove(_ options: DatabaseOptions) async throws {
        guard case .sqlite(let path) = options.database else { throw HouseFault.resetOnServer }
        guard FileManager.default.fileExists(atPath: path) else { return }
        let house = try await options.open(for: .serve(makingDemonstration: true))
        await house.close()
        guard house.isDemonstration else { throw HouseFault.notDemonstration }
        for file in [path, "\(path)-wal", "\(path)-shm", house.folder.path]
        where FileManager.default.fileExists(atPath: file) {
            try FileManager.default.removeItem(atPath: file)
        }
    }
}
