package import BlobStore
package import Cryptography
package import Database
package import EventLog
import Foundation
package import Kernel
import PostgresDriver
import SQLiteDriver
package import Supervision

/// The composition root: one open database with its keys, files, log and clock.
package struct House: Sendable {
    package let address: DatabaseAddress
    package let folder: DataFolder
    package let database: any SQLDatabase
    package let ring: KeyRing
    package let log: EventLog
    package let modules: Modules
    /// All steps of the realm, kept between visits; desk and timers share it.
    package let steps: StepTableKeeper
    package let timers: Timers
    package let blobs: BlobStore
    package let head: RealmHead
    package let clock: any WallClock
    package let randomness: any Randomness
    /// What the database says of its own durability.
    package let durability: String

    package var realm: Realm { head.realm }
    package var isDemonstration: Bool { head.isDemonstration }

    /// Sets the clock of a demonstration, for this process and for the next.
    ///
    /// - Parameter instant: what the clock shall show; what was recorded already is never undercut.
    /// - Throws: `HouseFault.notDemonstration`, `.clockBehind`.
    package func setClock(to instant: Instant) async throws {
        guard let clock = clock as? DemonstrationClock else { throw HouseFault.notDemonstration }
        let offset = clock.offset(showing: instant)
        let realm = realm
        let recorded = try await database.read { reader in
            try reader.realmHeads().first { $0.realm == realm }?.recordedAt
        }
        if let recorded, instant < recorded { throw HouseFault.clockBehind(recorded) }
        guard try await database.write({ writer in try writer.setClockOffset(offset, of: realm) }) else {
            throw HouseFault.notDemonstration
        }
        clock.set(offset: offset)
    }

    package func close() async {
        await database.close()
    }
}
