package import Directory
package import EventLog
package import Kernel
import Synchronization
package import WebServer

/// The work behind bulk runs, in the words of this surface.
package enum BulkWork {
    /// Pages are told of progress no more often.
    private static let spacing = Duration.milliseconds(300)

    /// Makes what does the rows; a page that shows a run hears of its progress.
    package static func runner(log: EventLog, realm: Realm, hub: EventHub) -> BulkRunner {
        let told = Told()
        return BulkRunner(log: log, realm: realm, wording: words) { run in
            let isOpen = try? await log.read(realm) { reading in
                let phase = try reading.reader.bulkRun(run, in: realm)?.phase
                return phase == .running || phase == .undoing
            }
            guard told.isDue(isOpen ?? true) else { return }
            let regions = ["run-state", "run-rows"] + (isOpen == false ? ["run-actions"] : [])
            hub.publish(.changed(regions), to: topic(run))
        }
    }

    static func topic(_ run: BulkRun.ID) -> String { "bulk/\(run)" }

    private static func words(_ error: any Error) -> String? {
        AdministrationWording.refusal(error).map { "\($0)补救：\(AdministrationRemedy.of(error))。" }
    }

    /// When pages were told last.
    private final class Told: Sendable {
        private let last = Mutex<ContinuousClock.Instant?>(nil)

        /// Whether pages are to be told now; the last row of a run is always told.
        func isDue(_ isOpen: Bool) -> Bool {
            last.withLock { last in
                let now = ContinuousClock.now
                if isOpen, let last, now - last < spacing { return false }
                last = now
                return true
            }
        }
    }
}
