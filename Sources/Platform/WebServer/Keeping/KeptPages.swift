package import Kernel
import NIOCore
import Synchronization

/// Pages that are alike for everybody, kept as long as nothing happens.
///
/// A page is taken from here only while the count of what happened is the one from before it was made, and for a few
/// seconds at most: what another node commits, what a day's change or a search index that follows the log brings, is
/// seen that much later.
package final class KeptPages: Sendable {
    private struct Entry {
        let page: KeptPage
        let happened: Int
        let made: Instant
    }

    private struct Shelf {
        var entries: [String: Entry] = [:]
        var bytes = 0
        var making: [Int: Making] = [:]
        /// Which of those under one address is made of the newest log.
        var newest: [String: Int] = [:]
        var nextNumber = 0
    }

    /// How much had happened before a page was made.
    struct Moment: Sendable {
        let happened: Int
        let instant: Instant
    }

    /// A page that is being made: who waits for it.
    private struct Making {
        let order: Order
        var waiting: [CheckedContinuation<Turn, Never>] = []
    }

    /// The task of making a page.
    struct Order: Sendable {
        let key: String
        let since: Moment
        fileprivate let number: Int
    }

    /// What a request is told: here it is, or make it.
    enum Turn: Sendable {
        case page(KeptPage)
        case make(Order)
    }

    private let shelf = Mutex(Shelf())
    private let happened: @Sendable () -> Int
    private let clock: any WallClock
    private let oldest: Duration
    private let room: Int

    /// An empty shelf.
    ///
    /// - Parameters:
    ///   - oldest: how long a page is kept though nothing happens.
    ///   - room: bytes of all pages together; when they are more, all go.
    ///   - clock: tells the age.
    ///   - happened: how much has happened so far; a number that only grows.
    package init(
        oldest: Duration = .seconds(5),
        room: Int = 64 << 20,
        clock: any WallClock,
        happened: @escaping @Sendable () -> Int
    ) {
        self.oldest = oldest
        self.room = room
        self.clock = clock
        self.happened = happened
    }

    /// Where the page is kept that a visitor gets of whom nothing is known.
    ///
    /// - Parameters:
    ///   - target: path and query as sent.
    ///   - sent: the visitor's cookies.
    ///   - names: how cookies are called here.
    ///   - doors: whose sessions may be looked at.
    /// - Returns: `nil` for a visitor with a session or a message.
    static func key(
        of target: String,
        cookies sent: [String: String],
        _ names: CookieText,
        _ doors: [SessionDoor]
    ) -> String? {
        let own = doors.map(\.cookie) + [FlashMessage.cookie]
        guard sent.isEmpty || own.allSatisfy({ sent[names.fullName($0)] == nil }) else { return nil }
        return "\(ViewPreference.word(sent[names.fullName(ViewPreference.cookie)]) ?? "") \(target)"
    }

    private var moment: Moment { Moment(happened: happened(), instant: clock.now) }

    /// Returns the page under `key` if it is there and nothing has happened since it was made.
    func page(at key: String) -> KeptPage? { page(at: key, moment) }

    private func page(at key: String, _ now: Moment) -> KeptPage? {
        shelf.withLock { shelf in shelf.entries[key].flatMap { isFresh($0, now) ? $0.page : nil } }
    }

    /// Returns the page under `key` if nothing has happened since it was made; else one makes it, and whoever asks
    /// meanwhile waits for that one.
    ///
    /// Who is told to make it must end with `keep` or `giveUp`.
    func turn(at key: String) async -> Turn {
        let now = moment
        if let page = page(at: key, now) { return .page(page) }
        return await withCheckedContinuation { continuation in
            let turn: Turn? = shelf.withLock { shelf in
                if let entry = shelf.entries[key], isFresh(entry, now) { return .page(entry.page) }
                // Who is making it reads as much of the log as this request would.
                if let number = shelf.newest[key], shelf.making[number]?.order.since.happened == now.happened {
                    shelf.making[number]?.waiting.append(continuation)
                    return nil
                }
                shelf.nextNumber += 1
                let order = Order(key: key, since: now, number: shelf.nextNumber)
                shelf.making[order.number] = Making(order: order)
                shelf.newest[key] = order.number
                return .make(order)
            }
            if let turn { continuation.resume(returning: turn) }
        }
    }

    private func isFresh(_ entry: Entry, _ now: Moment) -> Bool {
        entry.happened == now.happened && now.instant >= entry.made && now.instant < entry.made + oldest
    }

    /// Keeps what was made, if it is a page of moderate size, and gives it to those who wait.
    ///
    /// - Parameters:
    ///   - answer: what was made.
    ///   - order: the task of making it.
    ///   - route: the route it is from, if it may be answered early.
    /// - Returns: the answer, as it is to be sent.
    func keep(_ answer: WebAnswer, as order: Order, route: String?) -> WebAnswer {
        guard answer.status == 200, case .bytes(let bytes) = answer.body, bytes.count <= room / 64 else {
            giveUp(order)
            return answer
        }
        let page = KeptPage(headers: answer.headers, bytes: bytes, route: route)
        shelf.withLock { shelf in
            if let old = shelf.entries[order.key] { shelf.bytes -= old.page.plain.readableBytes }
            if shelf.bytes + bytes.count > room { (shelf.entries, shelf.bytes) = ([:], 0) }
            shelf.entries[order.key] = Entry(
                page: page,
                happened: order.since.happened,
                made: order.since.instant
            )
            shelf.bytes += bytes.count
        }
        end(order, with: page)
        return WebAnswer(page)
    }

    /// Lets each of those who wait make the page for itself.
    func giveUp(_ order: Order) { end(order, with: nil) }

    private func end(_ order: Order, with page: KeptPage?) {
        let waiting = shelf.withLock { shelf in
            if shelf.newest[order.key] == order.number { shelf.newest[order.key] = nil }
            return shelf.making.removeValue(forKey: order.number)?.waiting ?? []
        }
        // Nobody waits for an order whose number is not on the shelf any more.
        for continuation in waiting { continuation.resume(returning: page.map(Turn.page) ?? .make(order)) }
    }
}
