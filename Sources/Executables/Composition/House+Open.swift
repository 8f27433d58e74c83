import BlobStore
package import Cryptography
package import Database
import EventLog
import Foundation
import Kernel
import PostgresDriver
import SQLiteDriver
import Supervision

extension House {
    /// What the caller will do with the database.
    package enum Use: Hashable, Sendable {
        /// Serve it: it is made, upgraded and given a data home where that is needed.
        case serve(makingDemonstration: Bool)
        /// Write to one that is there and of this release.
        case upkeep
        /// Only read one that is there and of this release; another process may write it meanwhile.
        case look
    }

    /// Opens the house, or says in words for the operator why it cannot be opened.
    ///
    /// - Parameters:
    ///   - address: the database.
    ///   - folder: keys and files; beside the database if not given.
    ///   - use: what for.
    ///   - flushFailed: called when the medium refused a flush; the process must end.
    /// - Returns: the open house; the caller closes it.
    /// - Throws: `HouseFault`; anything else is an error of ours.
    package static func open(
        _ address: DatabaseAddress,
        folder: DataFolder? = nil,
        for use: Use,
        flushFailed: @escaping @Sendable (String) -> Void
    ) async throws -> House {
        let folder = folder ?? DataFolder(address.usualFolder)
        do {
            let database = try await connect(address, for: use)
            do {
                return try await furnish(database, address, folder, use, flushFailed)
            } catch {
                await database.close()
                throw error
            }
        } catch let error as DatabaseError {
            throw HouseFault.database(error)
        }
    }

    /// Opens the database alone.
    package static func connect(_ address: DatabaseAddress, for use: Use) async throws -> any SQLDatabase {
        switch address {
        case .sqlite(let path):
            let mode: SQLiteDatabase.Mode =
                switch use {
                case .serve: .create
                case .upkeep: .existing
                case .look: .readOnly
                }
            if case .serve = use { try makeFolder(of: path) }
            return try await SQLiteDatabase.open(path: path, mode: mode)
        case .postgres(let url):
            return try await PostgresDatabase.open(PostgresSettings(url: url))
        }
    }

    private static func furnish(
        _ database: any SQLDatabase,
        _ address: DatabaseAddress,
        _ folder: DataFolder,
        _ use: Use,
        _ flushFailed: @escaping @Sendable (String) -> Void
    ) async throws -> House {
        let migrator = Migrator(Modules.migrations)
        switch use {
        case .serve: try await migrator.migrate(database)
        case .upkeep, .look:
            let missing = try await migrator.pending(database)
            guard missing.isEmpty else { throw HouseFault.older(missing: missing) }
        }
        let head = try await database.read { reader in try reader.realmHeads().first }
        let ring = try keys(in: folder, head, use)
        if let head {
            let house = try await assemble(database, address, folder, ring, head, flushFailed)
            try await house.settleReader(for: use)
            return house
        }
        guard case .serve(let isDemonstration) = use else { throw HouseFault.empty }
        return try await found(
            database,
            address,
            folder,
            ring: ring,
            isDemonstration: isDemonstration,
            flushFailed: flushFailed
        )
    }

    /// One process alone serves an embedded database, so every node reads what it reads; of a server's nodes the
    /// operator says so.
    private func settleReader(for use: Use) async throws {
        do {
            switch (use, address) {
            case (.serve, .sqlite): try await log.raiseMinimumReader(of: realm)
            case (.serve, .postgres), (.upkeep, _): try await log.requireReader(of: realm)
            case (.look, _): break
            }
        } catch EventLogError.needsRelease(let release) {
            throw HouseFault.needsRelease(release)
        }
    }

    /// Gives a migrated database its data home, and opens the house over it.
    package static func found(
        _ database: any SQLDatabase,
        _ address: DatabaseAddress,
        _ folder: DataFolder,
        ring: KeyRing,
        isDemonstration: Bool,
        flushFailed: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws -> House {
        let realm = Realm(1)
        let founding = EventLog(
            database: database,
            registry: EventRegistry(Modules.families),
            projections: Modules.projections(ring),
            reactors: [],
            ring: ring,
            clock: SystemClock(),
            randomness: SystemRandomness()
        )
        try await founding.create(realm, isDemonstration: isDemonstration)
        guard let head = try await database.read({ reader in try reader.realmHeads().first }) else {
            throw HouseFault.empty
        }
        return try await assemble(database, address, folder, ring, head, flushFailed)
    }

    private static func assemble(
        _ database: any SQLDatabase,
        _ address: DatabaseAddress,
        _ folder: DataFolder,
        _ ring: KeyRing,
        _ head: RealmHead,
        _ flushFailed: @escaping @Sendable (String) -> Void
    ) async throws -> House {
        let clock: any WallClock =
            head.isDemonstration ? DemonstrationClock(offset: head.clockOffset) : SystemClock()
        let randomness = SystemRandomness()
        let modules = try Modules()
        let log = EventLog(
            database: database,
            registry: EventRegistry(Modules.families),
            projections: Modules.projections(ring),
            reactors: modules.reactors,
            ring: ring,
            clock: clock,
            randomness: randomness,
            settings: EventLogSettings(flushFailed: flushFailed)
        )
        let steps = StepTableKeeper(log, head.realm)
        return House(
            address: address,
            folder: folder,
            database: database,
            ring: ring,
            log: log,
            modules: modules,
            steps: steps,
            timers: Timers(log: log, realm: head.realm, modules: modules, steps: steps),
            blobs: try BlobStore(folder: folder.blobFolder),
            head: head,
            clock: clock,
            randomness: randomness,
            durability: try await database.durability()
        )
    }

    /// A ring is made for a new database only: a fresh one beside old records would open none of them.
    private static func keys(in folder: DataFolder, _ head: RealmHead?, _ use: Use) throws -> KeyRing {
        if folder.hasRing { return try folder.ring() }
        if let head, head.nextPosition > 0 { throw HouseFault.ringLost(path: folder.ringFile) }
        switch use {
        case .serve: return try folder.makeRing()
        case .upkeep, .look: return try folder.ring()
        }
    }

    /// Makes the folder in which a database file is to lie.
    package static func makeFolder(of path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw HouseFault.folder(path: folder)
        }
    }
}
