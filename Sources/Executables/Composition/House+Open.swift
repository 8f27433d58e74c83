import BlobStore
import Cryptography
package import Database
import EventLog
import Foundation
import Kernel
import PostgresDriver
import SQLiteDriver

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
        var head = try await database.read { reader in try reader.realmHeads().first }
        let ring = try keys(in: folder, head, use)
        let clock: any WallClock =
            if let head, head.isDemonstration { DemonstrationClock(offset: head.clockOffset) } else { SystemClock() }
        let randomness = SystemRandomness()
        let log = EventLog(
            database: database,
            registry: EventRegistry(Modules.families),
            projections: Modules.projections,
            reactors: Modules.reactors,
            ring: ring,
            clock: clock,
            randomness: randomness,
            settings: EventLogSettings(flushFailed: flushFailed)
        )
        if head == nil, case .serve(let makingDemonstration) = use {
            try await log.create(Realm(1), isDemonstration: makingDemonstration)
            head = try await database.read { reader in try reader.realmHeads().first }
            // The clock depends on the head, so a new home is furnished once more.
            return try await furnish(database, address, folder, use, flushFailed)
        }
        guard let head else { throw HouseFault.empty }
        return House(
            address: address,
            folder: folder,
            database: database,
            ring: ring,
            log: log,
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

    private static func makeFolder(of path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw HouseFault.folder(path: folder)
        }
    }
}
