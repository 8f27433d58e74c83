package import Directory
package import EventLog
package import Kernel
import Synchronization
package import WebServer

/// Keeps every open wall up to date: reads each scope once after something happened, and hands on what changed.
///
/// It draws at most four times a second, one drawing for all who look at the same scope; scopes at which nobody looks
/// are forgotten. Pages that read too slowly are let go by the hub and fetch everything anew.
package final class LiveWall: Sendable {
    private struct Watched: Sendable {
        let scope: DeskScope
        /// Where somebody looks at a division below his own.
        let division: Division.Code?
        /// What was sent last, by region.
        var sent: [WallRegion: ServerEvent] = [:]
        /// When it was opened last: it is not forgotten before the page has reached the hub.
        var openedAt: ContinuousClock.Instant
    }

    private let log: EventLog
    private let realm: Realm
    private let hub: EventHub
    private let watched = Mutex<[String: Watched]>([:])

    package init(log: EventLog, realm: Realm, hub: EventHub) {
        self.log = log
        self.realm = realm
        self.hub = hub
    }

    /// The lists behind the numbers of a narrowed wall are narrowed too, so it is drawn apart from that of who is at home there.
    private static func topic(_ scope: DeskScope, _ division: Division.Code?) -> String {
        scope.topic + (division == nil ? "" : "/narrowed")
    }

    private static let spacing = Duration.milliseconds(250)
    /// Other nodes announce nothing here, and days end without an event.
    private static let pulse = Duration.seconds(1)
    private static let grace = Duration.seconds(10)

    /// Begins to listen to what changes in `scope`.
    ///
    /// - Throws: `WebRefusal.unavailable` if too many listen already.
    package func open(
        _ scope: DeskScope,
        narrowedTo division: Division.Code? = nil
    ) throws(WebRefusal) -> EventSubscription {
        let topic = LiveWall.topic(scope, division)
        // Under the lock that publishing takes, so that a page between its reading and its stream misses nothing.
        return try watched.withLock { watched throws(WebRefusal) in
            let sent = watched[topic]?.sent ?? [:]
            let subscription = try hub.subscribe(to: [topic], beginningWith: Array(sent.values))
            watched[topic, default: Watched(scope: scope, division: division, openedAt: .now)].openedAt = .now
            return subscription
        }
    }

    /// Feeds the walls until it is cancelled; a failure is told to `failed`, and the next commit is tried again.
    ///
    /// - Parameter failed: called with whatever a reading threw.
    package func run(failed: @escaping @Sendable (any Error) -> Void) async {
        let (news, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let commits = log.commits.stream()
        let realm = realm
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await changed in commits where changed == realm { bell.yield() }
            }
            group.addTask {
                while (try? await Task.sleep(for: LiveWall.pulse)) != nil { bell.yield() }
            }
            group.addTask {
                var head = Head()
                for await _ in news {
                    do { head = try await self.renew(since: head) } catch { failed(error) }
                    guard (try? await Task.sleep(for: LiveWall.spacing)) != nil else { return }
                }
            }
            await group.waitForAll()
        }
    }

    /// Up to where the walls show the log.
    private struct Head: Sendable {
        var position: Int64 = -1
        var day = Day.first
        var topics: Set<String> = []
    }

    private func renew(since head: Head) async throws -> Head {
        let scopes = watchedScopes()
        guard !scopes.isEmpty else { return Head() }
        let now = log.clock.now
        let (position, snapshots) = try await log.read(realm) { reading in
            let position = try reading.nextPosition()
            let isNew = position != head.position || now.day != head.day
            let due = scopes.filter { isNew || !head.topics.contains($0.key) }
            return (
                position,
                try due.map { ($0.key, try reading.wall($0.value.scope, narrowedTo: $0.value.division, at: now)) }
            )
        }
        for (topic, snapshot) in snapshots { publish(snapshot, to: topic) }
        return Head(position: position, day: now.day, topics: Set(scopes.keys))
    }

    /// The scopes somebody looks at; the others are forgotten.
    private func watchedScopes() -> [String: Watched] {
        let topics = hub.topics
        return watched.withLock { watched in
            watched = watched.filter { topic, entry in
                topics.contains(topic) || entry.openedAt.duration(to: .now) < LiveWall.grace
            }
            return watched
        }
    }

    private func publish(_ snapshot: WallSnapshot, to topic: String) {
        for region in WallRegion.allCases {
            let event = ServerEvent.region(region.rawValue, region.content(snapshot))
            watched.withLock { watched in
                guard watched[topic]?.sent[region] != event else { return }
                watched[topic]?.sent[region] = event
                hub.publish(event, to: topic)
            }
        }
    }
}
